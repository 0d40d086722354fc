"""The search in notes that change now and then: what was read of the others stays."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from companion.domain.concept import Concept
from companion.domain.concept_search import ConceptSearch
from companion.domain.word_beginnings import plain

MOST_CHANGED = 200


class SearchedNotes:
    """Searches some notes. Made from `before`, only the text of notes that are others since is read.

    Without it, or once more than 200 notes are others, all of it is: seconds for 10,000 notes, so not on the GUI
    thread.
    """

    def __init__(self, concepts: Sequence[Concept], before: SearchedNotes | None = None) -> None:
        self._concepts = tuple(concepts)
        self._places = {concept.key: place for place, concept in enumerate(self._concepts)}
        self._old: ConceptSearch = before._old if before is not None else ConceptSearch(())
        known = {concept.key: concept for concept in self._old.concepts}
        changed = [concept for concept in self._concepts if known.get(concept.key) is not concept]
        if len(changed) > MOST_CHANGED:
            self._old, changed = ConceptSearch(self._concepts), []
        self._new = ConceptSearch(changed)

    def find(self, wanted: str) -> tuple[Concept, ...]:
        """The notes that have every word of it: in the title, in names, in tags, in the text, in this order.

        Where there is none, slips of the fingers are forgiven. Everything for nothing.
        """
        if not plain(wanted):
            return self._concepts
        return self._found(wanted, forgiving=False) or self._found(wanted, forgiving=True)

    def _found(self, wanted: str, *, forgiving: bool) -> tuple[Concept, ...]:
        steps = zip(*(layer.find(wanted, forgiving=forgiving) for layer in (self._old, self._new)), strict=True)
        return tuple(chain.from_iterable(self._in_order(old, new) for old, new in steps))

    def _in_order(self, old: tuple[Concept, ...], new: tuple[Concept, ...]) -> list[Concept]:
        still = [concept for concept in old if self._is_there(concept)]
        return sorted((*still, *new), key=lambda concept: self._places[concept.key]) if new else still

    def _is_there(self, concept: Concept) -> bool:
        place = self._places.get(concept.key)
        return place is not None and self._concepts[place] is concept
