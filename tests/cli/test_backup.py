"""`companion backup` and `companion restore`."""

import fcntl
import io
import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.vault import SqliteVault
from companion.application.instance_address import INSTANCE_LOCK
from companion.application.protection import OlderCopies
from tests.cli.terminal import Terminal
from tests.support.passphrases import CHEAP, PASSPHRASE, a_secret

LOCKED = "This copy was made under a passphrase. It can be typed in a terminal, or come with --copy-passphrase-fd."


def notes(terminal: Terminal) -> list[str]:
    return [check_in["note"] for check_in in terminal.check_ins()]


def note(terminal: Terminal, text: str) -> None:
    terminal.check_in("--arousal", "50", "--note", text)


@pytest.fixture
def copy(terminal: Terminal, tmp_path: Path) -> Path:
    """A copy with one note in it; another note came later."""
    note(terminal, "first")
    file = tmp_path / "mine.companion"
    assert terminal.type("backup", str(file)).code == 0
    note(terminal, "second")
    return file


@pytest.fixture
def somebody(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """Somebody sits at the terminal and types these answers."""

    class Tty(io.StringIO):
        def isatty(self) -> bool:
            return True

    answers: list[str] = []
    monkeypatch.setattr(sys, "stdin", Tty())
    monkeypatch.setattr("builtins.input", lambda _prompt: answers.pop(0))
    monkeypatch.setattr("getpass.getpass", lambda _prompt: answers.pop(0))
    yield answers
    assert answers == []


def protect(data: Path) -> None:
    vault = SqliteVault(data)
    key = FileKeyKeeper(data, vault, cost=CHEAP).take_open()
    vault.lock()
    key.protect(a_secret(), OlderCopies.REENCRYPT)


def descriptor_with(text: str) -> str:
    reading, writing = os.pipe()
    os.write(writing, text.encode())
    os.close(writing)
    return str(reading)


def test_a_copy_is_made_now_and_lies_among_the_others(terminal: Terminal) -> None:
    note(terminal, "first")
    reply = terminal.type("backup")
    (made,) = (terminal.data / "backups").glob("companion-*.db")
    assert (reply.code, reply.out, reply.err) == (0, f"A copy is in {made} now.\n", "")


def test_a_copy_is_laid_in_the_second_place_too(terminal: Terminal, tmp_path: Path) -> None:
    place = tmp_path / "stick"
    place.mkdir()
    note(terminal, "first")
    (terminal.data / "settings.toml").write_text(f'backup_folder = "{place}"\n')
    reply = terminal.type("backup")
    assert reply.out.splitlines()[1] == f"It was also put in {place}."
    assert len(list(place.glob("companion-*.db"))) == 1


def test_a_second_place_that_is_gone_is_said_and_the_copy_is_made(terminal: Terminal, tmp_path: Path) -> None:
    note(terminal, "first")
    (terminal.data / "settings.toml").write_text(f'backup_folder = "{tmp_path / "gone"}"\n')
    reply = terminal.type("backup")
    assert reply.code == 1
    assert reply.out.startswith("A copy is in ")
    assert reply.err.startswith("It could not be put in the second place. This folder could not be read.")
    assert reply.err.count("\n") == 1


def test_a_copy_saved_to_a_file_says_who_can_read_it(terminal: Terminal, tmp_path: Path) -> None:
    note(terminal, "first")
    file = tmp_path / "mine.companion"
    reply = terminal.type("backup", str(file))
    assert (reply.code, reply.out) == (0, f"A copy is in {file} now. Anyone who has this file can read it.\n")
    assert terminal.type("backup", str(file), "--json").json == {
        "schema": "companion/backup/1",
        "file": str(file),
        "protected": False,
    }


def test_another_file_is_left_as_it_is(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "letter.txt"
    file.write_text("Dear diary")
    reply = terminal.type("backup", str(file), "--replace")
    assert reply.code == 1
    assert reply.complaint.startswith("In this place is another file, and it was left as it is.")
    assert file.read_text() == "Dear diary"


def test_a_copy_that_may_hold_more_is_replaced_only_when_that_is_said(terminal: Terminal, tmp_path: Path) -> None:
    note(terminal, "first")
    file = tmp_path / "mine.companion"
    terminal.type("backup", str(file))
    other = Terminal(tmp_path / "other", terminal._capsys)
    reply = other.type("backup", str(file))
    assert reply.complaint.startswith("The copy in this place may hold more than your notebook does now.")
    assert other.type("backup", str(file), "--replace").code == 0


def test_restoring_shows_what_would_change_and_does_nothing_unasked(terminal: Terminal, copy: Path) -> None:
    reply = terminal.type("restore", str(copy))
    assert reply.code == 1
    today = reply.out.split("In the copy: 1 check-in, ")[1].splitlines()[0]
    assert reply.out.splitlines() == [
        f"In the copy: 1 check-in, {today}",
        f"In your notebook now: 2 check-ins, {today}",
        "Only in your notebook now, and not in it afterwards:",
        f"  1 check-in, {today}",
        "Your notebook as it is now is kept as a copy first, so there is a way back.",
    ]
    assert reply.err == "Nothing was changed. With --yes it is restored without a question.\n"
    assert notes(terminal) == ["first", "second"]


def test_what_was_restored_can_be_taken_back(terminal: Terminal, copy: Path) -> None:
    reply = terminal.type("restore", str(copy), "--yes")
    (kept,) = (terminal.data / "backups").glob("before-restore-*.db")
    assert reply.code == 0
    assert reply.out == f"Your notebook is now as it was in the copy.\nWhat it was before is kept: {kept}\n"
    assert notes(terminal) == ["first"]
    terminal.type("restore", str(kept), "--yes")
    assert notes(terminal) == ["first", "second"]


def test_at_a_terminal_it_asks(terminal: Terminal, copy: Path, somebody: list[str]) -> None:
    somebody.append("no")
    assert terminal.type("restore", str(copy)).code == 1
    assert notes(terminal) == ["first", "second"]
    somebody.append("yes")
    assert terminal.type("restore", str(copy)).code == 0
    assert notes(terminal) == ["first"]


def test_for_programs_there_is_json(terminal: Terminal, copy: Path) -> None:
    looked = terminal.type("restore", str(copy), "--json")
    assert (looked.code, looked.json["restored"], looked.json["kept"]) == (1, False, None)
    assert (looked.json["schema"], looked.json["copy"]["checkins"]) == ("companion/restore/1", 1)
    assert looked.json["differences"] == [
        {"kind": "checkins", "only_in_notebook": 1, "only_in_copy": 0, "changed": 0}
    ]
    done = terminal.type("restore", str(copy), "--json", "--yes")
    assert (done.code, done.json["restored"], Path(done.json["kept"]).exists()) == (0, True, True)


@pytest.mark.parametrize("yes", [(), ("--yes",)])
def test_while_the_program_runs_nothing_is_restored(terminal: Terminal, copy: Path, yes: tuple[str, ...]) -> None:
    with (terminal.data / INSTANCE_LOCK).open("w") as held:
        fcntl.flock(held, fcntl.LOCK_EX)
        reply = terminal.type("restore", str(copy), *yes)
    assert reply.code == 1
    assert reply.complaint == (
        "Companion is running. Please quit it first, or restore inside it: Settings, Copies, Restore."
    )
    assert notes(terminal) == ["first", "second"]


def test_a_lock_that_a_crash_left_behind_is_in_nobodys_way(terminal: Terminal, copy: Path) -> None:
    (terminal.data / INSTANCE_LOCK).write_text("4711\ncompanion\nhere\n")
    assert terminal.type("restore", str(copy), "--yes").code == 0
    assert (terminal.data / INSTANCE_LOCK).exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "This file is not a copy of a notebook."),
        (b"Dear diary, " * 900, "There is no key with this copy: it is not whole, or not made by Companion."),
    ],
)
def test_a_file_that_is_no_copy_is_refused(terminal: Terminal, copy: Path, content: bytes, sentence: str) -> None:
    copy.write_bytes(content)
    reply = terminal.type("restore", str(copy), "--yes")
    assert reply.code == 1
    assert reply.complaint.startswith(sentence)
    assert notes(terminal) == ["first", "second"]


def test_a_file_that_is_not_there_is_said(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.type("restore", str(tmp_path / "gone"), "--yes").complaint.startswith("This file is not there.")


def test_a_store_that_cannot_be_opened_gives_way_to_the_copy(terminal: Terminal, copy: Path) -> None:
    store = terminal.data / "companion.db"
    content = bytearray(store.read_bytes())
    content[100] ^= 1
    store.write_bytes(content)
    looked = terminal.type("restore", str(copy))
    assert looked.code == 1
    assert looked.out.splitlines()[0].startswith("Your notebook's file is damaged and could not be read.")
    done = terminal.type("restore", str(copy), "--yes")
    assert done.code == 0
    (kept,) = (terminal.data / "backups").glob("unopened-*")
    assert (kept / "companion.db").read_bytes() == content
    assert notes(terminal) == ["first"]


def test_on_a_new_computer_one_file_is_enough(terminal: Terminal, copy: Path, tmp_path: Path) -> None:
    new = Terminal(tmp_path / "new", terminal._capsys)
    assert new.type("restore", str(copy), "--yes").code == 0
    assert notes(new) == ["first"]


def test_a_copy_behind_a_passphrase_asks_for_it(terminal: Terminal, tmp_path: Path, somebody: list[str]) -> None:
    note(terminal, "first")
    protect(terminal.data)
    file = tmp_path / "mine.companion"
    saved = terminal.type("backup", str(file), "--passphrase-fd", descriptor_with(PASSPHRASE))
    assert saved.out == f"A copy is in {file} now. It opens with your passphrase or your recovery code.\n"
    new = Terminal(tmp_path / "new", terminal._capsys)
    somebody.append("other words")
    assert new.type("restore", str(file), "--yes").complaint.startswith("This does not open the copy.")
    somebody.append(PASSPHRASE)
    assert new.type("restore", str(file), "--yes").code == 0
    assert notes(new) == ["first"]


def test_where_nobody_can_be_asked_its_passphrase_comes_from_a_descriptor(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO())
    note(terminal, "first")
    protect(terminal.data)
    file = tmp_path / "mine.companion"
    terminal.type("backup", str(file), "--passphrase-fd", descriptor_with(PASSPHRASE))
    new = Terminal(tmp_path / "new", terminal._capsys)
    assert new.type("restore", str(file), "--yes").complaint == LOCKED
    by_descriptor = ("--copy-passphrase-fd", descriptor_with(PASSPHRASE))
    looked = new.type("restore", str(file), *by_descriptor)
    assert "This copy opens with a passphrase, and your notebook now has none" in looked.out
    assert new.type("restore", str(file), "--yes", "--copy-passphrase-fd", descriptor_with(PASSPHRASE)).code == 0


def test_usage_is_said(terminal: Terminal) -> None:
    assert terminal.type("restore").code == 2
    assert terminal.type("backup", "a", "b").code == 2
    assert "companion backup [FILE] [options]" in terminal.type("backup", "--help").out
