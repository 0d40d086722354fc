"""The first start: each screen is said to readers, has its first control, and keeps what was chosen on the others."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.presentation.welcome import Step
from companion.ui.screens import welcome
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.theme.theme import Theme
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    heard: list[str] = []
    monkeypatch.setattr(welcome, "announce", lambda _widget, text: heard.append(text))
    return heard


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def screen(said: list[str], desk: ShellDesk, qtbot: QtBot) -> Iterator[WelcomeScreen]:
    made = desk.welcome_screen()
    qtbot.addWidget(made)
    made.resize(800, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.setFocus()
    yield made
    made.close()


def test_readers_hear_each_screen_and_not_only_its_button(screen: WelcomeScreen, said: list[str]) -> None:
    assert any(text.startswith("1 of 4. Welcome to Companion.") for text in said)
    screen.go_on.click()
    assert any(text.startswith("2 of 4. Your window.") for text in said)


def test_each_screen_begins_at_its_first_control(screen: WelcomeScreen) -> None:
    begun = []
    for step in Step:
        screen.show_step(step)
        screen.setFocus()
        begun.append(QApplication.focusWidget())
    assert begun == [screen.go_on, screen.picture, screen.go_on, screen.go_on]


def test_going_back_keeps_what_was_chosen(screen: WelcomeScreen, desk: ShellDesk) -> None:
    screen.show_step(Step.REMINDERS)
    screen.gentle.switch.click()
    screen.back.click()
    screen.go_on.click()
    assert screen.gentle.is_on
    assert len(desk.reminders.reminders()) == 1


def test_what_it_is_like_where_the_dot_is_is_said(screen: WelcomeScreen, said: list[str]) -> None:
    screen.show_step(Step.WINDOW)
    screen.picture.setValue(90)
    assert said[-1].startswith("Above the window")


def test_escape_skips_the_rest(screen: WelcomeScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.left, timeout=1000):
        QTest.keyClick(screen.go_on, Qt.Key.Key_Escape)


def test_on_the_last_screen_enter_is_not_taken_from_another_button(screen: WelcomeScreen) -> None:
    screen.show_step(Step.PRIVACY)
    screen.passphrase.setFocus()
    QTest.keyClick(screen.passphrase, Qt.Key.Key_Return)
    assert screen.desk.dialog is not None
    screen.desk.dialog.reject()
    assert screen.step is Step.PRIVACY
