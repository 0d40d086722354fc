"""A point of a list begins where its words begin, and readers hear the words alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.labels import label
from companion.ui.widgets.point import Point


@pytest.mark.parametrize(
    ("words", "direction"),
    [
        ("Let your head turn slowly.", Qt.LayoutDirection.LeftToRight),
        ("(10) הסתכלו סביב", Qt.LayoutDirection.RightToLeft),
        ("…", Qt.LayoutDirection.LeftToRight),
    ],
)
def test_it_begins_where_its_words_begin(
    words: str, direction: Qt.LayoutDirection, theme: Theme, qtbot: QtBot
) -> None:
    point = Point(label(words), theme)
    qtbot.addWidget(point)
    assert point.layoutDirection() is direction


def test_its_second_line_begins_below_the_first(theme: Theme, qtbot: QtBot) -> None:
    words = label("Rest on one thing, something plain: its edges, its colour, the light on it.")
    point = Point(words, theme)
    qtbot.addWidget(point)
    point.resize(200, words.heightForWidth(180))
    point.show()
    QApplication.processEvents()
    assert words.x() >= theme.px(14)
    assert [part.text() for part in point.findChildren(QLabel)] == [words.text()], "the dot is not a word"
