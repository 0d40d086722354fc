"""What is typed, how it is refused, and what it costs."""

import logging
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from companion.adapters.system.folders import folders_under
from companion.bootstrap.start import address_of
from companion.cli.families import all_commands
from tests.cli.terminal import ROOT, Terminal, in_own_process


@pytest.mark.parametrize(
    "words",
    [
        ("sing",),
        ("checkin",),
        ("--sing",),
        ("checkins", "--sing"),
        ("checkins", "more"),
        ("checkins", "--from"),
        ("checkins", "--json=yes"),
        ("checkins", "--arousal", "5"),
        ("checkins", "--from", "2026-01-01", "--from", "2026-01-02"),
        ("check-in", "--arousal"),
        ("check-in", "--arousal", "--zone", "above"),
        ("check-in", "--arousal", "5", "extra"),
        ("concepts",),
        ("concepts", "sing"),
        ("concepts", "show"),
        ("concepts", "show", "one", "two"),
        ("reminders", "add"),
        ("reminders", "add", "--at", "09:00", "--every", "60"),
        ("reminders", "add", "--at", "09:00", "--gap", "5"),
        ("reminders", "add", "--random", "4"),
        ("reminders", "list", "--seed", "1"),
        ("reminders", "on"),
        ("import",),
        ("export",),
        ("--hidden", "checkins"),
    ],
)
def test_wrong_usage_is_one_line_that_says_where_to_read_on(terminal: Terminal, words: tuple[str, ...]) -> None:
    reply = terminal.type(*words)
    assert reply.code == 2
    assert "--help”." in reply.complaint


def test_wrong_usage_touches_nothing(terminal: Terminal) -> None:
    terminal.type("checkins", "--sing")
    assert not terminal.data.exists()


def test_a_near_miss_is_answered_with_what_may_have_been_meant(terminal: Terminal) -> None:
    assert "“checkins”" in terminal.type("chekins").complaint


@pytest.mark.parametrize("words", [("--json", "checkins"), ("checkins", "--json")])
def test_global_options_stand_before_or_after_the_command(terminal: Terminal, words: tuple[str, ...]) -> None:
    assert terminal.type(*words).json["checkins"] == []


def test_options_may_stand_between_the_words_of_a_command(terminal: Terminal) -> None:
    assert "reminders" in terminal.type("reminders", "--json", "list").json


def test_every_command_has_help_that_names_its_options(terminal: Terminal) -> None:
    for command in all_commands():
        shown = terminal.type(*command.name.split(), "--help").out
        assert command.summary in shown
        assert all(option.name in shown for option in command.options)


def test_help_lists_every_command_and_needs_no_folder(terminal: Terminal) -> None:
    shown = terminal.type("-h").out
    assert all(f"  {command.name}" in shown for command in all_commands())
    assert not terminal.data.exists()


def test_the_version_is_told_without_a_window(terminal: Terminal) -> None:
    assert terminal.type("--version").out.startswith("Companion ")


def test_a_file_where_the_folder_should_be_is_one_sentence(terminal: Terminal) -> None:
    terminal.data.write_text("mine")
    reply = terminal.type("checkins")
    assert (reply.code, terminal.data.read_text()) == (1, "mine")
    assert str(terminal.data) in reply.complaint


def test_a_folder_that_cannot_be_made_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    reply = terminal.type_bare("checkins", "--data-dir", str(tmp_path / "file" / "below"))
    assert reply.code == 1
    assert reply.complaint


@pytest.mark.parametrize("folder", ["", " ", "a\0b"])
def test_a_folder_name_that_is_none_is_one_sentence(terminal: Terminal, folder: str) -> None:
    reply = terminal.type_bare("checkins", f"--data-dir={folder}")
    assert reply.code == 1
    assert reply.complaint


def test_folders_and_files_are_for_the_person_alone(terminal: Terminal) -> None:
    terminal.check_in()
    assert terminal.data.stat().st_mode & 0o777 == 0o700
    assert all(file.stat().st_mode & 0o077 == 0 for file in terminal.data.rglob("*"))


def test_a_store_that_is_none_of_ours_is_left_alone(terminal: Terminal) -> None:
    terminal.data.mkdir()
    store = terminal.data / "companion.db"
    store.write_bytes(b"something else" * 500)
    reply = terminal.type("check-in", "--arousal", "5")
    assert reply.code == 1
    assert reply.complaint
    assert store.read_bytes() == b"something else" * 500


@pytest.fixture
def log_put_back() -> Iterator[None]:
    """Takes away the log that a command opened."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    yield
    for handler in [handler for handler in root.handlers if handler not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


def test_our_own_fault_is_one_line_and_a_log_without_words(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, log_put_back: None
) -> None:
    def break_down(*_arguments: object, **_options: object) -> None:
        raise RuntimeError("heron")

    monkeypatch.setattr("companion.application.checkins.CheckInService.record", break_down)
    reply = terminal.type("check-in", "--arousal", "5", "--note", "heron")
    log = (terminal.data / "logs" / "companion.log").read_text()
    assert reply.code == 1
    assert "companion.log" in reply.complaint
    assert "RuntimeError" in log
    assert "heron" not in log + reply.err


def test_a_reader_that_has_seen_enough_is_no_failure_to_complain_about(tmp_path: Path) -> None:
    rows = "\n".join(f"2026-01-01T10:00:{n % 60:02d}Z,{n % 100},{'x' * 500} {n}" for n in range(1, 1000))
    (tmp_path / "rows.csv").write_text(f"at,arousal,note\n{rows}\n")
    assert in_own_process(tmp_path / "data", "import", str(tmp_path / "rows.csv")).code == 0
    command = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path / "data"), "checkins"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as listing:
        assert listing.stdout is not None
        assert listing.stderr is not None
        listing.stdout.readline()
        listing.stdout.close()
        assert listing.stderr.read() == b""


@pytest.mark.parametrize(
    "words",
    [
        ("check-in", "--arousal", "60", "--zone", "inside"),
        ("checkins", "--json"),
        ("status", "--json"),
        ("concepts", "list"),
        ("reminders", "add", "--at", "09:00"),
        ("reminders", "preview"),
        ("export", "FILE.json"),
        ("export", "FILE.csv"),
        ("doctor",),
        ("--help",),
    ],
)
def test_a_command_without_a_window_loads_no_qt(tmp_path: Path, words: tuple[str, ...]) -> None:
    words = tuple(word.replace("FILE", str(tmp_path / "file")) for word in words)
    code = (
        "import sys; from companion.__main__ import main; code = main(sys.argv[1:]);"
        "print([m for m in sys.modules if m.startswith(('PySide6', 'shiboken6'))], file=sys.stderr); sys.exit(code)"
    )
    reply = in_own_process(tmp_path / "data", *words, python=("-c", code))
    assert (reply.code, reply.err) == (0, "[]\n")


HEAVY = ["apscheduler", "argparse", "cryptography", "email", "frontmatter", "ftfy", "jeepney", "logging", "msgspec"]
HEAVY += ["markdown_it", "platformdirs", "socket", "tomli_w", "tomllib", "tzlocal", "uuid", "zoneinfo"]


def test_a_check_in_loads_only_what_it_needs(tmp_path: Path) -> None:
    in_own_process(tmp_path, "check-in", "--arousal", "1")
    code = (
        "import sys; from companion.__main__ import main; code = main(sys.argv[1:]);"
        f"print([m for m in {HEAVY!r} if m in sys.modules], file=sys.stderr); sys.exit(code)"
    )
    reply = in_own_process(tmp_path, "check-in", "--arousal", "60", "--zone", "inside", python=("-c", code))
    assert reply.err == "[]\n"


def test_the_running_program_hears_of_a_check_in(terminal: Terminal) -> None:
    terminal.data.mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address_of(folders_under(str(terminal.data))))
        listener.listen()
        terminal.check_in()
        heard, _ = listener.accept()
        with heard:
            assert heard.recv(100) == b"changed\n"


def test_a_program_that_is_gone_keeps_nobody_waiting(terminal: Terminal) -> None:
    terminal.data.mkdir()
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind(address_of(folders_under(str(terminal.data))))
    assert terminal.type("check-in", "--arousal", "5").code == 0


FULL = Path("/dev/full")


@pytest.mark.skipif(not FULL.exists(), reason="needs a file that is always full")
@pytest.mark.parametrize("words", [("check-in", "--arousal", "5"), ("checkins", "--json"), ("--help",)])
def test_an_answer_that_cannot_be_written_is_one_sentence(tmp_path: Path, words: tuple[str, ...]) -> None:
    command = [sys.executable, "-m", "companion", "--data-dir", str(tmp_path / "data"), *words]
    with FULL.open("w") as full:
        done = subprocess.run(command, cwd=ROOT, stdout=full, stderr=subprocess.PIPE, text=True, check=False)
    assert (done.returncode, done.stderr) == (1, "The answer could not be written where it was to go.\n")
