"""Settings: every choice takes effect at once, and shows what is true."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.application.settings import Look
from companion.ui.screens.settings import SettingsScreen
from companion.ui.theme.theme import Theme
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def screen(desk: ShellDesk, qtbot: QtBot) -> Iterator[SettingsScreen]:
    made = desk.settings_screen()
    qtbot.addWidget(made)
    made.resize(900, 900)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def texts(screen: SettingsScreen) -> list[str]:
    return [found.text() for found in screen.findChildren(QLabel) if found.isVisible()]


def folders(desk: ShellDesk) -> list[str]:
    return list(desk.settings_store.kept.note_folders)


def button(screen: SettingsScreen, name: str) -> QPushButton:
    (found,) = [
        b for b in screen.findChildren(QPushButton) if b.isVisible() and name in (b.text(), b.accessibleName())
    ]
    return found


def test_a_look_is_chosen_by_pointer(screen: SettingsScreen, desk: ShellDesk) -> None:
    screen.looks[Look.DARK].click()
    assert desk.settings_store.kept.look is Look.DARK
    assert [look for look, chip in screen.looks.items() if chip.isChecked()] == [Look.DARK]


def test_a_text_size_is_chosen_by_keyboard_and_the_keyboard_stays(screen: SettingsScreen, desk: ShellDesk) -> None:
    screen.sizes[100].setFocus()
    QTest.keyClick(screen.sizes[100], Qt.Key.Key_Right)
    focused = QApplication.focusWidget()
    assert focused is screen.sizes[125]
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert desk.settings_store.kept.text_percent == 125
    assert QApplication.focusWidget() is focused


def test_deeper_questions_are_off_until_they_are_switched_on(screen: SettingsScreen, desk: ShellDesk) -> None:
    assert not screen.deeper.is_on
    screen.deeper.switch.click()
    assert desk.settings_store.kept.deeper_questions


def test_sizes_are_called_by_what_they_are(screen: SettingsScreen) -> None:
    assert screen.sizes[150].accessibleName() == "Text size 150 %"


def test_stillness_is_switched(screen: SettingsScreen, desk: ShellDesk) -> None:
    screen.still.switch.click()
    assert desk.settings_store.kept.reduce_motion


def test_today_without_numbers_is_switched(screen: SettingsScreen, desk: ShellDesk) -> None:
    assert not screen.plain.is_on
    screen.plain.switch.click()
    assert desk.settings_store.kept.without_numbers


def test_with_a_tray_it_can_be_kept_running(screen: SettingsScreen, desk: ShellDesk) -> None:
    assert screen.keep.isVisible()
    screen.keep.switch.click()
    assert not desk.settings_store.kept.keep_in_tray


def test_a_tray_may_come_and_go(screen: SettingsScreen, desk: ShellDesk) -> None:
    desk.has_tray = False
    screen.hide()
    screen.show()
    assert not screen.keep.isVisible()
    assert any("closing the window ends Companion" in text for text in texts(screen))
    desk.has_tray = True
    screen.hide()
    screen.show()
    assert screen.keep.isVisible()


def test_a_folder_is_added_and_removed(
    screen: SettingsScreen, desk: ShellDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "/home/robin/notes")
    screen.add_folder.click()
    assert folders(desk) == ["/home/robin/notes"]
    QApplication.processEvents()
    assert "/home/robin/notes" in texts(screen)
    button(screen, "Stop reading /home/robin/notes").click()
    assert folders(desk) == []
    assert "/home/robin/notes" not in texts(screen)
    assert QApplication.focusWidget() is screen.add_folder


def test_choosing_no_folder_changes_nothing(
    screen: SettingsScreen, desk: ShellDesk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    screen.add_folder.click()
    assert desk.settings_store.kept.note_folders == ()


def test_what_cannot_be_kept_is_said_and_the_truth_is_shown(screen: SettingsScreen, desk: ShellDesk) -> None:
    desk.settings_store.trouble = UserError(Trouble.DISK_FULL)
    screen.looks[Look.DARK].click()
    assert screen.toast.isVisible()
    assert screen.looks[Look.SYSTEM].isChecked()
    screen.still.switch.click()
    assert not screen.still.is_on


def test_where_everything_lies_can_be_copied(screen: SettingsScreen, desk: ShellDesk) -> None:
    (where,) = [found for found in screen.findChildren(QLabel) if desk.data_folder in found.text()]
    assert where.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard


def test_ctrl_f_looks_for_words_and_escape_shows_everything_again(screen: SettingsScreen) -> None:
    screen.setFocus()
    everything = texts(screen)
    QTest.keyClick(screen, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    field = screen.search.field
    assert QApplication.focusWidget() is field
    QTest.keyClicks(field, "passph")
    assert "Privacy" in texts(screen)
    assert "Appearance" not in texts(screen)
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert texts(screen) == everything


def test_enter_leads_from_the_search_to_what_was_found(screen: SettingsScreen) -> None:
    screen.search.field.setFocus()
    QTest.keyClicks(screen.search.field, "tray closed")
    QTest.keyClick(screen.search.field, Qt.Key.Key_Return)
    assert QApplication.focusWidget() is screen.keep.switch


def test_where_no_part_has_the_words_one_kind_sentence_says_so(screen: SettingsScreen) -> None:
    screen.search.field.setText("zebra")
    assert texts(screen) == ["Settings", screen.search.news.text()]
    assert "shorter one" in screen.search.news.text()


def test_who_comes_again_finds_everything_in_sight(screen: SettingsScreen) -> None:
    screen.search.field.setText("passphrase")
    screen.hide()
    screen.show()
    assert "Appearance" in texts(screen)


def test_a_default_is_said_and_one_click_leads_back_to_it(screen: SettingsScreen, desk: ShellDesk) -> None:
    assert "Default:\N{NO-BREAK SPACE}Like the system" in texts(screen)
    assert not screen.usual_look.back.isVisible()
    screen.looks[Look.DARK].click()
    screen.usual_look.back.click()
    assert desk.settings_store.kept.look is Look.SYSTEM
    assert QApplication.focusWidget() is screen.looks[Look.SYSTEM]
    assert not screen.usual_look.back.isVisible()


@pytest.mark.parametrize("name", ["reminders", "help", "welcome"])
def test_what_is_set_elsewhere_is_linked(screen: SettingsScreen, qtbot: QtBot, name: str) -> None:
    with qtbot.waitSignal(getattr(screen, f"{name}_wanted"), timeout=1000):
        getattr(screen, name).click()


def test_while_locked_only_help_is_linked(screen: SettingsScreen, desk: ShellDesk) -> None:
    desk.vault.lock()
    screen.refresh()
    assert [way.isVisible() for way in (screen.reminders, screen.help, screen.welcome)] == [False, True, False]
