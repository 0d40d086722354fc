"""Motion is short, and none where stillness is wanted."""

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.motion import move_into_place
from companion.ui.theme.theme import Theme

START, END = QPoint(0, 40), QPoint(0, 10)


def test_things_glide_into_place(theme: Theme, qtbot: QtBot) -> None:
    widget = QWidget()
    qtbot.addWidget(widget)
    move_into_place(widget, START, END, theme)
    assert widget.pos() == START
    qtbot.waitUntil(lambda: widget.pos() == END)


def test_nothing_moves_where_stillness_is_wanted(theme: Theme, qtbot: QtBot) -> None:
    theme.apply(Look.LIGHT, 100, reduce_motion=True)
    widget = QWidget()
    qtbot.addWidget(widget)
    move_into_place(widget, START, END, theme)
    assert widget.pos() == END
