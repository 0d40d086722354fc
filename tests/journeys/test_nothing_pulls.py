"""While a check-in stands open, nothing that was noted earlier is on the screen: neither values nor bounds."""

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled
from companion.ui.screens.checkin_popup import CheckInPopup
from companion.ui.shell.cover import Cover
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program

SHOWING = (ScreenName.TODAY, ScreenName.CHART, ScreenName.JOURNAL, ScreenName.SETTINGS)


def asked(program: Program, qtbot: QtBot, screen: ScreenName = ScreenName.CHART) -> CheckInPopup:
    """The popup that was asked for while that screen is open."""
    window = program.desktop.window
    window.open_screen(screen)
    program.desktop.popups.open()
    popup = program.desktop.popups.popup
    qtbot.waitUntil(lambda: popup.isActiveWindow() and not window.isActiveWindow())
    return popup


def seen(program: Program) -> QWidget | None:
    """What lies on top in the middle of the open screen."""
    window = program.desktop.window
    screen = window.screen_of(window.open_name)
    return window.childAt(screen.mapTo(window, screen.rect().center()))


def can_be_seen(program: Program) -> bool:
    window = program.desktop.window
    screen, top = window.screen_of(window.open_name), seen(program)
    return top is not None and (top is screen or screen.isAncestorOf(top))


def is_covered(program: Program) -> bool:
    """Nothing of the screen is in sight."""
    window = program.desktop.window
    covers = [found for found in window.findChildren(Cover) if found.isVisible()]
    screen = window.screen_of(window.open_name)
    return [cover.geometry() for cover in covers] == [screen.geometry()] and not can_be_seen(program)


@pytest.mark.parametrize("screen", SHOWING)
def test_what_was_noted_earlier_is_covered_while_the_popup_asks(
    program: Program, qtbot: QtBot, screen: ScreenName
) -> None:
    asked(program, qtbot, screen)
    qtbot.waitUntil(lambda: is_covered(program))


@pytest.mark.parametrize("screen", [ScreenName.SUPPORT, ScreenName.CONCEPTS])
def test_what_shows_nothing_of_that_kind_stays(program: Program, qtbot: QtBot, screen: ScreenName) -> None:
    asked(program, qtbot, screen)
    qtbot.waitUntil(lambda: can_be_seen(program))  # where much is read beside, it is laid out a moment later
    program.settle()
    assert can_be_seen(program)


def test_saved_it_is_there_again_and_taken_back_it_is_covered_again(program: Program, qtbot: QtBot) -> None:
    popup = asked(program, qtbot)
    popup.panel.form.put(Filled(80, Zone.INSIDE))
    popup.panel.submit()
    assert can_be_seen(program)
    assert popup.card is not None
    popup.card.undo_wanted.emit()
    qtbot.waitUntil(lambda: is_covered(program))


def test_not_now_uncovers_it(program: Program, qtbot: QtBot) -> None:
    popup = asked(program, qtbot)
    popup.panel.left.emit()
    assert can_be_seen(program)


def test_somebody_who_comes_back_to_the_window_sees_it_and_going_on_covers_it(program: Program, qtbot: QtBot) -> None:
    popup = asked(program, qtbot)
    window = program.desktop.window
    window.activateWindow()
    qtbot.waitUntil(lambda: can_be_seen(program))
    popup.activateWindow()
    qtbot.waitUntil(lambda: is_covered(program))


def test_the_cover_is_as_large_as_the_window_gets(program: Program, qtbot: QtBot) -> None:
    asked(program, qtbot)
    program.desktop.window.resize(900, 700)
    qtbot.waitUntil(lambda: is_covered(program))
