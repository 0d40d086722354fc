"""The note that fits a check-in, and Today's; what was read or written about waits."""

from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.note_readings import SqliteNoteReadings
from companion.application.concept_suggestions import ConceptSuggestions
from companion.application.errors import Trouble, UserError
from companion.domain.concept import Concept
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from tests.support.builders import a_check_in
from tests.support.notes import library_of
from tests.support.reminding import Desk

ONE = Concept("ours/one", "One", "", zones=(Zone.ABOVE,))
OTHER = Concept("ours/other", "Other", "", zones=(Zone.ABOVE,), tags=("work",))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, start="2026-11-22T14:06:00")


def suggestions(desk: Desk, *concepts: Concept) -> ConceptSuggestions:
    return ConceptSuggestions(library_of(*(concepts or (ONE, OTHER))), desk.vault, desk.days)


def key(found: object) -> str:
    assert found is not None
    return str(found.concept.key)  # type: ignore[attr-defined]


def test_two_check_ins_running_are_offered_two_notes(desk: Desk) -> None:
    offers = suggestions(desk)
    first, second = offers.after_check_in(Zone.ABOVE), offers.after_check_in(Zone.ABOVE)
    assert {key(first), key(second)} == {ONE.key, OTHER.key}


def test_the_tags_of_the_check_in_count(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.check_ins.add(a_check_in(80, Zone.ABOVE, hours_ago=1, tags=("work",)))
    assert key(suggestions(desk).after_check_in(Zone.ABOVE)) == OTHER.key
    assert key(suggestions(desk).for_today()) == OTHER.key


def test_what_was_read_waits(desk: Desk) -> None:
    offers = suggestions(desk)
    offers.note_read(key(offers.for_today()))
    offers_then = key(offers.for_today())
    offers.note_read(offers_then)
    assert {offers_then, key(suggestions(desk).for_today())} == {ONE.key, OTHER.key}


def test_what_was_read_waits_also_after_a_restart(desk: Desk) -> None:
    shown = key(suggestions(desk).for_today())
    suggestions(desk).note_read(shown)
    assert key(suggestions(desk).for_today()) != shown


def test_what_was_written_about_after_it_was_read_counts_from_then(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.readings.add(ONE.key, date(2026, 11, 10))
        store.readings.add(OTHER.key, date(2026, 11, 18))
        now = desk.clock.now()
        store.reflections.add(Reflection("0190-r", now, now, "What?", "Words.", ONE.key))
    assert key(suggestions(desk).for_today()) == OTHER.key


def test_where_nothing_can_be_written_a_note_is_read_all_the_same(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_anything: object) -> None:
        raise UserError(Trouble.DISK_FULL)

    monkeypatch.setattr(SqliteNoteReadings, "add", refuse)
    suggestions(desk).note_read(ONE.key)


def test_while_locked_nothing_is_kept_of_what_is_read(desk: Desk) -> None:
    offers = suggestions(desk)
    desk.vault.lock()
    offers.note_read(ONE.key)
    desk.vault.unlock()
    with desk.vault.reading() as store:
        assert store.readings.all() == {}


def test_what_was_written_about_waits_also_after_a_restart(desk: Desk) -> None:
    shown = key(suggestions(desk).for_today())
    now = desk.clock.now()
    with desk.vault.writing() as store:
        store.reflections.add(Reflection("0190-r", now, now, "What?", "Words.", shown))
    assert key(suggestions(desk).for_today()) != shown


def test_looking_again_at_today_offers_the_same(desk: Desk) -> None:
    offers = suggestions(desk)
    assert key(offers.for_today()) == key(offers.for_today())


def test_while_locked_nothing_is_offered(desk: Desk) -> None:
    desk.vault.lock()
    offers = suggestions(desk)
    assert offers.for_today() is None
    assert offers.after_check_in(Zone.ABOVE) is None
