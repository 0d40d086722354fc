"""Which note fits a moment."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from companion.domain.concept import Concept
from companion.domain.concept_suggestion import FITS_EVERY_ZONE, Occasion, Suggestion, Why, suggest
from companion.domain.zone import Zone

DAY = date(2026, 11, 22)
WINDOW = Concept(FITS_EVERY_ZONE, "Window of Tolerance", "", zones=(Zone.BELOW,))
ABOVE = Concept("ours/above", "Above the Window", "", zones=(Zone.ABOVE,))
WORK = Concept("ours/work", "Work", "", zones=(Zone.ABOVE,), tags=("work",))
MINE = Concept("mine/storm", "Storms", "", zones=(Zone.ABOVE,), is_ours=False)
NEVER = Concept("mine/list", "Shopping", "", is_ours=False)


def at(zone: Zone | None = Zone.ABOVE, day: date = DAY, **more: object) -> Occasion:
    return replace(Occasion(zone, day), **more)  # type: ignore[arg-type]


def chosen(*concepts: Concept, occasion: Occasion | None = None) -> Suggestion:
    found = suggest(concepts, occasion or at())
    assert found is not None
    return found


def test_only_what_is_written_for_the_answer_is_offered() -> None:
    assert chosen(WINDOW, ABOVE) == Suggestion(ABOVE, Why.ZONE)


def test_where_nothing_is_written_for_it_the_window_is() -> None:
    assert chosen(WINDOW, ABOVE, occasion=at(Zone.MIXED)) == Suggestion(WINDOW, Why.EVERY_ZONE)
    assert suggest([ABOVE], at(Zone.MIXED)) is None


def test_without_an_answer_everything_that_is_written_for_any_may_come() -> None:
    seen = {chosen(WINDOW, ABOVE, NEVER, occasion=at(None, turn=turn)).concept for turn in range(3)}
    assert seen == {WINDOW, ABOVE}


def test_a_note_of_their_own_with_zones_takes_part_and_one_without_never() -> None:
    assert chosen(NEVER, MINE) == Suggestion(MINE, Why.ZONE)
    assert suggest([NEVER], at()) is None


@pytest.mark.parametrize("zone", [None, *Zone])
def test_a_note_of_their_own_with_practices_alone_takes_part_everywhere(zone: Zone | None) -> None:
    with_practices = replace(NEVER, practices=("orienting",))
    assert chosen(with_practices, occasion=at(zone)).concept is with_practices


def test_a_tag_that_was_noted_goes_first_and_is_named() -> None:
    assert chosen(ABOVE, WORK, occasion=at(tags=("sleep", "Work"))) == Suggestion(WORK, Why.TAG, "Work")


def test_a_new_note_of_theirs_goes_before_older_ones_for_a_week() -> None:
    new = replace(MINE, changed_on=DAY - timedelta(days=6))
    assert chosen(ABOVE, new) == Suggestion(new, Why.NEW)
    assert chosen(new, occasion=at(day=DAY + timedelta(days=1))).why is Why.ZONE


@pytest.mark.parametrize("days", [0, 2, 13])
def test_what_was_read_lately_waits(days: int) -> None:
    read = {ABOVE.key: DAY - timedelta(days=days)}
    for turn in range(2):
        assert chosen(ABOVE, WORK, occasion=at(read=read, turn=turn)).concept is WORK


def test_what_was_read_a_fortnight_ago_may_come_again() -> None:
    read = {ABOVE.key: DAY - timedelta(days=14)}
    assert {chosen(ABOVE, WORK, occasion=at(read=read, turn=turn)).concept.key for turn in range(2)} == {
        ABOVE.key,
        WORK.key,
    }


def test_of_two_that_were_read_the_one_longer_ago_comes() -> None:
    read = {ABOVE.key: DAY, WORK.key: DAY - timedelta(days=5)}
    assert chosen(ABOVE, WORK, occasion=at(read=read)).concept is WORK


def test_the_same_is_not_offered_twice_running_while_there_is_another() -> None:
    assert chosen(ABOVE, WORK, occasion=at(before=WORK.key, tags=("work",))).concept is ABOVE
    assert chosen(ABOVE, occasion=at(before=ABOVE.key)).concept is ABOVE


def test_another_day_brings_another() -> None:
    assert chosen(ABOVE, WORK).concept is not chosen(ABOVE, WORK, occasion=at(day=DAY + timedelta(days=1))).concept
