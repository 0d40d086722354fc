"""The tags, people, places, activities and body cues there are."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.adapters.storage.day_summaries import VISIBLE
from companion.adapters.storage.rows import microseconds
from companion.adapters.storage.tag_table import tidy_up
from companion.domain.moment import Moment
from companion.domain.tag import Tag, TagKind, TagUse
from companion.domain.word_beginnings import begins_a_word, plain

if TYPE_CHECKING:
    from sqlite3 import Connection

ALL = f"""
SELECT name, coalesce(sum(check_ins), 0) FROM tag LEFT JOIN tag_use ON tag_use.tag = tag.number AND {VISIBLE}
WHERE kind = ? AND (offered NOTNULL OR tag_use.tag NOTNULL) GROUP BY tag.number
"""
NAMES = "SELECT number, name, offered FROM tag WHERE kind = ?"
LAST_USES = f"SELECT tag, max(last_us) FROM tag_use WHERE {VISIBLE} GROUP BY tag"
_OFFERED = "SELECT name FROM tag WHERE kind = ? AND offered NOTNULL ORDER BY offered"
_OFFER_NONE = "UPDATE tag SET offered = NULL WHERE kind = ? AND offered NOTNULL RETURNING number"
_OFFER = """
INSERT INTO tag (kind, name, created_us, offered) VALUES (?, ?, ?, ?)
ON CONFLICT (kind, name) DO UPDATE SET offered = excluded.offered
"""
_NUMBER = "SELECT number FROM tag WHERE kind = ? AND name = ?"
_COUNT = "SELECT coalesce(sum(check_ins), 0) FROM tag_use WHERE tag = ?"
# Where both lie on a check-in, the later of the two lines goes.
DOUBLES = """
SELECT few.check_in, max(few.position, many.position) FROM check_in_tag AS few
JOIN check_in_tag AS many ON many.check_in = few.check_in AND +many.tag = ?2 WHERE few.tag = ?1
"""
_MERGE_USE = """
INSERT INTO tag_use (tag, import_number, check_ins, last_us)
SELECT ?2, import_number, check_ins, last_us FROM tag_use WHERE tag = ?1
ON CONFLICT (tag, import_number) DO UPDATE
SET check_ins = check_ins + excluded.check_ins, last_us = max(last_us, excluded.last_us)
"""
# A line of a forgotten check-in has no facet.
WRONG = """
SELECT tag FROM (
  SELECT tag, count(*) AS lines FROM check_in_tag WHERE facet NOTNULL GROUP BY tag
  UNION ALL SELECT tag, -sum(check_ins) FROM tag_use GROUP BY tag
) GROUP BY tag HAVING sum(lines) <> 0 LIMIT 1
"""
_FIRST_OFFERED = "SELECT min(offered) FROM tag WHERE number IN (?, ?)"


class SqliteTagRepository:
    """A tag is there as long as it lies on a check-in that is there, or is offered."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def all(self, kind: TagKind) -> list[TagUse]:
        """Those of one kind with how many check-ins they lie on, by name."""
        rows = self._connection.execute(ALL, (kind.value,)).fetchall()
        return [TagUse(Tag(kind, name), count) for name, count in sorted(rows, key=_by_name)]

    def beginning_with(self, kind: TagKind, letters: str, limit: int) -> list[str]:
        """Names of which some word begins like that, whatever their case and accents; last used first."""
        start, last_uses = plain(letters), dict(self._connection.execute(LAST_USES).fetchall())
        found = [
            (-last_uses.get(number, 0), name)
            for number, name, offered in self._connection.execute(NAMES, (kind.value,))
            if (number in last_uses or offered is not None) and begins_a_word(start, plain(name))
        ]
        return [name for _last, name in sorted(found)[:limit]]

    def offered(self, kind: TagKind) -> list[str]:
        """The names that the check-in offers to choose from, in the person's order."""
        return [name for (name,) in self._connection.execute(_OFFERED, (kind.value,))]

    def offer(self, kind: TagKind, names: Sequence[str], at: Moment) -> None:
        """Sets what is offered; names that are new become tags, and those that lie on no check-in go."""
        before = self._connection.execute(_OFFER_NONE, (kind.value,)).fetchall()
        now_us = microseconds(at.utc)
        self._connection.executemany(
            _OFFER, [(kind.value, name, now_us, place) for place, name in enumerate(dict.fromkeys(names))]
        )
        tidy_up(self._connection, [number for (number,) in before])

    def rename(self, tag: Tag, name: str, at: Moment) -> None:
        """Gives it another name on every check-in; one that has that name already is merged with it."""
        number, other = self._number(tag), self._number(Tag(tag.kind, name))
        if number is None or number == other:
            return
        if other is None:
            self._connection.execute("UPDATE tag SET name = ? WHERE number = ?", (name, number))
        else:
            self._merge(number, other, name)

    def remove(self, tag: Tag, at: Moment) -> None:
        """Takes it off every check-in."""
        number = self._number(tag)
        self._connection.execute("DELETE FROM check_in_tag WHERE tag = ?", (number,))
        self._connection.execute("DELETE FROM tag WHERE number = ?", (number,))

    def are_right(self) -> bool:
        """True if counting everything again gives the same; for the self-check."""
        return not self._connection.execute(WRONG).fetchall()

    def _merge(self, number: int, other: int, name: str) -> None:
        """Moves the lines of the one that has fewer; check-ins are not touched, whatever their number."""
        pair = sorted((number, other), key=self._count)
        doubles = self._connection.execute(DOUBLES, pair).fetchall()
        self._connection.executemany("DELETE FROM check_in_tag WHERE check_in = ? AND position = ?", doubles)
        self._connection.execute("UPDATE check_in_tag SET tag = ?2 WHERE tag = ?1", pair)
        self._connection.execute(_MERGE_USE, pair)
        (offered,) = self._connection.execute(_FIRST_OFFERED, pair).fetchone()
        self._connection.execute("DELETE FROM tag WHERE number = ?", pair[:1])
        self._connection.execute("UPDATE tag SET name = ?, offered = ? WHERE number = ?", (name, offered, pair[1]))

    def _number(self, tag: Tag) -> int | None:
        row = self._connection.execute(_NUMBER, (tag.kind.value, tag.name)).fetchone()
        return None if row is None else int(row[0])

    def _count(self, number: int) -> int:
        return int(self._connection.execute(_COUNT, (number,)).fetchone()[0])


def _by_name(row: tuple[str, int]) -> tuple[str, str]:
    return plain(row[0]), row[0]
