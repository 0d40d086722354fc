"""Today says what comes next, offers one of our concepts, and shows little while locked."""

from datetime import date
from pathlib import Path

import pytest

from companion.application.concept_suggestions import ConceptSuggestions
from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.today import TodayPresenter, build_state
from tests.support.builders import a_check_in, a_moment
from tests.support.date_words import PlainDateWords
from tests.support.notes import library_of
from tests.support.reminding import Desk, at

DAY = date(2026, 11, 22)
ABOVE = Concept("ours/above", "Settling", "word", zones=(Zone.ABOVE,))
BELOW = Concept("ours/below", "Waking up", "word", zones=(Zone.BELOW,))
PLAIN = Concept("ours/plain", "Neurons", "word", zones=(Zone.INSIDE,))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path, start="2026-11-22T14:06:00")


def presenter(desk: Desk, *concepts: Concept) -> TodayPresenter:
    suggestions = ConceptSuggestions(library_of(*concepts), desk.vault, desk.days)
    return TodayPresenter(desk.vault, desk.clock, desk.days, desk.rounds, suggestions.for_today, PlainDateWords())


def test_without_reminders_nothing_is_said_of_them() -> None:
    state = build_state(DAY, a_moment(), None, None, PlainDateWords(), is_locked=False)
    assert (state.day, state.coming, state.locked) == (DAY, "", "")


def test_the_small_hours_are_of_the_day_before(desk: Desk) -> None:
    desk.clock.set("2026-11-23T03:59:00")
    assert presenter(desk).state().day == DAY
    desk.clock.set("2026-11-23T04:00:00")
    assert presenter(desk).state().day == date(2026, 11, 23)


def test_the_next_reminder_is_told(desk: Desk) -> None:
    desk.reminders.add(at("21:15"))
    assert presenter(desk).state().coming == "Next reminder at 21:15"


def test_while_locked_it_says_that_a_check_in_is_still_possible(desk: Desk) -> None:
    desk.vault.lock()
    state = presenter(desk).state()
    assert state.is_locked
    assert "You can check in" in state.locked


def test_while_locked_no_concept_is_offered(desk: Desk) -> None:
    desk.vault.lock()
    assert presenter(desk, PLAIN).concept() is None


def test_a_check_in_of_today_chooses_the_concept(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.check_ins.add(a_check_in(20, Zone.BELOW, hours_ago=1))
    teaser = presenter(desk, ABOVE, BELOW).concept()
    assert teaser is not None
    assert teaser.key == BELOW.key


def test_a_check_in_before_midnight_still_does_in_the_small_hours(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.check_ins.add(a_check_in(20, Zone.BELOW))
    desk.clock.set("2026-11-23T02:00:00")
    teaser = presenter(desk, ABOVE, BELOW).concept()
    assert teaser is not None
    assert teaser.key == BELOW.key


def test_a_check_in_of_yesterday_does_not(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.check_ins.add(a_check_in(20, Zone.BELOW, hours_ago=24))
    keys = set()
    for _day in range(2):
        teaser = presenter(desk, ABOVE, BELOW).concept()
        assert teaser is not None
        keys.add(teaser.key)
        desk.clock.pass_time(hours=24)
    assert keys == {ABOVE.key, BELOW.key}
