"""The vault: the only door to the store, locked or unlocked."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from types import ModuleType

from companion.adapters.storage.database import DRIVER
from companion.adapters.storage.opened import OpenedStore, open_store
from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.troubles import told_kindly
from companion.application.errors import Trouble, UserError
from companion.application.ports import Intake


class SqliteVault:
    """The store of one folder over one connection, for one thread.

    Unless it starts locked, the store is opened at once, so that what is wrong with it is raised here (UserError).
    """

    def __init__(self, folder: Path, *, start_locked: bool = False, driver: ModuleType = DRIVER) -> None:
        self._folder = folder
        self._driver = driver
        self._is_locked = start_locked
        self._opened: OpenedStore | None = None
        self._is_in_use = False
        self._seen_version = 0
        if not start_locked:
            self._opened_store()

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._is_locked

    def reading(self) -> AbstractContextManager[SqliteStore]:
        """The store for one consistent look. Raises UserError(LOCKED) while locked."""
        return self._look()

    def writing(self) -> AbstractContextManager[SqliteStore]:
        """The store in one transaction: durable when the block ends, undone if it raises.

        Raises UserError(LOCKED) while locked, and UserError for a full or failing disk.
        """
        return self._transaction("BEGIN IMMEDIATE")

    @contextmanager
    def taking_in(self) -> Iterator[Intake]:
        """What can be noted in both states, in one durable step: the store, or while locked the sealed spool."""
        with self.writing() as store:
            yield store

    def changed_elsewhere(self) -> bool:
        """True if another connection wrote since the last call."""
        if self._is_locked:
            return False
        before, self._seen_version = self._seen_version, self._data_version(self._opened_store())
        return self._seen_version != before

    def close(self) -> None:
        """Leaves a single file behind, if nobody else has it open. Using the vault again opens it anew."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.connection.close()

    @contextmanager
    def _look(self) -> Iterator[SqliteStore]:
        with self._transaction("BEGIN") as store:
            opened = self._opened_store()
            before = opened.connection.total_changes
            yield store
            if opened.connection.total_changes != before:
                raise RuntimeError("something was written while the store was open for reading only")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[SqliteStore]:
        if self._is_in_use:
            raise RuntimeError("the store is in use already: one block inside another")
        opened = self._opened_store()
        self._is_in_use = True
        try:
            with told_kindly(self._driver):
                opened.connection.execute(begin)
                try:
                    yield opened.store
                    opened.connection.execute("COMMIT")
                finally:
                    if opened.connection.in_transaction:
                        opened.connection.execute("ROLLBACK")
        finally:
            self._is_in_use = False

    def _opened_store(self) -> OpenedStore:
        if self._is_locked:
            raise UserError(Trouble.LOCKED)
        if self._opened is None:
            self._opened = open_store(self._folder, self._driver)
            self._seen_version = self._data_version(self._opened)
        return self._opened

    def _data_version(self, opened: OpenedStore) -> int:
        with told_kindly(self._driver):
            return int(opened.connection.execute("PRAGMA data_version").fetchone()[0])
