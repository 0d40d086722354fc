"""Where the store cannot be opened: what happened, what to do, and where to turn."""

from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from companion.application.replacing import ReplaceService
from companion.presentation.restoring import RestorePresenter
from companion.presentation.sentences import Words
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.restore_dialog import RestoreDialog
from tests.support.copies import FakeReplacer
from tests.support.date_words import PlainDateWords
from tests.support.worker import FakeWorker


def opened(theme: Theme, qtbot: QtBot, words: Words) -> TroubleWindow:
    window = TroubleWindow(theme, words)
    qtbot.addWidget(window)
    window.show()
    return window


def texts(window: TroubleWindow) -> list[str]:
    return [found.text() for found in window.findChildren(QLabel) if found.isVisible()]


def test_it_says_what_happened_and_what_to_do(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", "Unlock it."))
    assert texts(window)[:2] == ["It is locked.", "Unlock it."]
    window.close()


def test_what_it_says_can_be_copied_with_the_keyboard(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", "Unlock it."))
    for text in window.findChildren(QLabel)[:2]:
        assert text.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByKeyboard
    window.close()


def test_support_is_on_it_as_on_every_screen(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", ""))
    assert any("emergency number" in text for text in texts(window))
    window.close()


def test_where_nothing_can_be_restored_nothing_is_offered(theme: Theme, qtbot: QtBot) -> None:
    window = opened(theme, qtbot, Words("It is locked.", ""))
    assert [button.text() for button in window.findChildren(QPushButton)] == ["Close"]
    window.close()


class Mending:
    """A window of trouble, and copies that its worker finds."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.replacer, self.worker = FakeReplacer(), FakeWorker()
        self.window = TroubleWindow(theme, Words("It cannot be read.", ""), self._presenter)
        qtbot.addWidget(self.window)
        self.window.show()

    def begin(self) -> RestoreDialog:
        assert self.window.restore is not None
        self.window.restore.click()
        self.worker.work()
        dialog = self.window.restore_dialog
        assert dialog is not None
        return dialog

    def _presenter(self) -> RestorePresenter:
        service = ReplaceService(self.replacer, lambda: date(2026, 11, 22), self.worker)
        return RestorePresenter(service, "", PlainDateWords())


def test_a_copy_can_be_put_in_place_after_a_look_at_it(theme: Theme, qtbot: QtBot) -> None:
    mending = Mending(theme, qtbot)
    dialog = mending.begin()
    dialog.look.click()
    mending.worker.work()
    assert mending.replacer.replaced == []
    dialog.restore.click()
    mending.worker.work()
    dialog.close_button.click()
    assert len(mending.replacer.replaced) == 1
    assert mending.window.is_mended
    assert not mending.window.isVisible()


def test_leaving_the_copies_leads_back_to_what_happened(theme: Theme, qtbot: QtBot) -> None:
    mending = Mending(theme, qtbot)
    mending.begin().close_button.click()
    assert mending.window.isVisible()
    assert mending.window.restore_dialog is None
    mending.window.close()
    assert not mending.window.is_mended


def test_enter_and_escape_close_it(theme: Theme, qtbot: QtBot) -> None:
    for key in (Qt.Key.Key_Return, Qt.Key.Key_Escape):
        window = opened(theme, qtbot, Words("It is locked.", ""))
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow)
        QTest.keyClick(window, key)
        assert not window.isVisible()
