"""What was around a check-in: with whom, where, doing what, and what the body told."""

from dataclasses import dataclass

from companion.domain.tag import Tag, TagKind
from companion.domain.text import clean_tags

_NAMES = ("people", "places", "activities", "body_cues")
_KINDS = (TagKind.PERSON, TagKind.PLACE, TagKind.ACTIVITY, TagKind.BODY_CUE)


@dataclass(frozen=True, slots=True)
class Context:
    """Names, each tuple in the order given and cleaned like tags. Raises DomainError as `clean_tags` does."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    body_cues: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name, names in zip(_NAMES, self._by_kind, strict=True):
            if names:
                object.__setattr__(self, name, clean_tags(names))

    @property
    def is_empty(self) -> bool:
        """True if nothing was said."""
        return not any(self._by_kind)

    @property
    def count(self) -> int:
        """How many names there are."""
        return sum(map(len, self._by_kind))

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All of it as tags, kind by kind."""
        return tuple([Tag(kind, name) for kind, names in zip(_KINDS, self._by_kind, strict=True) for name in names])

    @property
    def _by_kind(self) -> tuple[tuple[str, ...], ...]:
        return self.people, self.places, self.activities, self.body_cues


NO_CONTEXT = Context()
