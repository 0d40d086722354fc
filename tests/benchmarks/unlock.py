"""How long unlocking takes beside the derivation that makes it slow on purpose, and opening beside no encryption."""

import os
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from companion.adapters.storage.database import DRIVER, connect
from companion.adapters.storage.key_file import new_key, read_key
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.key_slots import COST_TODAY, Cost
from companion.adapters.storage.rekeying import rewrite
from companion.adapters.storage.vault import SqliteVault
from companion.application.protection import OlderCopies
from companion.domain.secrets import typed_passphrase
from tests.benchmarks.measure import in_turn, report
from tests.benchmarks.store_of import folder_with

RUNS = 15
SIZES = (100, 1_000_000)
PASSPHRASE = typed_passphrase("lantern pebble orbit fennel")
FIRST_LOOK = "SELECT count(*) FROM sqlite_schema"


def unlock() -> None:
    """Unlocking, opening, writing anew and wrong tries, in a small store and a large one."""
    for size in SIZES:
        with tempfile.TemporaryDirectory() as place:
            folder = Path(place) / "store"
            shutil.copytree(folder_with(size), folder)
            _open_against_plain(folder, size)
            _writing_anew(folder, size)
            _unlock_against_derivation(folder, size)


def _unlock_against_derivation(folder: Path, size: int) -> None:
    vault = SqliteVault(folder)
    keeper = FileKeyKeeper(folder, vault)
    key = keeper.take_open()
    vault.lock()
    protected, _rewritten = key.protect(PASSPHRASE, OlderCopies.DELETE)
    protected.unlock()

    def unlocked() -> None:
        vault.lock()
        keeper.take(PASSPHRASE).unlock()

    rows = (("Argon2id alone", _timed(lambda: _derived(COST_TODAY))), ("lock, then unlock", _timed(unlocked)))
    report(f"unlocking, {size:,} check-ins", in_turn(RUNS, *rows))
    vault.close()


def _open_against_plain(folder: Path, size: int) -> None:
    """The same pages, opened and asked one question."""
    key, plain = read_key(folder), folder / "plain.db"
    connection = connect(folder / "companion.db", key, DRIVER)
    connection.execute(f"ATTACH DATABASE '{plain}' AS plain KEY ''")
    connection.execute("SELECT sqlcipher_export('plain')").fetchall()
    connection.close()

    def encrypted() -> None:
        opened = connect(folder / "companion.db", key, DRIVER)
        opened.execute(FIRST_LOOK).fetchone()
        opened.close()

    def bare() -> None:
        opened = sqlite3.connect(plain)
        opened.execute(FIRST_LOOK).fetchone()
        opened.close()

    def whole() -> None:
        SqliteVault(folder).close()

    rows = (
        ("not encrypted, sqlite3", _timed(bare)),
        ("with a raw key", _timed(encrypted)),
        ("the vault: key, checks, facts", _timed(whole)),
    )
    report(f"opening, {size:,} check-ins", in_turn(4 * RUNS, *rows))
    plain.unlink()


def _writing_anew(folder: Path, size: int) -> None:
    copy = folder.with_name("copy.db")

    def copied() -> None:
        shutil.copyfile(folder / "companion.db", copy)
        with open(copy, "rb") as file:
            os.fsync(file.fileno())

    def rewritten() -> None:
        rewrite(folder, read_key(folder), new_key(), DRIVER)

    megabytes = (folder / "companion.db").stat().st_size >> 20
    rows = (("copying the file", _timed(copied)), ("writing it anew, checked", _timed(rewritten)))
    report(f"a new key, {size:,} check-ins, {megabytes} MiB", in_turn(3, *rows))
    copy.unlink()


def _derived(cost: Cost) -> None:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    salt = os.urandom(16)
    Argon2id(salt=salt, length=32, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib).derive(
        PASSPHRASE.content
    )


def _timed(call: Callable[[], object]) -> Callable[[], float]:
    def run() -> float:
        start = time.perf_counter()
        call()
        return (time.perf_counter() - start) * 1000

    return run
