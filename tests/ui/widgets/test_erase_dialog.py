"""The dialog before everything is deleted, by mouse and by keyboard."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.erase_card import EraseCard
from companion.ui.widgets.erase_dialog import EraseDialog
from tests.presentation.test_erasing import Desk as Wanting


class Desk:
    """The card, and its open dialog."""

    def __init__(self, theme: Theme, qtbot: QtBot, place: str = "") -> None:
        self.wanting = Wanting(place)
        self.card = EraseCard(self.wanting.presenter, theme)
        qtbot.addWidget(self.card)
        self.card.show()
        self.card.erase.click()
        assert self.card.dialog is not None
        self.dialog: EraseDialog = self.card.dialog
        qtbot.waitUntil(self.dialog.isActiveWindow)


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(theme, qtbot)
    yield made
    if made.card.dialog is not None:
        made.card.dialog.reject()


def test_no_button_is_the_one_that_enter_takes(desk: Desk) -> None:
    QTest.keyClicks(desk.dialog.word, "delete")
    QTest.keyClick(desk.dialog.word, Qt.Key.Key_Return)
    assert desk.dialog.isVisible()
    assert desk.wanting.wanted == []
    assert not [each for each in desk.dialog.findChildren(QPushButton) if each.isDefault() or each.autoDefault()]


def test_escape_leaves_everything_as_it_is(desk: Desk) -> None:
    QTest.keyClicks(desk.dialog.word, "delete")
    QTest.keyClick(desk.dialog.word, Qt.Key.Key_Escape)
    assert (desk.card.dialog, desk.wanting.wanted) == (None, [])


def test_the_button_waits_for_the_word(desk: Desk) -> None:
    QTest.keyClicks(desk.dialog.word, "delet")
    assert not desk.dialog.erase.isEnabled()
    QTest.keyClicks(desk.dialog.word, "e")
    assert desk.dialog.erase.isEnabled()


def test_the_word_and_the_button_together_want_it(desk: Desk) -> None:
    QTest.keyClicks(desk.dialog.word, "delete")
    desk.dialog.erase.click()
    assert len(desk.wanting.wanted) == 1
    assert desk.card.dialog is None


def test_the_second_place_is_asked_about_only_where_there_is_one(theme: Theme, qtbot: QtBot, desk: Desk) -> None:
    assert not desk.dialog.place.isVisible()
    other = Desk(theme, qtbot, "/stick")
    assert other.dialog.place.isVisible()
    assert not other.dialog.place.is_on
    other.dialog.place.switch.click()
    QTest.keyClicks(other.dialog.word, "delete")
    other.dialog.erase.click()
    assert [wish.place for wish in other.wanting.wanted] == ["/stick"]


def test_locking_closes_the_dialog(desk: Desk) -> None:
    desk.card.show_locked(True)
    assert (desk.card.dialog, desk.card.erase.isEnabled()) == (None, False)
