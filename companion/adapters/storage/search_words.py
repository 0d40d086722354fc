"""Words as the index of words sees them: cut, without case and accents, by the very same rules."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

import sqlcipher3.dbapi2 as sqlcipher

if TYPE_CHECKING:
    from sqlite3 import Connection

_TABLES = """
CREATE VIRTUAL TABLE word USING fts5 (
  words, content='', detail=none, tokenize="unicode61 remove_diacritics 2 categories 'L* M* N* Co So'"
);
CREATE VIRTUAL TABLE known_word USING fts5vocab (word, 'instance');
"""


class WordTable:
    """A small index of its own, in memory alone, for what was typed just now and for a few notes at a time."""

    def __init__(self) -> None:
        self._connection: Connection = sqlcipher.connect(":memory:", isolation_level=None, check_same_thread=False)
        self._connection.executescript(_TABLES)

    def words_in(self, text: str) -> list[str]:
        """The different words of a text; there may be none."""
        self._fill([text])
        return [word for (word,) in self._connection.execute("SELECT DISTINCT term FROM known_word")]

    def which_match(self, texts: Sequence[str], question: str) -> set[int]:
        """The places of those texts that answer a question of the index."""
        self._fill(texts)
        return {
            place for (place,) in self._connection.execute("SELECT rowid FROM word WHERE word MATCH ?", (question,))
        }

    def _fill(self, texts: Sequence[str]) -> None:
        self._connection.execute("INSERT INTO word (word) VALUES ('delete-all')")
        self._connection.executemany("INSERT INTO word (rowid, words) VALUES (?, ?)", enumerate(texts))
