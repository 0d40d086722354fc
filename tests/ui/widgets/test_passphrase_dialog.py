"""The dialogs of the passphrase: by keyboard alone, and nothing typed outlives them."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from companion.application.protection import OlderCopies
from companion.presentation.privacy import Task, Typed, task_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.passphrase_dialog import PassphraseDialog

Make = Callable[[Task], PassphraseDialog]


@pytest.fixture
def wanted() -> list[Typed]:
    return []


@pytest.fixture
def make(theme: Theme, qtbot: QtBot, wanted: list[Typed]) -> Iterator[Make]:
    made: list[PassphraseDialog] = []

    def one(task: Task) -> PassphraseDialog:
        dialog = PassphraseDialog(task_words(task), lambda typed: f"holds {len(typed)}", wanted.append, theme)
        qtbot.addWidget(dialog)
        dialog.show()
        made.append(dialog)
        return dialog

    yield one
    for dialog in made:
        dialog.close()


def enter(dialog: PassphraseDialog) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_Return)


def type_in(dialog: PassphraseDialog, text: str) -> None:
    focused = dialog.focusWidget()
    assert focused is not None
    QTest.keyClicks(focused, text)


def test_a_passphrase_is_set_with_nothing_but_typing_and_enter(make: Make, wanted: list[Typed]) -> None:
    dialog = make(Task.SET)
    for text in ("river", "river"):
        type_in(dialog, text)
        enter(dialog)
    assert wanted == [Typed(new="river", again="river")]


def test_enter_goes_to_the_next_field_that_is_empty(make: Make, wanted: list[Typed]) -> None:
    dialog = make(Task.CHANGE)
    for text in ("old", "new", "new"):
        assert wanted == []
        type_in(dialog, text)
        enter(dialog)
    assert wanted == [Typed("old", new="new", again="new")]


def test_while_it_is_carried_out_it_is_not_wanted_twice_and_a_refusal_keeps_what_was_typed(
    make: Make, wanted: list[Typed]
) -> None:
    dialog = make(Task.NEW_CODE)
    type_in(dialog, "river")
    enter(dialog)
    enter(dialog)
    assert len(wanted) == 1
    dialog.refuse("This passphrase does not open your notebook.")
    assert dialog.trouble.startswith("This passphrase")
    assert dialog.current.typed == "river"
    enter(dialog)
    assert len(wanted) == 2


def test_it_grows_with_what_it_says(make: Make) -> None:
    dialog = make(Task.CHANGE)
    dialog.say("One moment, please.")
    QApplication.processEvents()
    before = dialog.height()
    dialog.refuse("This passphrase does not open your notebook. " * 3)
    assert dialog.height() >= before + 2 * dialog.fontMetrics().height()


def test_its_strength_is_said_while_typing(make: Make) -> None:
    dialog = make(Task.SET)
    type_in(dialog, "riv")
    assert dialog.strength.text() == "holds 3"


def test_both_are_seen_or_neither(make: Make) -> None:
    dialog = make(Task.SET)
    dialog.new.sight.click()
    assert dialog.again.is_typed_shown
    dialog.new.sight.click()
    assert not dialog.again.is_typed_shown


def test_both_fields_are_as_wide(make: Make) -> None:
    dialog = make(Task.SET)
    assert dialog.new.field.width() == dialog.again.field.width()


def test_the_recovery_code_can_stand_for_the_passphrase(make: Make, wanted: list[Typed]) -> None:
    dialog = make(Task.REMOVE)
    type_in(dialog, "half a passphrase")
    dialog.other_way.click()
    assert dialog.current.typed == ""
    type_in(dialog, "7K2M")
    dialog.delete.click()
    enter(dialog)
    assert wanted == [Typed("7K2M", with_code=True, older=OlderCopies.DELETE)]


def test_older_copies_are_only_asked_about_where_the_store_is_written_anew(make: Make) -> None:
    assert make(Task.SET).reencrypt.isVisible()
    assert not make(Task.CHANGE).reencrypt.isVisible()


@pytest.mark.parametrize("end", [QDialog.accept, QDialog.reject])
def test_nothing_typed_outlives_it(make: Make, end: Callable[[QDialog], None]) -> None:
    dialog = make(Task.CHANGE)
    for field in (dialog.current, dialog.new, dialog.again):
        field.field.setText("river")
    end(dialog)
    assert dialog.typed() == Typed()


def test_enter_shows_nobody_what_was_typed(make: Make, qtbot: QtBot) -> None:
    dialog = make(Task.SET)
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    type_in(dialog, "river")
    enter(dialog)
    assert not dialog.new.is_typed_shown
