"""A locked notebook on the command line: its passphrase comes from the terminal, a descriptor, and nowhere else."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.vault import SqliteVault
from companion.domain.secrets import recovery_code, typed_passphrase
from tests.cli.terminal import ROOT, Reply, Terminal
from tests.support.passphrases import CHEAP, PASSPHRASE, protect

COMMANDS = (
    ("checkins",),
    ("status",),
    ("reminders", "list"),
    ("reminders", "preview"),
    ("reminders", "ledger"),
    ("export", "out.csv"),
    ("export", "out.json"),
)
ASKS = r"Passphrase: "
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="descriptors and terminals of Unix")


@pytest.fixture
def code(terminal: Terminal) -> str:
    """A notebook with one check-in behind a passphrase; its recovery code."""
    terminal.check_in("--arousal", "44", "--note", "from before")
    keeper = FileKeyKeeper(terminal.data, SqliteVault(terminal.data), cost=CHEAP)
    rewritten = protect(keeper)
    keeper.vault.close()
    return rewritten.recovery_code


def handed(terminal: Terminal, text: str | bytes, *words: str) -> Reply:
    """Types a command and hands the passphrase over in a pipe."""
    reading, writing = os.pipe()
    os.write(writing, text if isinstance(text, bytes) else text.encode())
    os.close(writing)
    return terminal.type(*words, "--passphrase-fd", str(reading))


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_works_with_the_passphrase_and_refuses_in_one_line_without(
    terminal: Terminal, code: str, words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    reply = terminal.type(*words)
    assert reply.code == 1
    assert reply.complaint.startswith("Your notebook is locked.")
    assert "--passphrase-fd" in reply.complaint
    assert not list(tmp_path.glob("out.*"))
    unlocked = handed(terminal, PASSPHRASE + "\n", *words)
    assert (unlocked.code, unlocked.err) == (0, "")


def test_what_was_noted_is_read_with_the_passphrase(terminal: Terminal, code: str) -> None:
    assert handed(terminal, PASSPHRASE, "checkins", "--json").json["checkins"][0]["note"] == "from before"


def test_a_check_in_with_the_passphrase_is_in_the_notebook_at_once(terminal: Terminal, code: str) -> None:
    reply = handed(terminal, PASSPHRASE, "check-in", "--arousal", "80")
    assert (reply.code, reply.err) == (0, "")
    assert len(handed(terminal, PASSPHRASE, "checkins", "--json").json["checkins"]) == 2


def test_the_recovery_code_can_be_typed_in_the_passphrase_s_place(terminal: Terminal, code: str) -> None:
    assert handed(terminal, code.lower(), "checkins").code == 0


@pytest.mark.parametrize(
    "text", ["wrong", PASSPHRASE.upper(), f" {PASSPHRASE}", "0000-0000-0000-0000-0000-0000-0001"]
)
def test_a_wrong_passphrase_is_one_sentence(terminal: Terminal, code: str, text: str) -> None:
    reply = handed(terminal, text, "checkins")
    assert reply.code == 1
    assert reply.complaint.startswith("This passphrase does not open your notebook.")


def test_a_recovery_code_of_another_notebook_is_one_sentence(terminal: Terminal, code: str) -> None:
    reply = handed(terminal, recovery_code(bytes(17)), "checkins")
    assert reply.complaint.startswith("This recovery code does not open your notebook.")


def test_an_empty_passphrase_is_one_sentence(terminal: Terminal, code: str) -> None:
    assert handed(terminal, "\n", "checkins").complaint == "Please type a passphrase."


@pytest.mark.parametrize("number", ["99999", "-1", "x", "", "9" * 30])
def test_a_descriptor_that_is_none_is_one_sentence(terminal: Terminal, code: str, number: str) -> None:
    reply = terminal.type("checkins", f"--passphrase-fd={number}")
    assert reply.code == 1
    assert "--passphrase-fd" in reply.complaint


def test_what_is_no_text_is_no_passphrase(terminal: Terminal, code: str) -> None:
    assert handed(terminal, b"\xff\xfe", "checkins").code == 1


def test_a_check_in_without_anybody_to_ask_is_sealed_and_joins(terminal: Terminal, code: str) -> None:
    reply = terminal.type("check-in", "--arousal", "80", "--note", "sealed away", "--tag", "bus")
    assert reply.code == 0
    assert re.fullmatch(r"[0-9a-f-]{36}\n", reply.out)
    assert reply.err.count("\n") == 1
    assert "sealed" in reply.err
    assert [path.suffix for path in (terminal.data / "spool").iterdir() if "check-in" in path.name] == [".sealed"]
    for path in terminal.data.rglob("*"):
        assert not path.is_file() or b"sealed away" not in path.read_bytes()
    found = handed(terminal, PASSPHRASE, "checkins", "--json").json["checkins"]
    assert (found[1]["id"], found[1]["note"], found[1]["tags"]) == (reply.out.strip(), "sealed away", ["bus"])
    assert len(handed(terminal, PASSPHRASE, "checkins", "--json").json["checkins"]) == 2


def test_the_program_and_the_command_line_have_it_open_at_the_same_time(terminal: Terminal, code: str) -> None:
    vault = SqliteVault(terminal.data)
    FileKeyKeeper(terminal.data, vault, cost=CHEAP).take(typed_passphrase(PASSPHRASE)).unlock()
    assert handed(terminal, PASSPHRASE, "check-in", "--arousal", "81").code == 0
    assert vault.changed_elsewhere()
    assert terminal.type("check-in", "--arousal", "82").code == 0
    assert vault.changed_elsewhere()
    with vault.reading() as store:
        assert [check_in.arousal for check_in in store.check_ins.between(None, None)] == [44, 81, 82]
    vault.close()


def test_where_nothing_can_be_sealed_a_check_in_is_refused(terminal: Terminal, code: str) -> None:
    (terminal.data / "spool" / "key.pub").unlink()
    reply = terminal.type("check-in", "--arousal", "80")
    assert reply.code == 1
    assert reply.complaint.startswith("Your notebook is locked.")


def test_the_self_check_says_what_it_can_while_locked(terminal: Terminal, code: str) -> None:
    findings = {found["name"]: found for found in terminal.type("doctor", "--json").json["findings"]}
    assert findings["store.open"]["state"] == "warn"
    assert findings["key.protected"]["state"] == "ok"
    unlocked = handed(terminal, PASSPHRASE, "doctor", "--json").json["findings"]
    assert {"key.protected", "store.cipher", "backups.protected"} <= {found["name"] for found in unlocked}


def test_commands_that_need_no_notebook_ask_for_nothing(terminal: Terminal, code: str) -> None:
    for words in (("concepts", "list"), ("--version",), ("checkins", "--help")):
        assert terminal.type(*words).code == 0


def test_the_window_is_not_given_a_passphrase(terminal: Terminal, code: str) -> None:
    reply = terminal.type("--passphrase-fd", "0")
    assert reply.code == 2
    assert "--passphrase-fd" in reply.complaint


def test_without_a_passphrase_nothing_is_read_from_the_descriptor(terminal: Terminal) -> None:
    terminal.check_in()
    assert handed(terminal, "anything", "checkins").code == 0


def test_the_environment_is_not_asked(terminal: Terminal, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("COMPANION_PASSPHRASE", "PASSPHRASE"):
        monkeypatch.setenv(name, PASSPHRASE)
    assert terminal.type("checkins").code == 1


def on_a_terminal(data: Path, *answers: str) -> tuple[int, str]:
    """Types answers where the program asks, on a terminal of its own; its exit code and all that was seen."""
    import pty

    command = [sys.executable, "-m", "companion", "--data-dir", str(data), "checkins"]
    own, theirs = pty.openpty()
    environment = {**os.environ, "XDG_RUNTIME_DIR": "", "PYTHONIOENCODING": "utf-8"}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdin=theirs, stdout=theirs, stderr=theirs, start_new_session=True
    ) as process:
        os.close(theirs)
        seen, waiting = "", list(answers)
        while (piece := _read(own)) is not None:
            seen += piece
            if waiting and seen.count(ASKS) > len(answers) - len(waiting):
                os.write(own, waiting.pop(0).encode())
        os.close(own)
        return process.wait(timeout=60), seen


def _read(terminal: int) -> str | None:
    try:
        return os.read(terminal, 4096).decode() or None
    except OSError:  # the other side is gone
        return None


def test_on_a_terminal_it_asks_and_shows_nothing_of_the_answer(terminal: Terminal, code: str) -> None:
    exit_code, seen = on_a_terminal(terminal.data, PASSPHRASE + "\n")
    assert exit_code == 0
    assert "from before" in seen
    assert PASSPHRASE not in seen


def test_on_a_terminal_it_asks_three_times(terminal: Terminal, code: str) -> None:
    assert on_a_terminal(terminal.data, "wrong\n", PASSPHRASE + "\n")[0] == 0
    exit_code, seen = on_a_terminal(terminal.data, "wrong\n", "wrong\n", "wrong\n", "never asked\n")
    assert exit_code == 1
    assert seen.count(ASKS) == 3
    assert seen.count("This passphrase does not open your notebook.") == 3


def test_on_a_terminal_the_end_of_typing_is_an_answer(terminal: Terminal, code: str) -> None:
    exit_code, seen = on_a_terminal(terminal.data, "\x04")
    assert exit_code == 1
    assert "Your notebook is locked." in seen
    assert "Traceback" not in seen
