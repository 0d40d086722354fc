"""Support: plain, the same for everyone, and nothing opens by itself."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.ui.screens import support as support_module
from companion.ui.screens.support import SupportScreen
from companion.ui.theme.theme import Theme


@pytest.fixture
def screen(theme: Theme, qtbot: QtBot) -> Iterator[SupportScreen]:
    made = SupportScreen(theme)
    qtbot.addWidget(made)
    made.resize(900, 800)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def ways_back(screen: SupportScreen) -> list[str]:
    said: list[str] = []
    screen.back_wanted.connect(lambda: said.append("back"))
    return said


def test_an_address_is_copied_and_that_is_seen(screen: SupportScreen) -> None:
    assert screen.copies[0].accessibleName() == "Copy findahelpline.com"
    screen.copies[0].click()
    assert QGuiApplication.clipboard().text() == "findahelpline.com"
    assert screen.copies[0].text() == "Copied"


def test_after_a_while_it_can_be_copied_again(
    screen: SupportScreen, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(support_module, "COPIED_FOR_MS", 0)
    screen.copies[1].click()
    qtbot.waitUntil(lambda: screen.copies[1].text() == "Copy")


def test_back_and_escape_lead_back(screen: SupportScreen) -> None:
    said = ways_back(screen)
    screen.back.click()
    screen.setFocus(Qt.FocusReason.OtherFocusReason)
    focused = QApplication.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Escape)
    assert said == ["back", "back"]


def test_with_less_room_an_address_has_its_button_below(screen: SupportScreen) -> None:
    screen.resize(360, 800)
    QApplication.processEvents()
    page_right = screen.width()
    assert screen.copies[0].mapTo(screen, screen.copies[0].rect().topRight()).x() < page_right
    assert screen.copies[0].x() < 40
