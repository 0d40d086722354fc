"""The Privacy card: what it offers, what it says, and a recovery code that waits to be seen."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QScrollArea, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from companion.application.preferences import PreferenceService
from companion.presentation.privacy import NEVER, Task
from companion.ui.theme.theme import Theme
from companion.ui.widgets.privacy_card import PrivacyCard
from tests.support.passphrases import PASSPHRASE
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def card(desk: ShellDesk, qtbot: QtBot) -> Iterator[PrivacyCard]:
    made = PrivacyCard(desk.privacy_presenter(), desk.theme)
    qtbot.addWidget(made)
    made.show()
    yield made
    for dialog in (made.dialog, made.code_dialog):
        if dialog is not None and isValid(dialog) and dialog.isVisible():
            dialog.reject()


def offered(card: PrivacyCard) -> list[Task]:
    return [task for task, button in card.buttons.items() if button.isVisible()]


def set_one(card: PrivacyCard, desk: ShellDesk) -> None:
    card.buttons[Task.SET].click()
    assert card.dialog is not None
    for field in (card.dialog.new, card.dialog.again):
        field.field.setText(PASSPHRASE)
    card.dialog.submit()
    for _step in range(4):
        desk.worker.work()


def said(card: PrivacyCard) -> str:
    return "\n".join(label.text() for label in card.findChildren(QLabel) if label.isVisible())


def test_without_a_passphrase_one_can_be_set_and_nothing_else(card: PrivacyCard) -> None:
    assert offered(card) == [Task.SET]
    assert not card.lock.isVisible()
    assert "protects against nobody who can read that folder" in said(card)
    assert not card.idle.isEnabled()
    assert "These matter once there is a passphrase." in said(card)


def test_with_one_it_can_be_changed_removed_and_locked(card: PrivacyCard, desk: ShellDesk) -> None:
    set_one(card, desk)
    assert offered(card) == [Task.CHANGE, Task.NEW_CODE, Task.REMOVE]
    assert card.lock.isVisible()
    assert "spyware" in said(card)
    assert card.idle.isEnabled()


def test_after_setting_one_the_code_is_shown_and_it_says_what_holds_now(card: PrivacyCard, desk: ShellDesk) -> None:
    set_one(card, desk)
    assert card.dialog is None
    assert card.code_dialog is not None
    assert card.code_dialog.isVisible()
    assert card.news == "There is a passphrase now."


def test_a_code_that_was_not_kept_can_be_had_anew(card: PrivacyCard, desk: ShellDesk) -> None:
    set_one(card, desk)
    assert card.code_dialog is not None
    card.code_dialog.reject()
    assert card.news.startswith("If you did not keep the recovery code, make a new one here")


def test_a_code_waits_until_the_card_is_seen(card: PrivacyCard, desk: ShellDesk, qtbot: QtBot) -> None:
    card.buttons[Task.SET].click()
    assert card.dialog is not None
    dialog = card.dialog
    for field in (dialog.new, dialog.again):
        field.field.setText(PASSPHRASE)
    dialog.submit()
    desk.worker.work()
    dialog.reject()
    card.hide()
    with qtbot.waitSignal(card.code_waits):
        desk.worker.work()
    assert card.code_dialog is None
    card.show()
    assert card.code_dialog is not None


def test_what_came_of_it_is_brought_into_sight(card: PrivacyCard, desk: ShellDesk, qtbot: QtBot) -> None:
    around, page = QScrollArea(), QWidget()
    qtbot.addWidget(around)
    column = QVBoxLayout(page)
    column.addSpacing(2000)
    column.addWidget(card)
    around.setWidgetResizable(True)
    around.setWidget(page)
    around.resize(700, 500)
    around.show()
    set_one(card, desk)
    around.verticalScrollBar().setValue(0)
    assert card.code_dialog is not None
    card.code_dialog.reject()
    news = next(label for label in card.findChildren(QLabel) if label.text() == card.news)
    qtbot.waitUntil(lambda: not news.visibleRegion().isEmpty())
    assert card.news.startswith("If you did not keep the recovery code")
    card.setParent(None)  # it does not go with what is around it


def test_what_could_not_be_done_is_said_in_the_dialog_that_stays(card: PrivacyCard, desk: ShellDesk) -> None:
    desk.protect()
    card.refresh()
    card.buttons[Task.NEW_CODE].click()
    assert card.dialog is not None
    card.dialog.current.field.setText("not this")
    card.dialog.submit()
    desk.worker.work()
    assert card.dialog is not None
    assert card.dialog.trouble.startswith("This passphrase does not open")
    assert card.dialog.act.isEnabled()


def test_the_keyboard_is_back_at_the_button_a_dialog_came_from(card: PrivacyCard, desk: ShellDesk) -> None:
    desk.protect()
    card.refresh()
    card.lock.setFocus()
    card.begin(Task.NEW_CODE)
    assert card.dialog is not None
    card.dialog.reject()
    assert card.focusWidget() is card.buttons[Task.NEW_CODE]


def test_where_that_button_is_gone_the_keyboard_is_at_the_next(card: PrivacyCard, desk: ShellDesk) -> None:
    set_one(card, desk)
    assert card.focusWidget() is card.buttons[Task.CHANGE]


def test_while_locked_nothing_can_be_changed(card: PrivacyCard, desk: ShellDesk) -> None:
    desk.protect()
    card.lock.click()
    assert desk.vault.is_locked
    assert not any(button.isEnabled() for button in (*card.buttons.values(), card.lock))
    assert not card.sleep.isEnabled()


def test_locking_by_itself_is_chosen_and_kept(card: PrivacyCard, desk: ShellDesk) -> None:
    desk.protect()
    card.idle.setCurrentIndex(card.idle.count() - 1)
    card.idle.activated.emit(card.idle.count() - 1)
    card.sleep.switch.click()
    card.screen_lock.switch.click()
    kept = desk.settings_store.kept
    assert (kept.lock_after_minutes, kept.lock_on_sleep, kept.lock_with_screen) == (NEVER, False, False)


def test_what_is_chosen_elsewhere_is_shown(card: PrivacyCard, desk: ShellDesk) -> None:
    preferences: PreferenceService = desk.preferences
    preferences.change(lock_after_minutes=7)
    assert card.idle.currentText() == "after 7 minutes"


def test_how_to_hide_everything_stands_there(card: PrivacyCard) -> None:
    assert "Ctrl+H hides every window" in said(card)
    assert "Ctrl+L only locks" in said(card)
