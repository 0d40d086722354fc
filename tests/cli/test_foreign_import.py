"""`companion import` of another program's file."""

import json
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal
from tests.support.foreign import ONE_OF_EACH, archive_of

MOODS = (
    "full_date,date,weekday,time,mood,activities,note_title,note\n"
    "2026-01-05,January 5,Monday,10:00,good,work,,hello\n"
    "2026-01-04,January 4,Sunday,10:00,Refreshed,,,\n"
    "2026-01-04,January 4,Sunday,10:00,Refreshed,,,\n"
)
SERIES = "FeatureName,Timestamp,Value\nEnergy,2026-01-05T10:00:00+01:00,3\nSleep,2026-01-05T10:00:00+01:00,7\n"


@pytest.fixture
def moods(tmp_path: Path) -> Path:
    """A table of Daylio."""
    file = tmp_path / "moods.csv"
    file.write_text(MOODS)
    return file


def test_a_dry_run_says_whose_file_it_is_and_what_its_words_stand_for(terminal: Terminal, moods: Path) -> None:
    reply = terminal.type("import", str(moods), "--dry-run")
    assert (reply.code, reply.err) == (0, "")
    assert reply.out.splitlines() == [
        "The file is from Daylio.",
        "Refreshed (2 times): no number; it comes in as a tag",
        "good (once): pleasantness 75",
        "3 would be imported, 0 left out, 0 already here",
    ]
    assert terminal.check_ins() == []


def test_pleasantness_never_becomes_arousal_unasked(terminal: Terminal, moods: Path) -> None:
    assert terminal.type("import", str(moods)).code == 0
    assert [(c["arousal"], c["pleasantness"]) for c in terminal.check_ins()] == [
        (None, None),
        (None, None),
        (None, 75),
    ]


def test_what_its_words_stand_for_can_be_said(terminal: Terminal, moods: Path) -> None:
    terminal.type("import", str(moods), "--points", "refreshed=90", "--rating", "arousal")
    assert [(c["arousal"], c["pleasantness"]) for c in terminal.check_ins()] == [(90, None), (90, None), (75, None)]


def test_importing_twice_adds_nothing_whatever_was_said_of_its_words(terminal: Terminal, moods: Path) -> None:
    terminal.type("import", str(moods))
    looked = terminal.type("import", str(moods), "--points", "refreshed=90", "--dry-run")
    assert looked.out.splitlines()[-1] == "0 would be imported, 0 left out, 3 already here"
    again = terminal.type("import", str(moods), "--points", "refreshed=90")
    assert again.out.splitlines()[-1] == "0 imported, 0 left out, 3 already here"
    assert len(terminal.check_ins()) == 3


def test_a_longer_export_of_the_same_adds_what_is_new(terminal: Terminal, moods: Path) -> None:
    terminal.type("import", str(moods))
    moods.write_text(MOODS + "2026-01-06,,,10:00,meh,,,\n")
    assert terminal.type("import", str(moods)).out.splitlines()[-1] == "1 imported, 0 left out, 3 already here"


def test_as_json(terminal: Terminal, moods: Path) -> None:
    told = json.loads(terminal.type("import", str(moods), "--json").out)
    assert (told["added"], told["left_out"], told["dry_run"]) == (3, 0, False)
    assert told["findings"]["from"] == "daylio"
    assert told["findings"]["words"]["good"] == {"count": 1, "arousal": None, "pleasantness": 75}


def test_bad_entries_of_a_backup_are_named_and_the_others_are_kept(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "backup_2026.daylio"
    file.write_bytes(archive_of({"dayEntries": [{"datetime": 1_767_603_600_000, "note": "hello"}, 5]}))
    reply = terminal.type("import", str(file))
    assert reply.code == 1
    assert reply.err.startswith("entry 2: ")
    assert reply.out.splitlines()[-1] == "1 imported, 1 left out, 0 already here"


def test_of_several_series_one_has_to_be_chosen(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "series.csv"
    file.write_text(SERIES)
    asked = terminal.type("import", str(file))
    assert asked.code == 1
    assert "Energy (1), Sleep (1)" in asked.complaint
    chosen = terminal.type("import", str(file), "--feature", "Energy", "--rating", "arousal", "--scale", "1-5")
    assert chosen.code == 0
    assert [c["arousal"] for c in terminal.check_ins()] == [50]


def test_a_table_of_no_known_program_asks_for_its_columns(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "own.csv"
    file.write_text("When;Energy\n2026-01-05 10:00;4\n")
    asked = terminal.type("import", str(file))
    assert asked.code == 1
    assert "When, Energy" in asked.complaint
    strange = terminal.type("import", str(file), "--column", "at=Wen", "--column", "arousal=Energy")
    assert strange.code == 1
    assert "Wen" in strange.complaint
    given = terminal.type("import", str(file), "--column", "at=When", "--column", "arousal=Energy", "--scale", "1..5")
    assert given.code == 0
    assert [c["arousal"] for c in terminal.check_ins()] == [75]


@pytest.mark.parametrize(
    "typed",
    [
        ("--from", "somebody"),
        ("--rating", "mood"),
        ("--points", "Tired"),
        ("--points", "Tired=101"),
        ("--scale", "5"),
        ("--scale", "5-5"),
        ("--column", "when=At"),
        ("--dates", "y"),
    ],
)
def test_what_cannot_be_meant_is_wrong_usage(terminal: Terminal, moods: Path, typed: tuple[str, str]) -> None:
    reply = terminal.type("import", str(moods), *typed)
    assert (reply.code, reply.out) == (2, "")
    assert terminal.check_ins() == []


@pytest.mark.parametrize("whose", ONE_OF_EACH)
def test_what_each_program_writes_comes_in_once(terminal: Terminal, tmp_path: Path, whose: str) -> None:
    name, content, typed = ONE_OF_EACH[whose]
    file = tmp_path / name
    file.write_bytes(content)
    assert terminal.type("import", str(file), *typed).code == 0
    before = terminal.check_ins()
    assert before
    assert terminal.type("import", str(file), *typed).code == 0
    assert terminal.check_ins() == before


def test_what_is_no_text_is_not_read_out_to_the_terminal(terminal: Terminal, tmp_path: Path) -> None:
    file = tmp_path / "copy"
    file.write_bytes(bytes(range(1, 256)) * 20)
    reply = terminal.type("import", str(file))
    assert reply.code == 1
    assert "does not know this kind of file" in reply.complaint
