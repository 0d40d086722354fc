"""Check-ins from our own JSON export."""

import json
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from companion.adapters.transfer.json_export import write_json
from companion.adapters.transfer.json_import import read_json
from companion.application.errors import Trouble, UserError
from companion.application.transfer import CellRule, ForeignCheckIn, RowFault
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.errors import Rule
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

WHOLE = CheckIn(
    id="01900000-0000-7000-8000-000000000001",
    experienced_at=a_moment(hours_ago=5),
    created_at=a_moment(hours_ago=2),
    arousal=62,
    zone=Zone.MIXED,
    pleasantness=40,
    origin=Origin.FIXED,
    prompt_id="11111111-2222-5333-8444-555555555555",
    note="Föhn ☂\n=SUM(A1)",
    tags=("a;b", "work"),
    window_id="00000000-0000-7000-8000-000000000000",
    answering=Answering(timedelta(seconds=4.25), 50, InputMethod.ARROW_KEYS),
    app_version="0.1.0",
)


def exported(folder: Path, *noted: CheckIn) -> Path:
    vault = a_vault(folder)
    with vault.writing() as store:
        for check_in in noted:
            store.check_ins.add(check_in)
    with vault.reading() as store:
        assert write_json(store, folder / "out.json") == len(noted)
    vault.close()
    return folder / "out.json"


def changed(file: Path, **changes: Any) -> RowFault:
    """The fault of an export whose one check-in says something else."""
    content = json.loads(file.read_text())
    content["checkins"][0] |= changes
    file.write_text(json.dumps(content))
    (row,) = read_json(file)
    assert isinstance(row, RowFault), row
    return row


def test_every_field_comes_back(tmp_path: Path) -> None:
    assert list(read_json(exported(tmp_path, WHOLE))) == [ForeignCheckIn(1, WHOLE, keeps_id=True)]


def test_a_byte_order_mark_does_no_harm(tmp_path: Path) -> None:
    file = exported(tmp_path, WHOLE)
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes())
    assert len(list(read_json(file))) == 1


@pytest.mark.parametrize(
    "changes",
    [
        {"arousal": 101},
        {"arousal": 5.5},
        {"arousal": "5"},
        {"arousal": 10**400},
        {"zone": "sideways"},
        {"id": "1"},
        {"id": None},
        {"origin": "nobody"},
        {"note": "x" * 70_000},
        {"tags": "one"},
        {"took_seconds": -1},
        {"surprise": 1},
    ],
)
def test_a_check_in_of_another_shape_is_left_out(tmp_path: Path, changes: dict[str, Any]) -> None:
    assert changed(exported(tmp_path, WHOLE), **changes) == RowFault(1, CellRule.NOT_A_CHECK_IN)


def test_a_broken_rule_is_named(tmp_path: Path) -> None:
    file = exported(tmp_path, WHOLE)
    assert changed(file, experienced_at="soon").rule is Rule.TIME_UNREADABLE


def test_a_bad_one_does_not_take_its_neighbours_along(tmp_path: Path) -> None:
    file = exported(tmp_path, a_check_in(hours_ago=3), a_check_in(hours_ago=2), a_check_in(hours_ago=1))
    content = json.loads(file.read_text())
    content["checkins"][1]["arousal"] = -1
    file.write_text(json.dumps(content))
    assert [type(row).__name__ for row in read_json(file)] == ["ForeignCheckIn", "RowFault", "ForeignCheckIn"]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", Trouble.FILE_UNREADABLE),
        ("{", Trouble.FILE_UNREADABLE),
        ("[" * 200_000, Trouble.FORMAT_UNKNOWN),
        ('{"schema": "companion/export/1", "checkins": ["\\ud800"]}', Trouble.FILE_UNREADABLE),
        ('{"schema": "companion/export/1", "checkins": [NaN]}', Trouble.FILE_UNREADABLE),
        ("[]", Trouble.FORMAT_UNKNOWN),
        ("{}", Trouble.FORMAT_UNKNOWN),
        ('{"schema": "companion/export/2", "checkins": []}', Trouble.FORMAT_UNKNOWN),
        ('{"schema": "companion/export/1", "checkins": 5}', Trouble.FORMAT_UNKNOWN),
    ],
)
def test_a_file_that_is_no_export_of_ours_is_told(tmp_path: Path, text: str, trouble: Trouble) -> None:
    (tmp_path / "in.json").write_text(text)
    with pytest.raises(UserError) as told:
        list(read_json(tmp_path / "in.json"))
    assert told.value.trouble is trouble


def test_a_nesting_deeper_than_anything_is_a_fault_of_its_row(tmp_path: Path) -> None:
    deep = "[" * 50_000 + "]" * 50_000
    (tmp_path / "in.json").write_text(f'{{"schema": "companion/export/1", "checkins": [{deep}]}}')
    try:
        assert [type(row) for row in read_json(tmp_path / "in.json")] == [RowFault]
    except UserError as told:
        assert told.trouble is Trouble.FILE_UNREADABLE  # noqa: PT017 - either is right: nothing comes in
