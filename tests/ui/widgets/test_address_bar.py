"""An address outside is shown first, and opened or copied only when asked."""

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.address_bar import AddressBar

ADDRESS = "https://example.org/a%20b?c=d"


@pytest.fixture
def opened() -> list[str]:
    return []


@pytest.fixture
def bar(qtbot: QtBot, theme: Theme, opened: list[str]) -> AddressBar:
    made = AddressBar(lambda url: opened.append(url.toString(QUrl.ComponentFormattingOption.FullyEncoded)))
    qtbot.addWidget(made)
    return made


def press(bar: AddressBar, text: str) -> None:
    button = next(button for button in bar.findChildren(QPushButton) if button.text() == text)
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def test_the_whole_address_is_shown_and_nothing_happens(bar: AddressBar, opened: list[str]) -> None:
    assert bar.isHidden()
    bar.show_address(ADDRESS)
    assert bar.findChildren(QLineEdit)[0].text() == ADDRESS
    assert opened == []


def test_it_is_opened_when_asked_and_the_bar_closes(bar: AddressBar, opened: list[str]) -> None:
    bar.show_address(ADDRESS)
    press(bar, "Open in my browser")
    assert opened == [ADDRESS]
    assert bar.isHidden()


def test_it_is_copied_when_asked(bar: AddressBar) -> None:
    bar.show_address(ADDRESS)
    press(bar, "Copy")
    assert QGuiApplication.clipboard().text() == ADDRESS


def test_escape_closes_it(bar: AddressBar, opened: list[str], qtbot: QtBot) -> None:
    bar.show_address(ADDRESS)
    with qtbot.waitSignal(bar.closed):
        QTest.keyClick(bar, Qt.Key.Key_Escape)
    assert bar.isHidden()
    assert opened == []
