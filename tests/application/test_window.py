"""The window's versions: set by the person, or learned when a day has ended, each from then on."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.events import WindowChanged
from companion.application.window import WindowService
from companion.domain.checkin import CheckIn
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import moment_of
from companion.domain.window import STARTING_GUESS, WindowOfTolerance, WindowSource
from companion.domain.window_learning import LabelCounts
from companion.domain.zone import Zone
from tests.support.builders import CountingIds, a_check_in
from tests.support.clock import FakeClock
from tests.support.labelling import Person, check_ins_of
from tests.support.store import a_vault

PERSON = Person(25, 65)


class WindowDesk:
    """A store, a clock and the service, on a Sunday afternoon in Berlin; `news` counts what it said."""

    def __init__(self, folder: Path) -> None:
        self.clock = FakeClock("2026-11-22T14:06:00")
        self.vault: SqliteVault = a_vault(folder)
        self.bus = EventBus()
        self.ids = CountingIds()
        self.news: list[WindowChanged] = []
        self.bus.listen(WindowChanged, self.news.append)
        self.restart()

    def restart(self) -> None:
        self.service = WindowService(self.vault, self.clock, self.ids, self.bus)

    def note(self, check_ins: Iterable[CheckIn]) -> None:
        with self.vault.writing() as store:
            for check_in in check_ins:
                store.check_ins.add(check_in)

    def note_until(self, wall: str, count: int = 120, person: Person = PERSON) -> None:
        """As many answers, four a day, the last six hours before that time in Berlin."""
        until = datetime.fromisoformat(f"{wall}+01:00")
        self.note(check_ins_of(person, count, until=until, seed=wall))

    def versions(self) -> list[WindowOfTolerance]:
        with self.vault.reading() as store:
            return store.windows.versions()


@pytest.fixture
def desk(tmp_path: Path) -> WindowDesk:
    return WindowDesk(tmp_path)


def test_the_persons_own_bounds_hold_from_now_on(desk: WindowDesk) -> None:
    desk.service.set_own(35, 62)

    own = desk.versions()[-1]
    assert (own.lower, own.upper, own.source, own.since) == (35, 62, WindowSource.OWN, desk.clock.now())
    assert desk.service.look().in_force == own
    assert len(desk.news) == 1


def test_setting_the_same_again_is_no_news(desk: WindowDesk) -> None:
    desk.service.set_own(35, 62)
    desk.clock.pass_time(hours=1)
    desk.service.set_own(35, 62)

    assert len(desk.versions()) == 2
    assert len(desk.news) == 1


def test_a_window_upside_down_is_refused_and_nothing_is_kept(desk: WindowDesk) -> None:
    with pytest.raises(DomainError) as caught:
        desk.service.set_own(62, 35)

    assert caught.value.rule is Rule.WINDOW_UPSIDE_DOWN
    assert desk.versions() == [STARTING_GUESS]


def test_back_to_the_guess_is_a_version_too(desk: WindowDesk) -> None:
    desk.service.set_own(35, 62)
    desk.clock.pass_time(hours=1)
    desk.service.back_to_guess()

    bounds = [(window.lower, window.upper, window.source) for window in desk.versions()]
    assert bounds[1:] == [(35, 62, WindowSource.OWN), (30, 70, WindowSource.STARTING_GUESS)]
    assert desk.versions()[-1].since == desk.clock.now()


def test_back_to_the_guess_where_it_holds_already_changes_nothing(desk: WindowDesk) -> None:
    desk.service.back_to_guess()

    assert desk.versions() == [STARTING_GUESS]
    assert desk.news == []


def test_the_estimate_says_what_it_rests_on(desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T14:00:00", 80)
    desk.note([a_check_in(50, Zone.MIXED, at=desk.clock.now()), a_check_in(None, Zone.ABOVE, at=desk.clock.now())])

    learned = desk.service.look().learned

    assert (learned.counts.total, learned.counts.days) == (80, 21)
    assert learned.lower is not None
    assert learned.lower.likely.low <= 25 <= learned.lower.likely.high


def test_a_check_in_counts_in_the_same_moment(desk: WindowDesk) -> None:
    desk.note([a_check_in(20, Zone.BELOW, at=desk.clock.now())])

    assert desk.service.look().learned.counts == LabelCounts(below=1, days=1)


def test_after_a_year_an_answer_no_longer_counts(desk: WindowDesk) -> None:
    desk.note([a_check_in(20, Zone.BELOW, at=moment_of(desk.clock.now().local - timedelta(days=366)))])

    assert desk.service.look().learned.counts == LabelCounts()


def test_what_the_days_taught_holds_from_now_on_and_never_before(desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T03:00:00")
    with desk.vault.reading() as store:
        before = store.check_ins.between(None, None)

    learned = desk.service.learn()

    assert learned is not None
    assert (learned.source, learned.since, learned.labels) == (WindowSource.LEARNED, desk.clock.now(), 120)
    assert desk.versions() == [STARTING_GUESS, learned]
    assert len(desk.news) == 1
    with desk.vault.reading() as store:
        assert store.check_ins.between(None, None) == before


def test_today_is_learned_from_only_when_it_has_ended(desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T13:00:00", 40, Person(40, 60))
    assert desk.service.learn() is None

    desk.clock.set("2026-11-23T03:59:59")
    assert desk.service.learn() is None
    desk.clock.set("2026-11-23T04:00:00")
    assert desk.service.learn() is not None


def test_a_day_brings_at_most_one_learned_window(desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T03:00:00")
    assert desk.service.learn() is not None
    assert desk.service.learn() is None
    desk.restart()
    assert desk.service.learn() is None

    assert len(desk.versions()) == 2


def test_a_day_on_which_the_person_set_it_brings_none(desk: WindowDesk) -> None:
    desk.service.set_own(35, 62)
    desk.clock.pass_time(hours=1)
    desk.service.back_to_guess()
    desk.note_until("2026-11-22T03:00:00")
    assert desk.service.learn() is None

    desk.clock.set("2026-11-23T04:00:00")
    learned = desk.service.learn()

    assert learned is not None
    assert desk.versions()[-1] == learned


def test_days_on_which_nothing_ran_are_not_made_up_for(desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T03:00:00")
    desk.clock.set("2026-12-10T20:00:00")

    assert desk.service.learn() is not None

    assert [window.since for window in desk.versions()[1:]] == [desk.clock.now()]


def test_the_day_ends_when_the_persons_day_does(desk: WindowDesk) -> None:
    assert desk.service.next_day_end() == datetime.fromisoformat("2026-11-23T04:00:00+01:00")
    desk.clock.set("2026-11-23T02:00:00")
    assert desk.service.next_day_end() == datetime.fromisoformat("2026-11-23T04:00:00+01:00")


def test_flying_west_does_not_end_a_day_twice(desk: WindowDesk) -> None:
    desk.clock.set("2026-11-22T04:00:00")
    desk.note_until("2026-11-22T03:00:00")
    assert desk.service.learn() is not None
    desk.clock.travel_to("America/New_York")
    desk.clock.set("2026-11-22T04:00:00")
    desk.restart()

    assert desk.service.learn() is None


def test_while_locked_nothing_is_learned(desk: WindowDesk) -> None:
    desk.note_until("2026-11-22T03:00:00")
    desk.vault.lock()

    assert desk.service.learn() is None
    assert desk.service.next_day_end() is None
    with pytest.raises(UserError) as caught:
        desk.service.look()
    assert caught.value.trouble is Trouble.LOCKED


def test_what_could_not_be_kept_is_learned_next_time(desk: WindowDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.note_until("2026-11-22T03:00:00")

    def is_full() -> None:
        raise UserError(Trouble.DISK_FULL)

    with monkeypatch.context() as full:
        full.setattr(desk.vault, "writing", is_full)
        with pytest.raises(UserError):
            desk.service.learn()

    assert desk.service.learn() is not None


def test_another_process_that_was_faster_is_left_to_it(desk: WindowDesk, monkeypatch: pytest.MonkeyPatch) -> None:
    desk.note_until("2026-11-22T03:00:00")
    writing = desk.vault.writing
    other = WindowService(desk.vault, desk.clock, desk.ids, EventBus())

    def after_the_other() -> object:
        monkeypatch.undo()
        assert other.learn() is not None
        return writing()

    monkeypatch.setattr(desk.vault, "writing", after_the_other)

    assert desk.service.learn() is None
    assert len(desk.versions()) == 2
    assert desk.news == []


def test_a_version_from_a_clock_that_was_ahead_does_not_hold_yet(desk: WindowDesk) -> None:
    ahead = moment_of(desk.clock.now().local + timedelta(days=3))
    with desk.vault.writing() as store:
        store.windows.add(WindowOfTolerance("ahead", 10, 20, ahead, WindowSource.OWN))

    assert desk.service.look().in_force == STARTING_GUESS
