"""What can still be read of a damaged store: each part by itself, so that a bad page takes only its own with it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from companion.adapters.storage import facts
from companion.adapters.storage.kept_check_ins import KeptCheckIns
from companion.adapters.storage.kept_rows import ROWS, Row
from companion.adapters.storage.prompt_ledger import SqlitePromptLedger
from companion.adapters.storage.troubles import primary_code
from companion.application.parts import DayStart, Part, PartKind

if TYPE_CHECKING:
    from sqlite3 import Connection

    from companion.adapters.storage.vault import SqliteVault

AT_ONCE = 100
_ALONE = (PartKind.DAY_START, PartKind.PAUSE, PartKind.QUIET_HOURS)
_ENDS = "SELECT min(number), max(number) FROM check_in NOT INDEXED"
T = TypeVar("T")


class ReadableParts:
    """In place of `SqliteWholeStore` for an export. `lost` counts the parts that are known of and cannot be read.

    What nobody knows of any more, since the page that named it is bad as well, is not counted. The vault is one of
    its own: after every bad page it is opened anew, for SQLCipher reads nothing more on a connection that met one.
    """

    def __init__(self, vault: "SqliteVault") -> None:
        self._vault = vault
        self.lost = 0
        self._open()

    def parts(self, kind: PartKind) -> Iterator[Part]:
        """Every part of that kind that can be read, by its key; check-ins in the order in which they came."""
        if kind in _ALONE:
            yield from self._tried(lambda: self._only(kind)) or ()
            return
        keys = self._numbers() if kind is PartKind.CHECK_IN else self._keys(kind)
        for start_at in range(0, len(keys), AT_ONCE):
            yield from self._some(kind, keys[start_at : start_at + AT_ONCE])

    def _only(self, kind: PartKind) -> list[Part]:
        """What there is one of."""
        if kind is PartKind.DAY_START:
            return [DayStart(facts.day_start(self._connection))]
        return [ROWS[kind].part_of(row) for row in self._connection.execute(ROWS[kind].read).fetchall()]

    def _some(self, kind: PartKind, keys: Sequence[Row]) -> Iterator[Part]:
        found = self._tried(lambda: self._read(kind, keys))
        if found is not None:
            yield from found
            return
        for key in keys:
            alone = self._tried(lambda key=key: self._read(kind, [key]))  # type: ignore[misc]
            self.lost += alone is None
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

    def _numbers(self) -> list[Row]:
        """By an index if one is whole, else all from the first to the last that is known of."""
        known = list[Row]()
        if self._gathered("SELECT number FROM check_in ORDER BY id", known):
            return sorted(known)
        self._gathered("SELECT number FROM check_in ORDER BY id DESC", known)
        known += self._tried(lambda: self._connection.execute(_ENDS).fetchall()) or []
        numbers = [number for row in known for number in row]
        return [(number,) for number in range(min(numbers, default=0), max(numbers, default=-1) + 1)]

    def _keys(self, kind: PartKind) -> list[Row]:
        """From the first on, and where a page of the index is bad from the last back to there."""
        is_prompt = kind is PartKind.PROMPT
        names, table = ("id", "prompt") if is_prompt else (ROWS[kind].key, f"({ROWS[kind].read})")
        first = list[Row]()
        if self._gathered(f"SELECT {names} FROM {table} ORDER BY {names}", first):
            return first
        last = list[Row]()
        backwards = ", ".join(f"{name} DESC" for name in names.split(", "))
        self._gathered(f"SELECT {names} FROM {table} ORDER BY {backwards}", last)
        return sorted({*first, *last})

    def _gathered(self, query: str, keys: list[Row]) -> bool:
        """False if it did not come to its end; what came before that is in `keys`."""

        def gather() -> bool:
            keys.extend(self._connection.execute(query))
            return True

        return self._tried(gather) is True

    def _tried(self, read: Callable[[], T]) -> T | None:
        """None where a page is bad."""
        try:
            return read()
        except Exception as error:
            if not primary_code(error):
                raise
            self._vault.close()
            self._open()
            return None

    def _open(self) -> None:
        self._connection: Connection = self._vault.opened().connection
        self._check_ins = KeptCheckIns(self._connection)
        self._ledger = SqlitePromptLedger(self._connection)


class ReadableStore:
    """As much of a store as an export takes."""

    def __init__(self, whole: ReadableParts) -> None:
        self.whole = whole


@contextmanager
def what_can_be_read(vault: "SqliteVault") -> Iterator[ReadableStore]:
    """A look at what is left. Raises UserError if the store cannot be opened at all, or is locked."""
    own = vault.worker()
    try:
        yield ReadableStore(ReadableParts(own))
    finally:
        own.close()
