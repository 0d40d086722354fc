"""The card that says when the day begins."""

from collections.abc import Iterator
from datetime import time
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.day_start_card import DayStartCard
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def card(desk: ShellDesk, qtbot: QtBot) -> Iterator[DayStartCard]:
    made = DayStartCard(desk.day_start_presenter())
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def test_it_shows_what_holds(card: DayStartCard) -> None:
    assert card.choice.currentText() == "04:00"
    assert [found.text() for found in card.findChildren(QLabel) if found.buddy() is card.choice] == [
        "My day begins at"
    ]
    assert card.news.isHidden()


def test_a_choice_by_keyboard_is_carried_out_and_told(card: DayStartCard, desk: ShellDesk) -> None:
    card.choice.setFocus()
    QTest.keyClick(card.choice, Qt.Key.Key_Down)
    assert card.news.text() == "Your days are being counted anew. You can go on meanwhile."
    desk.worker.work()
    assert card.news.isHidden()
    assert (card.choice.currentText(), desk.days.day_start) == ("04:30", time(4, 30))


def test_the_wheel_over_it_changes_nothing(card: DayStartCard) -> None:
    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(5, 5),
        QPoint(0, 0),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    card.choice.clearFocus()
    QApplication.sendEvent(card.choice, wheel)
    assert card.choice.currentText() == "04:00"
    assert not wheel.isAccepted()


def test_while_locked_it_cannot_be_turned(card: DayStartCard, desk: ShellDesk) -> None:
    desk.vault.lock()
    card.refresh()
    assert not card.choice.isEnabled()
    desk.vault.unlock()
    card.refresh()
    assert card.choice.isEnabled()
