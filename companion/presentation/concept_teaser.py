"""A concept in two lines, where a screen offers it."""

from dataclasses import dataclass

from companion.domain.concept import Concept

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class ConceptTeaser:
    """Its key, title, one-line summary and reading time in minutes."""

    key: str
    title: str
    summary: str
    minutes: int


def teaser_of(concept: Concept) -> ConceptTeaser:
    """The teaser of a note."""
    return ConceptTeaser(concept.key, concept.title, concept.summary, reading_minutes(concept.text))


def reading_minutes(text: str) -> int:
    """Whole minutes at 200 words a minute, at least one."""
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))
