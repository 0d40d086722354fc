"""The rows of a damaged store, table by table: what lies on a bad page is passed over, everything else is read."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.adapters.storage.database import connect
from companion.adapters.storage.key_file import StoreKey
from companion.adapters.storage.troubles import CORRUPT, IOERR, NOTADB, primary_code
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from sqlite3 import Connection

AT_ONCE = 256
_BAD_PAGE = frozenset({CORRUPT, NOTADB, IOERR})
_FARTHEST = 2**40  # rows; no notebook has so many
Row = tuple[Any, ...]


class Table(NamedTuple):
    """A table by its name, its columns, and those of its primary key where that stands in place of numbered rows."""

    name: str
    columns: tuple[str, ...]
    key: tuple[str, ...] = ()


class DamagedStore:
    """A connection for reading, made anew after every bad page: SQLCipher reads no more on one that met any."""

    def __init__(self, path: Path, key: StoreKey, driver: ModuleType) -> None:
        self._path, self._key, self._driver = path, key, driver
        self._connection = self._connected()

    def tried(self, query: str, values: Sequence[object] = ()) -> list[Row] | None:
        """What a query finds; None if a page that it takes is bad."""
        try:
            return self._connection.execute(query, values).fetchall()
        except self._driver.Error as error:
            if primary_code(error) not in _BAD_PAGE:
                raise
        self._connection.close()
        self._connection = self._connected()
        return None

    def close(self) -> None:
        """Reads no more."""
        self._connection.close()

    def _connected(self) -> "Connection":
        """Raises UserError(STORE_DAMAGED) if not even the pages that say which tables there are can be read."""
        connection = connect(self._path, self._key, self._driver, any_thread=True)
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except self._driver.Error as error:
            connection.close()
            raise UserError(Trouble.STORE_DAMAGED, data_is_safe=False, path=str(self._path)) from error
        return connection


class DamagedTable:
    """One table. After `rows`, `lost` says how many of those that are known of could not be read, `is_whole` whether
    no bad page was met, and `last_gap` behind which number of a row all were read.
    """

    def __init__(self, store: DamagedStore, table: Table) -> None:
        self._store = store
        self._table = table
        self._columns = ", ".join(table.columns)
        self.lost = 0
        self.is_whole = True
        self.last_gap = 0

    def rows(self) -> Iterator[list[Row]]:
        """Portions of the rows that can be read, each row once."""
        count = 0
        for portion in self._by_key() if self._table.key else self._by_number():
            count += len(portion)
            yield portion
        if not self.is_whole:
            known = self._store.tried(f"SELECT count(*) FROM {self._table.name}")  # by an index, if there is one
            self.lost = max(0, known[0][0] - count) if known else 0

    def _by_number(self) -> Iterator[list[Row]]:
        where = "NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT ?"
        query = f"SELECT rowid, {self._columns} FROM {self._table.name} {where}"
        number, size = 0, AT_ONCE
        while True:
            found = self._store.tried(query, (number, size))
            if found:
                number = found[-1][0] + 1
                yield [row[1:] for row in found]
            elif found is not None:
                return
            elif size > 1:
                size //= 2
            else:
                self.is_whole = False
                self.last_gap = number = self._behind(number)
                if number >= _FARTHEST:
                    return
                size = AT_ONCE

    def _behind(self, bad: int) -> int:
        """The first number from which on something can be read again, or _FARTHEST."""
        step = 1
        while step < _FARTHEST and not self._leads_on(bad + step):
            step *= 2
        if step >= _FARTHEST:
            return _FARTHEST
        below, good = bad + step // 2, bad + step
        while good - below > 1:
            middle = (below + good) // 2
            if self._leads_on(middle):
                good = middle
            else:
                below = middle
        return good

    def _leads_on(self, number: int) -> bool:
        query = f"SELECT {self._columns} FROM {self._table.name} NOT INDEXED WHERE rowid >= ? ORDER BY rowid LIMIT 1"
        return self._store.tried(query, (number,)) is not None

    def _by_key(self) -> Iterator[list[Row]]:
        """From the first on, and where a page is bad from the last back to there."""
        seen = set[Row]()
        for order in ("ASC", "DESC"):
            for portion in self._towards(order):
                new = [row for row in portion if self._key_of(row) not in seen]
                seen.update(map(self._key_of, new))
                yield new
            if self.is_whole:
                return

    def _towards(self, order: str) -> Iterator[list[Row]]:
        names, places = ", ".join(self._table.key), ", ".join("?" * len(self._table.key))
        ordered = ", ".join(f"{name} {order}" for name in self._table.key)
        further = f"WHERE ({names}) {'>' if order == 'ASC' else '<'} ({places})"
        last: Row = ()
        size = AT_ONCE
        while True:
            query = (
                f"SELECT {self._columns} FROM {self._table.name} {further if last else ''} ORDER BY {ordered} LIMIT ?"
            )
            found = self._store.tried(query, (*last, size))
            if found:
                last = self._key_of(found[-1])
                yield found
            elif found is not None:
                return
            elif size > 1:
                size //= 2
            else:
                self.is_whole = False
                return

    def _key_of(self, row: Row) -> Row:
        return tuple(row[self._table.columns.index(name)] for name in self._table.key)
