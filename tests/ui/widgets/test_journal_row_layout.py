"""Where the words of a row stand: nothing beyond its edge, nothing over another, long words end in an ellipsis."""

from dataclasses import replace
from datetime import date, time

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QFont

from companion.application.settings import Look
from companion.domain.checkin import CheckIn
from companion.presentation.journal_row import JournalRow, rows_of
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_row_layout import RowLayout, clamped, mirrored
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords

LONG = "a rather long note with several words that does not fit into two lines of a list, however wide it is made"


def row(check_in: CheckIn) -> JournalRow:
    (made,) = rows_of([check_in], frozenset(), time(4), date(2026, 11, 22), PlainDateWords())
    return made


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("width", [220, 400, 900])
def test_words_stay_inside_and_apart(theme: Theme, width: int, percent: int) -> None:
    theme.apply(Look.LIGHT, percent)
    tags = tuple(f"tag{number}" for number in range(30))
    made = RowLayout(theme, QFont(), width, "12:58 AM").lay_out(row(a_check_in(note=LONG, tags=tags)), "Today")
    places = [words.place for words in made.words]
    assert all(place.right() <= width and place.bottom() <= made.height for place in places)
    crossing = [
        (one, other)
        for number, one in enumerate(places)
        for other in places[number + 1 :]
        if one.adjusted(1, 1, -1, -1).intersects(other.adjusted(1, 1, -1, -1))
    ]
    assert [pair for pair in crossing if pair[0].top() != pair[1].top()] == []


def test_a_row_without_a_note_is_lower(theme: Theme) -> None:
    layout = RowLayout(theme, QFont(), 400, "22:58")
    assert layout.lay_out(row(a_check_in()), "").height < layout.lay_out(row(a_check_in(note=LONG)), "").height


def test_the_body_begins_below_the_heading(theme: Theme) -> None:
    layout = RowLayout(theme, QFont(), 400, "22:58")
    assert layout.lay_out(row(a_check_in()), "").body.top() == 0
    assert layout.lay_out(row(a_check_in()), "Today").body.top() > 0


def test_what_does_not_fit_ends_in_an_ellipsis() -> None:
    lines = clamped(LONG * 3, QFont(), 200, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")


@pytest.mark.parametrize("text", ["🙂" * 80, "שלום " * 40, "x" * 400, "日本語" * 60])
def test_no_letter_is_lost_between_lines(text: str) -> None:
    lines = clamped(text, QFont(), 200, 1000)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


def test_mirrored_the_first_column_is_at_the_right() -> None:
    assert mirrored(QRectF(10, 5, 30, 20), 100) == QRectF(60, 5, 30, 20)


def test_a_note_of_its_own_direction_is_laid_out_like_any_other(theme: Theme) -> None:
    layout = RowLayout(theme, QFont(), 400, "22:58")
    hebrew = row(replace(a_check_in(), note="שלום"))
    assert layout.lay_out(hebrew, "").height == layout.lay_out(row(a_check_in(note="one")), "").height
