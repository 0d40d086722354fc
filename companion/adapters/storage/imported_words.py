"""The words of check-ins that an import brought in, made known chunk by chunk."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection

_SECOND = "check_in.experienced_us / 1000000"
_COMING = "check_in.number >= ?1 AND import_number > 0 AND note <> '' AND deleted_us IS NULL"
PLACES = f"""
INSERT INTO worded_line (place, kind, line)
SELECT place, 0, number FROM (
  SELECT number, second, row_number() OVER (PARTITION BY second ORDER BY experienced_us, number) - 1
    + coalesce((SELECT max(place) + 1 FROM worded_line WHERE place >= second << 15 AND place < (second + 1) << 15),
      second << 15) AS place
  FROM (SELECT number, experienced_us, {_SECOND} AS second FROM check_in WHERE {_COMING})
) WHERE place < (second + 1) << 15
"""
# The plus signs keep the planner from building an index of every place for it.
_PLACED = f"""
check_in CROSS JOIN worded_line ON place >= ({_SECOND}) << 15 AND place < ({_SECOND} + 1) << 15
AND +worded_line.kind = 0 AND +worded_line.line = check_in.number
"""
WORDS = f"""
INSERT INTO word (rowid, words)
SELECT place, (SELECT words FROM line_words WHERE kind = 0 AND line = number) FROM {_PLACED} WHERE {_COMING}
"""


def make_words_known(connection: "Connection", first: int) -> None:
    """From now on the imported check-ins from that number on are found by their notes, once the import is complete.

    Called once for each chunk, in its transaction, when its tags are laid on. Row by row, as for a single check-in,
    the index of words would be written out after every row.
    """
    connection.execute(PLACES, (first,))
    connection.execute(WORDS, (first,))


@contextmanager
def words_only_struck_out(connection: "Connection") -> Iterator[None]:
    """Inside, in a transaction, words that go are struck out and vanish later; wiping each takes four times as long.

    For what an import left that was never complete, never for what a person deletes.
    """
    connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 0)")
    yield
    connection.execute("INSERT INTO word (word) VALUES ('flush')")
    connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 1)")
