"""The triangle in words: what its three lines ask, and its picture over the weeks, row by row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from typing import NamedTuple

from companion.domain.arousal import HIGHEST
from companion.domain.triangle import Corner, Triangle, TriangleWeek
from companion.presentation.checkin_form import LineWords
from companion.presentation.date_words import DateWords
from companion.presentation.translation import _, ngettext

WEEKS_SHOWN = 12
TRIANGLE = "triangle"  # in place of a practice's key: the form of the triangle, which is in the journal
ABOUT_TRIANGLE = "ours/triangle-of-well-being"


class CornerMark(NamedTuple):
    """One week of one corner: `points` None where nothing was put on its line. `spoken` is the whole in words."""

    points: int | None
    has_words: bool
    spoken: str


class CornerRow(NamedTuple):
    """One of the three small rows, oldest week first; `in_words` says what it shows."""

    corner: Corner
    name: str
    marks: tuple[CornerMark, ...]
    in_words: str


class TrianglePicture(NamedTuple):
    """The three rows side by side in time, and the same as a table: newest week first, without empty ones.

    There is no fourth row, and nothing joins the three.
    """

    sentence: str
    ends: str
    rows: tuple[CornerRow, ...]
    weeks: tuple[str, ...]
    headings: tuple[str, ...]
    table: tuple[tuple[str, ...], ...]


def note_words() -> str:
    """What the way to its form is called."""
    return _("Note how this week was")


def corner_name(corner: Corner) -> str:
    """What a corner is called."""
    return {
        Corner.MIND: _("Mind"),
        Corner.BODY: _("Body"),
        Corner.RELATIONSHIPS: _("Relationships"),
    }[corner]


def corner_line(corner: Corner) -> LineWords:
    """What its line asks, and its two ends. The wording is ours, not that of a published scale."""
    question = {
        Corner.MIND: _("How much room did my mind have this week?"),
        Corner.BODY: _("How much room did my body have this week?"),
        Corner.RELATIONSHIPS: _("How much room did relationships have this week?"),
    }[corner]
    return LineWords(question, _("hardly any"), _("plenty"))


def corner_hint(corner: Corner) -> str:
    """What may belong to a corner, as an invitation to a few words."""
    return {
        Corner.MIND: _("thoughts, quiet, learning"),
        Corner.BODY: _("sleep, food, moving, resting"),
        Corner.RELATIONSHIPS: _("who was near, or far"),
    }[corner]


def words_name(corner: Corner) -> str:
    """What the line of words beside it is called."""
    return {
        Corner.MIND: _("A few words about my mind"),
        Corner.BODY: _("A few words about my body"),
        Corner.RELATIONSHIPS: _("A few words about relationships"),
    }[corner]


def said_of(triangle: Triangle, corner: Corner) -> str:
    """Position and words of a corner in one line; "" where there is neither."""
    return ", ".join(part for part in (points_words(triangle.points(corner)), triangle.words(corner)) if part)


def points_words(points: int | None) -> str:
    """A position in words; "" for no answer."""
    return "" if points is None else _("{points} of {highest}").format(points=points, highest=HIGHEST)


def build_picture(weeks: Sequence[TriangleWeek], words: DateWords) -> TrianglePicture:
    """The picture of those weeks, oldest first."""
    noted = [week for week in weeks if week.triangle is not None]
    rows = tuple(_row(corner, weeks, words) for corner in Corner)
    return TrianglePicture(
        _sentence(weeks, len(noted), words),
        _ends(rows),
        rows,
        tuple(words.day(week.first) for week in weeks),
        (_("Week from"), *(corner_name(corner) for corner in Corner)),
        tuple(_table_row(week, words) for week in reversed(noted)),
    )


def _sentence(weeks: Sequence[TriangleWeek], noted: int, words: DateWords) -> str:
    if not noted:
        return _("Nothing is noted here in these weeks, and nothing has to be.")
    last = weeks[-1].first + timedelta(days=6)
    return ngettext(
        "{first} to {last}, noted in {count} week", "{first} to {last}, noted in {count} weeks", noted
    ).format(first=words.day(weeks[0].first), last=words.day(last), count=noted)


def _ends(rows: Sequence[CornerRow]) -> str:
    """How a row is read; what a dash is, only where there is one."""
    line = corner_line(Corner.MIND)
    ends = _("In each row: “{low}” below, “{high}” above.").format(low=line.low, high=line.high)
    has_dash = any(mark.points is None and mark.has_words for row in rows for mark in row.marks)
    return ends + (" " + _("A dash: words without a position.") if has_dash else "")


def _row(corner: Corner, weeks: Sequence[TriangleWeek], words: DateWords) -> CornerRow:
    name = corner_name(corner)
    marks = tuple(_mark(corner, week, words) for week in weeks)
    said = [mark.spoken for mark in marks if mark.points is not None or mark.has_words]
    in_words = _("{name}. {weeks}").format(name=name, weeks="; ".join(said) or _("nothing noted"))
    return CornerRow(corner, name, marks, in_words)


def _mark(corner: Corner, week: TriangleWeek, words: DateWords) -> CornerMark:
    triangle, day = week.triangle, words.day(week.first)
    said = "" if triangle is None else said_of(triangle, corner)
    spoken = _("week from {day}: {what}").format(day=day, what=said or _("no answer"))
    if triangle is None:
        return CornerMark(None, False, spoken)
    return CornerMark(triangle.points(corner), bool(triangle.words(corner)), spoken)


def _table_row(week: TriangleWeek, words: DateWords) -> tuple[str, ...]:
    return (words.day(week.first), *_said(week.triangle))


def _said(triangle: Triangle | None) -> Iterator[str]:
    for corner in Corner:
        yield ("" if triangle is None else said_of(triangle, corner)) or _("no answer")
