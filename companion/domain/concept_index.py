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
        """The other notes whose text links to this one."""
        return tuple(
            other
            for other in self.concepts
            if other.key != concept.key and any(self._is(link, concept) for link in other.links)
        )

    def related_to(self, concept: Concept) -> tuple[Concept, ...]:
        """The notes that its header names as related and that exist, in its order."""
        found = (self.resolve(name) for name in concept.related)
        return tuple({c.key: c for c in found if c is not None and c.key != concept.key}.values())

    def _is(self, link: str, concept: Concept) -> bool:
        target = self.resolve(link)
        return target is not None and target.key == concept.key


def _paths(concept: Concept) -> tuple[str, ...]:
    folder, _, path = concept.key.partition("/")
    return (concept.key, path or folder, concept.key.rpartition("/")[2])


def _folded(name: str) -> str:
    return " ".join(normalize("NFKC", name).casefold().split())
