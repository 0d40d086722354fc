"""The triangle over the weeks: rows to look at, and the same in words."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.domain.triangle import Corner
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_side import JournalSide
from companion.ui.widgets.triangle_page import TrianglePage
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[JournalDesk]:
    made = JournalDesk(tmp_path)
    made.triangles.note((0, 55, None), ("quiet", "", ""))
    made.triangles.note((70, None, 10), ("", "", ""), experienced_at=made.ago(days=14))
    yield made
    made.vault.close()


@pytest.fixture
def side(desk: JournalDesk, theme: Theme, qtbot: QtBot) -> Iterator[JournalSide]:
    made = desk.side(theme)
    qtbot.addWidget(made)
    made.resize(400, 800)
    made.show()
    made.open_triangles()
    yield made
    made.close()


def page_in(side: JournalSide) -> TrianglePage:
    assert isinstance(side.part, TrianglePage)
    return side.part


def said_in(page: TrianglePage) -> list[str]:
    return [found.text() for found in page.findChildren(QLabel) if found.isVisible()]


def test_three_rows_and_each_says_its_weeks_to_readers(side: JournalSide) -> None:
    rows = page_in(side).rows
    assert [rows[corner].accessibleName() for corner in Corner] == ["Mind", "Body", "Relationships"]
    described = [rows[corner].accessibleDescription() for corner in Corner]
    assert ["0 of 100, quiet" in said for said in described] == [True, False, False]
    assert ["10 of 100" in said for said in described] == [False, False, True]


def test_in_words_it_says_every_place_and_word_that_the_rows_show(side: JournalSide) -> None:
    page = page_in(side)
    page.turn.click()
    said = said_in(page)
    assert page.is_in_words
    assert {"0 of 100, quiet", "55 of 100", "70 of 100", "10 of 100", "no answer"} <= set(said)
    assert not page.rows[Corner.MIND].isVisible()
    page.turn.click()
    assert page.rows[Corner.MIND].isVisible()


def test_each_corner_is_drawn_in_a_shape_of_its_own(side: JournalSide, theme: Theme) -> None:
    """The same places: what differs is the shape alone."""
    page = page_in(side)
    pictures = []
    for corner, row in page.rows.items():
        state = side._triangles.picture().rows[0]._replace(corner=corner)
        row.show_row(state)
        row.resize(200, 60)
        pictures.append(row.grab().toImage())
    assert len({bytes(picture.constBits()) for picture in pictures}) == len(Corner)


def test_with_nothing_noted_there_is_a_kind_word_and_a_way_to_begin(
    theme: Theme, tmp_path: Path, qtbot: QtBot
) -> None:
    desk = JournalDesk(tmp_path / "empty")
    side = desk.side(theme)
    qtbot.addWidget(side)
    side.show()
    side.open_triangles()
    page = page_in(side)
    assert page.sentence.text().startswith("Nothing is noted")
    assert not page.rows[Corner.MIND].isVisible()
    assert page.turn.isHidden()
    page.note.click()
    assert not isinstance(side.part, TrianglePage)
    side.close()
    desk.vault.close()


def test_locked_nothing_of_it_is_left(desk: JournalDesk, side: JournalSide) -> None:
    desk.vault.lock()
    side.refresh()
    assert side.part is None
