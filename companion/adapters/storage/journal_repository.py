"""The journal: everything in time order, a page at a time."""

import json
from collections.abc import Callable, Iterable
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING

from companion.adapters.storage.check_in_rows import SELECT, from_columns
from companion.adapters.storage.journal_lines import found_lines
from companion.adapters.storage.journal_place import (
    AFTER_EVERYTHING,
    BEFORE_EVERY_ID,
    ORDER,
    Bound,
    Found,
    Way,
    bound_after,
    bound_at,
)
from companion.adapters.storage.journal_search import JournalSearch
from companion.adapters.storage.noted_tables import NOTED
from companion.adapters.storage.practice_repositories import SELECT_SESSION
from companion.adapters.storage.practice_rows import session_from
from companion.adapters.storage.prompt_ledger import SqlitePromptLedger
from companion.domain.journal import JournalFilter, JournalKind, JournalLine, JournalPage, JournalPlace

if TYPE_CHECKING:
    from sqlite3 import Connection

_THESE = "WHERE number IN (SELECT value FROM json_each(?))"
AMENDED = f"""
SELECT id FROM check_in {_THESE.replace("?", "?1")}
AND EXISTS (SELECT 1 FROM check_in_version WHERE check_in = check_in.number)
UNION ALL SELECT id FROM reflection {_THESE.replace("?", "?2")}
AND EXISTS (SELECT 1 FROM reflection_version WHERE noted = reflection.number)
UNION ALL SELECT id FROM life_event {_THESE.replace("?", "?3")}
AND EXISTS (SELECT 1 FROM life_event_version WHERE noted = life_event.number)
UNION ALL SELECT id FROM repair {_THESE.replace("?", "?4")}
AND EXISTS (SELECT 1 FROM repair_version WHERE noted = repair.number)
UNION ALL SELECT id FROM triangle {_THESE.replace("?", "?5")}
AND EXISTS (SELECT 1 FROM triangle_version WHERE noted = triangle.number)
"""
_CHECK_IN, _PROMPT, _PRACTICE = (
    ORDER[kind] for kind in (JournalKind.CHECK_IN, JournalKind.PROMPT, JournalKind.PRACTICE)
)
_Reader = Callable[[Bound, Way, int], list[Found]]


class SqliteJournalRepository:
    """However long the journal is, and however rare what is wanted, a page takes the same time."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection
        self._ledger = SqlitePromptLedger(connection)
        self._search = JournalSearch(connection)

    def older(self, wanted: JournalFilter, than: JournalPlace | None, limit: int) -> JournalPage:
        """The newest lines that stand before `than`, or the newest of all."""
        return self._older(wanted, AFTER_EVERYTHING if than is None else bound_at(than), limit)

    def newer(self, wanted: JournalFilter, than: JournalPlace, limit: int) -> JournalPage:
        """The oldest lines that stand after `than`, newest first all the same."""
        lines, bound = self._reader(wanted), bound_at(than)
        found = lines(bound, Way.NEWER, limit + 1)
        kept = found[:limit][::-1]
        has_older = bool(lines(_end(kept[-1:], bound, Way.OLDER), Way.OLDER, 1))
        return self._page(kept, has_newer=len(found) > limit, has_older=has_older)

    def at(self, wanted: JournalFilter, instant: datetime, limit: int) -> JournalPage:
        """The newest lines that stand at or before that instant: a jump."""
        return self._older(wanted, bound_after(instant), limit)

    def _older(self, wanted: JournalFilter, bound: Bound, limit: int) -> JournalPage:
        lines = self._reader(wanted)
        found = lines(bound, Way.OLDER, limit + 1)
        kept = found[:limit]
        has_newer = bound != AFTER_EVERYTHING and bool(lines(_end(kept[:1], bound, Way.NEWER), Way.NEWER, 1))
        return self._page(kept, has_newer=has_newer, has_older=len(found) > limit)

    def _reader(self, wanted: JournalFilter) -> _Reader:
        """Reads lines beyond a bound, those nearest to it first."""
        words = self._search.words_of(wanted.text)
        if not words:
            return partial(found_lines, self._connection, wanted)
        asked = self._search.asked(wanted, words)
        return (lambda _bound, _way, _limit: []) if asked is None else partial(self._search.found, asked)

    def _page(self, found: list[Found], *, has_newer: bool, has_older: bool) -> JournalPage:
        lines = self._lines(found)
        numbers = [_numbers(found, kind) for kind in (_CHECK_IN, *(ORDER[kind] for kind in NOTED))]
        amended = frozenset(line_id for (line_id,) in self._connection.execute(AMENDED, numbers))
        return JournalPage(tuple(lines), has_newer, has_older, amended)

    def _lines(self, found: list[Found]) -> Iterable[JournalLine]:
        of_place: dict[tuple[int, str], JournalLine] = {}
        for row in self._connection.execute(f"{SELECT} {_THESE}", (_numbers(found, _CHECK_IN),)):
            of_place[_CHECK_IN, row[0]] = from_columns(row)
        for kind, table in NOTED.items():
            for row in self._connection.execute(f"{table.select} {_THESE}", (_numbers(found, ORDER[kind]),)):
                of_place[ORDER[kind], row[0]] = table.value(row)
        for row in self._connection.execute(f"{SELECT_SESSION} {_THESE}", (_numbers(found, _PRACTICE),)):
            of_place[_PRACTICE, row[0]] = session_from(row)
        for line in found:
            if line.kind == _PROMPT and (record := self._ledger.record(line.id)) is not None:
                of_place[_PROMPT, line.id] = record
        return [of_place[line.kind, line.id] for line in found]


def _end(last: list[Found], bound: Bound, way: Way) -> Bound:
    """From where there is more that way. What stands exactly at the bound of an empty page counts as more."""
    if last:
        return Bound(*last[0][:3])
    return bound._replace(kind=bound.kind + (way is Way.OLDER), id=BEFORE_EVERY_ID)


def _numbers(found: list[Found], kind: int) -> str:
    return json.dumps([line.number for line in found if line.kind == kind])
