"""Check-ins from CSV and back."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from companion.adapters.transfer.csv_check_ins import CsvCheckIns, write_csv
from companion.adapters.transfer.incoming_file import LARGEST_MB
from companion.application.errors import Trouble, UserError
from companion.application.transfer import CellRule, ForeignCheckIn, RowFault, values_hash
from companion.domain.checkin import CheckIn, InputMethod, Origin
from companion.domain.errors import Rule
from companion.domain.moment import moment_of
from companion.domain.zone import Zone
from tests.support.builders import CountingIds, a_moment
from tests.support.store import a_vault

BERLIN = ZoneInfo("Europe/Berlin")
NOW = a_moment()
AT = "2026-01-05T10:00+01:00"


def read(content: str | bytes, folder: Path) -> list[ForeignCheckIn | RowFault]:
    file = folder / "in.csv"
    file.write_bytes(content if isinstance(content, bytes) else content.encode())
    return list(CsvCheckIns(CountingIds(), NOW, BERLIN, "test").read(file))


def only_one(content: str | bytes, folder: Path) -> CheckIn:
    (row,) = read(content, folder)
    assert isinstance(row, ForeignCheckIn), row
    return row.check_in


def rule_of(row: str, folder: Path, header: str = "at,arousal,zone,pleasantness,prompted,note,tags") -> object:
    (fault,) = read(f"{header}\n{row}\n", folder)
    assert isinstance(fault, RowFault)
    assert fault.place == 2
    return fault.rule


def test_a_whole_row(tmp_path: Path) -> None:
    header = "at,arousal,zone,pleasantness,prompted,note,tags"
    found = only_one(f'{header}\n{AT},62,above,40,true,"after, a walk",work;home\n', tmp_path)
    assert (found.arousal, found.zone, found.pleasantness) == (62, Zone.ABOVE, 40)
    assert (found.origin, found.note, found.tags) == (Origin.RANDOM, "after, a walk", ("work", "home"))
    assert (found.experienced_at.iso(), found.created_at) == ("2026-01-05T10:00:00+01:00", NOW)
    assert (found.answering.method, found.app_version) == (InputMethod.IMPORT, "test")


def test_the_columns_may_be_fewer_and_in_another_order(tmp_path: Path) -> None:
    found = only_one(f"at,note, zone\n{AT},hello,below\n", tmp_path)
    assert (found.note, found.zone, found.arousal, found.origin) == ("hello", Zone.BELOW, None, Origin.SELF)


def test_a_time_without_offset_is_local_but_claims_no_zone(tmp_path: Path) -> None:
    found = only_one("at,arousal\n2026-07-05T10:00,5\n", tmp_path)
    assert (found.experienced_at.iso(), found.experienced_at.zone_name) == ("2026-07-05T10:00:00+02:00", None)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_the_encodings_of_other_programs_are_read(tmp_path: Path, encoding: str) -> None:
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    content = marks.get(encoding, b"") + f"at,note\r\n{AT},Föhn ☂\r\n".encode(encoding)
    assert only_one(content, tmp_path).note == "Föhn ☂"


@pytest.mark.parametrize("between", [",", ";", "\t"])
def test_a_table_saved_by_a_spreadsheet_of_another_country_is_read(tmp_path: Path, between: str) -> None:
    rows = [["at", "arousal", "note", "tags"], [AT, "5", "a, b", '"home;rain"']]
    content = "\r\n".join(between.join(f'"{cell}"' if "," in cell else cell for cell in row) for row in rows)
    found = only_one(f"\ufeff{content}\r\n".encode(), tmp_path)
    assert (found.arousal, found.note, found.tags) == (5, "a, b", ("home", "rain"))


@pytest.mark.parametrize(
    ("row", "rule"),
    [
        ("soon,5,,,,,", Rule.TIME_UNREADABLE),
        (",5,,,,,", Rule.TIME_UNREADABLE),
        ("1960-01-01T10:00Z,5,,,,,", Rule.TIME_TOO_EARLY),
        ("2026-03-29T02:30,5,,,,,", Rule.TIME_SKIPPED),
        (f"{AT},101,,,,,", Rule.AROUSAL_OUT_OF_RANGE),
        (f"{AT},-1,,,,,", Rule.AROUSAL_OUT_OF_RANGE),
        (f"{AT},5.5,,,,,", Rule.AROUSAL_OUT_OF_RANGE),
        (f"{AT},NaN,,,,,", Rule.AROUSAL_OUT_OF_RANGE),
        (f"{AT},1e999,,,,,", Rule.AROUSAL_OUT_OF_RANGE),
        (f"{AT},{'9' * 5000},,,,,", Rule.AROUSAL_OUT_OF_RANGE),
        (f"{AT},,sideways,,,,", Rule.UNKNOWN_ZONE),
        (f"{AT},,,x,,,", Rule.PLEASANTNESS_OUT_OF_RANGE),
        (f"{AT},5,,,perhaps,,", CellRule.PROMPTED_UNREADABLE),
        (f"{AT},,,,true,,some", Rule.NOTHING_ANSWERED),
        (f"{AT},5,,,,{'x' * 70_000},", Rule.NOTE_TOO_LONG),
        (f"{AT},5,,,,,{'t' * 101}", Rule.TAG_TOO_LONG),
        (f"{AT},5", CellRule.CELLS_DO_NOT_MATCH),
        (f"{AT},5,,,,,,more", CellRule.CELLS_DO_NOT_MATCH),
        (f"{AT},5,,,,a\0b,", CellRule.TEXT_DAMAGED),
        (f'{AT},5,,,,"open', CellRule.QUOTES_DO_NOT_MATCH),
    ],
)
def test_a_bad_row_is_told_by_its_rule(tmp_path: Path, row: str, rule: object) -> None:
    assert rule_of(row, tmp_path) is rule


def test_bytes_that_are_no_text_are_a_fault_of_their_row_alone(tmp_path: Path) -> None:
    rows = read(f"at,note\n{AT},caf".encode() + b"\xe9\n" + f"{AT},tea\n".encode(), tmp_path)
    assert isinstance(rows[0], RowFault)
    assert rows[0].rule is CellRule.TEXT_DAMAGED
    assert isinstance(rows[1], ForeignCheckIn)


def trouble_with(file: Path) -> Trouble:
    with pytest.raises(UserError) as told:
        list(CsvCheckIns(CountingIds(), NOW, BERLIN, "test").read(file))
    return told.value.trouble


def test_a_file_larger_than_we_take_is_told_before_it_is_read(tmp_path: Path) -> None:
    file = tmp_path / "huge.csv"
    with file.open("wb") as huge:
        huge.truncate(LARGEST_MB * 1_000_000 + 1)
    assert trouble_with(file) is Trouble.FILE_TOO_LARGE


def test_what_is_no_file_is_told(tmp_path: Path) -> None:
    import os

    os.mkfifo(tmp_path / "pipe.csv")
    assert trouble_with(tmp_path / "pipe.csv") is Trouble.FILE_UNREADABLE
    assert trouble_with(tmp_path / "nowhere.csv") is Trouble.FILE_MISSING
    assert trouble_with(tmp_path / ("n" * 5000)) is Trouble.FILE_UNREADABLE


moments = st.builds(
    lambda instant, minutes: moment_of(instant.astimezone(timezone(timedelta(minutes=minutes)))),
    st.datetimes(datetime(1970, 1, 2), datetime(2025, 1, 1), timezones=st.just(UTC)),
    st.integers(-18 * 60, 18 * 60),
)
words = st.text(max_size=30) | st.text(alphabet="'=+-@|\t\r\n \",;\\#ab", max_size=12)
points = st.none() | st.integers(0, 100)
check_ins = st.builds(
    CheckIn,
    id=st.uuids(version=4).map(str),
    experienced_at=moments,
    created_at=st.just(NOW),
    arousal=st.integers(0, 100),
    zone=st.none() | st.sampled_from(Zone),
    pleasantness=points,
    origin=st.sampled_from([Origin.SELF, Origin.RANDOM, Origin.FIXED, Origin.EVENT]),
    note=words,
    tags=st.lists(words, max_size=4).map(tuple),
)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(check_ins, max_size=12))
def test_what_is_exported_says_the_same_when_it_is_imported(
    tmp_path_factory: pytest.TempPathFactory, noted: list[CheckIn]
) -> None:
    folder = tmp_path_factory.mktemp("round")
    vault = a_vault(folder)
    with vault.writing() as store:
        for check_in in noted:
            store.check_ins.add(check_in)
    with vault.reading() as store:
        assert write_csv(store, folder / "out.csv") == len(noted)
    vault.close()
    back = read((folder / "out.csv").read_bytes(), folder)
    assert sorted(values_hash(row.check_in) for row in back if isinstance(row, ForeignCheckIn)) == sorted(
        map(values_hash, noted)
    )


def test_a_failed_export_leaves_the_file_that_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "out.csv"
    file.write_text("before")
    vault = a_vault(tmp_path)

    def full(_handle: int) -> None:
        raise OSError(28, "no space")

    with vault.reading() as store:
        monkeypatch.setattr("companion.adapters.whole_file.os.fsync", full)
        with pytest.raises(UserError) as told:
            write_csv(store, file)
    monkeypatch.undo()
    vault.close()
    assert told.value.trouble is Trouble.DISK_FULL
    assert file.read_text() == "before"
    assert sorted(found.name for found in tmp_path.iterdir()) == ["out.csv", "store"]
