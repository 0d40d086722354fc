"""Motion is short, and none where stillness is wanted."""

import re
from pathlib import Path

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

import companion.ui
from companion.application.settings import Look
from companion.ui.theme.motion import SHORT_MS, move_into_place
from companion.ui.theme.theme import Theme

START, END = QPoint(0, 40), QPoint(0, 10)
UI = Path(companion.ui.__file__).parent
MAKES_MOTION = re.compile(r"\bQ\w*Animation\(|\b(?:QTimeLine|QMovie)\(|\bQScroller\.|\.setAnimated\(")
LASTS = re.compile(r"\.setDuration\((.*)\)")
# Each has a test that it stands still where that is wanted: here, and in tests/ui/chart/test_gesture.py.
MOVING = {"theme/motion.py": 1, "chart/picture.py": 1}


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


def test_nothing_moves_but_what_is_known_to_be_short_and_to_stand_still_where_that_is_wanted() -> None:
    found = {path.relative_to(UI).as_posix(): path.read_text(encoding="utf-8") for path in UI.rglob("*.py")}
    moving = {name: len(MAKES_MOTION.findall(text)) for name, text in found.items() if MAKES_MOTION.search(text)}
    assert moving == MOVING
    assert all(LASTS.findall(found[name]) == ["SHORT_MS"] for name in MOVING)
    assert SHORT_MS < 200
