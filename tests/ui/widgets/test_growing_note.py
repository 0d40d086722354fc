"""A note begins with one line and grows with what is written, up to a height at which it scrolls."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.growing_note import GrowingNote


@pytest.fixture
def note(theme: Theme, qtbot: QtBot) -> Iterator[GrowingNote]:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = GrowingNote(theme)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(400, 600)
    window.show()
    QApplication.processEvents()
    yield made
    window.close()


def height_with(note: GrowingNote, text: str) -> int:
    note.setPlainText(text)
    QApplication.processEvents()
    return note.height()


def test_each_line_makes_it_higher(note: GrowingNote) -> None:
    line = note.fontMetrics().lineSpacing()
    one = height_with(note, "")
    assert height_with(note, "a") == one
    assert height_with(note, "a\nb") == one + line
    assert height_with(note, "a\nb\nc") == one + 2 * line
    assert height_with(note, "") == one


def test_a_long_line_counts_as_many_as_it_takes(note: GrowingNote) -> None:
    one = height_with(note, "")
    assert height_with(note, "word " * 40) > one


def test_it_is_as_high_as_its_text_at_the_width_it_has_now(note: GrowingNote) -> None:
    wide = height_with(note, "word " * 40)
    window = note.window()
    window.resize(200, 600)
    QApplication.processEvents()
    narrow = note.height()
    window.resize(400, 600)
    QApplication.processEvents()
    assert narrow > wide
    assert note.height() == wide


def test_what_fits_shows_no_bar_and_what_does_not_scrolls(note: GrowingNote) -> None:
    eight = height_with(note, "\n".join("abcdefgh"))
    assert not note.verticalScrollBar().isVisible()
    assert height_with(note, "\n".join("abcdefghijklm")) == eight
    assert note.verticalScrollBar().isVisible()


def test_a_note_of_sixty_four_kibibytes_is_no_trouble(note: GrowingNote) -> None:
    assert height_with(note, "word " * 13_000) == height_with(note, "\n" * 20)
