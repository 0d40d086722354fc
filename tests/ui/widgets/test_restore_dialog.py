"""The dialog that restores a copy, by mouse and by keyboard."""

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from companion.application.copies import CopyKind
from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.parts import PartKind
from companion.application.rescuing import Rescued, RescueService
from companion.application.restoring import RestoreService
from companion.domain.secrets import Secret
from companion.presentation.rescuing import RescuePresenter
from companion.presentation.restoring import RestorePresenter
from companion.ui.theme.theme import Theme
from companion.ui.widgets.restore_dialog import RestoreDialog
from tests.support.clock import FakeClock
from tests.support.copies import FakeCopyKeeper, a_copy
from tests.support.date_words import PlainDateWords
from tests.support.days import day_service
from tests.support.worker import FakeWorker


class Desk:
    """A dialog whose worker works when the test says so."""

    def __init__(self, theme: Theme, qtbot: QtBot) -> None:
        self.keeper, self.worker = FakeCopyKeeper(), FakeWorker()
        self.keeper.kept[""] = [
            a_copy(date(2026, 11, 22)),
            a_copy(date(2026, 11, 20), trouble=Trouble.COPY_DAMAGED),
            a_copy(date(2026, 11, 10), kind=CopyKind.BEFORE_RESTORE),
        ]
        service = RestoreService(self.keeper, day_service(FakeClock()), self.worker, EventBus())
        self.window = QWidget()
        qtbot.addWidget(self.window)
        self.dialog = RestoreDialog(RestorePresenter(service, "", PlainDateWords()), theme, self.window)
        self.dialog.show()
        qtbot.waitUntil(self.dialog.isActiveWindow)
        self.worker.work()

    def look(self) -> None:
        self.dialog.look.click()
        self.worker.work()

    def texts(self) -> list[str]:
        return [label.text() for label in self.dialog.findChildren(QLabel) if label.isVisible()]


@pytest.fixture
def desk(theme: Theme, qtbot: QtBot) -> Iterator[Desk]:
    made = Desk(theme, qtbot)
    yield made
    if made.dialog.isVisible():
        made.dialog.reject()


def test_the_newest_copy_is_marked_and_can_be_looked_at(desk: Desk) -> None:
    assert (desk.dialog.list.isVisible(), desk.dialog.look.isEnabled()) == (True, True)
    desk.look()
    assert desk.keeper.looked == [(desk.keeper.kept[""][0].path, None)]
    assert "10 check-ins, 2026-11-21 2026 to 2026-11-22 2026" in desk.texts()


def test_a_copy_that_is_not_whole_can_be_seen_and_not_chosen(desk: Desk) -> None:
    desk.dialog.list.setFocus()
    QTest.keyClick(desk.dialog.list, Qt.Key.Key_Down)
    assert not desk.dialog.look.isEnabled()
    QTest.keyClick(desk.dialog.list, Qt.Key.Key_Down)
    desk.look()
    assert desk.keeper.looked == [(desk.keeper.kept[""][2].path, None)]


def test_enter_on_what_would_change_leaves_everything_as_it_is(desk: Desk) -> None:
    desk.look()
    assert desk.dialog.focusWidget() is desk.dialog.back
    QTest.keyClick(desk.dialog, Qt.Key.Key_Return)
    desk.worker.work()
    assert (desk.dialog.list.isVisible(), desk.keeper.restored) == (True, [])


def test_escape_leaves_everything_as_it_is(desk: Desk) -> None:
    desk.look()
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    desk.worker.work()
    assert (desk.dialog.isVisible(), desk.keeper.restored, desk.keeper.drops) == (False, [], 1)


def test_only_restore_restores_and_then_it_says_where_the_notebook_before_is(desk: Desk) -> None:
    desk.look()
    desk.dialog.restore.click()
    assert not desk.dialog.restore.isEnabled()
    desk.worker.work()
    assert desk.keeper.restored == [date(2026, 11, 22)]
    assert "Your notebook is now as it was in the copy." in desk.dialog.notes.text()
    assert desk.dialog.close_button.isVisible()


def test_while_the_copy_takes_its_place_the_dialog_stays(desk: Desk) -> None:
    desk.look()
    desk.dialog.restore.click()
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert desk.dialog.isVisible()
    desk.worker.work()
    QTest.keyClick(desk.dialog, Qt.Key.Key_Escape)
    assert not desk.dialog.isVisible()


def test_a_file_of_the_persons_own_can_be_looked_at(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    chosen = staticmethod(lambda *_arguments: ("/elsewhere/a.companion", ""))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", chosen)
    desk.dialog.file.click()
    desk.worker.work()
    assert desk.keeper.looked == [("/elsewhere/a.companion", None)]
    assert desk.dialog.restore.isVisible()


def test_a_passphrase_is_asked_for_with_the_keyboard_in_its_field(desk: Desk) -> None:
    desk.keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    desk.look()
    assert desk.dialog.focusWidget() is desk.dialog.secret.field
    desk.keeper.look_trouble = UserError(Trouble.COPY_SECRET_WRONG)
    QTest.keyClicks(desk.dialog.secret.field, "other")
    QTest.keyClick(desk.dialog.secret.field, Qt.Key.Key_Return)
    desk.worker.work()
    assert desk.dialog.trouble.text().startswith("This does not open the copy.")
    assert desk.dialog.secret.typed == "other"
    desk.keeper.look_trouble = None
    QTest.keyClick(desk.dialog.secret.field, Qt.Key.Key_Return)
    desk.worker.work()
    assert desk.dialog.restore.isVisible()


def test_nothing_typed_outlives_the_dialog(desk: Desk) -> None:
    desk.keeper.look_trouble = UserError(Trouble.COPY_PROTECTED)
    desk.look()
    desk.dialog.secret.field.setText("that time's words")
    desk.dialog.reject()
    assert desk.dialog.secret.typed == ""


class DamagedNotebook:
    """It takes no secret, and 7 check-ins of it can be read."""

    def needs_secret(self) -> bool:
        return False

    def write(self, path: str, secret: Secret | None) -> Rescued:
        return Rescued(path, dict.fromkeys(PartKind, 0) | {PartKind.CHECK_IN: 7}, 5, is_whole=False)


def test_of_a_damaged_notebook_what_can_be_read_can_be_saved_first(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: ("/mine.json", "")))
    assert not desk.dialog.rescue.isVisible()
    desk.dialog.offer_rescue(lambda: RescuePresenter(RescueService(DamagedNotebook(), desk.worker)))
    desk.dialog.rescue.click()
    dialog = desk.dialog.rescue_dialog
    assert dialog is not None
    dialog.choose.click()
    desk.worker.work()
    lost = "5 could not be read. Others may lack a part, tags for example."
    assert dialog.lines.text().splitlines() == ["7 check-ins are in /mine.json now.", lost]
    dialog.close_button.click()
    assert desk.keeper.looked == []
