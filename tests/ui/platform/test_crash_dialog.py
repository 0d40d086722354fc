"""Failures that nobody caught."""

import sys
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from companion.ui.platform.crash_dialog import CrashDialog, without_values
from companion.ui.platform.main_thread import MainThread


@pytest.fixture
def dialog(qtbot: QtBot) -> Iterator[CrashDialog]:
    """A listening one; its box is closed afterwards."""
    made = CrashDialog(MainThread())
    yield made
    if made._box is not None:
        made._box.reject()


def box_of(dialog: CrashDialog, qtbot: QtBot) -> QMessageBox:
    qtbot.waitUntil(lambda: dialog._box is not None)
    assert dialog._box is not None
    return dialog._box


def button(box: QMessageBox, label: str) -> None:
    next(b for b in box.buttons() if b.text() == label).click()


def a_failure() -> Exception:
    try:
        raise ValueError("a private word")
    except ValueError as failure:
        return failure


def test_it_says_so_once_however_often_it_happens(dialog: CrashDialog, qtbot: QtBot) -> None:
    dialog.tell(a_failure())
    box = box_of(dialog, qtbot)
    dialog.tell(a_failure())
    QApplication.processEvents()
    assert dialog._box is box
    assert len([w for w in QApplication.topLevelWidgets() if w.isVisible()]) == 1


def test_after_it_was_closed_the_next_failure_is_told_again(dialog: CrashDialog, qtbot: QtBot) -> None:
    dialog.tell(a_failure())
    button(box_of(dialog, qtbot), "Go on")
    assert dialog._box is None
    dialog.tell(a_failure())
    assert box_of(dialog, qtbot).isVisible()


def test_once_it_was_closed_it_says_which_failure_that_was(dialog: CrashDialog, qtbot: QtBot) -> None:
    failure, told = a_failure(), list[object]()
    dialog.closed.connect(told.append)
    dialog.tell(failure)
    box = box_of(dialog, qtbot)
    assert told == []
    button(box, "Go on")
    assert told == [failure]


def test_the_details_name_kind_and_place_and_none_of_the_words(
    dialog: CrashDialog, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    dialog.tell(a_failure())
    button(box_of(dialog, qtbot), "Copy details")
    copied = QApplication.clipboard().text()
    QApplication.clipboard().clear()
    for text in (copied, caplog.text):
        assert "ValueError" in text
        assert "a_failure" in text
        assert "private" not in text
    assert box_of(dialog, qtbot).isVisible()


def test_it_takes_no_keyboard_from_other_windows_and_blocks_none(dialog: CrashDialog, qtbot: QtBot) -> None:
    dialog.tell(a_failure())
    assert not box_of(dialog, qtbot).isModal()


def test_failures_of_every_thread_are_heard_while_it_is_installed(dialog: CrashDialog, qtbot: QtBot) -> None:
    before = sys.excepthook, threading.excepthook
    dialog.install()
    try:
        sys.excepthook(ValueError, a_failure(), None)
        button(box_of(dialog, qtbot), "Go on")
        worker = threading.Thread(target=lambda: 1 // 0)
        worker.start()
        worker.join()
        assert box_of(dialog, qtbot).isVisible()
    finally:
        dialog.uninstall()
    assert (sys.excepthook, threading.excepthook) == before


def test_what_qt_says_is_logged_without_values(dialog: CrashDialog, caplog: pytest.LogCaptureFixture) -> None:
    dialog.install()
    try:
        qWarning('QTextBrowser: No document for note:My divorce "again"')
    finally:
        dialog.uninstall()
    assert "QTextBrowser: No document …" in caplog.text
    assert "divorce" not in caplog.text


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("QPainter::begin: Paint device returned engine == 0", "QPainter::begin: Paint device returned engine == 0"),
        ("cannot read /home/anna/Vault/Notes.md", "cannot read …"),
        ("QImage: 'my face.png' is no picture", "QImage: …"),
        ("loading file:///home/anna/x.png", "loading …"),
    ],
)
def test_quotes_paths_and_addresses_are_left_out(said: str, kept: str) -> None:
    assert without_values(said) == kept
