"""The triangle's picture: three rows that say the same as its words, with nothing that joins them."""

from datetime import date

from companion.domain.triangle import Corner, Triangle, TriangleWeek
from companion.presentation.triangle import build_picture, corner_line, said_of
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords

WEEKS = (date(2026, 11, 2), date(2026, 11, 9), date(2026, 11, 16))


def a_triangle(mind: int | None = None, body: int | None = None, body_words: str = "") -> Triangle:
    return Triangle("t", a_moment(), a_moment(), mind, body, mind_words="", body_words=body_words)


NOTED = build_picture(
    [
        TriangleWeek(WEEKS[0], a_triangle(0, 40)),
        TriangleWeek(WEEKS[1], None),
        TriangleWeek(WEEKS[2], a_triangle(body_words="bread")),
    ],
    PlainDateWords(),
)


def test_each_corner_is_a_row_of_its_own_and_there_is_no_fourth() -> None:
    assert [row.corner for row in NOTED.rows] == list(Corner)
    assert [[mark.points for mark in row.marks] for row in NOTED.rows] == [
        [0, None, None],
        [40, None, None],
        [None, None, None],
    ]


def test_words_without_a_place_are_no_place() -> None:
    body = NOTED.rows[1].marks[2]
    assert (body.points, body.has_words) == (None, True)


def test_a_dash_is_explained_where_there_is_one() -> None:
    told = "A dash: words without a position."
    without = build_picture([TriangleWeek(WEEKS[0], a_triangle(body=3))], PlainDateWords())
    assert NOTED.ends.endswith(told)
    assert told not in without.ends


def test_the_table_says_what_the_rows_show_newest_first_and_no_more() -> None:
    assert NOTED.headings == ("Week from", "Mind", "Body", "Relationships")
    assert [row[1:] for row in NOTED.table] == [
        ("no answer", "bread", "no answer"),
        ("0 of 100", "40 of 100", "no answer"),
    ]


def test_a_row_is_said_in_words_with_its_weeks() -> None:
    first, last = PlainDateWords().day(WEEKS[0]), PlainDateWords().day(WEEKS[2])
    assert NOTED.rows[1].in_words == f"Body. week from {first}: 40 of 100; week from {last}: bread"
    assert NOTED.rows[2].in_words == "Relationships. nothing noted"


def test_weeks_without_anything_are_said_kindly() -> None:
    empty = build_picture([TriangleWeek(first, None) for first in WEEKS], PlainDateWords())
    assert (empty.sentence, empty.table) == ("Nothing is noted here in these weeks, and nothing has to be.", ())
    assert NOTED.sentence.endswith("noted in 2 weeks")


def test_the_three_are_asked_alike() -> None:
    lines = [corner_line(corner) for corner in Corner]
    assert len({(line.low, line.high) for line in lines}) == 1
    assert len({line.question for line in lines}) == len(Corner)


def test_place_and_words_of_a_corner_stand_together() -> None:
    assert said_of(a_triangle(body=3, body_words="bread"), Corner.BODY) == "3 of 100, bread"
    assert said_of(a_triangle(body=3), Corner.MIND) == ""
