"""What a reflection, life event or repair said before each correction: of every version only what changed then."""

import json
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, Generic

from companion.adapters.storage.noted_tables import N, NotedTable
from companion.adapters.storage.rows import moment_columns, moment_from, moment_from_json, moment_to_json
from companion.domain.journal import NotedVersion
from companion.domain.moment import Moment

if TYPE_CHECKING:
    from sqlite3 import Connection

Line = tuple[int, int, str | None, str]  # when it was replaced, in three columns, and what changed then, as JSON


class NotedVersions(Generic[N]):
    """Kept from the newest back: each line turns what is said now into what was said before it."""

    def __init__(self, connection: "Connection", table: NotedTable[N]) -> None:
        self._connection = connection
        self._table: NotedTable[N] = table

    @property
    def query(self) -> str:
        """The lines of the one with that id, oldest first."""
        return (
            f"SELECT replaced_us, replaced_offset, replaced_zone, before FROM {self._table.versions} "
            f"WHERE noted = (SELECT number FROM {self._table.name} WHERE id = ?) ORDER BY number"
        )

    def keep(self, before: N, after: N, at: Moment) -> bool:
        """Keeps what it said before; False, and nothing kept, if it says the same."""
        changed = _changed(self._table, before, after)
        if changed:
            self.put(before.id, [_line(at, changed)])
        return bool(changed)

    def put(self, noted_id: str, lines: Iterable[Sequence[Any]]) -> None:
        """Puts lines of `lines_of` to the one with that id."""
        statement = (
            f"INSERT INTO {self._table.versions} (noted, replaced_us, replaced_offset, replaced_zone, before) "
            f"SELECT number, ?2, ?3, ?4, ?5 FROM {self._table.name} WHERE id = ?1"
        )
        self._connection.executemany(statement, _rows(noted_id, lines))

    def of(self, noted: N) -> list[NotedVersion]:
        """Its versions, oldest first, each of them whole."""
        return versions_from(self._table, noted, self._connection.execute(self.query, (noted.id,)).fetchall())


def column_of_versions(table: NotedTable[N]) -> str:
    """A column beside those of the table: all its lines as a JSON list, each behind its number."""
    line = "json_array(number, replaced_us, replaced_offset, replaced_zone, before)"
    return f"(SELECT json_group_array({line}) FROM {table.versions} WHERE noted = {table.name}.number)"


def versions_in(table: NotedTable[N], noted: N, column: str) -> tuple[NotedVersion, ...]:
    """The versions that `column_of_versions` tells of, oldest first."""
    return tuple(versions_from(table, noted, [line for _number, *line in sorted(json.loads(column))]))


def versions_from(table: NotedTable[N], noted: N, lines: Sequence[Sequence[Any]]) -> list[NotedVersion]:
    """The versions of lines, oldest first; `noted` is what is said now."""
    content = _content(table, noted)
    versions = []
    for replaced_us, offset, zone, before in reversed(lines):
        content = content | json.loads(before)
        versions.append(NotedVersion(_noted(table, noted.id, content), moment_from((replaced_us, offset, zone))))
    return versions[::-1]


def lines_of(table: NotedTable[N], noted: N, versions: Sequence[NotedVersion]) -> list[Line]:
    """The lines of versions, oldest first."""
    lines: list[Line] = []
    after: Any = noted
    for version in reversed(versions):
        lines.append(_line(version.replaced_at, _changed(table, version.said, after)))
        after = version.said
    return lines[::-1]


def _rows(noted_id: str, lines: Iterable[Sequence[Any]]) -> list[tuple[Any, ...]]:
    return [(noted_id, *line) for line in lines]


def _line(replaced_at: Moment, changed: str) -> Line:
    return (*moment_columns(replaced_at), changed)


def _changed(table: NotedTable[N], before: Any, after: Any) -> str:
    old, new = _content(table, before), _content(table, after)
    changed = {name: value for name, value in old.items() if new[name] != value}
    return json.dumps(changed, ensure_ascii=False) if changed else ""


def _content(table: NotedTable[N], noted: N) -> dict[str, Any]:
    return {
        "experienced_at": moment_to_json(noted.experienced_at),
        "created_at": moment_to_json(noted.created_at),
        **dict(zip(table.words, table.words_of(noted), strict=True)),
    }


def _noted(table: NotedTable[N], noted_id: str, content: dict[str, Any]) -> N:
    moments = moment_from_json(content["experienced_at"]), moment_from_json(content["created_at"])
    return table.kind(noted_id, *moments, *table.fields_of([content[name] for name in table.words]))
