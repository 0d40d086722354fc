"""Copies: verified, private, and never replaced by an emptier one."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage import copying
from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.key_file import new_key, read_key, write_key
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from tests.support.builders import a_check_in
from tests.support.store import a_vault

DAY = date(2026, 11, 22)


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """Three check-ins."""
    vault = a_vault(tmp_path)
    add(vault, 3)
    return vault


@pytest.fixture
def backups(tmp_path: Path, vault: SqliteVault) -> StoreBackups:
    """Copies of that vault's store."""
    return StoreBackups(tmp_path / "store", vault.worker())


def add(vault: SqliteVault, count: int) -> None:
    with vault.writing() as store:
        for _ in range(count):
            store.check_ins.add(a_check_in())


def total_in(tmp_path: Path, copy: str) -> int:
    """Restores a copy as a person would: the file and the key beside it, into an empty folder."""
    place = tmp_path / f"restored-{copy}"
    place.mkdir(mode=0o700)
    shutil.copy(tmp_path / "store" / "backups" / copy, place / "companion.db")
    shutil.copy(tmp_path / "store" / "backups" / "key.json", place / "key.json")
    restored = SqliteVault(place)
    with restored.reading() as store:
        total = store.days.total()
    restored.close()
    return total


def copies(tmp_path: Path) -> list[str]:
    return sorted(path.name for path in (tmp_path / "store" / "backups").iterdir())


def test_a_copy_can_be_opened_with_the_key_beside_it(tmp_path: Path, backups: StoreBackups) -> None:
    assert backups.newest_day() is None
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]
    assert backups.newest_day() == DAY
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3


def test_a_later_copy_of_the_same_day_takes_the_place_of_the_earlier(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    backups.make(DAY)
    add(vault, 2)
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]
    assert total_in(tmp_path, "companion-2026-11-22.db") == 5


def test_a_fuller_copy_is_never_replaced_by_an_emptier_one(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups
) -> None:
    backups.make(DAY)
    with vault.writing():
        vault.opened().connection.execute("DELETE FROM check_in WHERE number = 1")
        vault.opened().connection.execute("UPDATE day_summary SET check_ins = 2")
    backups.make(DAY)
    assert copies(tmp_path) == ["companion-2026-11-22-2.db", "companion-2026-11-22.db", "key.json"]
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3
    assert total_in(tmp_path, "companion-2026-11-22-2.db") == 2


def test_a_copy_of_another_store_is_never_replaced(tmp_path: Path, backups: StoreBackups) -> None:
    other = SqliteVault(tmp_path / "other")
    other.close()
    (tmp_path / "store" / "backups").mkdir()
    shutil.copy(tmp_path / "other" / "companion.db", tmp_path / "store" / "backups" / "companion-2026-11-22.db")
    shutil.copy(tmp_path / "other" / "key.json", tmp_path / "store" / "backups" / "key.json")
    backups.make(DAY)
    own = f"key-{read_key(tmp_path / 'store').salt.hex()[:8]}.json"
    assert copies(tmp_path) == ["companion-2026-11-22-2.db", "companion-2026-11-22.db", own, "key.json"]


def test_a_copy_that_does_not_open_takes_nobodys_place(
    tmp_path: Path, vault: SqliteVault, backups: StoreBackups, monkeypatch: pytest.MonkeyPatch
) -> None:
    backups.make(DAY)
    add(vault, 1)
    copy_pages = copying._copy_pages

    def damaged(*values: object) -> None:
        copy_pages(*values)  # type: ignore[arg-type]
        draft = tmp_path / "store" / "backups" / "companion-2026-11-22.db.part"
        content = bytearray(draft.read_bytes())
        content[9000] ^= 1
        draft.write_bytes(content)

    monkeypatch.setattr(copying, "_copy_pages", damaged)
    with pytest.raises(UserError) as raised:
        backups.make(DAY)
    assert raised.value.trouble is Trouble.STORE_DAMAGED
    assert copies(tmp_path) == ["companion-2026-11-22.db", "key.json"]
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3


def test_others_write_while_a_copy_is_made(tmp_path: Path, vault: SqliteVault, backups: StoreBackups) -> None:
    other = a_vault(tmp_path)
    with other.writing() as store:
        backups.make(DAY)
        store.check_ins.add(a_check_in())
    assert total_in(tmp_path, "companion-2026-11-22.db") == 3


def test_a_locked_store_is_not_copied(tmp_path: Path, vault: SqliteVault, backups: StoreBackups) -> None:
    vault.lock()
    with pytest.raises(UserError) as raised:
        backups.make(DAY)
    assert raised.value.trouble is Trouble.LOCKED
    assert backups.newest_day() is None


def test_the_newest_day_is_found_among_other_files(tmp_path: Path, backups: StoreBackups) -> None:
    folder = tmp_path / "store" / "backups"
    folder.mkdir()
    for name in ("companion-2026-01-02.db", "companion-2026-03-01-2.db", "companion-x.db", "before-upgrade-1.db"):
        (folder / name).touch()
    assert backups.newest_day() == date(2026, 3, 1)


def test_a_copy_lost_with_its_key_does_not_touch_the_stores_own_key(tmp_path: Path, backups: StoreBackups) -> None:
    before = read_key(tmp_path / "store")
    backups.make(DAY)
    write_key(tmp_path / "store" / "backups", new_key())
    backups.make(DAY)
    assert read_key(tmp_path / "store") == before
