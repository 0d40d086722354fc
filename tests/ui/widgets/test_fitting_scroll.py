"""A scroll area that asks for the height its content needs."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.ui.widgets.fitting_scroll import FittingScroll


def a_long_text() -> QLabel:
    text = QLabel("word " * 60)
    text.setWordWrap(True)
    return text


def test_it_asks_for_what_the_content_needs_at_that_width(qtbot: QtBot) -> None:
    text = a_long_text()
    area = FittingScroll(text)
    qtbot.addWidget(area)
    assert area.heightForWidth(200) == text.heightForWidth(200)
    assert area.heightForWidth(100) > area.heightForWidth(200)


@pytest.mark.parametrize("beside", [0, 14])
def test_at_its_narrowest_the_bar_hides_nothing(beside: int, qtbot: QtBot) -> None:
    content = QLabel("one long line of words\n" * 20)
    area = FittingScroll(content, beside)
    qtbot.addWidget(area)
    area.resize(190, 100)
    area.show()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    area.resize(area.minimumSizeHint().width(), 100)
    assert area.viewport().width() >= content.minimumSizeHint().width()
    area.close()


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_with_room_for_it_the_bar_takes_nothing_from_the_content(direction: Qt.LayoutDirection, qtbot: QtBot) -> None:
    text = a_long_text()
    area = FittingScroll(text, 14)
    qtbot.addWidget(area)
    area.setLayoutDirection(direction)
    area.resize(228, 60)
    area.show()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    assert (text.mapTo(area, text.rect().topLeft()).x(), text.width()) == (14, 200)
    area.resize(228, area.heightForWidth(228))
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert text.width() == 200
    area.close()


def test_a_bar_that_was_needed_goes_when_there_is_room_again(qtbot: QtBot) -> None:
    area = FittingScroll(a_long_text())
    qtbot.addWidget(area)
    area.resize(200, 60)
    area.show()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    area.resize(200, area.heightForWidth(200))
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    area.close()


def test_a_reader_that_counted_its_bar_can_ask_for_it_when_it_has_gone(qtbot: QtBot) -> None:
    area = FittingScroll(a_long_text())
    qtbot.addWidget(area)
    area.resize(200, 60)
    area.show()
    qtbot.waitUntil(area.verticalScrollBar().isVisible)
    heard = QAccessible.queryAccessibleInterface(area)
    counted = heard.childCount()
    area.resize(200, area.heightForWidth(200))
    qtbot.waitUntil(lambda: not area.verticalScrollBar().isVisible())
    assert heard.childCount() == counted
    assert heard.child(counted - 1).state().invisible
    assert heard.child(counted) is None


def test_of_a_few_words_it_does_not_ask_for_more_than_they_need(qtbot: QtBot) -> None:
    words = QLabel("Nothing yet.")
    area = FittingScroll(words)
    qtbot.addWidget(area)
    assert area.minimumSizeHint().height() == words.sizeHint().height()
