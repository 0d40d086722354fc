"""One question before something that cannot be undone."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.question_dialog import QuestionDialog


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[QuestionDialog]:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    made = QuestionDialog("Really?", "It will be gone.", "Delete", "Keep", theme, window)
    made.open()
    made.activateWindow()
    yield made
    window.close()


def outcomes(dialog: QuestionDialog) -> list[str]:
    """What it says, as it says it; it is gone afterwards."""
    said: list[str] = []
    dialog.accepted.connect(lambda: said.append("yes"))
    dialog.rejected.connect(lambda: said.append("no"))
    return said


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_enter_and_escape_keep(dialog: QuestionDialog, key: Qt.Key) -> None:
    said = outcomes(dialog)
    QTest.keyClick(dialog, key)
    assert said == ["no"]


def test_only_its_own_button_means_yes(dialog: QuestionDialog) -> None:
    said = outcomes(dialog)
    dialog.yes.click()
    assert said == ["yes"]
