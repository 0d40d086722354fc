"""A notebook that cannot be opened at the start: what happened is said, and a copy brings it back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.system.folders import Folders, folders_under
from companion.application.checkins import Answer
from companion.application.instance_address import Message
from companion.application.protection import OlderCopies
from companion.bootstrap.core import Core
from companion.bootstrap.desktop import Desktop
from companion.bootstrap.start import address_of
from companion.domain.secrets import typed_passphrase
from companion.ui.shell.lock_screen import LockScreen
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.widgets.rescue_dialog import RescueDialog
from companion.ui.widgets.restore_dialog import RestoreDialog
from tests.journeys.test_start import lasting_application as lasting_application
from tests.support.clock import FakeClock
from tests.support.onlooker import Onlooker

PASSPHRASE = "lantern pebble orbit"


class Person(Onlooker):
    """What somebody does who finds a window of trouble: takes the first copy that is offered, and then quits."""

    def __init__(self, desktop: Desktop, *, takes_it: bool = True) -> None:
        super().__init__(desktop)
        self._takes_it = takes_it

    def _act(self) -> None:
        window = QApplication.activeModalWidget()
        if isinstance(window, RestoreDialog):
            self._go_on(window)
        elif isinstance(window, TroubleWindow):
            self._answer(window)
        elif self._desktop.is_at_work and not self._unlocks():
            self._desktop.quit()

    def _unlocks(self) -> bool:
        """True while there is something to unlock."""
        if not self._desktop.locking.security.is_locked:
            return False
        screen = self._desktop.window.findChild(LockScreen)
        assert screen is not None
        if screen.restore.isVisible():
            screen.restore.click()
        elif screen.unlock.isEnabled():
            screen.secret.field.setText(PASSPHRASE)
            screen.unlock.click()
        return True

    def _answer(self, window: TroubleWindow) -> None:
        self._note_down(window)
        if self._takes_it and window.restore is not None:
            window.restore.click()
        else:
            window.close()

    def _go_on(self, dialog: RestoreDialog) -> None:
        if dialog.secret.isVisible() and dialog.open_copy.isEnabled():
            dialog.secret.field.setText(PASSPHRASE)
            dialog.open_copy.click()
        for button in (dialog.look, dialog.restore):
            if button.isVisible() and button.isEnabled():
                self._note_down(dialog)
                button.click()
                return
        if dialog.close_button.isVisible() and dialog.notes.isVisible():
            self._note_down(dialog)
            dialog.close_button.click()

    def _note_down(self, window: TroubleWindow | RestoreDialog) -> None:
        self.read += [found.text() for found in window.findChildren(QLabel) if found.isVisible()]


@pytest.fixture
def folders(tmp_path: Path) -> Folders:
    """Of a person who has noted something, and has a copy of it."""
    made = folders_under(str(tmp_path / "data"))
    made.prepare()
    return made


def noted(folders: Folders, *, is_protected: bool = False) -> None:
    clock = FakeClock("2026-11-22T08:00:00")
    core = Core(folders, clock=clock)
    core.check_ins.record(Answer(arousal=40, note="before"), answers_open_prompt=False)
    if is_protected:
        key = core.key_keeper.take_open()
        core.vault.lock()
        protected, _rewritten = key.protect(typed_passphrase(PASSPHRASE), OlderCopies.REENCRYPT)
        protected.unlock()
    StoreBackups(folders.data, core.vault).make(core.days.today())
    core.close()


def notes(folders: Folders) -> list[str]:
    core = Core(folders)
    if core.is_locked:
        core.key_keeper.take(typed_passphrase(PASSPHRASE)).unlock()
    with core.vault.reading() as store:
        found = [check_in.note for check_in in store.check_ins.between(None, None)]
    core.close()
    return found


def run(folders: Folders, application: QApplication, *, hidden: bool, takes_it: bool = True) -> tuple[int, list[str]]:
    core = Core(folders, clock=FakeClock("2026-11-23T08:00:00"))
    desktop = Desktop(application, core, address_of(folders))
    person = Person(desktop, takes_it=takes_it)
    code = desktop.run(Message.SHOW, hidden=hidden)
    person.leave()
    core.close()
    return code, person.read


def damage(folders: Folders) -> bytes:
    """One byte of the first page is another."""
    store = folders.data / "companion.db"
    content = bytearray(store.read_bytes())
    content[100] ^= 1
    store.write_bytes(content)
    return bytes(content)


@pytest.mark.parametrize("hidden", [False, True])
def test_a_damaged_notebook_comes_back_from_its_newest_copy_and_the_program_goes_on(
    hidden: bool, folders: Folders, lasting_application: QApplication
) -> None:
    noted(folders)
    damaged = damage(folders)
    code, read = run(folders, lasting_application, hidden=hidden)
    assert code == 0
    assert notes(folders) == ["before"]
    (kept,) = (folders.data / "backups").glob("unopened-*")
    assert (kept / "companion.db").read_bytes() == damaged
    assert any(text.startswith("In the copy: 1 check-in") for text in read)
    assert any(str(kept) in text for text in read)


def test_behind_a_passphrase_the_copy_comes_back_from_the_lock_screen(
    folders: Folders, lasting_application: QApplication
) -> None:
    noted(folders, is_protected=True)
    damaged = damage(folders)
    code, read = run(folders, lasting_application, hidden=False)
    assert code == 0
    assert notes(folders) == ["before"]
    (kept,) = (folders.data / "backups").glob("unopened-*")
    assert (kept / "companion.db").read_bytes() == damaged
    assert any(text.startswith("In the copy: 1 check-in") for text in read)


def test_keys_that_are_gone_come_back_with_the_copy(folders: Folders, lasting_application: QApplication) -> None:
    noted(folders)
    for name in ("key.json", "key-copy.json"):
        (folders.data / name).unlink()
    assert run(folders, lasting_application, hidden=True)[0] == 0
    assert notes(folders) == ["before"]


def test_who_leaves_the_copies_alone_finds_everything_as_it_was(
    folders: Folders, lasting_application: QApplication
) -> None:
    noted(folders)
    damaged = damage(folders)
    assert run(folders, lasting_application, hidden=False, takes_it=False)[0] == 1
    assert (folders.data / "companion.db").read_bytes() == damaged
    assert not list((folders.data / "backups").glob("unopened-*"))


class Saver(Person):
    """Somebody who saves what can be read before anything else, and then closes the window."""

    def _answer(self, window: TroubleWindow) -> None:
        if window.rescue_dialog is None and window.rescue is not None:
            window.rescue.click()
        else:
            super()._answer(window)

    def _act(self) -> None:
        window = QApplication.activeModalWidget()
        if not isinstance(window, RescueDialog):
            super()._act()
        elif window.choose.isVisible() and window.choose.isEnabled():
            window.choose.click()
        elif not window.choose.isVisible():
            self.read += [window.lines.text()]
            window.close_button.click()


def test_what_can_be_read_is_saved_where_the_notebook_does_not_open(
    folders: Folders, lasting_application: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    noted(folders)
    core = Core(folders)
    query = "SELECT rootpage FROM sqlite_master WHERE name = 'fact'"
    (page,) = core.vault.opened().connection.execute(query).fetchone()
    core.close()
    store = folders.data / "companion.db"
    content = bytearray(store.read_bytes())
    content[(page - 1) * 4096 + 200] ^= 1
    store.write_bytes(content)
    file = str(tmp_path / "left.json")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: (file, "")))
    core = Core(folders, clock=FakeClock("2026-11-23T08:00:00"))
    desktop = Desktop(lasting_application, core, address_of(folders))
    person = Saver(desktop, takes_it=False)
    desktop.run(Message.SHOW, hidden=False)
    person.leave()
    core.close()
    assert "1 check-in is in" in "\n".join(person.read)
    assert "Some of it could not be read." in "\n".join(person.read)
    assert '"note": "before"' in Path(file).read_text()
