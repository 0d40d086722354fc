"""Finding notes by what they say: in a title, another name, a tag or the text, with slips of the fingers forgiven."""

import re
from array import array
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
        self._concepts = tuple(concepts)
        self._beginnings = [f" {plain(concept.title)}" for concept in self._concepts]
        self._names = [_spaced(concept.names) for concept in self._concepts]
        self._tags = [_spaced(concept.tags) for concept in self._concepts]
        self._notes_with: dict[str, array[int]] = {}
        self._read_texts()
        self._words = NearWords(self._notes_with)

    def find(self, wanted: str) -> tuple[Concept, ...]:
        """The notes with every word of `wanted`, at least its beginning: those with them in names, in tags, in the text.

        Case, accents and punctuation do not matter; in names and tags the middle of a word is enough. A word that no
        note has is taken for the nearest there are. Of the text, one or two letters find whole words alone. For
        nothing, every note.
        """
        words = plain(wanted).split()
        if not words:
            return self._concepts
        steps = zip(*map(self._steps, words), strict=True)
        seen: Numbers = set()
        found: list[int] = []
        for step in steps:
            here = set(step[0]).intersection(*step[1:]) - seen
            found += sorted(here)
            seen |= here
        return tuple(self._concepts[number] for number in found)

    def _read_texts(self) -> None:
        written: dict[str, str] = {}
        for number, concept in enumerate(self._concepts):
            raw = _WORD.findall(normalize("NFC", concept.text).lower())
            words = {_plain_word(word, written) for word in set(raw)}
            for word in words.union(self._names[number].split(), self._tags[number].split()):
                self._notes_with.setdefault(word, array("I")).append(number)

    def _steps(self, word: str) -> tuple[Numbers, ...]:
        """Notes that begin with it, then also those with it in a name, in a tag, in the text."""
        found = self._as_typed((word,))
        if found[-1]:
            return found
        return self._as_typed(self._words.near(word)[:MOST_NEAR])

    def _as_typed(self, words: Iterable[str]) -> tuple[Numbers, ...]:
        first: Numbers = set()
        names: Numbers = set()
        tags: Numbers = set()
        texts: Numbers = set()
        for word in words:
            first.update(number for number, title in enumerate(self._beginnings) if title.startswith(f" {word}"))
            names.update(number for number, text in enumerate(self._names) if word in text)
            tags.update(number for number, text in enumerate(self._tags) if word in text)
            written = self._words.beginning_with(word) if len(word) >= SHORTEST_BEGINNING else (word,)
            texts.update(*(self._notes_with.get(other, ()) for other in written))
        names |= first
        tags |= names
        return first, names, tags, texts | tags


def _spaced(names: Iterable[str]) -> str:
    return " " + "  ".join(map(plain, names))


def _plain_word(word: str, known: dict[str, str]) -> str:
    found = known.get(word)
    if found is None:
        found = known[word] = plain(word)[:LONGEST_WORD] or word[:LONGEST_WORD]
    return found
