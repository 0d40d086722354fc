"""The page for a session on paper."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage, QPainter

from companion.presentation.report import ReportPage
from companion.ui.chart.report_paper import HEIGHT, WIDTH, ReportPaper
from companion.ui.theme.tokens import LIGHT
from tests.support.builders import a_check_in
from tests.support.pdf_text import pages_of, text_of
from tests.support.reports import a_life_event, a_month, a_page

LONG = "A note that goes on and on, about everything there was that day. " * 12


def drawn(page: ReportPage) -> QImage:
    image = QImage(int(WIDTH), int(HEIGHT), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    ReportPaper(page).draw(painter)
    painter.end()
    return image


def test_it_is_one_page_of_which_the_words_can_be_copied(qapp: object, tmp_path: Path) -> None:
    page = a_page(tmp_path, *a_month(), a_check_in(note="after the call", hours_ago=2), a_life_event("New flat"))
    content = ReportPaper(page).pdf()
    text = text_of(content)
    assert pages_of(content) == 1
    assert b"/MediaBox [0 0 595" in content
    for words in (
        page.lead,
        "Self-report, not a measurement.",
        "50 in 100, likely 42 to 58",
        "after the call",
        "New flat",
        "Coming back",
    ):
        assert words in text


def test_the_same_page_is_the_same_file(qapp: object, tmp_path: Path) -> None:
    noted = (*a_month(), a_check_in(note="after the call", hours_ago=2))
    first = ReportPaper(a_page(tmp_path / "a", *noted)).pdf()
    assert ReportPaper(a_page(tmp_path / "b", *noted)).pdf() == first


def test_nothing_of_a_note_is_in_what_the_file_says_of_itself(qapp: object, tmp_path: Path) -> None:
    content = ReportPaper(a_page(tmp_path, a_check_in(note="secretive"))).pdf()
    assert b"secretive" not in content
    assert "secretive".encode("utf-16-be") not in content


@pytest.mark.parametrize("count", [0, 1, 4, 40])
def test_however_much_was_chosen_it_stays_one_page(qapp: object, tmp_path: Path, count: int) -> None:
    notes = [a_check_in(note=f"Beginning {LONG}", hours_ago=number + 1) for number in range(count)]
    page = a_page(tmp_path, *a_month(), *notes)
    paper = ReportPaper(page)
    content = paper.pdf()
    assert pages_of(content) == 1
    assert text_of(content).count("Beginning") == count - paper.left_out
    assert ("more have no room here." in text_of(content)) == (paper.left_out > 1)


def test_with_many_of_both_events_and_notes_nothing_is_drawn_over_the_codebook(qapp: object, tmp_path: Path) -> None:
    notes = [a_check_in(note=LONG, hours_ago=number + 1) for number in range(30)]
    events = [a_life_event(f"Event {number}", number) for number in range(1, 60)]
    full = drawn(a_page(tmp_path / "full", *a_month(), *notes, *events))
    empty = drawn(a_page(tmp_path / "empty", *a_month()))
    for y in range(int(HEIGHT) - 190, int(HEIGHT)):
        for x in range(0, int(WIDTH), 3):
            assert full.pixel(x, y) == empty.pixel(x, y)


@pytest.mark.parametrize("note", [LONG, "x" * 60_000, "\u202eabc " * 5_000, "\n" * 500 + "end", "🙂" * 3_000])
def test_whatever_is_written_there_is_a_margin_on_every_side(qapp: object, tmp_path: Path, note: str) -> None:
    title = ("x" * 100) if note[0] == "x" else "Moved"
    image = drawn(a_page(tmp_path, *a_month(), a_check_in(note=note, hours_ago=2), a_life_event(title)))
    paper = image.pixel(0, 0)
    edges = [(x, y) for x in range(0, int(WIDTH), 2) for y in (10, 30, int(HEIGHT) - 30)]
    edges += [(x, y) for y in range(0, int(HEIGHT), 2) for x in (10, 36, int(WIDTH) - 36)]
    assert all(image.pixel(*place) == paper for place in edges)
    assert image.pixelColor(0, 0).name() == LIGHT.surface


def test_the_parts_of_the_bar_can_be_told_apart_in_grey(qapp: object, tmp_path: Path) -> None:
    image = drawn(a_page(tmp_path, *a_month())).convertToFormat(QImage.Format.Format_Grayscale8)
    width = (WIDTH - 2 * 44 - 28) / 2
    row = _bar_row(image)
    middles = [
        _ink(image, 44 + width * start, 44 + width * end, row) for start, end in ((0, 0.25), (0.25, 0.75), (0.75, 1))
    ]
    above, inside, below = middles
    assert inside > above + 0.3
    assert inside > below + 0.3


def _bar_row(image: QImage) -> int:
    """Where the bar of shares begins: the first row below the chart that is dark over half of it."""
    for y in range(380, 700):
        if _ink(image, 140, 300, y) > 0.95 and _ink(image, 140, 300, y + 6) > 0.5:
            return y
    raise AssertionError("no bar of shares")


def _ink(image: QImage, left: float, right: float, y: int) -> float:
    """How dark it is there over the height of the bar, 0 to 1."""
    values = [
        255 - image.pixelColor(x, y + step).red()
        for x in range(int(left) + 4, int(right) - 4)
        for step in range(1, 11)
    ]
    return sum(value > 100 for value in values) / len(values)


@pytest.mark.usefixtures("german")
def test_a_likely_range_is_whole_in_a_language_of_longer_words(qapp: object, tmp_path: Path) -> None:
    lines = text_of(ReportPaper(a_page(tmp_path, *a_month())).pdf()).splitlines()
    ranges = [line for line in lines if ", wahrscheinlich " in line]
    assert len(ranges) > 5
    assert all(re.search(r" bis \d+$", line) for line in ranges)
