"""`companion report`."""

import io
import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.vault import SqliteVault
from tests.cli.terminal import Terminal, in_own_process
from tests.support.passphrases import CHEAP, PASSPHRASE, protect
from tests.support.pdf_text import pages_of, text_of


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody at the terminal; their answers in order."""
    answers: list[str] = []

    class Tty(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr("builtins.input", lambda _prompt: answers.pop(0))
    yield answers
    assert answers == []


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    """No terminal."""
    monkeypatch.setattr(sys, "stdin", io.StringIO())


@pytest.fixture
def notebook(terminal: Terminal, qapp: object) -> Terminal:
    """With three notes, the newest being the third."""
    for number, note in enumerate(("first words", "second words", "third words"), start=1):
        terminal.check_in("--arousal", "50", "--zone", "inside", "--note", note, "--at", f"2026-11-0{number}T10:00")
    return terminal


DAYS = ("--from", "2026-11-01", "--to", "2026-11-20")


def test_it_writes_one_page_that_is_for_the_person_alone(notebook: Terminal, tmp_path: Path, nobody: None) -> None:
    file = tmp_path / "page.pdf"
    reply = notebook.type("report", str(file), *DAYS, "--no-notes")
    assert (reply.code, reply.err) == (0, "")
    assert reply.out == f"The page is in {file} now. Anyone who has this file can read it.\n"
    assert pages_of(file.read_bytes()) == 1
    assert file.stat().st_mode & 0o777 == 0o600


def test_each_note_is_asked_about_and_only_a_yes_puts_it_on(
    notebook: Terminal, tmp_path: Path, somebody: list[str]
) -> None:
    somebody += ["no", "yes", ""]
    file = tmp_path / "page.html"
    reply = notebook.type("report", str(file), *DAYS)
    assert reply.code == 0
    assert "third words" in reply.out
    said = re.findall(r"<blockquote>(.*?)</blockquote>", file.read_text(encoding="utf-8"))
    assert said == ["second words"]


def test_stop_asks_about_no_more_of_them(notebook: Terminal, tmp_path: Path, somebody: list[str]) -> None:
    somebody += ["yes", "stop"]
    file = tmp_path / "page.pdf"
    reply = notebook.type("report", str(file), *DAYS)
    assert "first words" not in reply.out
    assert "third words" in text_of(file.read_bytes())


def test_where_nobody_can_be_asked_no_note_is_on_it(notebook: Terminal, tmp_path: Path, nobody: None) -> None:
    file = tmp_path / "page.html"
    reply = notebook.type("report", str(file), *DAYS)
    assert reply.code == 0
    assert reply.err == "No note is on the page: each is asked about in a terminal, or chosen in the window.\n"
    assert "words</blockquote>" not in file.read_text(encoding="utf-8")


def test_json_says_where_it_is(notebook: Terminal, tmp_path: Path, nobody: None) -> None:
    file = tmp_path / "page.pdf"
    reply = notebook.type("report", str(file), *DAYS, "--no-notes", "--json")
    assert reply.json == {"schema": "companion/report/1", "file": str(file), "notes": 0, "left_out": 0}


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (("page.docx",), "The page goes to a file whose name ends in .pdf or .html."),
        (("page.pdf", "--from", "yesterday"), "--from takes a day, such as 2026-11-22."),
        (
            ("page.pdf", "--from", "2026-11-02", "--to", "2026-11-01"),
            "The first day has to come before the last one.",
        ),
    ],
)
def test_what_cannot_be_is_refused_in_one_line(terminal: Terminal, words: tuple[str, ...], line: str) -> None:
    reply = terminal.type("report", *words)
    assert (reply.code, reply.complaint) == (1, line)


def test_a_folder_that_is_not_there_is_told(notebook: Terminal, tmp_path: Path, nobody: None) -> None:
    reply = notebook.type("report", str(tmp_path / "gone" / "page.pdf"), *DAYS, "--no-notes")
    assert reply.code == 1
    assert "gone" in reply.complaint


@pytest.mark.parametrize("ending", [".pdf", ".html"])
def test_without_a_display_every_process_writes_the_same_bytes(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, ending: str
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    terminal.check_in("--arousal", "50", "--zone", "inside", "--at", "2026-11-02T10:00")
    files = [tmp_path / f"{name}{ending}" for name in ("one", "two")]
    for file in files:
        reply = in_own_process(terminal.data, "report", str(file), *DAYS)
        assert (reply.code, reply.err) == (0, "")
    assert files[0].read_bytes() == files[1].read_bytes()


def test_no_other_command_loads_what_draws(terminal: Terminal) -> None:
    code = (
        "import sys; from companion.__main__ import main; main(sys.argv[1:]);"
        "print([name for name in sys.modules if name.startswith(('PySide6', 'numpy'))], file=sys.stderr)"
    )
    assert in_own_process(terminal.data, "report", "--help", python=("-c", code)).err == "[]\n"


@pytest.mark.skipif(sys.platform == "win32", reason="descriptors of Unix")
def test_locked_it_says_so_in_one_line_and_works_with_the_passphrase(
    terminal: Terminal, qapp: object, tmp_path: Path, nobody: None
) -> None:
    terminal.check_in("--arousal", "44", "--note", "from before")
    keeper = FileKeyKeeper(terminal.data, SqliteVault(terminal.data), cost=CHEAP)
    protect(keeper)
    keeper.vault.close()
    file = tmp_path / "page.pdf"
    reply = terminal.type("report", str(file), "--no-notes")
    assert reply.complaint.startswith("Your notebook is locked.")
    assert not file.exists()
    reading, writing = os.pipe()
    os.write(writing, PASSPHRASE.encode())
    os.close(writing)
    assert terminal.type("report", str(file), "--no-notes", "--passphrase-fd", str(reading)).code == 0
    assert pages_of(file.read_bytes()) == 1
