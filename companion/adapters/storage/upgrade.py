"""Brings a store to the newest version: numbered steps, each in one transaction together with its number."""

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage import beside
from companion.adapters.storage.copying import copy_store
from companion.adapters.storage.database import APPLICATION_ID, DRIVER, STORE_NAME, connect, version_of
from companion.adapters.storage.files import held_alone, make_private_folder
from companion.adapters.storage.key_file import StoreKey, lay_beside_copies
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

BACKUPS = beside.BACKUPS
LOCK_NAME = "companion.lock"
TAKES_TIME_BYTES = 20_000_000


@dataclass(frozen=True, slots=True)
class Step:
    """One numbered file of statements."""

    number: int
    path: Path

    def statements(self) -> Iterator[str]:
        """Its statements, one after another."""
        gathered = ""
        for line in self.path.read_text("utf-8").splitlines(keepends=True):
            gathered += line
            if DRIVER.complete_statement(gathered):
                yield gathered
                gathered = ""
        if gathered.strip():
            yield gathered


def steps_in(folder: Path) -> list[Step]:
    """The steps of a folder, in order."""
    return [Step(int(path.name[:4]), path) for path in sorted(folder.glob("[0-9][0-9][0-9][0-9]_*.sql"))]


def take_step(connection: "Connection", step: Step) -> None:
    """Takes one step, whole or not at all, unless it was taken."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        if version_of(connection) < step.number:
            for statement in step.statements():
                connection.execute(statement)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {step.number}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


def upgrade(connection: "Connection", folder: Path, key: StoreKey, steps_folder: Path, driver: ModuleType) -> None:
    """Takes every step the store has not taken, after a copy of it was kept.

    Raises UserError(UPGRADE_FAILED) and leaves the store as it was if a step is impossible.
    """
    steps = steps_in(steps_folder)
    make_private_folder(folder / BACKUPS)
    with held_alone(folder / LOCK_NAME, wait=True):
        before = version_of(connection)
        if before == steps[-1].number:
            return
        kept = folder / BACKUPS / f"before-upgrade-{before}.db"
        lay_beside_copies(kept.parent, key)
        copy_store(connection, key, kept, driver)
        try:
            for step in steps:
                take_step(connection, step)
        except driver.Error as error:
            if version_of(connection) != before:
                _put_back(kept, key, connection, driver)
            raise UserError(Trouble.UPGRADE_FAILED, store_version=before, path=str(kept)) from error
        # A step that rewrites every row leaves a log half as large as the store, which a save would have to bring in.
        with suppress(driver.Error):
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def takes_time(folder: Path) -> bool:
    """True if the store of that folder is so large that an upgrade keeps the person waiting: a second or more."""
    return (folder / STORE_NAME).stat().st_size > TAKES_TIME_BYTES


def _put_back(kept: Path, key: StoreKey, connection: "Connection", driver: ModuleType) -> None:
    copy = connect(kept, key, driver)
    try:
        copy.backup(connection)
    finally:
        copy.close()
