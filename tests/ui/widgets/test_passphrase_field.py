"""A passphrase is hidden while it is typed, and gone when it is let go of."""

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.passphrase_field import PassphraseField


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> PassphraseField:
    made = PassphraseField("Passphrase")
    qtbot.addWidget(made)
    QTest.keyClicks(made.field, "pebble")
    return made


def spoken(field: PassphraseField) -> str:
    found = QAccessible.queryAccessibleInterface(field.field)
    assert found is not None
    return found.text(QAccessible.Text.Value) + found.text(QAccessible.Text.Name)


def test_what_is_typed_is_neither_shown_nor_spoken(field: PassphraseField) -> None:
    assert field.typed == "pebble"
    assert field.field.displayText() != "pebble"
    assert "pebble" not in spoken(field)
    assert "Passphrase" in spoken(field)


def test_it_can_be_shown_and_hidden_again(field: PassphraseField) -> None:
    field.sight.click()
    assert field.field.displayText() == "pebble"
    assert field.sight.accessibleName() == "Hide what is typed"
    field.sight.click()
    assert field.field.echoMode() is QLineEdit.EchoMode.Password


def test_let_go_of_nothing_is_left_and_what_comes_is_hidden(field: PassphraseField) -> None:
    field.sight.click()
    field.empty()
    assert field.typed == ""
    assert not field.is_typed_shown
    field.field.undo()
    assert field.typed == ""
