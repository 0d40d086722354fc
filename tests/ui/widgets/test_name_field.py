"""A field for names: Enter adds, what was used before completes, nothing that was typed is lost."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.name_field import NameField
from tests.support.keys import hold

Key = Qt.Key
KNOWN = ["night shift", "Nachbarn", "rain"]


def complete(letters: str) -> list[str]:
    return [name for name in KNOWN if name.casefold().startswith(letters.casefold())]


@pytest.fixture
def field(theme: Theme, qtbot: QtBot) -> Iterator[NameField]:
    """A field above another one, active and with the keyboard on it."""
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    made = NameField("Add a tag", theme, complete)
    column.addWidget(made)
    column.addWidget(QLineEdit())
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made.setFocus()
    yield made
    made.completions.hide()
    window.close()


@pytest.fixture
def said(field: NameField) -> list[str]:
    names: list[str] = []
    field.named.connect(names.append)
    return names


def test_enter_says_the_name_cleaned_and_empties_the_field(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, "#rain  coat ")
    QTest.keyClick(field, Key.Key_Return)
    assert said == ["rain coat"]
    assert field.text() == ""


def test_blanks_are_no_name(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, " # ")
    field.take()
    assert said == []
    assert field.pending == ""


def test_a_held_enter_says_a_name_once(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, "x")
    hold(field, Key.Key_Return, "\r")
    assert said == []


def test_what_is_left_in_it_counts_when_it_is_left(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, "xyz")
    QTest.keyClick(field, Key.Key_Tab)
    assert said == ["xyz"]


def test_what_was_used_before_is_offered_while_typing(field: NameField) -> None:
    QTest.keyClicks(field, "n")
    assert field.suggested == ["night shift", "Nachbarn"]
    QTest.keyClicks(field, "i")
    assert field.suggested == ["night shift"]
    QTest.keyClicks(field, "x")
    assert field.suggested == []


def test_down_offers_everything_that_was_used_before(field: NameField) -> None:
    QTest.keyClick(field, Key.Key_Down)
    assert field.suggested == KNOWN


def test_a_suggestion_is_taken_by_arrow_and_enter(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, "n")
    choices = field.completions
    QTest.keyClick(choices, Key.Key_Down)
    QTest.keyClick(choices, Key.Key_Down)
    QTest.keyClick(choices, Key.Key_Return)
    assert said == ["Nachbarn"]
    assert field.text() == ""
    assert not choices.isVisible()


def test_enter_without_choosing_takes_what_was_typed(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, "n")
    QTest.keyClick(field.completions, Key.Key_Return)
    assert said == ["n"]


def test_escape_puts_the_suggestions_away_and_keeps_what_was_typed(field: NameField, said: list[str]) -> None:
    QTest.keyClicks(field, "n")
    QTest.keyClick(field.completions, Key.Key_Escape)
    assert not field.completions.isVisible()
    assert (field.text(), said) == ("n", [])


def test_backspace_in_an_empty_field_says_so_and_not_before(field: NameField, qtbot: QtBot) -> None:
    QTest.keyClicks(field, "n")
    with qtbot.assertNotEmitted(field.backed_out):
        QTest.keyClick(field, Key.Key_Backspace)
    with qtbot.waitSignal(field.backed_out):
        QTest.keyClick(field, Key.Key_Backspace)


def test_a_name_has_at_most_a_hundred_characters(field: NameField) -> None:
    field.insert("x" * 300)
    assert len(field.text()) == 100
