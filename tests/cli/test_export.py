"""`companion export` behind a passphrase of its own, with settings, and with a codebook; and what comes back in."""

import csv
import io
import json
import os
from pathlib import Path

import pytest

from companion.adapters.settings.toml_store import TomlSettingsStore
from companion.adapters.transfer.csv_cells import COLUMNS, guarded
from companion.application.settings import Look, Settings
from tests.cli.terminal import Terminal

WORDS = "lantern pebble orbit"


def fd_of(text: str) -> str:
    """The number of a descriptor that has that text to read."""
    read, write = os.pipe()
    os.write(write, text.encode())
    os.close(write)
    return str(read)


class Typing:
    """Somebody at a terminal, who types these one after the other."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, *typed: str) -> None:
        self.asked: list[str] = []
        self._typed = list(typed)
        monkeypatch.setattr("sys.stdin", self)
        monkeypatch.setattr("getpass.getpass", self._answer)

    def isatty(self) -> bool:
        return True

    def _answer(self, prompt: str) -> str:
        self.asked.append(prompt)
        return self._typed.pop(0)


@pytest.fixture
def other(tmp_path: Path) -> tuple[str, str]:
    """Another notebook."""
    return ("--data-dir", str(tmp_path / "other"))


def test_an_encrypted_export_comes_in_elsewhere_as_it_was(
    terminal: Terminal, tmp_path: Path, other: tuple[str, str]
) -> None:
    terminal.check_in("--arousal", "50", "--note", "after a walk")
    sealed, plain, again = (str(tmp_path / name) for name in ("out.sealed", "out.json", "again.json"))
    made = terminal.type("export", sealed, "--encrypted", "--file-passphrase-fd", fd_of(WORDS))
    assert (made.code, made.out.splitlines()[0]) == (0, f"1 check-in is in {sealed} now.")
    assert b"after a walk" not in Path(sealed).read_bytes()
    assert Path(sealed).stat().st_mode & 0o777 == 0o600
    assert terminal.type_bare("import", sealed, "--file-passphrase-fd", fd_of(WORDS), *other).code == 0
    terminal.type("export", plain)
    terminal.type_bare("export", again, *other)
    assert Path(again).read_bytes() == Path(plain).read_bytes()


def test_the_passphrase_of_a_file_is_typed_twice_and_later_once(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sealed = str(tmp_path / "out.sealed")
    typing = Typing(monkeypatch, WORDS, WORDS, WORDS)
    assert terminal.type("export", sealed, "--encrypted").code == 0
    assert terminal.type("import", sealed, "--dry-run").code == 0
    assert typing.asked == ["Passphrase for the file: ", "The same once more: ", "Passphrase of the file: "]


def test_two_that_differ_write_nothing(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Typing(monkeypatch, WORDS, WORDS + "s")
    reply = terminal.type("export", str(tmp_path / "out.sealed"), "--encrypted")
    assert (reply.code, reply.complaint) == (1, "These two are not the same. Nothing was written.")
    assert not (tmp_path / "out.sealed").exists()


@pytest.mark.parametrize("words", ["", WORDS + "s"])
def test_another_passphrase_is_one_sentence(
    terminal: Terminal, tmp_path: Path, words: str, other: tuple[str, str]
) -> None:
    sealed = str(tmp_path / "out.sealed")
    terminal.type("export", sealed, "--encrypted", "--file-passphrase-fd", fd_of(WORDS))
    reply = terminal.type_bare("import", sealed, "--file-passphrase-fd", fd_of(words), *other)
    assert reply.code == 1
    assert "passphrase" in reply.complaint


def test_of_a_file_that_was_cut_off_nothing_comes_in(
    terminal: Terminal, tmp_path: Path, other: tuple[str, str]
) -> None:
    for number in range(4):
        terminal.check_in("--arousal", str(number), "--note", f"{number} " * 15_000)
    sealed = tmp_path / "out.sealed"
    terminal.type("export", str(sealed), "--encrypted", "--file-passphrase-fd", fd_of(WORDS))
    sealed.write_bytes(sealed.read_bytes()[:-100])
    reply = terminal.type_bare("import", str(sealed), "--file-passphrase-fd", fd_of(WORDS), *other)
    assert reply.code == 1
    assert "its end is missing" in reply.complaint
    assert terminal.type_bare("checkins", "--json", *other).json["checkins"] == []


@pytest.mark.parametrize("command", [("export", "--encrypted"), ("import",)])
def test_where_nobody_can_be_asked_it_says_how_a_passphrase_comes(
    terminal: Terminal, tmp_path: Path, command: tuple[str, ...]
) -> None:
    sealed = str(tmp_path / "out.sealed")
    terminal.type("export", sealed, "--encrypted", "--file-passphrase-fd", fd_of(WORDS))
    reply = terminal.type(command[0], sealed, *command[1:])
    assert reply.code == 1
    assert "--file-passphrase-fd" in reply.complaint


@pytest.mark.parametrize(
    ("name", "option"),
    [("a.json", "--encrypted"), ("a.csv", "--encrypted"), ("a.sealed", "--json"), ("a.csv", "--with-settings")],
)
def test_a_name_never_says_something_else_than_what_is_in_the_file(
    terminal: Terminal, tmp_path: Path, name: str, option: str
) -> None:
    reply = terminal.type("export", str(tmp_path / name), option)
    assert reply.code == 1
    assert reply.complaint
    assert not (tmp_path / name).exists()


def chosen(terminal: Terminal) -> Settings:
    return TomlSettingsStore(terminal.data).load()


def test_settings_go_along_only_if_they_are_wanted_both_times(
    terminal: Terminal, tmp_path: Path, other: tuple[str, str]
) -> None:
    TomlSettingsStore(terminal.data).save(Settings(look=Look.DARK, backup_folder="/media/stick"))
    there, without, with_them, again = (
        Terminal(tmp_path / "other", terminal._capsys),
        *(tmp_path / name for name in ("without.json", "with.json", "again.json")),
    )
    terminal.type("export", str(without))
    assert "settings" not in json.loads(without.read_text())
    terminal.type("export", str(with_them), "--with-settings")
    assert "/media/stick" not in with_them.read_text()
    assert there.type("import", str(with_them)).out.splitlines()[-1].startswith("There are settings in the file")
    assert chosen(there) == Settings()
    looked = there.type("import", str(with_them), "--with-settings", "--dry-run").out.splitlines()[-1]
    assert looked.endswith("settings would be taken over.")
    assert chosen(there) == Settings()
    assert there.type("import", str(with_them), "--with-settings").code == 0
    assert chosen(there) == Settings(look=Look.DARK)
    there.type("export", str(again), "--with-settings")
    assert again.read_bytes() == with_them.read_bytes()


def test_hostile_settings_are_refused_one_by_one_and_the_others_hold(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    terminal.type("export", str(file), "--with-settings")
    content = json.loads(file.read_text())
    content["settings"] |= {"look": "dark", "language": {"a": [1]}, "text_percent": 1e30, "backup_folder": "//x/y"}
    file.write_text(json.dumps({**content, "settings": {**content["settings"], "more": 1}}))
    reply = terminal.type("import", str(file), "--with-settings")
    assert reply.code == 1
    assert reply.out.splitlines()[-4:] == [
        "“Language” has a value that cannot be used; it stays as it is here.",
        "“Text size” has a value that cannot be used; it stays as it is here.",
        "“The second place for copies” belongs to the other computer; it stays as it is here.",
        "1 setting is not known here, and was left out.",
    ]
    assert chosen(terminal) == Settings(look=Look.DARK)


@pytest.mark.parametrize("settings", ["7", '"x"', "[7]", "{" + '"a":{' * 5000 + "}" * 5000 + "}"])
def test_settings_of_no_form_at_all_take_nothing_in(terminal: Terminal, tmp_path: Path, settings: str) -> None:
    file = tmp_path / "in.json"
    terminal.type("export", str(file))
    file.write_text(file.read_text().rstrip().removesuffix("}").rstrip() + f',\n"settings": {settings}\n}}\n')
    reply = terminal.type("import", str(file), "--with-settings")
    assert (reply.code, bool(reply.complaint)) == (1, True)
    assert chosen(terminal) == Settings()


def test_the_codebook_says_what_each_column_means(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50", "--note", "=SUM(A1)")
    terminal.type("export", str(tmp_path / "out.csv"))
    codebook = tmp_path / "out-codebook.csv"
    rows = list(csv.reader(io.StringIO(codebook.read_text(encoding="utf-8"))))
    assert rows[0] == ["column", "meaning", "unit", "range", "empty means"]
    assert tuple(row[0] for row in rows[1:]) == COLUMNS
    assert all(len(row) == 5 and all(row) for row in rows)
    assert all(cell == guarded(cell) for row in rows for cell in row)
    assert codebook.stat().st_mode & 0o777 == 0o600
    assert "SUM" not in codebook.read_text()


def test_a_codebook_takes_the_place_of_an_older_one_and_of_nothing_else(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50")
    file, mine = str(tmp_path / "out.csv"), tmp_path / "out-codebook.csv"
    mine.write_text("what I wrote, myself\n")
    for _again in range(2):
        reply = terminal.type("export", file, "--json")
        assert reply.json["codebook"] == str(tmp_path / "out-codebook-2.csv")
    assert mine.read_text() == "what I wrote, myself\n"
    assert sorted(place.name for place in tmp_path.glob("*.csv")) == [
        "out-codebook-2.csv",
        "out-codebook.csv",
        "out.csv",
    ]
