"""What can still be read of a damaged store: its rows are laid in a new one, from which it is exported as ever.

The new one is encrypted by a key that is kept nowhere, and is gone when the export is done. A row that lies on a bad
page is lost, and so is what stood in it; everything that belongs to it elsewhere comes along. Where the page that
names the imports is lost, check-ins of one that was just being taken out may come along: nobody can tell them.
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from companion.adapters.storage import facts
from companion.adapters.storage.damaged_rows import DamagedStore, DamagedTable, Table
from companion.adapters.storage.database import APPLICATION_ID, DRIVER, STORE_NAME, connect, salt_of
from companion.adapters.storage.kept_check_ins import KeptCheckIns
from companion.adapters.storage.kept_rows import ROWS, Row
from companion.adapters.storage.key_file import LockedKey, StoreKey, keys_of, new_key
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.adapters.storage.presence import come_in
from companion.adapters.storage.prompt_ledger import SqlitePromptLedger
from companion.adapters.storage.upgrade import steps_in, take_step
from companion.application.errors import Trouble, UserError
from companion.application.parts import DayStart, Part, PartKind
from companion.domain.errors import DomainError
from companion.domain.moment import START_OF_DAY
from companion.domain.secrets import SecretKind

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.domain.secrets import Secret

AT_ONCE = 100
_WRONG = {SecretKind.PASSPHRASE: Trouble.PASSPHRASE_WRONG, SecretKind.RECOVERY_CODE: Trouble.RECOVERY_CODE_WRONG}
_TABLES = "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'"
_COLUMNS = "SELECT name, pk FROM pragma_table_xinfo(?) WHERE hidden = 0"
_IS_NUMBERED = "SELECT wr = 0 FROM pragma_table_list WHERE schema = 'main' AND name = ?"
_NOT_COPIED = frozenset(
    {"day_summary", "counted_day", "changed_day", "worded_line", "unfinished_prompt", "draft", "repair_draft"}
)
"""What is made from the other tables, and what is not noted yet."""
_VERSIONS = "_version"
_BROKEN_ROW = (ValueError, TypeError, KeyError, IndexError, AssertionError, DomainError)
T = TypeVar("T")


class ReadableParts:
    """In place of `SqliteWholeStore` for an export.

    `lost` counts what is known of and cannot be read. What nobody knows of any more, since the page that named it is
    bad as well, is not counted: `is_whole` is False for that, too.
    """

    def __init__(self, connection: "Connection", *, lost: int, is_whole: bool) -> None:
        self._connection = connection
        self._check_ins = KeptCheckIns(connection)
        self._ledger = SqlitePromptLedger(connection)
        self.lost = lost
        self.is_whole = is_whole

    def parts(self, kind: PartKind) -> Iterator[Part]:
        """Every part of that kind that was read; check-ins in the order in which they came."""
        if kind is PartKind.DAY_START:
            yield from self._tried(lambda: [DayStart(facts.day_start(self._connection))]) or ()
            return
        keys = self._keys(kind)
        for start in range(0, len(keys), AT_ONCE):
            yield from self._some(kind, keys[start : start + AT_ONCE])

    def _keys(self, kind: PartKind) -> list[Row]:
        if kind is PartKind.CHECK_IN:
            return self._connection.execute("SELECT number FROM check_in ORDER BY number").fetchall()
        names, table = ("id", "prompt") if kind is PartKind.PROMPT else (ROWS[kind].key, _table_of(kind))
        return self._connection.execute(f"SELECT {names} FROM {table} ORDER BY {names}").fetchall()

    def _some(self, kind: PartKind, keys: Sequence[Row]) -> Iterator[Part]:
        found = self._tried(lambda: self._read(kind, keys))
        if found is not None:
            yield from found
            return
        for key in keys:
            alone = self._tried(lambda key=key: self._read(kind, [key]))  # type: ignore[misc]
            if alone is None:
                self.lost, self.is_whole = self.lost + 1, False
            yield from alone or ()

    def _read(self, kind: PartKind, keys: Sequence[Row]) -> list[Part]:
        if kind is PartKind.CHECK_IN:
            return list[Part](self._check_ins.numbered(keys[0][0], keys[-1][0]))
        if kind is PartKind.PROMPT:
            records = (self._ledger.record(prompt_id) for (prompt_id,) in keys)
            return [record for record in records if record is not None]
        rows = ROWS[kind]
        these = " AND ".join(f"{name} = ?" for name in rows.key.split(", "))
        found = [self._connection.execute(f"{rows.read} AND {these}", key).fetchone() for key in keys]
        return [rows.part_of(row) for row in found if row is not None]

    def _tried(self, read: Callable[[], T]) -> T | None:
        """None for what makes no sense without what was lost."""
        try:
            return read()
        except _BROKEN_ROW:
            return None


class ReadableStore:
    """As much of a store as an export takes."""

    def __init__(self, whole: ReadableParts) -> None:
        self.whole = whole


@contextmanager
def what_can_be_read(folder: Path, secret: "Secret | None" = None) -> Iterator[ReadableStore]:
    """What is left of the store of `folder`, which only has to have a key and a first page; it is not written to.

    Raises UserError: LOCKED if it takes a secret, PASSPHRASE_WRONG, RECOVERY_CODE_WRONG, KEY_MISSING, STORE_DAMAGED.
    """
    path = folder / STORE_NAME
    if not path.exists():
        raise UserError(Trouble.FILE_MISSING, path=str(path))
    presence, key = come_in(folder), _key(folder, secret)
    try:
        damaged = DamagedStore(path, key, DRIVER)
        try:
            with TemporaryDirectory(prefix="companion-") as place, _saved(damaged, Path(place)) as store:
                yield store
        finally:
            damaged.close()
    finally:
        presence.close()


@contextmanager
def _saved(damaged: DamagedStore, place: Path) -> Iterator[ReadableStore]:
    version = (damaged.tried("PRAGMA user_version") or [(0,)])[0][0]
    connection = _new_store(place / STORE_NAME, DRIVER, version)
    try:
        lost, is_whole = _copied(damaged, connection)
        for step in steps_in(OUR_STEPS):
            take_step(connection, step)  # those that the store had not taken yet
        yield ReadableStore(ReadableParts(connection, lost=lost, is_whole=is_whole))
    finally:
        connection.close()


def _new_store(path: Path, driver: ModuleType, version: int) -> "Connection":
    """An empty one of that version, which looks after nothing by itself."""
    if version > newest_step(OUR_STEPS):
        raise UserError(Trouble.STORE_NEWER, path=str(path))
    path.touch(0o600)
    connection = connect(path, new_key(), driver, any_thread=True)
    connection.executescript("PRAGMA synchronous = OFF; PRAGMA journal_mode = MEMORY; PRAGMA temp_store = MEMORY")
    for step in steps_in(OUR_STEPS):
        if step.number <= version:
            take_step(connection, step)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("INSERT INTO fact (name, value) VALUES ('day_start', ?)", (facts.text_of(START_OF_DAY),))
    return connection


def _copied(damaged: DamagedStore, connection: "Connection") -> tuple[int, bool]:
    """How many things could not be read, and whether everything could."""
    lost, is_whole = 0, True
    triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("BEGIN")
    for name, _sql in triggers:
        connection.execute(f"DROP TRIGGER {name}")
    for table in _tables(connection):
        reading = DamagedTable(damaged, table)
        _copy(reading, table, connection)
        if table.name.endswith(_VERSIONS) and reading.last_gap:
            # Each says only what another one later does not: behind a gap none can be put together for certain.
            connection.execute(f"DELETE FROM {table.name} WHERE number < ?", (reading.last_gap,))
        lost += reading.lost if table.name in _THINGS else 0
        is_whole = is_whole and reading.is_whole
    for _name, sql in triggers:
        connection.execute(sql)
    connection.execute("COMMIT")
    return lost, is_whole


def _copy(reading: DamagedTable, table: Table, connection: "Connection") -> None:
    names, places = ", ".join(table.columns), ", ".join("?" * len(table.columns))
    put = f"INSERT OR REPLACE INTO {table.name} ({names}) VALUES ({places})"
    for portion in reading.rows():
        connection.executemany(put, portion)


def _tables(connection: "Connection") -> list[Table]:
    """Those of the new store, whose plan is whole; not what they are searched and counted by."""
    virtual = [name for (name,) in connection.execute("SELECT name FROM pragma_table_list WHERE type = 'virtual'")]
    names = [name for (name,) in connection.execute(_TABLES) if name not in _NOT_COPIED]
    return [_table(connection, name) for name in names if not any(name.startswith(f"{other}_") for other in virtual)]


def _table(connection: "Connection", name: str) -> Table:
    found = connection.execute(_COLUMNS, (name,)).fetchall()
    (is_numbered,) = connection.execute(_IS_NUMBERED, (name,)).fetchone()
    key = sorted((place, column) for column, place in found if place)
    return Table(name, tuple(column for column, _place in found), () if is_numbered else tuple(c for _p, c in key))


def _table_of(kind: PartKind) -> str:
    """What its rows are read from, with the conditions under which they are the person's."""
    return f"({ROWS[kind].read})" if kind is PartKind.IMPORT else ROWS[kind].read.rpartition(" FROM ")[2].split()[0]


_THINGS = frozenset({"check_in", "prompt", *(_table_of(kind) for kind in ROWS if kind is not PartKind.IMPORT)})


def _key(folder: Path, secret: "Secret | None") -> StoreKey:
    """Of the two key files that one counts which fits the store."""
    kept = keys_of(folder, salt_of(folder / STORE_NAME))
    for key in kept:
        if isinstance(key, StoreKey):
            return key
        if secret is not None and (opened := _opened(key, secret)) is not None:
            return opened
    raise UserError(Trouble.LOCKED if secret is None else _WRONG[secret.kind])


def _opened(key: LockedKey, secret: "Secret") -> StoreKey | None:
    from companion.adapters.storage.key_slots import key_behind

    opened = key_behind(key.slots, secret, key.salt)
    return None if opened is None else StoreKey(opened, key.salt, key.slots)
