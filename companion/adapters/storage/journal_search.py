"""Lines of the journal found by their words: beginnings of words, all of them, in order of time.

The index holds a line's words under its place in time, so that the newest lines come first without any sorting, and
what kind of line it is, its facet and its tags as words beside them. An index of first letters is all there is for
beginnings; longer ones are asked for as the words that are known to begin so, or, where those are too many, looked
up in the nearest lines themselves.
"""

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import groupby, islice
from typing import TYPE_CHECKING, NamedTuple

from companion.adapters.storage.day_summaries import VISIBLE
from companion.adapters.storage.journal_facets import WITH_NOTE, facets_of, wants_only_check_ins
from companion.adapters.storage.journal_place import Bound, Found, Way, is_beyond
from companion.adapters.storage.search_words import WordTable
from companion.domain.journal import JournalFilter, JournalKind

if TYPE_CHECKING:
    from sqlite3 import Connection

OURS = "\ue000"
MOST_WORDS = 20
LONGEST_TEXT = 1000
MOST_BEGINNINGS = 64
READ_AT_ONCE = 100
MOST_READ = 100_000
_SECOND = 1_000_000
_PLACES = 15
_TAG = "SELECT number FROM tag WHERE kind = ? AND name = ?"
_KNOWN = "SELECT term FROM known_word WHERE term >= ? LIMIT 1"
_KINDS = {
    JournalKind.REFLECTION: "k1",
    JournalKind.LIFE_EVENT: "k2",
    JournalKind.REPAIR: "k5",
    JournalKind.TRIANGLE: "k6",
}


def hits(way: Way) -> str:
    """Lines that answer a question, from a place on, with their words."""
    return f"""
    SELECT coalesce(
      check_in.experienced_us, reflection.experienced_us, life_event.experienced_us, repair.experienced_us,
      triangle.experienced_us
    ), worded_line.kind, coalesce(check_in.id, reflection.id, life_event.id, repair.id, triangle.id),
    worded_line.line,
    coalesce(
      check_in.note, reflection.question || ' ' || reflection.text, life_event.title || ' ' || life_event.note,
      repair.happened || ' ' || repair.them || ' ' || repair.helped,
      triangle.mind_words || ' ' || triangle.body_words || ' ' || triangle.relationships_words
    )
    FROM word CROSS JOIN worded_line ON worded_line.place = word.rowid
    LEFT JOIN check_in ON worded_line.kind = 0 AND check_in.number = worded_line.line
    LEFT JOIN reflection ON worded_line.kind = 1 AND reflection.number = worded_line.line
    LEFT JOIN life_event ON worded_line.kind = 2 AND life_event.number = worded_line.line
    LEFT JOIN repair ON worded_line.kind = 5 AND repair.number = worded_line.line
    LEFT JOIN triangle ON worded_line.kind = 6 AND triangle.number = worded_line.line
    WHERE word MATCH ? AND word.rowid {way.sign}= ? AND (worded_line.kind <> 0 OR {VISIBLE})
    ORDER BY word.rowid {way.order}
    """


_Hit = tuple[Found, str]


class Asked(NamedTuple):
    """What to ask the index: `near` is quickly answered and leaves nothing out, `exact` is what is meant.

    They differ where too many known words begin as `words` do.
    """

    near: str
    exact: str
    words: str


class JournalSearch:
    """Whatever is typed finds something or nothing, and never raises."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def words_of(self, text: str) -> list[str]:
        """The words that are looked for: those that do not merely begin another one."""
        typed = text.replace(OURS, " ").replace("\0", " ")[:LONGEST_TEXT].encode(errors="replace").decode()
        if not typed.strip():
            return []
        words = self._typed.words_in(typed)
        longest = (word for word in words if not any(other != word and other.startswith(word) for other in words))
        return list(islice(longest, MOST_WORDS))

    def asked(self, wanted: JournalFilter, words: Sequence[str]) -> Asked | None:
        """How to ask for lines with these words, and everything else that is wanted; None if there are none."""
        narrowed = self._narrowed(wanted)
        if narrowed is None:
            return None
        beginnings = [self._beginning(word) for word in words]
        if any(known == [] for known in beginnings):
            return None
        near = [_any_of(known) if known else _begun(word[0]) for word, known in zip(words, beginnings, strict=True)]
        exact = [_any_of(known) if known else _begun(word) for word, known in zip(words, beginnings, strict=True)]
        return Asked(
            _all_of([*near, narrowed]), _all_of([*exact, narrowed]), _all_of([_begun(word) for word in words])
        )

    def found(self, asked: Asked, bound: Bound, way: Way, limit: int) -> list[Found]:
        """At most `limit` lines beyond the bound, those nearest to it first."""
        if asked.near != asked.exact:
            read = self._read(asked, bound, way, limit)
            if read is not None:
                return read
        return [hit for hit, _words in islice(self._hits(asked.exact, bound, way), limit)]

    def _read(self, asked: Asked, bound: Bound, way: Way, limit: int) -> list[Found] | None:
        """Looks into the words of lines that may answer; None if that leads too far."""
        found: list[Found] = []
        read = 0
        hits = self._hits(asked.near, bound, way)
        while len(found) < limit:
            chunk = list(islice(hits, READ_AT_ONCE))
            if not chunk:
                return found
            right = self._typed.which_match([words for _hit, words in chunk], asked.words)
            found += [hit for place, (hit, _words) in enumerate(chunk) if place in right]
            read += sum(len(words) for _hit, words in chunk)
            if read > MOST_READ and len(found) < limit:
                return None
        return found[:limit]

    def _hits(self, question: str, bound: Bound, way: Way) -> Iterator[_Hit]:
        """Lines beyond the bound, in order: places are exact to the second, so each second is put in order here."""
        second = bound.experienced_us // _SECOND
        place = ((second + 1 << _PLACES) - 1) if way is Way.OLDER else second << _PLACES
        rows = self._connection.execute(hits(way), (question, place))
        lines = ((Found(*row[:4]), row[4]) for row in rows)
        for _second, together in groupby(lines, lambda line: line[0].experienced_us // _SECOND):
            for hit in sorted(together, reverse=way is Way.OLDER):
                if is_beyond(hit[0], bound, way):
                    yield hit

    def _narrowed(self, wanted: JournalFilter) -> str | None:
        """What is wanted beside the words, as a question; "" for everything, None if nothing can be found."""
        facets = facets_of(wanted) & WITH_NOTE
        one_of = [f"f{facet}" for facet in sorted(facets)]
        if not wants_only_check_ins(wanted):
            one_of += [ours for kind, ours in _KINDS.items() if kind in wanted.kinds]
        if not one_of:
            return None
        is_any = len(one_of) == len(WITH_NOTE) + len(_KINDS)
        narrowed = "" if is_any else _any_of([OURS + ours for ours in one_of])
        if wanted.tag is None:
            return narrowed
        row = self._connection.execute(_TAG, (wanted.tag.kind.value, wanted.tag.name)).fetchone()
        return None if row is None else _all_of([f'"{OURS}t{row[0]}"', narrowed])

    def _beginning(self, word: str) -> list[str] | None:
        """The known words that begin like that; None for a single letter, which has an index, and for too many."""
        if len(word) == 1:
            return None
        known: list[str] = []
        after = word
        while len(known) < MOST_BEGINNINGS:
            row = self._connection.execute(_KNOWN, (after,)).fetchone()
            if row is None or not row[0].startswith(word):
                return known
            known.append(row[0])
            after = row[0] + "\x01"
        return None

    @cached_property
    def _typed(self) -> WordTable:
        return WordTable()


def _all_of(parts: Sequence[str]) -> str:
    return " AND ".join(part for part in parts if part)


def _any_of(words: Sequence[str]) -> str:
    return "(" + " OR ".join(f'"{word}"' for word in words) + ")"


def _begun(word: str) -> str:
    return f'"{word}"*'
