"""Tab through every screen of the running program and back: each stop is seen and has a name, and none is a trap."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program

FAR = 250


def stops(window: QWidget, key: Qt.Key) -> list[QWidget]:
    """Every stop from the one that has the keyboard on, until it comes round; each is seen when it has it.

    What holds links keeps the keyboard from one to the next of them.
    """
    found: list[QWidget] = []
    for _press in range(FAR):
        focused = window.focusWidget()
        assert focused is not None
        if focused in found[:-1]:
            break
        if focused not in found:
            assert not focused.visibleRegion().isEmpty(), f"{told(focused)} is not seen"
            found.append(focused)
        QTest.keyClick(focused, key)
        QApplication.processEvents()
    return found


def name_of(stop: QWidget) -> str:
    spoken = QAccessible.queryAccessibleInterface(stop)
    assert spoken is not None
    labels = [each for each, _relation in spoken.relations(QAccessible.RelationFlag.Label)]
    return spoken.text(QAccessible.Text.Name) or "".join(each.text(QAccessible.Text.Name) for each in labels)


def told(stop: QWidget) -> str:
    return f"{type(stop).__name__} in {type(stop.parentWidget()).__name__}"


@pytest.fixture
def window_on(program: Program) -> Callable[[ScreenName], QWidget]:
    def opened(screen: ScreenName) -> QWidget:
        window = program.desktop.window
        window.open_screen(screen)
        program.settle()
        window.setFocus()
        QTest.keyClick(window, Qt.Key.Key_Tab)
        program.settle()
        return window

    return opened


@pytest.mark.parametrize("screen", ScreenName)
def test_tab_goes_round_and_every_stop_is_seen_and_has_a_name(
    screen: ScreenName, window_on: Callable[[ScreenName], QWidget]
) -> None:
    window = window_on(screen)
    found = stops(window, Qt.Key.Key_Tab)
    assert window.focusWidget() is found[0], f"it stays with {told(found[-1])}"
    assert [told(stop) for stop in found if not name_of(stop)] == []


@pytest.mark.parametrize("screen", ScreenName)
def test_back_tab_comes_by_all_of_them_too(screen: ScreenName, window_on: Callable[[ScreenName], QWidget]) -> None:
    window = window_on(screen)
    there = stops(window, Qt.Key.Key_Tab)
    back = stops(window, Qt.Key.Key_Backtab)
    assert {told(stop) for stop in there} == {told(stop) for stop in back}
    assert [told(stop) for stop in back] == [told(stop) for stop in (there[0], *reversed(there[1:]))]
