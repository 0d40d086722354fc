"""The journal service: durable changes, what is said about them, and everything or nothing."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import UserError
from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInAmended,
    CheckInForgotten,
    CheckInRestored,
    CheckInsChanged,
    Event,
    JournalChanged,
)
from companion.application.journal import JournalService
from companion.domain.checkin import CheckIn, Origin
from companion.domain.day_start import START_OF_DAY
from companion.domain.errors import DomainError, Rule
from companion.domain.journal import JournalFilter, JournalKind, JournalLine, JournalPlace, place_of
from companion.domain.period import Period
from companion.domain.prompt import PromptRecord
from companion.domain.tag import Tag, TagKind, TagUse
from companion.domain.zone import Zone
from tests.support.builders import CountingIds, a_check_in, a_moment
from tests.support.clock import FakeClock
from tests.support.store import a_prompt, a_vault

NEWS = (CheckInAmended, CheckInForgotten, CheckInRestored, CheckInsChanged, JournalChanged)
EVERYTHING = JournalFilter()


class Desk:
    """The service on a real store, and everything it said."""

    def __init__(self, folder: Path) -> None:
        self.vault: SqliteVault = a_vault(folder)
        self.clock = FakeClock()
        self.bus = EventBus()
        self.heard: list[Event] = []
        for kind in NEWS:
            self.bus.listen(kind, self.heard.append)
        self.journal = JournalService(self.vault, self.clock, CountingIds(), self.bus)

    def add(self, *check_ins: CheckIn) -> list[JournalPlace]:
        """Check-ins that were noted before."""
        with self.vault.writing() as store:
            for check_in in check_ins:
                store.check_ins.add(check_in)
        return [place_of(check_in) for check_in in check_ins]

    def lines(self) -> list[JournalLine]:
        """All of the journal, newest first."""
        return list(self.journal.older(EVERYTHING, None, 100).lines)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    desk = Desk(tmp_path)
    yield desk
    desk.vault.close()


def test_a_reflection_is_durable_before_it_is_told(desk: Desk) -> None:
    seen: list[list[JournalLine]] = []
    desk.bus.listen(JournalChanged, lambda _news: seen.append(desk.lines()))
    reflection = desk.journal.reflect("What helped?", " A walk ", concept="window")
    assert (reflection.text, reflection.concept, reflection.experienced_at) == ("A walk", "window", desk.clock.now())
    assert seen == [[reflection]]


def test_a_backdated_life_event_keeps_both_moments(desk: Desk) -> None:
    event = desk.journal.note_life_event("Moved house", experienced_at=a_moment(500))
    assert (event.experienced_at, event.created_at) == (a_moment(500), desk.clock.now())
    assert desk.lines() == [event]


def test_nothing_is_kept_of_what_breaks_a_rule(desk: Desk) -> None:
    later = a_moment(-1)
    broken: list[tuple[Rule, Callable[[], object]]] = [
        (Rule.NOTHING_WRITTEN, lambda: desk.journal.reflect("Why?", " \n")),
        (Rule.TIME_IN_THE_FUTURE, lambda: desk.journal.reflect("Why?", "so", experienced_at=later)),
        (Rule.NOTHING_WRITTEN, lambda: desk.journal.note_life_event("")),
        (Rule.TITLE_TOO_LONG, lambda: desk.journal.note_life_event("x" * 101)),
        (Rule.NOTE_TOO_LONG, lambda: desk.journal.note_life_event("x", "ä" * 40_000)),
        (Rule.TIME_IN_THE_FUTURE, lambda: desk.journal.note_life_event("x", experienced_at=later)),
    ]
    for rule, attempt in broken:
        with pytest.raises(DomainError) as caught:
            attempt()
        assert caught.value.rule is rule
    assert (desk.lines(), desk.heard) == ([], [])


def test_a_corrected_check_in_keeps_what_the_person_cannot_know_better_now(desk: Desk) -> None:
    before = replace(
        a_check_in(80, Zone.ABOVE, hours_ago=5, origin=Origin.RANDOM), prompt_id="p", window_id="w", app_version="1"
    )
    desk.add(before)
    wanted = replace(
        before,
        arousal=20,
        zone=Zone.BELOW,
        note="slept badly",
        tags=("home",),
        experienced_at=a_moment(9),
        created_at=a_moment(0),
        origin=Origin.SELF,
        prompt_id=None,
        window_id=None,
        app_version="2",
    )
    after = desk.journal.amend(wanted)
    assert after == replace(
        before, arousal=20, zone=Zone.BELOW, note="slept badly", tags=("home",), experienced_at=a_moment(9)
    )
    assert desk.lines() == [after]
    assert desk.heard == [CheckInAmended(after)]
    assert [version.said for version in desk.journal.versions(before.id)] == [before]


def test_saying_the_same_again_changes_nothing_and_tells_nobody(desk: Desk) -> None:
    check_in = a_check_in(hours_ago=5)
    desk.add(check_in)
    assert desk.journal.amend(check_in) == check_in
    assert (desk.journal.versions(check_in.id), desk.heard) == ([], [])


def test_what_reflections_and_life_events_said_before_is_kept_too(desk: Desk) -> None:
    reflection = desk.journal.reflect("What helped?", "A walk")
    event = desk.journal.note_life_event("Moved")
    desk.journal.amend(replace(reflection, text="Rain"))
    desk.journal.amend(replace(event, title="A new place"))
    kinds = (JournalKind.REFLECTION, reflection), (JournalKind.LIFE_EVENT, event)
    for kind, before in kinds:
        assert [version.said for version in desk.journal.versions(before.id, kind)] == [before]
    assert desk.journal.versions("nobody", JournalKind.PROMPT) == []


def test_reflections_and_life_events_are_corrected_too(desk: Desk) -> None:
    reflection = desk.journal.reflect("What helped?", "A walk")
    event = desk.journal.note_life_event("Moved")
    desk.heard.clear()
    desk.clock.pass_time(hours=1)
    walked = desk.journal.amend(replace(reflection, text="A long walk", question="another", created_at=a_moment(9)))
    moved = desk.journal.amend(replace(event, title="Moved house", experienced_at=a_moment(30)))
    assert walked == replace(reflection, text="A long walk")
    assert moved == replace(event, title="Moved house", experienced_at=a_moment(30))
    assert desk.lines() == [walked, moved]
    assert desk.heard == [JournalChanged(), JournalChanged()]


def test_a_line_cannot_be_moved_into_the_future_nor_be_corrected_when_it_is_not_there(desk: Desk) -> None:
    check_in = a_check_in(hours_ago=5)
    desk.add(check_in)
    for line, rule in (
        (replace(check_in, experienced_at=a_moment(-1)), Rule.TIME_IN_THE_FUTURE),
        (a_check_in(), Rule.NO_SUCH_LINE),
    ):
        with pytest.raises(DomainError) as caught:
            desk.journal.amend(line)
        assert caught.value.rule is rule
    assert (desk.lines(), desk.heard) == ([check_in], [])


def test_a_line_that_a_clock_set_back_left_in_the_future_can_still_be_corrected(desk: Desk) -> None:
    check_in = a_check_in(at=a_moment(-1))
    desk.add(check_in)
    assert desk.journal.amend(replace(check_in, note="later")).experienced_at == a_moment(-1)


def test_one_check_in_is_taken_back_and_brought_back(desk: Desk) -> None:
    check_in = a_check_in(hours_ago=5)
    places = desk.add(check_in)
    desk.journal.forget(places)
    assert desk.lines() == []
    desk.journal.restore(places)
    assert desk.lines() == [check_in]
    assert desk.heard == [CheckInForgotten(check_in.id), CheckInRestored(check_in.id)]


def test_the_line_noted_last_is_known_whatever_its_kind_and_moment(desk: Desk) -> None:
    assert desk.journal.newest_noted() is None
    check_in = a_check_in(hours_ago=2)
    desk.add(check_in)
    event = desk.journal.note_life_event("Moved house", experienced_at=a_moment(50))
    assert desk.journal.newest_noted() == event
    desk.journal.forget([place_of(event)])
    assert desk.journal.newest_noted() == check_in


def test_lines_of_several_kinds_go_at_once_and_come_back_at_once(desk: Desk) -> None:
    desk.add(a_check_in(hours_ago=5), a_check_in(hours_ago=4))
    desk.journal.reflect("What helped?", "A walk")
    desk.journal.note_life_event("Moved")
    lines = desk.lines()
    places = [place_of(line) for line in lines]
    desk.heard.clear()
    desk.journal.forget(places)
    assert desk.lines() == []
    desk.journal.restore(places)
    assert desk.lines() == lines
    assert desk.heard == [CheckInsChanged(), JournalChanged()] * 2


def test_of_purged_lines_nothing_is_left(desk: Desk) -> None:
    (place,) = desk.add(a_check_in(hours_ago=5))
    reflection = place_of(desk.journal.reflect("What helped?", "A walk"))
    desk.heard.clear()
    desk.journal.purge([place, reflection])
    assert desk.lines() == []
    assert desk.journal.line(JournalKind.CHECK_IN, place.id) is None
    assert desk.heard == [CheckInsChanged(), JournalChanged()]
    with pytest.raises(DomainError) as caught:
        desk.journal.restore([place])
    assert caught.value.rule is Rule.NO_SUCH_LINE


@pytest.mark.parametrize("what", ["forget", "restore", "purge"])
def test_if_one_line_is_not_there_none_is_touched(desk: Desk, what: str) -> None:
    (place,) = desk.add(a_check_in(hours_ago=5))
    reflection = place_of(desk.journal.reflect("What helped?", "A walk"))
    desk.heard.clear()
    with pytest.raises(DomainError) as caught:
        getattr(desk.journal, what)([place, reflection, replace(reflection, id="nobody")])
    assert caught.value.rule is Rule.NO_SUCH_LINE
    assert (len(desk.lines()), desk.heard) == (2, [])


def test_prompts_stay_whatever_happens_to_the_lines_around_them(desk: Desk) -> None:
    prompt = a_prompt(1, 2)
    (place,) = desk.add(a_check_in(hours_ago=1))
    with desk.vault.writing() as store:
        store.ledger.plan([prompt], a_moment(9))
    record = desk.journal.line(JournalKind.PROMPT, prompt.id)
    assert isinstance(record, PromptRecord)
    desk.journal.purge([place, place_of(record)])
    desk.journal.purge([place_of(record)])
    assert desk.journal.line(JournalKind.PROMPT, prompt.id) == record
    assert desk.heard == [CheckInsChanged()]


def test_pages_and_jumps_are_those_of_the_store(desk: Desk) -> None:
    check_ins = [a_check_in(hours_ago=hours) for hours in (1, 2, 3, 4)]
    places = desk.add(*check_ins)
    assert desk.journal.older(EVERYTHING, places[1], 1).lines == (check_ins[2],)
    assert desk.journal.newer(EVERYTHING, places[1], 5).lines == (check_ins[0],)
    assert desk.journal.at(EVERYTHING, a_moment(2.5).utc, 1).lines == (check_ins[2],)


def test_how_much_there_is_is_known_without_reading_it(desk: Desk) -> None:
    assert desk.journal.whole() is None
    desk.add(a_check_in(hours_ago=0), a_check_in(hours_ago=1), a_check_in(hours_ago=48))
    today = a_moment().day(START_OF_DAY)
    whole = Period(today - timedelta(days=2), today)
    assert desk.journal.whole() == whole
    assert [(day.day, day.check_ins) for day in desk.journal.days(whole)] == [(whole.first, 1), (today, 2)]


def test_tags_are_renamed_merged_and_removed(desk: Desk) -> None:
    desk.add(a_check_in(hours_ago=2, tags=("work", "office")), a_check_in(hours_ago=1, tags=("work",)))
    assert desk.journal.rename_tag(Tag(TagKind.TAG, "work"), " #office ") == Tag(TagKind.TAG, "office")
    assert desk.journal.tags(TagKind.TAG) == [TagUse(Tag(TagKind.TAG, "office"), 2)]
    assert desk.journal.tags_beginning_with(TagKind.TAG, "OF", 5) == ["office"]
    desk.journal.remove_tag(Tag(TagKind.TAG, "office"))
    assert [line.tags for line in desk.lines() if isinstance(line, CheckIn)] == [(), ()]
    assert desk.heard == [CheckInsChanged(), CheckInsChanged()]


@pytest.mark.parametrize(("name", "rule"), [("  # ", Rule.NOTHING_WRITTEN), ("x" * 101, Rule.TAG_TOO_LONG)])
def test_a_tag_cannot_get_a_name_that_is_none(desk: Desk, name: str, rule: Rule) -> None:
    with pytest.raises(DomainError) as caught:
        desk.journal.rename_tag(Tag(TagKind.TAG, "work"), name)
    assert caught.value.rule is rule


def test_while_locked_nothing_is_read_or_changed(desk: Desk) -> None:
    desk.vault.lock()
    assert desk.journal.is_locked
    for attempt in (
        lambda: desk.journal.older(EVERYTHING, None, 5),
        lambda: desk.journal.reflect("Why?", "so"),
        lambda: desk.journal.forget([place_of(a_check_in())]),
    ):
        with pytest.raises(UserError):
            attempt()
    assert desk.heard == []
