"""Finding notes by what they say: in a title, another name, a tag or the text."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable
from unicodedata import normalize

from companion.domain.concept import Concept
from companion.domain.near_words import NearWords
from companion.domain.word_beginnings import plain

SHORTEST_BEGINNING = 3
LONGEST_WORD = 64
MOST_NEAR = 4
_WORD = re.compile(r"[^\W_]+")

Numbers = set[int]


class ConceptSearch:
    """Searches some notes. Making it reads every word of them: seconds for 10,000, so not on the GUI thread."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._titles = _Lines(plain(concept.title) for concept in self.concepts)
        self._names = _Lines(_spaced(concept.names) for concept in self.concepts)
        self._tags = _Lines(_spaced(concept.tags) for concept in self.concepts)
        self._notes_with: dict[str, array[int]] = {}
        self._read_texts()
        self._words = NearWords(self._notes_with)

    def find(self, wanted: str, *, forgiving: bool) -> tuple[tuple[Concept, ...], ...]:
        """The notes with every word of `wanted`, at least its beginning, in four steps and each in the notes' order:
        those whose title begins with it, and those with it in names, in tags, in the text.

        Case, accents and punctuation do not matter; in names and tags two letters in the middle of a word are enough.
        In the text one or two letters find whole words alone. If `forgiving`, a word that no note has is taken for
        the nearest ones. `wanted` has at least one word.
        """
        steps = zip(*(self._steps(word, forgiving) for word in plain(wanted).split()), strict=True)
        seen: Numbers = set()
        found: list[tuple[Concept, ...]] = []
        for step in steps:
            here = set(step[0]).intersection(*step[1:]) - seen
            found.append(tuple(self.concepts[number] for number in sorted(here)))
            seen |= here
        return tuple(found)

    def _read_texts(self) -> None:
        written: dict[str, str] = {}
        for number, concept in enumerate(self.concepts):
            raw = _WORD.findall(normalize("NFC", concept.text).lower())
            words = {_plain_word(word, written) for word in set(raw)}
            for word in words.union(*(_spaced(names).split() for names in (concept.names, concept.tags))):
                self._notes_with.setdefault(word, array("I")).append(number)

    def _steps(self, word: str, forgiving: bool) -> tuple[Numbers, ...]:
        """Notes that begin with it, then also those with it in a name, in a tag, in the text."""
        found = self._as_typed((word,))
        if found[-1] or not forgiving:
            return found
        return self._as_typed(self._words.near(word)[:MOST_NEAR])

    def _as_typed(self, words: Iterable[str]) -> tuple[Numbers, ...]:
        first: Numbers = set()
        names: Numbers = set()
        tags: Numbers = set()
        texts: Numbers = set()
        for word in words:
            first |= self._titles.beginning_with(word)
            names |= self._names.with_word(word)
            tags |= self._tags.with_word(word)
            written = self._words.beginning_with(word) if len(word) >= SHORTEST_BEGINNING else (word,)
            texts.update(*(self._notes_with.get(other, ()) for other in written))
        names |= first
        tags |= names
        return first, names, tags, texts | tags


class _Lines:
    """Lines of text in one piece, which is looked through many times faster than line by line."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._starts: list[int] = []
        self._with_first: dict[str, Numbers] = {}
        end, kept = 0, []
        for number, line in enumerate(lines):
            for word in line.split():
                self._with_first.setdefault(word[0], set()).add(number)
            self._starts.append(end)
            kept.append(f"\n{line}")
            end += len(line) + 1
        self._starts.append(end)
        self._all = "".join(kept)

    def having(self, letters: str) -> Numbers:
        """The numbers of the lines in which they stand."""
        found: Numbers = set()
        place = self._all.find(letters)
        while place >= 0:
            number = bisect_right(self._starts, place) - 1
            found.add(number)
            place = self._all.find(letters, self._starts[number + 1])
        return found

    def beginning_with(self, letters: str) -> Numbers:
        """The numbers of the lines that begin with them."""
        return self.having(f"\n{letters}")

    def with_word(self, letters: str) -> Numbers:
        """The numbers of the lines with a word that has them, or begins with a letter that stands alone."""
        return self.having(letters) if len(letters) > 1 else self._with_first.get(letters, set())


def _spaced(names: Iterable[str]) -> str:
    return "  ".join(map(plain, names))


def _plain_word(word: str, known: dict[str, str]) -> str:
    found = known.get(word)
    if found is None:
        found = known[word] = plain(word)[:LONGEST_WORD] or word[:LONGEST_WORD]
    return found
