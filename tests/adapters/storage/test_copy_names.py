"""Names of copies, and which of them go when they are thinned out."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.copy_names import (
    CopyName,
    copies_in,
    name_from,
    name_of,
    newest_day_in,
    to_thin_out,
)
from companion.application.copies import CopyKind

DAY = date(2026, 11, 22)


@pytest.mark.parametrize("kind", [CopyKind.DAY, CopyKind.BEFORE_RESTORE])
@pytest.mark.parametrize("number", [1, 2, 10])
def test_a_name_says_what_it_was_made_of(kind: CopyKind, number: int) -> None:
    assert name_from(name_of(kind, DAY, number)) == CopyName(kind, DAY, number)


@pytest.mark.parametrize(
    "file_name",
    [
        "companion.db",
        "companion-2026-13-01.db",
        "companion-2026-11-22.db.part",
        "companion-2026-11-22.db-wal",
        "photos.db",
        "companion-2026-11-22 (1).db",
        "key.json",
        "before-upgrade-x.db",
    ],
)
def test_other_files_are_no_copies(file_name: str) -> None:
    assert name_from(file_name) is None


def test_in_a_folder_only_copies_are_seen(tmp_path: Path) -> None:
    for name in ("companion-2026-11-22.db", "before-upgrade-1.db", "companion.db", "notes.txt"):
        (tmp_path / name).touch()
    (tmp_path / "companion-2026-11-21.db").mkdir()
    assert sorted(copies_in(tmp_path)) == ["before-upgrade-1.db", "companion-2026-11-22.db"]
    assert newest_day_in(tmp_path) == DAY
    assert newest_day_in(tmp_path / "gone") is None


def test_a_day_stays_or_goes_with_all_its_copies() -> None:
    names = [CopyName(CopyKind.DAY, DAY - timedelta(back), number) for back in range(30) for number in (1, 2)]
    gone = to_thin_out(names)
    assert {(name.day, number) for name in gone for number in (1, 2)} == {(name.day, name.number) for name in gone}
    assert CopyName(CopyKind.DAY, DAY - timedelta(6), 2) not in gone
    assert CopyName(CopyKind.DAY, DAY - timedelta(8), 1) in gone


def test_of_copies_before_a_restore_the_newest_five_stay_and_those_before_an_upgrade_all() -> None:
    before = [CopyName(CopyKind.BEFORE_RESTORE, DAY - timedelta(back)) for back in range(8)]
    upgrades = [CopyName(CopyKind.BEFORE_UPGRADE, None)] * 9
    assert to_thin_out([*before, *upgrades]) == set(before[5:])


def test_copies_before_a_restore_take_no_place_of_those_of_days() -> None:
    days = [CopyName(CopyKind.DAY, DAY - timedelta(back)) for back in range(7)]
    assert to_thin_out([*days, *(CopyName(CopyKind.BEFORE_RESTORE, DAY, number) for number in range(1, 5))]) == set()
