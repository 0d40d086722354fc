"""Labels show words as they are, in one of four sizes."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.labels import Type, heading, label


def test_markup_is_shown_and_not_obeyed(theme: Theme, qtbot: QtBot) -> None:
    made = label("<b>one</b> &amp; two")
    qtbot.addWidget(made)
    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.text() == "<b>one</b> &amp; two"


@pytest.mark.parametrize(("type_", "pixels"), [("display", 24), ("title", 16), ("body", 14), ("small", 12)])
def test_every_type_has_its_size(theme: Theme, qtbot: QtBot, type_: Type, pixels: int) -> None:
    made = label("words", type_)
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.font().pixelSize() == pixels


def test_a_muted_label_takes_the_muted_colour(theme: Theme, qtbot: QtBot) -> None:
    made = label("words", tone="muted")
    qtbot.addWidget(made)
    made.ensurePolished()
    assert made.palette().color(made.foregroundRole()).name() == theme.tokens.muted


def test_long_lines_wrap(theme: Theme, qtbot: QtBot) -> None:
    made = label("one two three four five six seven eight nine ten")
    qtbot.addWidget(made)
    assert made.heightForWidth(90) > made.heightForWidth(900)


def test_readers_hear_the_text_that_stands_there_now(theme: Theme, qtbot: QtBot) -> None:
    made = heading("before")
    qtbot.addWidget(made)
    made.setText("after")
    interface = QAccessible.queryAccessibleInterface(made)
    assert interface.text(QAccessible.Text.Name) == "after"
