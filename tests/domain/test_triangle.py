"""The triangle: three corners, each by itself, and none of them joined."""

from dataclasses import fields
from datetime import date, timedelta

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.triangle import Corner, Triangle, weeks_of
from tests.support.builders import a_moment

SUNDAY = date(2026, 11, 22)
MONDAY = 0


def a_triangle(mind: int | None = None, words: str = "", hours_ago: float = 0) -> Triangle:
    return Triangle(f"id-{hours_ago}", a_moment(hours_ago), a_moment(hours_ago), mind, mind_words=words)


def test_zero_is_an_answer_and_none_is_no_answer() -> None:
    triangle = a_triangle(0)
    assert [triangle.points(corner) for corner in Corner] == [0, None, None]


def test_words_alone_are_enough_and_stand_on_one_line() -> None:
    assert a_triangle(words=" much \n to read ").words(Corner.MIND) == "much to read"


@pytest.mark.parametrize(
    ("mind", "words", "rule"),
    [
        (None, " \n ", Rule.TRIANGLE_EMPTY),
        (101, "", Rule.POINTS_OUT_OF_RANGE),
        (True, "", Rule.POINTS_OUT_OF_RANGE),
        (5, "x" * 501, Rule.WORDS_TOO_LONG),
    ],
)
def test_what_cannot_be_kept_is_refused(mind: int | None, words: str, rule: Rule) -> None:
    with pytest.raises(DomainError) as raised:
        a_triangle(mind, words)
    assert raised.value.rule is rule


def test_nothing_of_it_joins_the_three() -> None:
    said = {each.name for each in fields(Triangle)} - {"id", "experienced_at", "created_at"}
    assert said == {name for corner in Corner for name in (corner.value, f"{corner.value}_words")}
    offered = {name for name in dir(Triangle) if not name.startswith("_")} - said
    assert offered == {"id", "experienced_at", "created_at", "points", "words"}


def test_each_week_has_the_one_that_was_lived_last_in_it() -> None:
    days = [(SUNDAY - timedelta(days=back), a_triangle(back, hours_ago=24 * back)) for back in (0, 6, 7, 20)]
    weeks = weeks_of(days, SUNDAY, MONDAY, 4)
    assert [week.first for week in weeks] == [date(2026, 10, 26) + timedelta(weeks=number) for number in range(4)]
    assert [week.triangle and week.triangle.mind for week in weeks] == [None, 20, 7, 0]


def test_a_week_begins_where_the_person_lives() -> None:
    (week,) = weeks_of([(SUNDAY, a_triangle(4))], SUNDAY, 6, 1)
    assert (week.first, week.triangle and week.triangle.mind) == (SUNDAY, 4)
