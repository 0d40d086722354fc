"""Exports as they were written before: of them the check-ins come in."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.adapters.transfer.json_import import read_json
from companion.application.errors import Trouble, UserError
from companion.application.parts import KeptCheckIn, PartKind, PartNote, PartRule, PlacedPart
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.errors import Rule
from companion.domain.zone import Zone
from tests.support.builders import a_moment

SAID: dict[str, Any] = {
    "id": "01900000-0000-7000-8000-000000000001",
    "experienced_at": "2026-11-22T09:06:00+01:00",
    "created_at": "2026-11-22T12:06:00+01:00",
    "timezone": "Europe/Berlin",
    "arousal": 62,
    "zone": "mixed",
    "pleasantness": 40,
    "prompted": True,
    "origin": "fixed",
    "prompt": "11111111-2222-5333-8444-555555555555",
    "note": "Föhn ☂\n=SUM(A1)",
    "tags": ["a;b", "work"],
    "created_timezone": "Europe/Berlin",
    "window": "00000000-0000-7000-8000-000000000000",
    "took_seconds": 4.25,
    "first_touch": 50,
    "method": "arrow_keys",
    "app_version": "0.1.0",
}


def written(folder: Path, *check_ins: object, **others: object) -> Path:
    """A file laid out as they were."""
    lines = ",\n".join(json.dumps(each, ensure_ascii=False) for each in check_ins)
    lists = "".join(f',\n"{name}": {json.dumps(value)}' for name, value in others.items())
    file = folder / "in.json"
    file.write_text(f'{{\n"schema": "companion/export/1",\n"checkins": [\n{lines}\n]{lists}\n}}\n')
    return file


def changed(folder: Path, **changes: object) -> PartNote:
    """What is told of a check-in that says something else."""
    (read,) = read_json(written(folder, SAID | changes))
    assert isinstance(read, PartNote), read
    return read


def test_every_field_comes_in(tmp_path: Path) -> None:
    (read,) = read_json(written(tmp_path, SAID))
    assert isinstance(read, PlacedPart)
    assert isinstance(read.part, KeptCheckIn)
    assert read.part.check_in == CheckIn(
        id=SAID["id"],
        experienced_at=a_moment(hours_ago=5),
        created_at=a_moment(hours_ago=2),
        arousal=62,
        zone=Zone.MIXED,
        pleasantness=40,
        origin=Origin.FIXED,
        prompt_id=SAID["prompt"],
        note=SAID["note"],
        tags=("a;b", "work"),
        window_id=SAID["window"],
        answering=Answering(a_moment(0).utc - a_moment(4.25 / 3600).utc, 50, InputMethod.ARROW_KEYS),
        app_version="0.1.0",
    )
    assert read.part.updated_at == a_moment(hours_ago=2).utc


def test_one_line_for_all_of_it_is_read_as_well(tmp_path: Path) -> None:
    file = tmp_path / "in.json"
    file.write_text(json.dumps({"schema": "companion/export/1", "checkins": [SAID, SAID | {"arousal": -1}]}))
    assert [type(read) for read in read_json(file)] == [PlacedPart, PartNote]


def test_the_lists_beside_the_check_ins_are_passed_over(tmp_path: Path) -> None:
    file = written(tmp_path, SAID, windows=[{"lower": 9}], reminders=[], prompts=[{"surprise": 1}])
    assert [type(read) for read in read_json(file)] == [PlacedPart]


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
def test_a_check_in_of_another_shape_is_left_out(tmp_path: Path, changes: dict[str, object]) -> None:
    assert changed(tmp_path, **changes) == PartNote(PartKind.CHECK_IN, 1, PartRule.NOT_AS_EXPORTED)


def test_a_broken_rule_is_named(tmp_path: Path) -> None:
    assert changed(tmp_path, experienced_at="soon").rule is Rule.TIME_UNREADABLE


def test_a_bad_one_does_not_take_its_neighbours_along(tmp_path: Path) -> None:
    said = [SAID | {"id": SAID["id"][:-1] + end} for end in "123"]
    file = written(tmp_path, said[0], said[1] | {"arousal": -1}, said[2])
    assert [type(read).__name__ for read in read_json(file)] == ["PlacedPart", "PartNote", "PlacedPart"]


@pytest.mark.parametrize("value", ["5", '["\\ud800"]', "[NaN]", "{}"])
def test_a_list_that_is_none_is_told(tmp_path: Path, value: str) -> None:
    (tmp_path / "in.json").write_text(f'{{"schema": "companion/export/1", "checkins": {value}}}')
    with pytest.raises(UserError) as told:
        list(read_json(tmp_path / "in.json"))
    assert told.value.trouble in (Trouble.FORMAT_UNKNOWN, Trouble.FILE_UNREADABLE)
