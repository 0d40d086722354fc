"""Check-ins with everything that is kept of them, read in the order of their ids however many there are."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.check_in_rows import COLUMNS, from_columns
from companion.adapters.storage.check_in_versions import CheckInVersions
from companion.adapters.storage.day_summaries import VISIBLE
from companion.adapters.storage.kept_rows import CARRIED
from companion.adapters.storage.rows import instant
from companion.application.parts import Arrival, KeptCheckIn

if TYPE_CHECKING:
    from sqlite3 import Connection

_HAS_VERSIONS = "EXISTS (SELECT 1 FROM check_in_version WHERE check_in_version.check_in = check_in.number)"
_KEPT = "updated_us, deleted_us, import_number, import_key, imported_us"
_SOURCE = "(SELECT content FROM import_source WHERE import_source.check_in = check_in.number)"
_SELECT = f"SELECT {COLUMNS}, {_KEPT}, {_SOURCE}, {_HAS_VERSIONS} FROM check_in WHERE {VISIBLE}"
ALL = f"{_SELECT} ORDER BY id"
_BATCHES = f"SELECT number, id FROM import_batch WHERE source <> '{CARRIED}'"
# In two halves, each by its own index.
HAS_KEY = """
SELECT 1 FROM check_in WHERE experienced_us IN (?2, ?3) AND import_key = ?1
UNION ALL SELECT 1 FROM check_in WHERE imported_us IN (?2, ?3) AND import_key = ?1
"""


class KeptCheckIns:
    """Also those that were taken back. What an unfinished import brought is not there yet."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._versions = CheckInVersions(connection)

    def all(self) -> Iterator[KeptCheckIn]:
        """All of them, by id."""
        batches = self._batches()
        for row in self._connection.execute(ALL):
            yield self._kept(row, batches)

    def of_ids(self, ids: Sequence[str]) -> dict[str, KeptCheckIn]:
        """Those with these ids."""
        query = f"{_SELECT} AND id IN ({', '.join('?' * len(ids))})"
        batches = self._batches()
        kept = [self._kept(row, batches) for row in self._connection.execute(query, ids).fetchall()]
        return {each.check_in.id: each for each in kept}

    def numbered(self, first: int, last: int) -> list[KeptCheckIn]:
        """Those with these numbers, which is how they lie in the store: no index is needed to find them."""
        batches = self._batches()
        query = f"{_SELECT} AND check_in.number BETWEEN ? AND ? ORDER BY check_in.number"
        return [self._kept(row, batches) for row in self._connection.execute(query, (first, last)).fetchall()]

    def has_key(self, key: str, first_us: int, second_us: int) -> bool:
        """True if an import with that key brought a check-in that is, or was, at one of these instants."""
        return self._connection.execute(HAS_KEY, (key, first_us, second_us)).fetchone() is not None

    def _batches(self) -> dict[int, str]:
        return dict(self._connection.execute(_BATCHES).fetchall())

    def _kept(self, row: tuple[Any, ...], batches: dict[int, str]) -> KeptCheckIn:
        *columns, updated_us, deleted_us, import_number, key, imported_us, source, has_versions = row
        check_in = from_columns(tuple(columns))
        return KeptCheckIn(
            check_in,
            instant(updated_us),
            None if deleted_us is None else instant(deleted_us),
            tuple(self._versions.of(check_in)) if has_versions else (),
            _arrival(batches.get(import_number), key, imported_us, source),
        )


def _arrival(batch_id: str | None, key: str | None, imported_us: int | None, source: str | None) -> Arrival | None:
    if batch_id is None and key is None and source is None:
        return None
    return Arrival(batch_id, key, None if imported_us is None else instant(imported_us), source)
