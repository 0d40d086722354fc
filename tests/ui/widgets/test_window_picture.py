"""The picture of the window: the dot follows finger, mouse and keys, and knows in which band it is."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.presentation.welcome import zone_in_picture
from companion.ui.theme.theme import Theme
from companion.ui.widgets.window_picture import WindowPicture
from tests.support.screen_checks import show_for_checks


@pytest.fixture
def picture(theme: Theme, qtbot: QtBot) -> WindowPicture:
    made = WindowPicture(theme, zone_in_picture)
    qtbot.addWidget(made)
    show_for_checks(made, 420, 216)
    return made


def test_it_begins_inside(picture: WindowPicture) -> None:
    assert picture.zone is Zone.INSIDE


@pytest.mark.parametrize(("y", "zone"), [(8, Zone.ABOVE), (108, Zone.INSIDE), (208, Zone.BELOW)])
def test_the_dot_comes_where_it_is_clicked(picture: WindowPicture, y: int, zone: Zone) -> None:
    QTest.mouseClick(picture, Qt.MouseButton.LeftButton, pos=QPoint(200, y))
    assert picture.zone is zone


def test_the_dot_follows_until_it_is_let_go(picture: WindowPicture) -> None:
    QTest.mousePress(picture, Qt.MouseButton.LeftButton, pos=QPoint(200, 108))
    QTest.mouseMove(picture, QPoint(200, 208))
    assert picture.zone is Zone.BELOW
    QTest.mouseRelease(picture, Qt.MouseButton.LeftButton, pos=QPoint(200, 208))
    QTest.mouseMove(picture, QPoint(200, 8))
    assert picture.zone is Zone.BELOW


def test_keys_move_it_too(picture: WindowPicture) -> None:
    QTest.keyClick(picture, Qt.Key.Key_Home)
    lowest = picture.zone
    QTest.keyClick(picture, Qt.Key.Key_End)
    assert {lowest, picture.zone} == {Zone.BELOW, Zone.ABOVE}
