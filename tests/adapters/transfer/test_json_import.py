"""What comes in from an export: the sound parts, and what is wrong with each other one."""

import json
from pathlib import Path
from typing import Any

import pytest

from companion.adapters.transfer.json_import import read_json
from companion.adapters.transfer.json_sections import SINGLE
from companion.application.errors import Trouble, UserError
from companion.application.parts import PartKind, PartNote, PartRule, PlacedPart
from companion.domain.errors import Rule
from tests.support.builders import a_check_in
from tests.support.notebooks import exported, whole_desk
from tests.support.store import a_vault

CHANGES: list[tuple[str, dict[str, Any], Rule | PartRule]] = [
    ("checkins", {"arousal": 101}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"arousal": 5.5}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"arousal": "5"}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"arousal": 10**400}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"zone": "sideways"}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"timezone": "../../etc/passwd"}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"id": "1"}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"id": None}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"origin": "nobody"}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"note": "x" * 70_000}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"note": "☂" * 30_000}, Rule.NOTE_TOO_LONG),
    ("checkins", {"tags": "one"}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"tags": ["x" * 101]}, Rule.TAG_TOO_LONG),
    ("checkins", {"tags": [str(number) for number in range(10_001)]}, Rule.TOO_MANY_TAGS),
    ("checkins", {"took_seconds": -1}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"took_seconds": 1e300}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"slept_minutes": 2000}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"surprise": 1}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"experienced_at": "soon"}, Rule.TIME_UNREADABLE),
    ("checkins", {"experienced_at": "2026-11-22T14:06:00"}, Rule.TIME_UNREADABLE),
    ("checkins", {"experienced_at": "2026-11-22T14:06:00+01:00:00.5"}, Rule.TIME_UNREADABLE),
    ("checkins", {"experienced_at": "0001-01-01T00:00:00+14:00"}, Rule.TIME_UNREADABLE),
    ("checkins", {"experienced_at": "1969-12-31T23:59:59+00:00"}, Rule.TIME_TOO_EARLY),
    ("checkins", {"experienced_at": "2026-11-22T14:06:00+23:00"}, Rule.TIME_UNREADABLE),
    ("checkins", {"updated_at": "yesterday"}, Rule.TIME_UNREADABLE),
    ("checkins", {"deleted_at": "9999-12-31T23:59:59-14:00"}, Rule.TIME_UNREADABLE),
    ("checkins", {"import": {"id": "'; DROP TABLE check_in"}}, PartRule.NOT_AS_EXPORTED),
    ("checkins", {"versions": [{"replaced_at": "2026-11-22T14:06:00+01:00"}]}, PartRule.NOT_AS_EXPORTED),
    (
        "checkins",
        {"versions": [{"replaced_at": "2026-11-22T14:06:00+01:00", "before": {"id": "x"}}]},
        PartRule.NOT_AS_EXPORTED,
    ),
    (
        "checkins",
        {"versions": [{"replaced_at": "2026-11-22T14:06:00+01:00", "before": {"arousal": 900}}]},
        PartRule.NOT_AS_EXPORTED,
    ),
    ("windows", {"lower": 80}, Rule.WINDOW_UPSIDE_DOWN),
    ("windows", {"lower": 70, "upper": 70}, Rule.WINDOW_UPSIDE_DOWN),
    ("windows", {"lower_likely": [40, 30]}, Rule.WINDOW_UPSIDE_DOWN),
    ("windows", {"lower_likely": [40]}, PartRule.NOT_AS_EXPORTED),
    ("windows", {"source": "an oracle"}, PartRule.NOT_AS_EXPORTED),
    ("reminders", {"times": []}, Rule.REMINDER_WITHOUT_TIMES),
    ("reminders", {"times": ["25:00"]}, PartRule.NOT_AS_EXPORTED),
    ("reminders", {"times": ["24:00"]}, Rule.REMINDER_WITHOUT_TIMES),
    ("reminders", {"times": None}, PartRule.NOT_AS_EXPORTED),
    ("reminders", {"weekdays": ["someday"]}, PartRule.NOT_AS_EXPORTED),
    ("reminders", {"weekdays": []}, Rule.REMINDER_WITHOUT_WEEKDAYS),
    ("reminders", {"kind": "interval", "every_minutes": 90, "between": "20:00-10:00"}, Rule.RANGE_UPSIDE_DOWN),
    ("reminders", {"kind": "interval", "every_minutes": 0, "between": "10:00-20:00"}, Rule.REMINDER_WITHOUT_TIMES),
    ("reminders", {"kind": "interval", "every_minutes": 1, "between": "10:00-29:59"}, Rule.RANGE_UPSIDE_DOWN),
    ("reminders", {"kind": "event"}, PartRule.NOT_AS_EXPORTED),
    ("prompts", {"ledger": []}, PartRule.NOT_AS_EXPORTED),
    ("prompts", {"ledger": [{"state": "shown", "at": "2026-11-22T14:06:00+01:00"}]}, PartRule.NOT_AS_EXPORTED),
    (
        "prompts",
        {
            "ledger": [
                {"state": state, "at": "2026-11-22T14:06:00+01:00"} for state in ("planned", "expired", "shown")
            ]
        },
        PartRule.NOT_AS_EXPORTED,
    ),
    (
        "prompts",
        {"ledger": [{"state": "planned", "reason": "paused", "at": "2026-11-22T14:06:00+01:00"}]},
        PartRule.NOT_AS_EXPORTED,
    ),
    ("prompts", {"day": "2026-02-30"}, PartRule.NOT_AS_EXPORTED),
    ("prompts", {"slot": 10**20}, PartRule.NOT_AS_EXPORTED),
    ("tags", {"kind": "mood"}, PartRule.NOT_AS_EXPORTED),
    ("tags", {"name": "# not clean "}, PartRule.NOT_AS_EXPORTED),
    ("tags", {"name": ""}, PartRule.NOT_AS_EXPORTED),
    ("wording", {"text": " \n"}, PartRule.NOT_AS_EXPORTED),
    ("reflections", {"text": "  "}, Rule.NOTHING_WRITTEN),
    ("reflections", {"question": "x" * 70_000}, PartRule.NOT_AS_EXPORTED),
    ("life_events", {"title": "x" * 101}, Rule.TITLE_TOO_LONG),
    ("life_events", {"title": ""}, Rule.NOTHING_WRITTEN),
    ("tombstones", {"kind": "prompt?"}, PartRule.NOT_AS_EXPORTED),
    ("planned_days", {"day": "someday"}, PartRule.NOT_AS_EXPORTED),
    ("imports", {"created_at": None}, PartRule.NOT_AS_EXPORTED),
]


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of a notebook with one of everything."""
    folder = tmp_path_factory.mktemp("whole")
    return exported(whole_desk(folder).vault, folder / "out.json")


def relaid(folder: Path, content: dict[str, Any]) -> Path:
    """An export as ours, with this content."""
    file = folder / "in.json"
    text = "{\n" + ",\n".join(f'"{name}": {_value(value)}' for name, value in content.items()) + "\n}\n"
    file.write_text(text)
    return file


def _value(value: object) -> str:
    if not isinstance(value, list):
        return json.dumps(value)
    return "[\n" + ",\n".join(json.dumps(each, ensure_ascii=False) for each in value) + "\n]"


@pytest.mark.parametrize(("section", "changes", "rule"), CHANGES)
def test_a_bad_part_is_named_and_takes_no_other_along(
    everything: bytes, tmp_path: Path, section: str, changes: dict[str, Any], rule: Rule | PartRule
) -> None:
    content = json.loads(everything)
    read = [each for each in read_json(relaid(tmp_path, content)) if isinstance(each, PlacedPart)]
    content[section].insert(1, content[section][0] | changes)
    again = list(read_json(relaid(tmp_path, content)))
    notes = [each for each in again if isinstance(each, PartNote)]
    assert [(note.kind, note.place, note.rule) for note in notes] == [(PartKind(section), 2, rule)]
    assert [each.part for each in again if isinstance(each, PlacedPart)] == [each.part for each in read]


@pytest.mark.parametrize(
    ("section", "value", "rule"),
    [
        ("day_start", "25:00", PartRule.NOT_AS_EXPORTED),
        ("day_start", "13:00", Rule.DAY_START_TOO_LATE),
        ("day_start", 4, PartRule.NOT_AS_EXPORTED),
        ("pause", {"since": "2026-11-22T14:06:00+01:00"}, PartRule.NOT_AS_EXPORTED),
        ("quiet_hours", {"ranges": [{"between": "20:00-10:00", "weekdays": ["mon"]}]}, Rule.RANGE_UPSIDE_DOWN),
        ("quiet_hours", {"ranges": [{"between": "08:00-10:00", "weekdays": []}]}, Rule.REMINDER_WITHOUT_WEEKDAYS),
    ],
)
def test_a_bad_value_is_named(
    everything: bytes, tmp_path: Path, section: str, value: object, rule: Rule | PartRule
) -> None:
    content = json.loads(everything) | {section: value}
    notes = [each for each in read_json(relaid(tmp_path, content)) if isinstance(each, PartNote)]
    assert notes == [PartNote(PartKind(section), 1, rule)]


@pytest.mark.parametrize(
    "section",
    [kind.value for kind in PartKind if kind not in SINGLE],
)
@pytest.mark.parametrize("place", [1, -1])
def test_an_id_that_comes_twice_counts_once(everything: bytes, tmp_path: Path, section: str, place: int) -> None:
    content = json.loads(everything)
    content[section].insert(place if place == 1 else len(content[section]), content[section][0])
    notes = [each for each in read_json(relaid(tmp_path, content)) if isinstance(each, PartNote)]
    assert [(note.kind.value, note.rule) for note in notes] == [(section, PartRule.TWICE)]


@pytest.mark.parametrize(
    "line",
    [
        '{"id": NaN}',
        "[" * 50_000 + "]" * 50_000,
        '{"id": ' * 30_000 + "1" + "}" * 30_000,
        '{"note": "\\ud800"}',
        "null",
        '{"id"',
        "\x00",
        "{}{}",
    ],
)
def test_a_line_that_is_no_object_is_left_out_alone(tmp_path: Path, line: str) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
    text = exported(vault, tmp_path / "out.json").decode()
    (tmp_path / "in.json").write_text(text.replace('"checkins": [\n', f'"checkins": [\n{line},\n'))
    notes = [each for each in read_json(tmp_path / "in.json") if isinstance(each, PartNote)]
    assert notes == [PartNote(PartKind.CHECK_IN, 1, PartRule.NOT_AS_EXPORTED)]


def test_bytes_that_are_no_utf8_are_left_out_alone(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for note in ("first", "second"):
            store.check_ins.add(a_check_in(note=note))
    file = exported(vault, tmp_path / "out.json")
    (tmp_path / "in.json").write_bytes(file.replace(b"first", b"\xff\xfe"))
    notes = [each for each in read_json(tmp_path / "in.json") if isinstance(each, PartNote)]
    assert notes == [PartNote(PartKind.CHECK_IN, 1, PartRule.NOT_AS_EXPORTED)]


@pytest.mark.parametrize(
    ("text", "trouble"),
    [
        ("", Trouble.FILE_UNREADABLE),
        ("{", Trouble.FILE_UNREADABLE),
        ("[" * 200_000, Trouble.FORMAT_UNKNOWN),
        ("[]", Trouble.FORMAT_UNKNOWN),
        ("{}", Trouble.FORMAT_UNKNOWN),
        ('{"schema": 5}', Trouble.FORMAT_UNKNOWN),
        ('{"schema": "companion/export/3", "checkins": []}', Trouble.FORMAT_UNKNOWN),
        ('{\n"schema": "companion/export/3",\n"checkins": [\n]\n}\n', Trouble.FORMAT_UNKNOWN),
        ('{"schema": "companion/export/2", "checkins": 5}', Trouble.FORMAT_UNKNOWN),
        ('{"schema": "companion/export/2", "surprises": [1]}', Trouble.FORMAT_UNKNOWN),
        ('{\n"schema": "companion/export/2",\n"surprises": [\n{}\n]\n}\n', Trouble.FORMAT_UNKNOWN),
    ],
)
def test_a_file_that_is_no_export_of_ours_is_told(tmp_path: Path, text: str, trouble: Trouble) -> None:
    (tmp_path / "in.json").write_text(text)
    with pytest.raises(UserError) as told:
        list(read_json(tmp_path / "in.json"))
    assert told.value.trouble is trouble
