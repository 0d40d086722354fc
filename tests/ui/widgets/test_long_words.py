"""What somebody wrote, of any length."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.broken_words import BrokenWords
from companion.ui.widgets.labels import Type
from companion.ui.widgets.long_words import LINES_AT_FIRST, SHOWN_AT_FIRST, LongWords


def a_label(qtbot: QtBot, text: str) -> LongWords:
    made = LongWords(text)
    qtbot.addWidget(made)
    made.show()
    return made


@pytest.mark.parametrize("text", ["a few words", "<b>no markup</b>", "🙂" * SHOWN_AT_FIRST])
def test_what_is_not_long_stands_there_whole(qtbot: QtBot, text: str) -> None:
    made = a_label(qtbot, text)
    assert made.words.text() == text
    assert not made.rest.isVisible()


def test_very_many_lines_are_long_too(qtbot: QtBot) -> None:
    made = a_label(qtbot, "a\n" * 2 * LINES_AT_FIRST)
    assert made.words.text() == "a\n" * (LINES_AT_FIRST - 1) + "a…"


def test_what_is_long_begins_and_the_rest_comes_on_request(qtbot: QtBot) -> None:
    text = "word " * SHOWN_AT_FIRST
    made = a_label(qtbot, text)
    assert len(made.words.text()) == SHOWN_AT_FIRST + 1
    made.rest.click()
    assert made.words.text() == text
    assert not made.rest.isVisible()


ADDRESS = "https://example.org/" + "a" * 400


@pytest.mark.parametrize("text_size", ["body", "small"])
def test_a_word_longer_than_the_line_goes_on_in_the_next(theme: Theme, qtbot: QtBot, text_size: Type) -> None:
    beside, made = QWidget(), LongWords(f"see {ADDRESS} there", text_size)
    qtbot.addWidget(beside)
    column = QVBoxLayout(beside)
    column.addWidget(made)
    column.addStretch(1)
    beside.resize(300, 700)
    beside.show()
    assert beside.minimumSizeHint().width() <= 300
    lines = made.words.fontMetrics().horizontalAdvance(ADDRESS) // 280
    qtbot.waitUntil(lambda: made.words.height() >= lines * made.words.fontMetrics().height())
    assert isinstance(made.words, BrokenWords)
    assert made.words.verticalScrollBar().maximum() == 0


def test_what_is_copied_of_such_a_word_is_what_was_written(qtbot: QtBot) -> None:
    made = a_label(qtbot, ADDRESS)
    assert isinstance(made.words, BrokenWords)
    made.words.selectAll()
    assert made.words.textCursor().selectedText() == ADDRESS
