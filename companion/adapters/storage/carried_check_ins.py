"""Check-ins of another store as rows of this one, with their history and how they had arrived there."""

import json
from collections.abc import Callable, Mapping, Sequence
from datetime import time
from typing import TYPE_CHECKING

from companion.adapters.storage import check_in_rows
from companion.adapters.storage.check_in_json import check_in_to_json
from companion.adapters.storage.check_in_rows import counted, to_columns
from companion.adapters.storage.day_counts import DayCounts
from companion.adapters.storage.day_summaries import DayOfImport, SqliteDaySummaries
from companion.adapters.storage.imported_words import make_words_known
from companion.adapters.storage.rows import microseconds, moment_columns
from companion.adapters.storage.tag_table import put_tags
from companion.application.parts import KeptCheckIn

if TYPE_CHECKING:
    from sqlite3 import Connection

Columns = list[tuple[object, ...]]

_NEXT = "SELECT coalesce(max(number), 0) + 1 FROM check_in"
_PUT_IN = "SELECT number, id FROM check_in WHERE number >= ?"
_KEEP_MORE = "UPDATE check_in SET updated_us = ?, imported_us = ? WHERE number = ?"
_TAKE_BACK = "UPDATE check_in SET deleted_us = ? WHERE number = ?"
_KEEP_SOURCE = "INSERT INTO import_source (check_in, content) VALUES (?, ?)"
_KEEP_VERSION = """
INSERT INTO check_in_version (check_in, replaced_us, replaced_offset, replaced_zone, before) VALUES (?, ?, ?, ?, ?)
"""


class CarriedCheckIns:
    """Puts them in under imports that are not complete yet; `day_start` says by what their days are counted."""

    def __init__(self, connection: "Connection", day_start: Callable[[], time]) -> None:
        self._connection = connection
        self._days = SqliteDaySummaries(connection)
        self._day_start = day_start

    def columns(self, kept: Sequence[KeptCheckIn], numbers: Mapping[str | None, int]) -> Columns:
        """What can be worked out before the transaction: others wait for its end. `numbers` are those of imports."""
        return [to_columns(each.check_in, None, _number(each, numbers), _key(each)) for each in kept]

    def put(self, kept: Sequence[KeptCheckIn], columns: Columns, numbers: Mapping[str | None, int]) -> frozenset[str]:
        """Inside a transaction; gives back the ids of those that were put in. One whose id is here is not."""
        if not kept:
            return frozenset()
        first = self._connection.execute(_NEXT).fetchone()[0]
        check_in_rows.put_in(self._connection, columns)
        number_of = {check_in_id: number for number, check_in_id in self._connection.execute(_PUT_IN, (first,))}
        put_in = [each for each in kept if each.check_in.id in number_of]
        tagged = ((number_of[each.check_in.id], each.check_in) for each in put_in)
        put_tags(self._connection, tagged, microseconds(kept[-1].check_in.created_at.utc))
        self._connection.executemany(_KEEP_MORE, _more(put_in, number_of))
        self._connection.executemany(_KEEP_SOURCE, _sources(put_in, number_of))
        self._connection.executemany(_TAKE_BACK, _taken_back(put_in, number_of))
        self._connection.executemany(_KEEP_VERSION, _versions(put_in, number_of))
        make_words_known(self._connection, first)
        day_start = self._day_start()
        self._days.add(self._counts(put_in, numbers, day_start), day_start)
        return frozenset(number_of)

    def _counts(
        self, kept: Sequence[KeptCheckIn], numbers: Mapping[str | None, int], day_start: time
    ) -> dict[DayOfImport, DayCounts]:
        changes: dict[DayOfImport, DayCounts] = {}
        for each in kept:
            if each.deleted_at is None:
                place = (each.check_in.experienced_at.day(day_start).isoformat(), _number(each, numbers))
                changes.setdefault(place, DayCounts()).count(counted(each.check_in))
        return changes


def _number(kept: KeptCheckIn, numbers: Mapping[str | None, int]) -> int:
    batch_id = None if kept.arrival is None else kept.arrival.batch_id
    return numbers.get(batch_id, numbers[None])


def _key(kept: KeptCheckIn) -> str | None:
    return None if kept.arrival is None else kept.arrival.key


def _more(kept: Sequence[KeptCheckIn], number_of: Mapping[str, int]) -> Columns:
    """What INSERT does not say, for the few that were changed since they were noted."""
    rows: Columns = []
    for each in kept:
        moved_from = None if each.arrival is None else each.arrival.moved_from
        if moved_from or each.updated_at != each.check_in.created_at.utc:
            moved_us = None if moved_from is None else microseconds(moved_from)
            rows.append((microseconds(each.updated_at), moved_us, number_of[each.check_in.id]))
    return rows


def _sources(kept: Sequence[KeptCheckIn], number_of: Mapping[str, int]) -> Columns:
    return [
        (number_of[each.check_in.id], each.arrival.source) for each in kept if each.arrival and each.arrival.source
    ]


def _taken_back(kept: Sequence[KeptCheckIn], number_of: Mapping[str, int]) -> Columns:
    return [(microseconds(each.deleted_at), number_of[each.check_in.id]) for each in kept if each.deleted_at]


def _versions(kept: Sequence[KeptCheckIn], number_of: Mapping[str, int]) -> Columns:
    """Of each version what the one after it changed."""
    rows: Columns = []
    for each in kept:
        said = [check_in_to_json(version.check_in) for version in each.versions]
        after = [*said[1:], check_in_to_json(each.check_in)] if said else []
        for version, old, new in zip(each.versions, said, after, strict=True):
            before = {name: value for name, value in old.items() if new[name] != value}
            text = json.dumps(before, ensure_ascii=False)
            rows.append((number_of[each.check_in.id], *moment_columns(version.replaced_at), text))
    return rows
