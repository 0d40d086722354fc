"""The recovery code is shown once, can be kept in several ways, and does not stay anywhere by itself."""

import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets import privacy_clipboard
from companion.ui.widgets.privacy_clipboard import copy_secret
from companion.ui.widgets.recovery_dialog import RecoveryDialog
from tests.support.everything_said import everything_said

CODE = "7K2M-Q9TX-4DHW-0ZVA-R3PE-8JNC-5B1G"


@pytest.fixture
def dialog(theme: Theme, qtbot: QtBot) -> Iterator[RecoveryDialog]:
    made = RecoveryDialog(CODE, theme)
    qtbot.addWidget(made)
    made.open()
    yield made
    made.close()


@pytest.fixture(autouse=True)
def empty_clipboard(qapp: object) -> Iterator[None]:
    """What lies on it when the program ends can bring the offscreen platform down."""
    yield
    QGuiApplication.clipboard().clear()


def test_it_is_shown_and_spoken_sign_by_sign(dialog: RecoveryDialog) -> None:
    assert dialog.code.text().split() == CODE.split("-")
    assert dialog.code.accessibleName().startswith("7 K 2 M, Q 9")


def test_it_ends_well_only_once_the_person_says_that_they_kept_it(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    assert not dialog.finish.isEnabled()
    dialog.kept.click()
    with qtbot.waitSignal(dialog.accepted):
        dialog.finish.click()


def test_it_can_be_left_without_keeping_it(dialog: RecoveryDialog, qtbot: QtBot) -> None:
    with qtbot.waitSignal(dialog.rejected):
        dialog.leave.click()


def test_however_it_ends_the_code_is_gone(dialog: RecoveryDialog) -> None:
    dialog.reject()
    said = everything_said()
    assert CODE.replace("-", " ") not in said
    assert "7 K 2 M" not in said


def test_copied_it_is_marked_as_a_secret_and_said_to_go_again(dialog: RecoveryDialog) -> None:
    dialog.copy.click()
    content = QGuiApplication.clipboard().mimeData()
    assert content.text() == CODE
    assert content.data("x-kde-passwordManagerHint").data() == b"secret"
    assert dialog.news.startswith("Copied. It is taken off the clipboard again")


def test_a_copied_secret_goes_by_itself(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    assert privacy_clipboard.STAYS_MS == 60_000
    monkeypatch.setattr(privacy_clipboard, "STAYS_MS", 0)
    copy_secret(CODE)
    assert QGuiApplication.clipboard().text() == CODE
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "")


def test_what_was_copied_elsewhere_since_stays(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(privacy_clipboard, "STAYS_MS", 0)
    copy_secret(CODE)
    QGuiApplication.clipboard().setText("something else")
    shown: list[str] = []
    QTimer.singleShot(0, lambda: shown.append(QGuiApplication.clipboard().text()))  # after the one that clears
    qtbot.waitUntil(lambda: bool(shown))
    assert shown == ["something else"]


def test_saved_it_is_a_file_for_the_person_alone(
    dialog: RecoveryDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "code.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(file), ""))
    dialog.save.click()
    assert CODE in file.read_text()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert dialog.news.startswith("Saved.")


def test_where_it_cannot_be_saved_it_says_so(
    dialog: RecoveryDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "no" / "code.txt"), ""))
    dialog.save.click()
    assert dialog.news.startswith("This file could not be written.")


def test_choosing_no_file_writes_none(dialog: RecoveryDialog, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: ("", ""))
    dialog.save.click()
    assert dialog.news == ""


def test_a_dialog_that_ended_while_a_file_was_asked_for_writes_none(
    dialog: RecoveryDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "code.txt"

    def end_meanwhile(*_about: object) -> tuple[str, str]:
        dialog.reject()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        return str(file), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", end_meanwhile)
    dialog.save.click()
    assert not file.exists()
