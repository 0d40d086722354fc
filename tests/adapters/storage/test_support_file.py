"""What is shown while locked: only what has the tick, for its owner's eyes, and nothing without one."""

import json
import stat
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.support_file import SUPPORT_NAME, SupportFile
from companion.application.errors import UserError
from companion.domain.support import SupportKind
from tests.support.people import a_contact


def test_those_with_the_tick_are_read_as_they_were_in_their_order(tmp_path: Path) -> None:
    line = a_contact("Line", SupportKind.SERVICE, reach="0", checked_on=date(2026, 1, 2), when_locked=True)
    noor = a_contact("Noor ☂", message="Near?", is_near=True, when_locked=True)
    SupportFile(tmp_path).write([noor, a_contact("Secret"), line])
    read = SupportFile(tmp_path).read()
    said = [(c.id, c.kind, c.name, c.reach, c.message, c.is_near, c.checked_on, c.when_locked) for c in read]
    assert said == [
        (noor.id, SupportKind.PERSON, "Noor ☂", "", "Near?", True, None, True),
        (line.id, SupportKind.SERVICE, "Line", "0", "", False, date(2026, 1, 2), True),
    ]
    assert b"Secret" not in (tmp_path / SUPPORT_NAME).read_bytes()


def test_it_is_readable_by_its_owner_alone(tmp_path: Path) -> None:
    (tmp_path / SUPPORT_NAME).write_text("{}")
    (tmp_path / SUPPORT_NAME).chmod(0o644)
    SupportFile(tmp_path).write([a_contact(when_locked=True)])
    assert stat.S_IMODE((tmp_path / SUPPORT_NAME).stat().st_mode) == 0o600


def test_without_a_tick_there_is_no_file(tmp_path: Path) -> None:
    file = SupportFile(tmp_path)
    file.write([a_contact(when_locked=True)])
    file.write([a_contact()])
    file.write([])
    assert list(tmp_path.iterdir()) == []
    assert file.read() == []


def test_the_same_is_not_written_again(tmp_path: Path) -> None:
    contact = a_contact(when_locked=True)
    SupportFile(tmp_path).write([contact])
    before = (tmp_path / SUPPORT_NAME).stat().st_ino
    SupportFile(tmp_path).write([contact])
    assert (tmp_path / SUPPORT_NAME).stat().st_ino == before


@pytest.mark.parametrize(
    "content",
    [
        "",
        "[]",
        "null",
        '{"schema": "companion/support/9"}',
        '{"schema": "companion/support/1", "contacts": [{}]}',
        '{"schema": "companion/support/1", "contacts": 3}',
        "[" * 100_000,
    ],
)
def test_what_cannot_be_read_is_nobody(tmp_path: Path, content: str) -> None:
    (tmp_path / SUPPORT_NAME).write_text(content)
    assert SupportFile(tmp_path).read() == []


@pytest.mark.parametrize(("field", "value"), [("name", 3), ("name", ""), ("kind", "x"), ("checked_on", "soon")])
def test_one_that_is_not_as_it_was_written_is_nobody(tmp_path: Path, field: str, value: object) -> None:
    SupportFile(tmp_path).write([a_contact(when_locked=True)])
    content = json.loads((tmp_path / SUPPORT_NAME).read_text())
    content["contacts"][0][field] = value
    (tmp_path / SUPPORT_NAME).write_text(json.dumps(content))
    assert SupportFile(tmp_path).read() == []


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(UserError):
        SupportFile(tmp_path / "nowhere").write([a_contact(when_locked=True)])
