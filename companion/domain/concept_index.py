"""Finding notes by name: by title, alias, key or file name; where two share a name, the first one has it."""

from collections.abc import Iterable
from unicodedata import normalize

from companion.domain.concept import Concept


class ConceptIndex:
    """Knows every name of some notes, whatever its case."""

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._by_name: dict[str, Concept] = {}
        for names_of in (lambda c: (c.title,), lambda c: c.aliases, _paths):
            for concept in self.concepts:
                for name in names_of(concept):
                    self._by_name.setdefault(_folded(name), concept)
        self._by_key = {concept.key: concept for concept in self.concepts}
        self._linked_from = self._backwards()

    def of_key(self, key: str) -> Concept | None:
        """The note of exactly that key; None if there is none."""
        return self._by_key.get(key)

    def resolve(self, name: str) -> Concept | None:
        """The note of that title, alias, key or file name, in this order; None if there is none.

        A heading after "#" and a closing ".md" are set aside.
        """
        folded = _folded(name)
        return self._by_name.get(folded) or self._by_name.get(_folded(name.partition("#")[0].removesuffix(".md")))

    def starting_with(self, prefix: str) -> tuple[Concept, ...]:
        """The notes that have a name beginning like that, each once; none for an empty prefix."""
        start = _folded(prefix)
        if not start:
            return ()
        found = (concept for name, concept in self._by_name.items() if name.startswith(start))
        return tuple({concept.key: concept for concept in found}.values())

    def shared_names(self) -> list[tuple[Concept, str]]:
        """Titles and aliases that an earlier note has already, each with the later note."""
        owners: dict[str, str] = {}
        named = ((concept, name) for concept in self.concepts for name in dict.fromkeys(concept.names))
        return [(c, name) for c, name in named if owners.setdefault(_folded(name), c.key) != c.key]

    def linked_from(self, concept: Concept) -> tuple[Concept, ...]:
        """The other notes whose text links to this one, in their order."""
        return tuple(self._linked_from.get(concept.key, ()))

    def related_to(self, concept: Concept) -> tuple[Concept, ...]:
        """The notes that its header names as related and that exist, in its order."""
        found = (self.resolve(name) for name in concept.related)
        return tuple({c.key: c for c in found if c is not None and c.key != concept.key}.values())

    def _backwards(self) -> dict[str, list[Concept]]:
        linked_from: dict[str, list[Concept]] = {}
        for concept in self.concepts:
            targets = {target.key for target in map(self.resolve, concept.links) if target is not None}
            for key in targets - {concept.key}:
                linked_from.setdefault(key, []).append(concept)
        return linked_from


def _paths(concept: Concept) -> tuple[str, ...]:
    folder, _, path = concept.key.partition("/")
    return (concept.key, path or folder, concept.key.rpartition("/")[2])


def _folded(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())
