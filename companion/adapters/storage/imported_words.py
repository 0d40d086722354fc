"""The words of check-ins that an import brought in: made known chunk by chunk, wiped from the index page by page."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from companion.adapters.storage.pace import Pace

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager
    from sqlite3 import Connection

    Transaction = Callable[[], AbstractContextManager[object]]

WEIGHT_AT_ONCE = 6_000
LEAST_AT_ONCE = 2_000
PAGES_AT_ONCE = 60
LEAST_PAGES_AT_ONCE = 8

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
# A merge can stop between two words only: of one that most notes have, all places are written in one transaction. So
# pieces of the index are merged seldom, sixteen of a size, which is the most that SQLite waits for: with 1,000,000
# notes 400,000 at once, and there are few enough of them for a search to go through. A save hardly ever merges.
# What is on a page of a piece is to fit into one of the store's, beside what SQLCipher adds, without overflow.
_OPTIONS = (("usermerge", 16), ("automerge", 64), ("crisismerge", 1_000), ("pgsz", 3_900))
_OPTION = "INSERT INTO word (word, rank) VALUES (?, ?)"
_REMEMBER = "INSERT INTO fact (name, value) VALUES ('words_struck_out', 1) ON CONFLICT DO NOTHING"
_IS_STRUCK_OUT = "SELECT 1 FROM fact WHERE name = 'words_struck_out'"
_FORGET = "DELETE FROM fact WHERE name = 'words_struck_out'"


def pace_of_pages() -> Pace:
    """How many pages of the index may be merged in a transaction; each takes as long as several check-ins."""
    return Pace(PAGES_AT_ONCE, LEAST_PAGES_AT_ONCE, first=2 * LEAST_PAGES_AT_ONCE)


class ComingWords:
    """Words of an import that runs: those of several portions become known together.

    A transaction that puts words in leaves a piece of index behind, and merging many small ones takes longer than all
    the rest. `transaction` opens a write transaction on the connection.
    """

    def __init__(self, connection: "Connection", transaction: "Transaction", tend_log: "Callable[[], None]") -> None:
        self._connection = connection
        self._transaction = transaction
        self._tend_log = tend_log
        self._pace = Pace(WEIGHT_AT_ONCE, LEAST_AT_ONCE)
        self._pages = pace_of_pages()
        self._first = 0
        self._weight = 0
        with transaction():
            _merge_seldom(connection)

    def wait(self, first: int, weight: int) -> None:
        """Check-ins of that weight have come in, from that number on; sooner or later their words are known."""
        self._first = self._first or first
        self._weight += weight
        if self._weight >= self._pace.weight:
            self.make_known()

    def make_known(self) -> None:
        """All that have come in so far are found by their words, once the import is complete."""
        if not self._weight:
            return
        with self._pace.holding(self._weight), self._transaction():
            make_words_known(self._connection, self._first)
        self._first = self._weight = 0
        self._merge()

    def _merge(self) -> None:
        """Else SQLite does it now and then inside a commit, and holds the lock for a tenth of a second."""
        is_done = False
        while not is_done:
            pages = self._pages.weight
            with self._pages.holding(pages), self._transaction():
                is_done = _merged(self._connection, pages)
            self._tend_log()


def _merge_seldom(connection: "Connection") -> None:
    """It stays so: SQLite keeps it in the store."""
    connection.executemany(_OPTION, _OPTIONS)


def make_words_known(connection: "Connection", first: int) -> None:
    """From now on the imported check-ins from that number on are found by their notes, once the import is complete.

    Called in a transaction once their tags are laid on. Row by row, as for a single check-in, the index of words
    would be written out after every row.
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
    is_done = _merged(connection, -pages if is_first else pages)
    if is_done:
        connection.execute(_FORGET)
    return is_done


def _merged(connection: "Connection", pages: int) -> bool:
    """Merges pieces of the index, a negative number for all of them; True if there was nothing left to merge."""
    before = connection.total_changes
    connection.execute("INSERT INTO word (word, rank) VALUES ('merge', ?)", (pages,))
    return connection.total_changes - before < 2  # by which FTS5 tells it
