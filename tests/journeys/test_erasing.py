"""Deleting everything, from Settings to the last file."""

import logging
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.erasing import begin
from companion.adapters.system.autostart import XdgAutostart, own_command
from companion.adapters.system.folders import Folders, usual_folders
from companion.application.checkins import Answer
from companion.application.instance_address import Message
from companion.bootstrap.core import Core
from companion.bootstrap.desktop import Desktop
from companion.bootstrap.start import address_of
from companion.cli.app import run as run_command
from companion.domain.draft import Draft
from companion.ui.shell.screens import ScreenName
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.widgets.erase_card import EraseCard
from tests.journeys.test_start import lasting_application as lasting_application
from tests.support.builders import a_moment
from tests.support.clock import FakeClock
from tests.support.onlooker import Onlooker

CANARY = "Kanarienvogel"


@pytest.fixture
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A person's home, with other programs in it; the log of the program that ends is left to nobody."""
    for variable, place in (("DATA", "data"), ("CONFIG", "config"), ("STATE", "state")):
        monkeypatch.setenv(f"XDG_{variable}_HOME", str(tmp_path / place))
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    monkeypatch.delenv("FLATPAK_ID", raising=False)
    (tmp_path / "stick").mkdir()
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield tmp_path
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def noted(home: Path) -> Folders:
    """Years in a minute: something is noted, half noted, copied twice, chosen, and starts with the log-in."""
    folders = usual_folders()
    folders.prepare()
    core = Core(folders, clock=FakeClock("2026-11-22T08:00:00"))
    core.preferences.change(backup_folder=str(home / "stick"))
    core.check_ins.record(Answer(arousal=40, note=CANARY), answers_open_prompt=False)
    core.check_ins.keep_draft(Draft(a_moment(), note=CANARY))
    backups = StoreBackups(folders.data, core.vault)
    backups.make(core.days.today())
    backups.lay_in(home / "stick", core.days.today())
    core.close()
    XdgAutostart(own_command()).put(True)
    return folders


class Person(Onlooker):
    """Somebody who opens Settings, deletes everything, reads what is said at the end, and closes it."""

    def __init__(self, desktop: Desktop, *, with_place: bool) -> None:
        super().__init__(desktop)
        self._with_place = with_place

    def _act(self) -> None:
        window = QApplication.activeModalWidget()
        if isinstance(window, TroubleWindow):
            self.read += [found.text() for found in window.findChildren(QLabel)]
            window.close()
        elif self._desktop.is_at_work and window is None:
            self._delete()

    def _delete(self) -> None:
        self._desktop.window.open_screen(ScreenName.SETTINGS)
        card = self._desktop.window.findChild(EraseCard)
        assert card is not None
        dialog = card.begin()
        dialog.place.put(self._with_place)
        dialog.word.setText("delete")
        dialog.erase.click()


def everything_deleted(folders: Folders, application: QApplication, *, with_place: bool) -> list[str]:
    """Runs the program until it is over; returns what was said."""
    core = Core(folders, clock=FakeClock("2026-11-23T08:00:00"))
    desktop = Desktop(application, core, address_of(folders))
    person = Person(desktop, with_place=with_place)
    code = desktop.run(Message.SHOW, hidden=False)
    person.leave()
    core.close()
    logging.getLogger("companion").error("something is still said after the end")
    assert code == 0
    return person.read


def test_nothing_of_it_is_left_anywhere(home: Path, lasting_application: QApplication) -> None:
    folders = noted(home)
    read = everything_deleted(folders, lasting_application, with_place=True)
    assert [path for path in home.rglob("*") if path.is_file()] == []
    assert not any(folder.exists() for folder in (folders.data, folders.config, folders.logs, folders.logs.parent))
    assert "Everything is deleted." in read


def test_copies_in_the_second_place_and_files_of_others_stay(home: Path, lasting_application: QApplication) -> None:
    folders = noted(home)
    letter = folders.data / "letter.txt"
    letter.write_text("somebody else's")
    read = everything_deleted(folders, lasting_application, with_place=False)
    left = {path for path in home.rglob("*") if path.is_file()}
    assert left == {letter, home / "stick" / "companion-2026-11-22.db"}
    assert any(str(home / "stick") in text for text in read)


def test_broken_off_it_goes_on_at_the_next_start_and_a_new_notebook_begins(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folders = noted(home)
    begin(folders.data, home / "stick")
    (folders.data / "key.json").unlink()
    assert run_command(["checkins"]) == 0
    assert CANARY not in capsys.readouterr().out
    assert list((home / "stick").iterdir()) == []
    assert {path.name for path in folders.data.iterdir() if path.suffix == ".json"} == {"key.json", "key-copy.json"}
    assert not (folders.config / "settings.toml").exists()
