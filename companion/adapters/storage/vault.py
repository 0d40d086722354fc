"""The vault: the only door to the store, locked or unlocked."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

from companion.adapters.storage.beside import is_protected, pieces_wait
from companion.adapters.storage.database import DRIVER
from companion.adapters.storage.opened import OpenedStore, open_store
from companion.adapters.storage.pace import begin_writing
from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.troubles import told_kindly
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import time
    from sqlite3 import Connection

    from companion.adapters.storage.carrying_in import SqliteCarryingIn
    from companion.adapters.storage.check_in_import import CheckInImport
    from companion.adapters.storage.key_file import StoreKey
    from companion.application.vault_ports import Intake
    from companion.domain.moment import Moment


class SqliteVault:
    """The store of one folder over one connection, for one thread.

    Unless it starts locked, as it does where there is a passphrase, the store is opened at once, so that what is
    wrong with it is raised here (UserError). One made `beside` another has its own connection, for the worker: it
    opens on first use, is locked when the other is, and may be closed from any thread once its work is over.
    `upgrading` is called before the store is brought up to date, where that takes a while.
    """

    def __init__(
        self,
        folder: Path,
        *,
        start_locked: bool = False,
        driver: ModuleType = DRIVER,
        beside: "SqliteVault | None" = None,
        upgrading: "Callable[[], object] | None" = None,
    ) -> None:
        self._folder = folder
        self._upgrading = upgrading
        self._driver = driver
        self._beside = beside
        self._is_locked = start_locked or (beside is None and is_protected(folder))
        self._key: StoreKey | None = None
        self._opened: OpenedStore | None = None
        self._is_in_use = False
        self._seen_version = 0
        if not self._is_locked and beside is None:
            self._opened_store()

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""
        return self._is_locked if self._beside is None else self._beside.is_locked

    def worker(self) -> "SqliteVault":
        """A second vault with its own connection, for another thread."""
        return SqliteVault(self._folder, driver=self._driver, beside=self)

    def reading(self) -> AbstractContextManager[SqliteStore]:
        """The store for one consistent look. Raises UserError(LOCKED) while locked."""
        return self._look()

    @contextmanager
    def writing(self) -> Iterator[SqliteStore]:
        """The store in one transaction: durable when the block ends, undone if it raises.

        Raises UserError(LOCKED) while locked, and UserError for a full or failing disk, or one for reading only.
        """
        if self._opened_store().presence.may_only_read:
            raise UserError(Trouble.STORE_READ_ONLY)
        with self._transaction(begin_writing) as store:
            yield store
        store.deletions.empty_log(self._driver)

    @contextmanager
    def taking_in(self) -> Iterator["Intake"]:
        """What can be noted in both states, in one durable step: the store, or while locked the sealed spool."""
        if self.is_locked:
            from companion.adapters.storage.locked_intake import into_spool

            with into_spool(self._folder) as intake:
                yield intake
        else:
            with self.writing() as store:
                yield store

    def importing(self, source: str) -> "CheckInImport":
        """Begins an import of that kind of source. Raises UserError: LOCKED, or STORE_BUSY while another one runs."""
        from companion.adapters.storage.check_in_import import CheckInImport

        opened = self._opened_store()
        return CheckInImport(self._folder, opened.connection, self.writing, source)

    def carrying_in(self, at: "Moment") -> "SqliteCarryingIn":
        """Begins to bring in what another store keeps. Raises UserError: LOCKED, or STORE_BUSY beside an import."""
        from companion.adapters.storage.carrying_in import SqliteCarryingIn

        return SqliteCarryingIn(self._folder, self._opened_store().connection, self.writing, at)

    def remove_unfinished_imports(self) -> None:
        """Takes out what interrupted imports left, and brings completed ones to their end; not one that runs."""
        from companion.adapters.storage.unfinished_imports import settle

        settle(self._folder, self._opened_store().connection, self.writing)

    def hide_import(self, import_id: str) -> None:
        """Nothing of that import is seen from now on; `wipe_hidden_imports` leaves nothing of it.

        Raises UserError: LOCKED, or STORE_BUSY while an import runs.
        """
        from companion.adapters.storage.unfinished_imports import alone

        with alone(self._folder, self._opened_store().connection, self.writing), self.writing() as store:
            store.imports.hide(import_id)

    def wipe_hidden_imports(self) -> bool:
        """Wipes hidden imports for a moment; False if there is more to wipe."""
        from companion.adapters.storage.unfinished_imports import wipe_some

        return wipe_some(self._folder, self._opened_store().connection, self.writing)

    def begin_days_at(self, day_start: "time") -> None:
        """From now on days begin then, wholly or not at all; nobody who saves meanwhile waits for more than a moment.

        Reads every check-in: seconds with 1,000,000. Raises UserError: LOCKED, or STORE_BUSY while an import runs.
        """
        from companion.adapters.storage.day_boundary import begin_days_at
        from companion.adapters.storage.files import held_alone
        from companion.adapters.storage.unfinished_imports import LOCK_NAME

        connection = self._opened_store().connection
        with held_alone(self._folder / LOCK_NAME, wait=False) as is_alone, told_kindly(self._driver):
            if not is_alone:
                raise UserError(Trouble.STORE_BUSY)
            begin_days_at(connection, self.writing, day_start)

    def changed_elsewhere(self) -> bool:
        """True if another connection, of another process or the worker, wrote since the last call.

        What another process noted without being able to open the store is brought in first.
        """
        if self.is_locked:
            return False
        opened = self._opened_store()
        if self._beside is None and pieces_wait(self._folder):
            self._take_in_pieces(opened)
            return True
        before, self._seen_version = self._seen_version, self._data_version(opened)
        return self._seen_version != before

    def lock(self) -> None:
        """Closes the store; from now on only `taking_in` works. Always locks: where the spool's key cannot be laid
        out, on a full disk for instance, nothing can be noted until unlocking.
        """
        if self._is_locked:
            return
        try:
            with suppress(UserError):
                self._make_spool_ready(self._opened_store())
        finally:
            self.close()
            self._is_locked = True
            self._key = None

    def unlock(self, key: "StoreKey | None" = None) -> None:
        """Opens the store and brings in what was noted meanwhile; stays locked if it raises UserError.

        `key` is needed where there is a passphrase. A store that is open goes on with it: its slots are others now.
        """
        if not self._is_locked:
            if key is not None:
                self._go_on_with(key)
            return
        self._is_locked, self._key = False, key
        try:
            opened = self._opened_store()
            if opened.key.is_protected:
                self._make_spool_ready(opened)
        except BaseException:
            self.close()
            self._is_locked, self._key = True, None
            raise

    def close(self) -> None:
        """Leaves a single file behind, if nobody else has it open. Using the vault again opens it anew."""
        opened, self._opened = self._opened, None
        if opened is not None:
            opened.close()

    def opened(self) -> OpenedStore:
        """The open store with its connection, for the copies and the self-check. Raises UserError(LOCKED)."""
        return self._opened_store()

    @contextmanager
    def _look(self) -> Iterator[SqliteStore]:
        with self._transaction(_begin_reading) as store:
            connection = self._opened_store().connection
            before = connection.total_changes
            yield store
            if connection.total_changes != before:
                raise RuntimeError("something was written while the store was open for reading only")

    @contextmanager
    def _transaction(self, begin: "Callable[[Connection], object]") -> Iterator[SqliteStore]:
        if self._is_in_use:
            raise RuntimeError("the store is in use already: one block inside another")
        opened = self._opened_store()
        self._is_in_use = True
        try:
            with told_kindly(self._driver):
                begin(opened.connection)
                try:
                    yield opened.store
                    opened.connection.execute("COMMIT")
                finally:
                    if opened.connection.in_transaction:
                        opened.connection.execute("ROLLBACK")
        except UserError as error:
            if error.trouble is Trouble.STORE_DAMAGED:
                self.close()  # SQLCipher reads nothing more on a connection that has met a bad page
            raise
        finally:
            self._is_in_use = False

    def _opened_store(self) -> OpenedStore:
        if self.is_locked:
            self.close()
            raise UserError(Trouble.LOCKED)
        if self._opened is None:
            self._open()
        assert self._opened is not None
        return self._opened

    def _open(self) -> None:
        held = self._key if self._beside is None else self._beside._key
        opened = open_store(
            self._folder, self._driver, any_thread=self._beside is not None, held=held, upgrading=self._upgrading
        )
        self._opened = opened
        self._seen_version = self._data_version(opened)
        if self._beside is None and pieces_wait(self._folder):
            self._take_in_pieces(opened)

    def _go_on_with(self, key: "StoreKey") -> None:
        self._key = key
        if self._opened is not None:
            self._opened = replace(self._opened, key=key)

    def _make_spool_ready(self, opened: OpenedStore) -> None:
        """A program that ends without locking can be locked at its next start all the same."""
        from companion.adapters.storage.spool import Spool

        with suppress(UserError):
            Spool(self._folder).make_ready(opened.facts.spool_key)

    def _take_in_pieces(self, opened: OpenedStore) -> None:
        from companion.adapters.storage.draining import drain

        try:
            drain(self._folder, opened.facts.spool_keys, self.writing)
        except BaseException:
            self.close()
            raise

    def _data_version(self, opened: OpenedStore) -> int:
        with told_kindly(self._driver):
            return int(opened.connection.execute("PRAGMA data_version").fetchone()[0])


def _begin_reading(connection: "Connection") -> None:
    connection.execute("BEGIN")
