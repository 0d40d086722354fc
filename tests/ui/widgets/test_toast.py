"""A toast says what happened, offers the way back, and goes."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.widgets import toast as toast_module
from companion.ui.widgets.toast import STAYS_MS, Toast


@pytest.fixture
def window(qtbot: QtBot, theme: Theme) -> QWidget:
    theme.apply(Look.LIGHT, 100, reduce_motion=True)
    made = QWidget()
    qtbot.addWidget(made)
    made.resize(640, 400)
    made.show()
    return made


def place_in(window: QWidget, toast: Toast) -> QRect:
    return QRect(toast.mapTo(window, toast.rect().topLeft()), toast.size())


def button_of(toast: Toast) -> QPushButton:
    found = toast.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_it_lies_at_the_bottom_in_the_middle(window: QWidget, theme: Theme) -> None:
    toast = Toast(window, theme)
    toast.say("Saved 14:06")
    place = place_in(window, toast)
    assert abs(place.center().x() - window.rect().center().x()) <= 1
    assert window.height() - 40 < place.bottom() < window.height()


def test_where_motion_is_wanted_it_rises_into_its_place(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    still = Toast(window, theme)
    still.say("Saved 14:06")
    theme.apply(Look.LIGHT, 100, reduce_motion=False)
    rising = Toast(window, theme)
    rising.say("Saved 14:06")
    assert rising.y() > still.y()
    qtbot.waitUntil(lambda: rising.geometry() == still.geometry())


def test_it_keeps_its_place_when_the_window_changes(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    toast = Toast(window, theme)
    toast.say("Saved 14:06", "Undo", window.update)
    window.resize(300, 240)
    qtbot.waitUntil(lambda: window.rect().contains(place_in(window, toast)))
    assert abs(place_in(window, toast).center().x() - window.rect().center().x()) <= 1


def test_long_words_wrap_inside_a_small_window(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    window.resize(280, 400)
    toast = Toast(window, theme)
    toast.say("Saved 14:06, and the reminder after it was moved back to about 16:30", "Undo", window.update)
    assert window.rect().contains(place_in(window, toast))


def test_the_way_back_is_taken_once(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    done: list[str] = []
    toast = Toast(window, theme)
    toast.say("Saved 14:06", "Undo", lambda: done.append("undone"))
    QTest.mouseClick(button_of(toast), Qt.MouseButton.LeftButton)
    assert done == ["undone"]
    assert toast.isHidden()


def test_without_a_way_back_there_is_no_button(window: QWidget, theme: Theme) -> None:
    toast = Toast(window, theme)
    toast.say("Copied")
    assert button_of(toast).isHidden()


def test_it_goes_by_itself_after_ten_seconds(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    toast = Toast(window, theme)
    QTest.mouseMove(window, QPoint(1, 1))
    toast.say("Copied")
    assert STAYS_MS == 10_000
    toast.leaving.setInterval(1)
    toast.leaving.start()
    qtbot.waitUntil(toast.isHidden)


def test_it_waits_while_the_keyboard_is_on_it(window: QWidget, theme: Theme, qtbot: QtBot) -> None:
    toast = Toast(window, theme)
    toast.say("Saved 14:06", "Undo", window.update)
    window.activateWindow()
    button_of(toast).setFocus()
    toast.leaving.setInterval(1)
    toast.leaving.start()
    with qtbot.waitSignals([toast.leaving.timeout] * 2, timeout=1000):
        pass
    assert not toast.isHidden()


def test_it_takes_no_keyboard(window: QWidget, theme: Theme) -> None:
    window.activateWindow()
    window.setFocus()
    toast = Toast(window, theme)
    toast.say("Saved 14:06", "Undo", window.update)
    assert not button_of(toast).hasFocus()


def test_readers_hear_the_line_and_the_way_back(
    window: QWidget, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(toast_module, "announce", lambda widget, text: heard.append(text))
    Toast(window, theme).say("Saved 14:06", "Undo", window.update)
    assert heard == ["Saved 14:06 Undo"]
