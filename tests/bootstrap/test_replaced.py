"""What happens when another version is installed, with and without a window."""

from collections.abc import Iterator
from pathlib import Path
from typing import cast

import pytest
from pytestqt.qtbot import QtBot

import companion
from companion.adapters.system.replaced import ProgramFile
from companion.bootstrap.front import Front
from companion.bootstrap.replaced import Replaced


class FakeWindow:
    """What stands across it, and what is called if the offer is taken or put off."""

    banner_text = ""

    def show_banner(self, text: str, *links: object) -> None:
        self.banner_text = text
        self.links = links


class FakeFront:
    """A window that is there or not."""

    def __init__(self) -> None:
        self.window = FakeWindow()
        self.is_visible = False


class Installed:
    """The program in a folder of its own, and what was asked for since another version lay there."""

    def __init__(self, folder: Path) -> None:
        self.file = folder / "__init__.py"
        self.install("1.0")
        self.front = FakeFront()
        self.is_free = True
        self.unseen = 0
        self.ended = 0
        self.replaced = Replaced(cast(Front, self.front), lambda: self.is_free, ProgramFile(self.file, "1.0"))
        self.replaced.unseen_restart_wanted.connect(self._on_unseen_restart_wanted)
        self.replaced.unseen_end_wanted.connect(self._on_unseen_end_wanted)

    def install(self, version: str) -> None:
        fresh = self.file.with_suffix(".new")
        fresh.write_text(f'__version__ = "{version}"\n')
        fresh.rename(self.file)

    def _on_unseen_restart_wanted(self) -> None:
        self.unseen += 1

    def _on_unseen_end_wanted(self) -> None:
        self.ended += 1


@pytest.fixture
def installed(tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[Installed]:
    """The program, watching its folder; installers are quick here."""
    monkeypatch.setattr("companion.bootstrap.replaced.SETTLED_MS", 1)
    monkeypatch.setattr(companion, "__file__", str(tmp_path / "__init__.py"))
    made = Installed(tmp_path)
    made.replaced.watch()
    yield made
    made.replaced.stop()


def test_without_a_window_it_goes_on_as_the_other_one_by_itself(installed: Installed, qtbot: QtBot) -> None:
    installed.install("1.1")
    qtbot.waitUntil(lambda: installed.unseen == 1)
    assert installed.front.window.banner_text == ""


def test_the_same_version_installed_once_more_restarts_nothing(installed: Installed) -> None:
    installed.install("1.0")
    installed.replaced.look()
    assert installed.unseen == 0


def test_what_is_under_way_is_not_interrupted_and_when_it_ends_it_goes_on(installed: Installed, qtbot: QtBot) -> None:
    installed.is_free = False
    installed.install("1.1")
    installed.replaced.look()
    assert installed.unseen == 0
    installed.is_free = True
    installed.replaced.note_something_ended()
    qtbot.waitUntil(lambda: installed.unseen > 0)


def test_with_a_window_it_is_said_there_without_a_click_and_the_window_stays(
    installed: Installed, qtbot: QtBot
) -> None:
    installed.front.is_visible = True
    installed.install("1.1")
    qtbot.waitUntil(lambda: "installed" in installed.front.window.banner_text)
    assert installed.unseen == 0


def test_put_off_it_is_said_again_only_after_trouble(installed: Installed, qtbot: QtBot) -> None:
    installed.front.is_visible = True
    installed.install("1.1")
    installed.replaced.look()
    put_off = installed.front.window.links[-1]
    assert callable(put_off)
    put_off()
    installed.replaced.look()
    assert installed.front.window.banner_text == ""
    installed.replaced.note_trouble()
    qtbot.waitUntil(lambda: "installed" in installed.front.window.banner_text)


def test_uninstalled_it_ends_where_nobody_sees_it(installed: Installed, qtbot: QtBot) -> None:
    installed.file.unlink()
    qtbot.waitUntil(lambda: installed.ended == 1)
    assert installed.unseen == 0


def test_a_folder_that_an_installer_makes_anew_is_watched_again(installed: Installed, qtbot: QtBot) -> None:
    folder = installed.file.parent
    aside = folder.rename(folder.with_name("aside"))
    folder.mkdir()
    installed.install("1.1")
    (aside / "__init__.py").unlink()
    qtbot.waitUntil(lambda: installed.unseen == 1)
    installed.install("1.2")
    qtbot.waitUntil(lambda: installed.unseen == 2)
