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
@pytest.mark.parametrize("header", ["arousal,at", "at,mood", "at,at", "time,arousal", "", "2026-01-05T10:00,5"])
def test_a_wrong_header_takes_nothing_in(
    terminal: Terminal, csv: Path, header: str, only_look: tuple[str, ...]
) -> None:
    csv.write_text(f"{header}\n2026-01-05T10:00+01:00,10\n")
    reply = terminal.type("import", str(csv), *only_look)
    assert reply.code == 1
    assert reply.complaint
    assert terminal.check_ins() == []


def test_rows_with_other_signs_between_cells_than_the_header_are_left_out(terminal: Terminal, csv: Path) -> None:
    csv.write_text("at;arousal\n2026-01-05T10:00+01:00,10\n2026-01-05T11:00+01:00;20\n")
    reply = terminal.type("import", str(csv))
    assert (reply.code, reply.out) == (1, "1 imported, 1 left out, 0 already here\n")
    assert reply.err.startswith("line 2: ")
    assert [c["arousal"] for c in terminal.check_ins()] == [20]


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


def test_where_an_export_cannot_go_it_says_where_it_can(terminal: Terminal, tmp_path: Path) -> None:
    reply = terminal.type("export", str(tmp_path / "notebook.txt"))
    assert reply.code == 1
    assert ".json or .csv" in reply.complaint


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
    assert terminal.type("export", str(file)).out.splitlines() == [
        f"3 check-ins are in {file} now.",
        f"What its columns mean is in {tmp_path / 'out-codebook.csv'}.",
    ]
    other = ("--data-dir", str(tmp_path / "other"))
    assert terminal.type_bare("import", str(file), *other).out.startswith("3 imported")
    again = tmp_path / "again.csv"
    terminal.type_bare("export", str(again), *other)
    assert again.read_bytes() == file.read_bytes()


def test_our_own_export_comes_back_into_the_same_notebook_without_doubles(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50", "--note", "=SUM(A1)", "--tag", "a;b")
    for name in ("out.csv", "out.json"):
        terminal.type("export", str(tmp_path / name))
        assert terminal.type("import", str(tmp_path / name)).out.splitlines()[0].endswith("1 already here")
    assert len(terminal.check_ins()) == 1


def test_an_export_of_json_comes_into_another_notebook_as_it_was(
    terminal: Terminal, csv: Path, tmp_path: Path
) -> None:
    terminal.type("import", str(csv))
    terminal.check_in("--arousal", "50", "--zone", "mixed", "--note", "after a walk")
    terminal.type("reminders", "add", "--at", "09:00")
    removed = terminal.type("reminders", "add", "--random", "3", "--between", "10:00-20:00").out.strip()
    terminal.type("reminders", "remove", removed)
    file, again = tmp_path / "out.json", tmp_path / "again.json"
    terminal.type("export", str(file))
    other = ("--data-dir", str(tmp_path / "other"))
    assert terminal.type_bare("import", str(file), *other).code == 0
    terminal.type_bare("export", str(again), *other)
    assert again.read_bytes() == file.read_bytes()
    content = json.loads(file.read_text())
    assert content["schema"] == "companion/export/2"
    assert (len(content["checkins"]), len(content["reminders"]), len(content["imports"])) == (4, 2, 1)
    assert terminal.type_bare("import", str(csv), *other).out == "0 imported, 0 left out, 3 already here\n"


def test_an_export_of_json_says_how_many_of_each_kind_it_holds(terminal: Terminal, csv: Path, tmp_path: Path) -> None:
    terminal.type("import", str(csv))
    file = tmp_path / "out.json"
    lines = terminal.type("export", str(file)).out.splitlines()
    assert lines == [f"3 check-ins are in {file} now.", "Start of the day: 1", "Windows: 1", "Imports: 1"]
    counts = terminal.type("export", str(file), "--json").json
    assert (counts["schema"], counts["checkins"], counts["imports"]) == ("companion/exported/1", 3, 1)


def test_an_import_of_json_counts_each_kind(terminal: Terminal, csv: Path, tmp_path: Path) -> None:
    terminal.type("import", str(csv))
    terminal.type("export", str(tmp_path / "out.json"))
    other = ("--data-dir", str(tmp_path / "other"))
    looked = terminal.type_bare("import", str(tmp_path / "out.json"), "--dry-run", *other)
    assert (looked.code, looked.err) == (0, "")
    assert looked.out.splitlines() == [
        "check-ins: 3 would be imported, 0 left out, 0 already here",
        "start of the day: 0 would be imported, 0 left out, 1 already here",
        "windows: 0 would be imported, 0 left out, 1 already here",
        "imports: 1 would be imported, 0 left out, 0 already here",
    ]
    counts = terminal.type_bare("import", str(tmp_path / "out.json"), "--json", *other).json
    assert (counts["added"], counts["left_out"], counts["already_here"], counts["dry_run"]) == (3, 0, 0, False)
    assert counts["kinds"]["imports"]["added"] == 1


def test_bad_parts_of_json_are_named_and_the_others_are_kept(terminal: Terminal, csv: Path, tmp_path: Path) -> None:
    terminal.type("import", str(csv))
    file = tmp_path / "out.json"
    terminal.type("export", str(file))
    file.write_text(file.read_text().replace('"arousal": 20', '"arousal": 200').replace('"lower": 30', '"lower": 90'))
    reply = terminal.type_bare("import", str(file), "--data-dir", str(tmp_path / "other"))
    assert reply.code == 1
    assert reply.out.splitlines()[0] == "check-ins: 2 imported, 1 left out, 0 already here"
    assert [line.rpartition(": ")[0] for line in reply.err.splitlines()] == [
        "windows, number 1",
        "check-ins, number 2",
    ]
    assert "200" not in reply.err


def test_what_differs_here_is_told_and_is_no_trouble(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50")
    file = tmp_path / "out.json"
    terminal.type("export", str(file))
    file.write_text(file.read_text().replace('"arousal": 50', '"arousal": 60'))
    reply = terminal.type("import", str(file))
    assert (reply.code, reply.err.count("\n")) == (0, 1)
    assert reply.out.splitlines()[0].endswith("0 already here, 1 different here and left as they are")
    assert [each["arousal"] for each in terminal.check_ins()] == [50]


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


def test_of_a_damaged_notebook_what_can_be_read_is_exported_and_comes_in_elsewhere(
    terminal: Terminal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(60):
        terminal.check_in("--arousal", str(number), "--note", f"note {number} " * 400)
    store = terminal.data / "companion.db"
    content = bytearray(store.read_bytes())
    content[len(content) // 4096 * 4 // 5 * 4096 + 200] ^= 1
    store.write_bytes(content)
    file = str(tmp_path / "left.json")
    reply = terminal.type("export", file, "--what-can-be-read")
    elsewhere = Terminal(tmp_path / "elsewhere", capsys)
    assert elsewhere.type("import", file).code == 0
    found = elsewhere.check_ins()
    assert len(found) > 40
    assert reply.code == (1 if len(found) < 60 else 0)
    assert all(each["note"] == f"note {each['arousal']} " * 399 + f"note {each['arousal']}" for each in found)


def test_how_much_was_lost_is_a_number_only_where_somebody_knows(terminal: Terminal, tmp_path: Path) -> None:
    terminal.check_in("--arousal", "50")
    store, file = terminal.data / "companion.db", str(tmp_path / "left.json")
    whole, said = store.read_bytes(), set()
    for page in (None, 2, 3, 4, 5, 6):
        content = bytearray(whole)
        if page is not None:
            content[(page - 1) * 4096 + 200] ^= 1
        store.write_bytes(content)
        reply = terminal.type("export", file, "--what-can-be-read", "--json")
        said.add((reply.code, reply.json["lost"], reply.json["is_whole"]))
    assert said == {(0, 0, True), (1, 1, False), (1, None, False)}


def test_what_can_be_read_goes_to_json_only(terminal: Terminal, tmp_path: Path) -> None:
    assert terminal.type("export", str(tmp_path / "left.csv"), "--what-can-be-read").code == 1
