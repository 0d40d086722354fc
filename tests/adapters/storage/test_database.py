"""Opening: what is not ours, not whole, not encrypted or too new is refused, and its file is left as it was."""

import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.adapters.storage.database import connect
from companion.adapters.storage.key_file import new_key, read_key, write_key
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from tests.support.builders import a_check_in
from tests.support.store import a_vault

ROOT = Path(__file__).parents[3]
WITHOUT_RIGHTS = """
import os, sys
from pathlib import Path
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import UserError
import companion.adapters.storage.creation

if os.getuid() == 0:
    os.setuid(65534)
try:
    SqliteVault(Path(sys.argv[1])).writing().__enter__()
except UserError as error:
    print(error.trouble.value)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with a closed store of many pages, none of them free."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for _ in range(50):
            store.check_ins.add(a_check_in(note="x" * 2000))
    vault.opened().connection.execute("VACUUM")
    vault.close()
    return tmp_path / "store"


def refusal(folder: Path) -> UserError:
    """Opens the store, which must be refused and stay as it is."""
    path = folder / "companion.db"
    before = path.read_bytes()
    with pytest.raises(UserError) as raised:
        read_everything(SqliteVault(folder))
    assert path.read_bytes() == before
    assert sorted(p.name for p in folder.glob("companion.db-*")) == []
    return raised.value


def read_everything(vault: SqliteVault) -> None:
    try:
        with vault.reading() as store:
            store.check_ins.between(None, None)
            vault.opened().connection.execute("PRAGMA quick_check").fetchall()
    finally:
        vault.close()


def with_key_of(folder: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    connection = connect(folder / "companion.db", read_key(folder), driver=sys.modules["sqlcipher3.dbapi2"])
    change(connection)
    connection.close()


def test_the_head_of_the_file_is_not_that_of_a_plain_database(folder: Path) -> None:
    assert not (folder / "companion.db").read_bytes().startswith(b"SQLite format 3\0")


def test_a_plain_database_is_not_ours(folder: Path) -> None:
    (folder / "companion.db").unlink()
    plain = sqlite3.connect(folder / "companion.db")
    plain.execute("CREATE TABLE check_in (id)")
    plain.commit()
    plain.close()
    assert refusal(folder).trouble is Trouble.STORE_NOT_OURS


@pytest.mark.parametrize("content", [b"hello\n", "Grüße\n".encode() * 4000])
def test_a_text_file_is_not_ours(folder: Path, content: bytes) -> None:
    (folder / "companion.db").write_bytes(content)
    assert refusal(folder).trouble is Trouble.STORE_NOT_OURS


def test_a_picture_is_not_ours(folder: Path) -> None:
    (folder / "companion.db").write_bytes(b"\x89PNG\r\n\x1a\n" + os.urandom(9001))
    assert refusal(folder).trouble is Trouble.STORE_NOT_OURS


def test_an_encrypted_database_of_another_program_is_not_ours(folder: Path) -> None:
    with_key_of(folder, lambda connection: connection.execute("PRAGMA application_id = 1"))
    assert refusal(folder).trouble is Trouble.STORE_NOT_OURS


def test_a_store_of_a_newer_program_is_refused_with_both_versions(folder: Path) -> None:
    with_key_of(folder, lambda connection: connection.execute("PRAGMA user_version = 4711"))
    error = refusal(folder)
    assert error.trouble is Trouble.STORE_NEWER
    assert (error.facts["store_version"], error.facts["program_version"]) == (4711, newest_step(OUR_STEPS))


def test_the_key_of_another_store_is_told_from_damage(folder: Path) -> None:
    write_key(folder, new_key())
    assert refusal(folder).trouble is Trouble.KEY_WRONG


@pytest.mark.parametrize("place", [100, 5000, -3000], ids=["first page", "second page", "last page"])
def test_one_changed_bit_is_damage(folder: Path, place: int) -> None:
    path = folder / "companion.db"
    content = bytearray(path.read_bytes())
    content[place] ^= 1
    path.write_bytes(content)
    error = refusal(folder)
    assert (error.trouble, error.data_is_safe) == (Trouble.STORE_DAMAGED, False)


def test_a_store_that_was_cut_short_is_damaged(folder: Path) -> None:
    path = folder / "companion.db"
    path.write_bytes(path.read_bytes()[: 4096 * 7 + 100])
    assert refusal(folder).trouble is Trouble.STORE_DAMAGED


def test_an_empty_file_is_damage_and_not_a_fresh_start(folder: Path) -> None:
    (folder / "companion.db").write_bytes(b"")
    assert refusal(folder).trouble is Trouble.STORE_DAMAGED


def test_a_store_without_any_key_is_refused(folder: Path) -> None:
    for name in ("key.json", "key-copy.json"):
        (folder / name).unlink()
    assert refusal(folder).trouble is Trouble.KEY_MISSING
    assert not (folder / "key.json").exists()


def test_a_driver_that_ignores_the_key_is_refused_for_an_existing_store(folder: Path) -> None:
    before = (folder / "companion.db").read_bytes()
    with pytest.raises(UserError) as raised:
        SqliteVault(folder, driver=sqlite3)
    assert raised.value.trouble is Trouble.STORE_NOT_ENCRYPTED
    assert (folder / "companion.db").read_bytes() == before


def test_a_driver_that_ignores_the_key_makes_no_store(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        SqliteVault(tmp_path / "store", driver=sqlite3)
    assert raised.value.trouble is Trouble.STORE_NOT_ENCRYPTED
    assert [p.name for p in (tmp_path / "store").iterdir() if p.suffix in (".db", ".new", ".json")] == []


def test_a_driver_that_only_claims_to_encrypt_makes_no_store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    class Claims(sqlite3.Connection):
        def execute(self, sql: str, *values: object) -> sqlite3.Cursor:
            return super().execute("SELECT '4.19'" if sql == "PRAGMA cipher_version" else sql, *values)  # type: ignore[arg-type]

    plain_connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda *a, **k: plain_connect(*a, **k, factory=Claims))
    with pytest.raises(UserError) as raised:
        SqliteVault(tmp_path / "store", driver=sqlite3)
    assert raised.value.trouble is Trouble.STORE_NOT_ENCRYPTED
    assert [p.name for p in (tmp_path / "store").iterdir() if p.suffix in (".db", ".new", ".json")] == []


def test_a_full_disk_is_told_and_loses_nothing(folder: Path) -> None:
    vault = SqliteVault(folder)
    pages = vault.opened().connection.execute("PRAGMA page_count").fetchone()[0]
    vault.opened().connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(UserError) as raised, vault.writing() as store:
        store.check_ins.add(a_check_in(note="y" * 60_000))
    assert (raised.value.trouble, raised.value.data_is_safe) == (Trouble.DISK_FULL, True)
    with vault.reading() as store:
        assert store.days.total() == 50


def test_a_store_that_others_hold_for_too_long_is_busy(folder: Path) -> None:
    vault, other = SqliteVault(folder), SqliteVault(folder)
    vault.opened().connection.execute("PRAGMA busy_timeout = 10")
    with other.writing(), pytest.raises(UserError) as raised, vault.writing():
        pass
    assert raised.value.trouble is Trouble.STORE_BUSY


def test_waiting_for_others_lasts_five_seconds_by_default(folder: Path) -> None:
    assert SqliteVault(folder).opened().connection.execute("PRAGMA busy_timeout").fetchone() == (5000,)


def test_every_connection_is_durable_and_careful(folder: Path) -> None:
    connection = SqliteVault(folder).opened().connection
    wanted = {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1, "secure_delete": 1, "temp_store": 2}
    assert {name: connection.execute(f"PRAGMA {name}").fetchone()[0] for name in wanted} == wanted


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of Unix")
@pytest.mark.parametrize(
    ("mode", "trouble"), [(0o555, Trouble.STORE_READ_ONLY), (0o000, Trouble.FOLDER_UNWRITABLE)], ids=["555", "000"]
)
def test_a_folder_that_may_not_be_written_or_entered_is_told(folder: Path, mode: int, trouble: Trouble) -> None:
    """As a person without rights, also where the tests run as root."""
    place = Path(tempfile.mkdtemp())
    try:
        for path in folder.iterdir():
            shutil.copy(path, place / path.name)
            (place / path.name).chmod(0o444)
        place.chmod(mode)
        command = [sys.executable, "-c", WITHOUT_RIGHTS, str(place)]
        told = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True)
    finally:
        place.chmod(0o755)
        shutil.rmtree(place)
    assert told.stdout.strip() == trouble.value


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("here I am")
    with pytest.raises(UserError) as raised:
        a_vault(tmp_path)
    assert raised.value.trouble is Trouble.FOLDER_UNWRITABLE
