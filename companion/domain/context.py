"""What was around a check-in: with whom, where, doing what, and what the body told."""

from dataclasses import dataclass

from companion.domain.tag import Tag, TagKind
from companion.domain.text import clean_tags


@dataclass(frozen=True, slots=True)
class Context:
    """Names, each tuple in the order given and cleaned like tags. Raises DomainError as `clean_tags` does."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    body_cues: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        for name in ("people", "places", "activities", "body_cues"):
            object.__setattr__(self, name, clean_tags(getattr(self, name)))

    @property
    def is_empty(self) -> bool:
        """True if nothing was said."""
        return not (self.people or self.places or self.activities or self.body_cues)

    @property
    def tags(self) -> tuple[Tag, ...]:
        """All of it as tags, kind by kind."""
        return (
            *(Tag(TagKind.PERSON, name) for name in self.people),
            *(Tag(TagKind.PLACE, name) for name in self.places),
            *(Tag(TagKind.ACTIVITY, name) for name in self.activities),
            *(Tag(TagKind.BODY_CUE, name) for name in self.body_cues),
        )


NO_CONTEXT = Context()
