"""The words of check-ins that an import brought in: made known chunk by chunk, wiped from the index page by page."""

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
_REMEMBER = "INSERT INTO fact (name, value) VALUES ('words_struck_out', 1) ON CONFLICT DO NOTHING"
_IS_STRUCK_OUT = "SELECT 1 FROM fact WHERE name = 'words_struck_out'"
_FORGET = "DELETE FROM fact WHERE name = 'words_struck_out'"


def make_words_known(connection: "Connection", first: int) -> None:
    """From now on the imported check-ins from that number on are found by their notes, once the import is complete.

    Called once for each chunk, in its transaction, when its tags are laid on. Row by row, as for a single check-in,
    the index of words would be written out after every row.
    """
    connection.execute(PLACES, (first,))
    connection.execute(WORDS, (first,))


@contextmanager
def words_only_struck_out(connection: "Connection") -> Iterator[None]:
    """Inside, in a transaction, words that go are struck out and still lie in the index, until it is written anew.

    Wiping word by word takes ever longer the more check-ins have the same words: of 20,000 at once, 2 ms for each.
    """
    connection.execute(_REMEMBER)
    connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 0)")
    yield
    connection.execute("INSERT INTO word (word) VALUES ('flush')")
    connection.execute("INSERT INTO word (word, rank) VALUES ('secure-delete', 1)")


def are_words_struck_out(connection: "Connection") -> bool:
    """True if struck out words may lie in the index; that outlasts a crash."""
    return connection.execute(_IS_STRUCK_OUT).fetchone() is not None


def write_words_anew(connection: "Connection", pages: int, *, is_first: bool) -> bool:
    """Inside a transaction, writes about so many pages of the index anew, without what is struck out in them.

    True once all are written, and nothing that had been struck out before the first call is left.
    """
    before = connection.total_changes
    connection.execute("INSERT INTO word (word, rank) VALUES ('merge', ?)", (-pages if is_first else pages,))
    is_done = connection.total_changes - before < 2  # as FTS5 tells that there was nothing left to do
    if is_done:
        connection.execute(_FORGET)
    return is_done
