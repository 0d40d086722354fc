"""The tray icon's menu and clicks; real trays are met in tests/desktop."""

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QSystemTrayIcon
from pytestqt.qtbot import QtBot

from companion.presentation.reminders_pause import pause_choices
from companion.presentation.tray import TrayLook, build_state
from companion.ui.shell.tray_icon import TrayIcon
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords

NOW = a_moment().local
WORDS = PlainDateWords()
QUIET = build_state(NOW, None, is_due=False, words=WORDS)
DUE = build_state(NOW, None, is_due=True, words=WORDS)
PAUSED = build_state(NOW, a_moment(-1), is_due=False, words=WORDS)


@pytest.fixture
def asked_icons() -> list[TrayLook]:
    """The looks for which an icon was asked."""
    return []


@pytest.fixture
def tray(qtbot: QtBot, asked_icons: list[TrayLook], monkeypatch: pytest.MonkeyPatch) -> Iterator[TrayIcon]:
    """An icon on a desktop without a tray."""
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere")

    def icon_for(look: TrayLook) -> QIcon:
        asked_icons.append(look)
        return QIcon(QPixmap(22, 22))

    made = TrayIcon(QUIET, icon_for)
    yield made
    made.take_away()


def entries(tray: TrayIcon) -> list[QAction]:
    return [action for action in tray._menu.actions() if not action.isSeparator()]


def shown(actions: list[QAction]) -> list[str]:
    return [action.text() for action in actions if action.isVisible()]


def test_the_menu_has_its_entries(tray: TrayIcon) -> None:
    assert shown(entries(tray)) == ["Check in", "Open", "Pause", "Support", "Quit"]


def test_each_entry_says_what_is_wanted(tray: TrayIcon, qtbot: QtBot) -> None:
    wishes = {
        "Check in": tray.check_in_requested,
        "Open": tray.open_requested,
        "Support": tray.support_requested,
        "Quit": tray.quit_requested,
    }
    for action in entries(tray):
        if action.text() in wishes:
            with qtbot.waitSignal(wishes.pop(action.text())):
                action.trigger()
    assert not wishes


def test_there_are_pauses_of_several_lengths(tray: TrayIcon, qtbot: QtBot) -> None:
    offered = tray._pauses.actions()
    assert shown(offered) == ["Not today", "For an hour", "Until tomorrow", "For a week", "Until I end it"]
    for action, choice in zip(offered, [choice for choice, _words in pause_choices()], strict=True):
        with qtbot.waitSignal(tray.pause_requested) as asked:
            action.trigger()
        assert asked.args == [choice]


def test_while_paused_there_is_the_entry_that_ends_the_pause_instead(tray: TrayIcon, qtbot: QtBot) -> None:
    tray.show_state(PAUSED)
    assert shown(entries(tray)) == ["Check in", "Open", "End pause", "Support", "Quit"]
    (entry,) = [action for action in entries(tray) if action.isVisible() and action.text() == "End pause"]
    with qtbot.waitSignal(tray.end_pause_requested):
        entry.trigger()
    tray.show_state(QUIET)
    assert shown(entries(tray))[2] == "Pause"


def test_the_lengths_are_offered_once_however_often_it_changes(tray: TrayIcon) -> None:
    for state in (PAUSED, QUIET, DUE):
        tray.show_state(state)
    assert len(tray._pauses.actions()) == len(pause_choices())


def test_the_state_is_in_the_icon_and_in_the_tooltip(tray: TrayIcon, asked_icons: list[TrayLook]) -> None:
    tray.show_state(DUE)
    assert asked_icons[-1] == "due"
    assert tray._icon.toolTip() == "Companion, a moment for you"


def test_a_double_click_asks_once(tray: TrayIcon, qtbot: QtBot) -> None:
    asked: list[bool] = []
    tray.check_in_requested.connect(lambda: asked.append(True))
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.DoubleClick)
    assert asked == [True]
    tray._click_settles.setInterval(0)
    tray._click_settles.start()
    qtbot.waitUntil(lambda: not tray._click_settles.isActive())
    tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Trigger)
    assert asked == [True, True]


def test_other_buttons_ask_for_nothing(tray: TrayIcon, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(tray.check_in_requested):
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.Context)
        tray._icon.activated.emit(QSystemTrayIcon.ActivationReason.MiddleClick)


def test_without_a_tray_it_says_so(tray: TrayIcon) -> None:
    assert not tray.is_there
