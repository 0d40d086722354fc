"""A page of the notebook goes bad while the program runs: it is found, told in the window, and a copy helps."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.database import PAGE_BYTES
from companion.application.checkins import Answer
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies
from companion.bootstrap.core import Core
from companion.domain.secrets import typed_passphrase
from companion.ui.widgets.banner import Banner
from companion.ui.widgets.restore_dialog import RestoreDialog
from tests.journeys.conftest import Program

PASSPHRASE = "lantern pebble orbit"
NOTE = "walked home " * 2000


def damage_in_the_middle(store: Path) -> None:
    content = bytearray(store.read_bytes())
    content[len(content) // PAGE_BYTES // 2 * PAGE_BYTES + 200] ^= 1
    store.write_bytes(content)


def noted(program: Program) -> None:
    core = Core(program.folders, clock=program.clock)
    for _ in range(20):
        core.check_ins.record(Answer(arousal=40, note=NOTE), answers_open_prompt=False)
        program.clock.pass_time(minutes=5)
    StoreBackups(program.folders.data, core.vault).make(core.days.today())
    core.close()


def _can_be_pressed(button: QPushButton) -> bool:
    return button.isVisible() and button.isEnabled()


def test_it_is_found_told_and_a_copy_takes_its_place(new_program: Callable[[], Program], qtbot: QtBot) -> None:
    program = new_program()
    noted(program)
    damage_in_the_middle(program.folders.data / "companion.db")
    program.start()
    program.desktop.looking.look()
    window = program.desktop.window
    qtbot.waitUntil(lambda: any(banner.isVisible() for banner in window.findChildren(Banner)))
    (banner,) = window.findChildren(Banner)
    banner.offer.click()
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreDialog)
    for button in (dialog.look, dialog.restore, dialog.close_button):
        qtbot.waitUntil(partial(_can_be_pressed, button), timeout=10_000)
        button.click()
    with program.core.vault.reading() as store:
        assert {check_in.note for check_in in store.check_ins.between(None, None)} == {NOTE.strip()}
    assert not banner.isVisible()


def test_damage_that_somebody_runs_into_offers_a_copy_at_once(program: Program) -> None:
    program.desktop.note_told(UserError(Trouble.STORE_NEWER))
    assert program.desktop.window.findChildren(Banner) == []
    program.desktop.note_told(UserError(Trouble.STORE_DAMAGED, data_is_safe=False))
    (banner,) = program.desktop.window.findChildren(Banner)
    assert banner.isVisible()


def test_a_whole_notebook_is_looked_at_in_silence_and_not_again(program: Program, qtbot: QtBot) -> None:
    program.desktop.looking.look()
    qtbot.waitUntil(lambda: program.core.preferences.settings.looked_over_on is not None)
    assert program.desktop.window.findChild(Banner) is None


def test_behind_a_passphrase_it_is_locked_first_and_the_copy_asks_for_it(
    new_program: Callable[[], Program], qtbot: QtBot
) -> None:
    program = new_program()
    core = Core(program.folders, clock=program.clock)
    key = core.key_keeper.take_open()
    core.vault.lock()
    key.protect(typed_passphrase(PASSPHRASE), OlderCopies.REENCRYPT)[0].unlock()
    core.check_ins.record(Answer(arousal=40, note=NOTE), answers_open_prompt=False)
    StoreBackups(program.folders.data, core.vault).make(core.days.today())
    core.close()
    damage_in_the_middle(program.folders.data / "companion.db")
    program.start()
    program.core.key_keeper.take(typed_passphrase(PASSPHRASE)).unlock()
    program.desktop.looking.look()
    window = program.desktop.window
    qtbot.waitUntil(lambda: any(not banner.isHidden() for banner in window.findChildren(Banner)))
    window.findChildren(Banner)[0].offer.click()
    assert program.core.is_locked
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, RestoreDialog)
    for button in (dialog.look, dialog.open_copy, dialog.restore, dialog.close_button):
        qtbot.waitUntil(partial(_can_be_pressed, button), timeout=10_000)
        if button is dialog.open_copy:
            dialog.secret.field.setText(PASSPHRASE)
        button.click()
    program.core.key_keeper.take(typed_passphrase(PASSPHRASE)).unlock()
    with program.core.vault.reading() as store:
        assert [check_in.note for check_in in store.check_ins.between(None, None)] == [NOTE.strip()]
