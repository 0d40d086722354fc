"""`companion import` and `companion export`."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal

THREE = (
    "at,arousal,note\n2026-01-05T10:00+01:00,10,first\n2026-01-05T11:00+01:00,20,\n2026-01-05T12:00+01:00,30,last\n"
)


@pytest.fixture
def csv(tmp_path: Path) -> Path:
    """Three check-ins."""
    file = tmp_path / "three.csv"
    file.write_text(THREE)
    return file


def test_an_import_says_what_it_did(terminal: Terminal, csv: Path) -> None:
    reply = terminal.type("import", str(csv))
    assert (reply.code, reply.out, reply.err) == (0, "3 imported, 0 left out, 0 already here\n", "")
    assert [c["arousal"] for c in terminal.check_ins()] == [10, 20, 30]


def test_importing_twice_adds_nothing(terminal: Terminal, csv: Path) -> None:
    terminal.type("import", str(csv))
    again = terminal.type("import", str(csv))
    assert (again.code, again.out) == (0, "0 imported, 0 left out, 3 already here\n")
    assert len(terminal.check_ins()) == 3


def test_a_dry_run_says_what_would_happen_and_changes_nothing(terminal: Terminal, csv: Path) -> None:
    reply = terminal.type("import", str(csv), "--dry-run")
    assert (reply.code, reply.out) == (0, "3 would be imported, 0 left out, 0 already here\n")
    assert terminal.check_ins() == []


def test_bad_rows_are_named_and_the_others_are_kept(terminal: Terminal, csv: Path) -> None:
    csv.write_text(THREE + "2026-01-05T13:00+01:00,101,x\nsoon,5,x\n2026-01-05T14:00+01:00,40,x\n")
    reply = terminal.type("import", str(csv))
    assert reply.code == 1
    assert reply.out == "4 imported, 2 left out, 0 already here\n"
    assert [line.split(":")[0] for line in reply.err.splitlines()] == ["line 5", "line 6"]


@pytest.mark.parametrize("only_look", [(), ("--dry-run",)])
@pytest.mark.parametrize(
    "header", ["arousal,at", "at,mood", "at,at", "time,arousal", "at;arousal", "", "2026-01-05T10:00,5"]
)
def test_a_wrong_header_takes_nothing_in(
    terminal: Terminal, csv: Path, header: str, only_look: tuple[str, ...]
) -> None:
    csv.write_text(f"{header}\n2026-01-05T10:00+01:00,10\n")
    reply = terminal.type("import", str(csv), *only_look)
    assert reply.code == 1
    assert reply.complaint
    assert terminal.check_ins() == []


def test_json_counts_are_for_programs(terminal: Terminal, csv: Path) -> None:
    assert terminal.type("import", str(csv), "--json").json == {
        "schema": "companion/imported/1",
        "added": 3,
        "left_out": 0,
        "already_here": 0,
        "dry_run": False,
    }


@pytest.mark.parametrize("command", ["import", "export"])
def test_a_kind_of_file_that_is_not_known_is_one_sentence(terminal: Terminal, tmp_path: Path, command: str) -> None:
    reply = terminal.type(command, str(tmp_path / "file.ods"))
    assert reply.code == 1
    assert reply.complaint


@pytest.mark.parametrize("name", ["nowhere.csv", "folder.csv", "folder.json", "no/such/folder.json"])
def test_a_file_that_cannot_be_read_is_one_sentence(terminal: Terminal, tmp_path: Path, name: str) -> None:
    (tmp_path / "folder.csv").mkdir()
    (tmp_path / "folder.json").mkdir()
    reply = terminal.type("import", str(tmp_path / name))
    assert reply.code == 1
    assert reply.complaint


def test_a_csv_export_is_taken_in_by_another_notebook(terminal: Terminal, csv: Path, tmp_path: Path) -> None:
    terminal.type("import", str(csv))
    file = tmp_path / "out.csv"
    assert terminal.type("export", str(file)).out == f"3 check-ins are in {file} now.\n"
    other = ("--data-dir", str(tmp_path / "other"))
    assert terminal.type_bare("import", str(file), *other).out.startswith("3 imported")
    again = tmp_path / "again.csv"
    terminal.type_bare("export", str(again), *other)
    assert again.read_bytes() == file.read_bytes()


def test_our_own_export_comes_back_into_the_same_notebook_without_doubles(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50", "--note", "=SUM(A1)", "--tag", "a;b")
    for name in ("out.csv", "out.json"):
        terminal.type("export", str(tmp_path / name))
        assert terminal.type("import", str(tmp_path / name)).out.endswith("1 already here\n")
    assert len(terminal.check_ins()) == 1


def test_an_export_of_json_keeps_every_id(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50", "--zone", "mixed", "--note", "after a walk")
    terminal.type("reminders", "add", "--at", "09:00")
    file, again = tmp_path / "out.json", tmp_path / "again.json"
    terminal.type("export", str(file))
    other = ("--data-dir", str(tmp_path / "other"))
    assert terminal.type_bare("import", str(file), *other).code == 0
    terminal.type_bare("export", str(again), *other)
    first, second = json.loads(file.read_text()), json.loads(again.read_text())
    assert first["schema"] == "companion/export/1"
    assert len(first["reminders"]) == 1
    assert first["checkins"] == second["checkins"] != []


def test_two_exports_of_one_notebook_are_the_same(terminal: Terminal, csv: Path, tmp_path: Path) -> None:
    terminal.type("import", str(csv))
    for name in ("one.json", "two.json"):
        terminal.type("export", str(tmp_path / name))
    assert (tmp_path / "one.json").read_bytes() == (tmp_path / "two.json").read_bytes()


def test_an_export_is_for_the_person_alone(terminal: Terminal, tmp_path: Path) -> None:
    terminal.type("export", str(tmp_path / "out.csv"))
    assert (tmp_path / "out.csv").stat().st_mode & 0o777 == 0o600


def test_an_export_that_cannot_be_written_leaves_nothing_behind(terminal: Terminal, tmp_path: Path) -> None:
    reply = terminal.type("export", str(tmp_path / "nowhere" / "out.csv"))
    assert reply.code == 1
    assert reply.complaint
    assert not (tmp_path / "nowhere").exists()


def test_a_json_file_that_is_not_ours_is_one_sentence(terminal: Terminal, tmp_path: Path) -> None:
    for text in ("{", "[]", '{"schema": "other/1", "checkins": []}', "[" * 100_000, '{"checkins": []}', "\xff"):
        (tmp_path / "in.json").write_text(text, "latin-1")
        reply = terminal.type("import", str(tmp_path / "in.json"))
        assert reply.code == 1
        assert reply.complaint
