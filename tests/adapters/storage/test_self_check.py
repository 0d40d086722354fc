"""The self-check finds what is wrong, and finds nothing where all is well."""

import sys
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.key_file import new_key
from companion.adapters.storage.self_check import FindingState, check
from companion.adapters.storage.vault import SqliteVault
from tests.support.builders import a_check_in
from tests.support.store import a_vault

OK, WARN, FAIL = FindingState.OK, FindingState.WARN, FindingState.FAIL


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """A store with some pages, and a copy of it."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for _ in range(20):
            store.check_ins.add(a_check_in(note="x" * 3000))
    StoreBackups(tmp_path / "store", vault).make(date(2026, 11, 22))
    return vault


def not_ok(tmp_path: Path, vault: SqliteVault) -> dict[str, tuple[FindingState, str]]:
    findings = check(tmp_path / "store", vault)
    return {f.name: (f.state, f.detail) for f in findings if f.state is not OK}


def test_where_all_is_well_nothing_is_found(tmp_path: Path, vault: SqliteVault) -> None:
    assert not_ok(tmp_path, vault) == {}
    details = {finding.name: finding.detail for finding in check(tmp_path / "store", vault)}
    assert (details["store.check_ins"], details["backups.newest"]) == ("20", "2026-11-22")


def test_a_damaged_page_is_found(tmp_path: Path, vault: SqliteVault) -> None:
    vault.close()
    path = tmp_path / "store" / "companion.db"
    content = bytearray(path.read_bytes())
    content[len(content) - 2000] ^= 1
    path.write_bytes(content)
    found = not_ok(tmp_path, a_vault(tmp_path))
    assert FAIL in {state for state, _ in found.values()}


def test_a_wrong_summary_is_found(tmp_path: Path, vault: SqliteVault) -> None:
    with vault.writing():
        vault.opened().connection.execute("UPDATE day_summary SET scheduled = 9")
    assert not_ok(tmp_path, vault) == {"store.day_summary": (FAIL, "wrong")}


def test_key_files_that_differ_are_found(tmp_path: Path, vault: SqliteVault) -> None:
    (tmp_path / "store" / "key-copy.json").write_bytes(new_key().to_json())
    assert not_ok(tmp_path, vault) == {"key.copies": (WARN, "different")}


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of Unix")
def test_a_file_that_others_can_read_is_found(tmp_path: Path, vault: SqliteVault) -> None:
    (tmp_path / "store" / "key.json").chmod(0o644)
    assert not_ok(tmp_path, vault) == {"folder.private": (WARN, "key.json")}


def test_what_the_spool_could_not_read_is_found(tmp_path: Path, vault: SqliteVault) -> None:
    vault.lock()
    (tmp_path / "store" / "spool" / "000001.5.check-in.id.sealed").write_bytes(b"noise")
    (tmp_path / "store" / "spool" / "000001.5.check-in.id.sealed").chmod(0o600)
    vault.unlock()
    assert not_ok(tmp_path, vault) == {"spool.unreadable": (WARN, "1")}


def test_a_store_without_copies_is_found(tmp_path: Path) -> None:
    assert not_ok(tmp_path, a_vault(tmp_path)) == {"backups.newest": (WARN, "none")}


def test_while_locked_only_what_lies_beside_is_looked_at(tmp_path: Path, vault: SqliteVault) -> None:
    vault.lock()
    findings = {finding.name: finding for finding in check(tmp_path / "store", vault)}
    assert findings["store.open"].detail == "locked"
    assert "store.integrity" not in findings
    assert findings["key.file"].state is OK
