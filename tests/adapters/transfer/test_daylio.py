"""Daylio's table and its backup."""

import zipfile
from pathlib import Path
from typing import Any

import pytest

from companion.adapters.transfer import daylio_backup
from companion.application.errors import Trouble, UserError
from companion.application.foreign import FileKind, Meaning, Wishes
from companion.application.transfer import CellRule
from companion.domain.errors import Rule
from tests.support.foreign import archive_of, read_file

HEADER = "full_date,date,weekday,time,mood,activities,note_title,note\n"
ROW = '2026-01-04,January 4,Sunday,10:00 pm,good,work | run ,A title,"one\ntwo"\n'
MOODS = [
    {"id": 1, "custom_name": "", "predefined_name_id": 1, "mood_group_id": 1, "state": 0},
    {"id": 7, "custom_name": "so so", "predefined_name_id": -1, "mood_group_id": 3},
]
NINE_IN_BERLIN = {
    "id": 1,
    "datetime": 1_767_600_010_000,
    "timeZoneOffset": 3_600_000,
    "year": 2026,
    "month": 0,
    "day": 5,
    "hour": 9,
    "minute": 0,
    "mood": 7,
    "note": "<p>Hello &amp; <b>you</b></p><ul><li>one</li></ul><script>alert(1)</script>",
    "note_title": "A title",
    "tags": [3, 99],
}


def backup(*entries: dict[str, Any], **more: object) -> bytes:
    document = {
        "version": 18,
        "pin": "4711",
        "customMoods": MOODS,
        "tags": [{"id": 3, "name": "Work"}],
        "dayEntries": list(entries),
        **more,
    }
    return archive_of(document)


def test_a_row_of_the_table(tmp_path: Path) -> None:
    found = read_file(tmp_path / "d.csv", HEADER + ROW)
    assert found.kind is FileKind.DAYLIO
    assert found.only.experienced_at.iso() == "2026-01-04T22:00:00+01:00"
    assert (found.only.arousal, found.only.pleasantness, found.only.zone) == (None, 75, None)
    assert found.only.note == "A title\n\none\ntwo"
    assert (found.only.tags, found.only.context.activities) == (("good",), ("work", "run"))


def test_the_older_table_has_its_year_apart(tmp_path: Path) -> None:
    found = read_file(
        tmp_path / "d", "year,date,weekday,time,mood,activities,note\n2018,30 Jul,Monday,18:52,meh,,hi\n"
    )
    assert found.only.experienced_at.iso() == "2018-07-30T18:52:00+02:00"
    assert (found.only.pleasantness, found.only.note) == (50, "hi")


def test_a_mood_of_their_own_is_no_number_until_the_person_says_so(tmp_path: Path) -> None:
    table = HEADER + "2026-01-04,,,10:00,Refreshed,,,\n"
    unsaid = read_file(tmp_path / "d", table)
    assert unsaid.only.pleasantness is None
    assert (unsaid.only.note, unsaid.only.tags) == ("Refreshed", ("Refreshed",))
    assert unsaid.findings.words == {"Refreshed": (None, None)}
    said = read_file(tmp_path / "d", table, Wishes(points={"refreshed": 80}))
    assert said.only.pleasantness == 80
    assert said.findings.words == {"Refreshed": (None, 80)}


def test_a_mood_is_energy_only_if_the_person_says_so(tmp_path: Path) -> None:
    found = read_file(tmp_path / "d", HEADER + ROW, Wishes(rating=Meaning.AROUSAL))
    assert (found.only.arousal, found.only.pleasantness) == (75, None)
    neither = read_file(tmp_path / "d", HEADER + ROW, Wishes(rating=Meaning.NOTHING))
    assert (neither.only.arousal, neither.only.pleasantness) == (None, None)


def test_bad_rows_of_the_table_are_named_by_their_lines(tmp_path: Path) -> None:
    found = read_file(tmp_path / "d", HEADER + ROW + "2026-13-01,,,10:00,good,,,\n2026-01-01,,,x,good,,,\nshort\n")
    assert found.faults == [
        (4, Rule.TIME_UNREADABLE),
        (5, Rule.TIME_UNREADABLE),
        (6, CellRule.CELLS_DO_NOT_MATCH),
    ]
    assert len(found.check_ins) == 1


def test_an_entry_of_a_backup(tmp_path: Path) -> None:
    found = read_file(tmp_path / "b.zip", backup(NINE_IN_BERLIN))
    assert found.kind is FileKind.DAYLIO
    assert found.only.experienced_at.iso() == "2026-01-05T09:00:10+01:00"
    assert (found.only.arousal, found.only.pleasantness) == (None, 50)
    assert found.only.note == "A title\n\nHello & you\n- one"
    assert (found.only.tags, found.only.context.activities) == (("so so",), ("Work",))


@pytest.mark.parametrize("offset", [3_600_000, 60])
def test_an_offset_is_in_milliseconds_or_in_minutes(tmp_path: Path, offset: int) -> None:
    entry = {"datetime": 1_767_600_010_000, "timeZoneOffset": offset, "mood": 1}
    assert read_file(tmp_path / "b", backup(entry)).only.experienced_at.iso() == "2026-01-05T09:00:10+01:00"


def test_the_wall_clock_that_is_written_out_counts_more_than_the_offset(tmp_path: Path) -> None:
    entry = {**NINE_IN_BERLIN, "hour": 17, "timeZoneOffset": 0}
    assert read_file(tmp_path / "b", backup(entry)).only.experienced_at.iso() == "2026-01-05T17:00:10+09:00"


def test_the_most_pleasant_group_is_the_first(tmp_path: Path) -> None:
    found = read_file(tmp_path / "b", backup({**NINE_IN_BERLIN, "mood": 1}))
    assert (found.only.pleasantness, found.only.tags) == (100, ("rad",))


def test_nothing_but_the_entry_is_kept_of_a_backup(tmp_path: Path) -> None:
    (row,) = read_file(tmp_path / "b", backup(NINE_IN_BERLIN)).rows
    assert "4711" not in repr(row)


def test_bad_entries_leave_the_others_where_they_are(tmp_path: Path) -> None:
    entries: list[Any] = [NINE_IN_BERLIN, {"datetime": "x"}, 5, {"datetime": 1e300, "mood": 1}]
    found = read_file(tmp_path / "b", backup(*entries))
    assert found.faults == [
        (2, CellRule.ENTRY_UNREADABLE),
        (3, CellRule.ENTRY_UNREADABLE),
        (4, Rule.TIME_UNREADABLE),
    ]
    assert len(found.check_ins) == 1


def test_an_archive_of_something_else_is_not_known(tmp_path: Path) -> None:
    from companion.adapters.transfer.foreign_files import kind_of

    file = tmp_path / "b"
    file.write_bytes(archive_of({}, "other.txt"))
    assert kind_of(file) is None


@pytest.mark.parametrize("content", [b"PK\x03\x04", b"PK\x03\x04" + bytes(100), archive_of(b"no json")])
def test_a_damaged_backup_is_one_sentence(tmp_path: Path, content: bytes) -> None:
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "b", content, kind=FileKind.DAYLIO)
    assert caught.value.trouble is Trouble.FILE_UNREADABLE


def test_a_backup_that_unpacks_to_far_too_much_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(daylio_backup, "LARGEST_MB", 1)
    with pytest.raises(UserError) as caught:
        read_file(tmp_path / "b", archive_of(bytes(2_000_000)))
    assert caught.value.trouble is Trouble.FILE_TOO_LARGE


def test_names_in_an_archive_lead_nowhere(tmp_path: Path) -> None:
    file = tmp_path / "here" / "backup"
    file.parent.mkdir()
    file.write_bytes(backup(NINE_IN_BERLIN))
    with zipfile.ZipFile(file, "a") as archive:
        for name in ("../escaped", str(tmp_path / "escaped"), "..\\escaped", "photos/../../escaped"):
            archive.writestr(name, "somewhere else")
    found = read_file(file, file.read_bytes())
    assert len(found.check_ins) == 1
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == [file]
