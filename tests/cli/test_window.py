"""The commands that open a window, as far as the window."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from companion.adapters.system.folders import Folders
from companion.application.errors import Trouble, UserError
from tests.cli.terminal import Terminal


@dataclass
class Opened:
    """What the window was asked for."""

    folders: Folders
    hidden: bool
    demo: bool
    check_in: bool
    asked_by_desktop: bool
    note_folders: tuple[str, ...]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Opened]:
    """Every window that would have been opened."""
    windows: list[Opened] = []

    def run_desktop(
        folders: Folders,
        *,
        hidden: bool,
        demo: bool,
        check_in: bool,
        asked_by_desktop: bool,
        note_folders: tuple[str, ...],
    ) -> int:
        windows.append(Opened(folders, hidden, demo, check_in, asked_by_desktop, note_folders))
        return 0

    monkeypatch.setattr("companion.bootstrap.run_desktop", run_desktop)
    return windows


def test_without_a_command_the_window_opens(terminal: Terminal, opened: list[Opened]) -> None:
    assert terminal.type().code == 0
    (window,) = opened
    assert (window.folders.data, window.hidden, window.demo, window.check_in) == (terminal.data, False, False, False)


def test_hidden_starts_in_the_tray(terminal: Terminal, opened: list[Opened]) -> None:
    terminal.type("--hidden")
    assert opened[0].hidden


def test_the_desktop_may_ask_first(terminal: Terminal, opened: list[Opened]) -> None:
    terminal.type("--service")
    assert opened[0].asked_by_desktop


def test_check_in_without_answers_opens_the_quick_check_in(terminal: Terminal, opened: list[Opened]) -> None:
    assert terminal.type("check-in").out == ""
    assert opened[0].check_in


def test_folders_of_notes_are_handed_on_as_whole_paths(
    terminal: Terminal, opened: list[Opened], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    terminal.type("--notes", "mine", "--notes", "/theirs")
    assert opened[0].note_folders == (str(tmp_path / "mine"), "/theirs")


def test_the_demo_leaves_the_persons_own_folder_alone(terminal: Terminal, opened: list[Opened]) -> None:
    terminal.type("--demo")
    assert opened[0].demo
    assert not terminal.data.exists()


def test_a_window_that_cannot_open_is_one_sentence(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def run_desktop(*_arguments: object, **_options: object) -> int:
        raise UserError(Trouble.NO_DISPLAY)

    monkeypatch.setattr("companion.bootstrap.run_desktop", run_desktop)
    reply = terminal.type()
    assert reply.code == 1
    assert reply.complaint
