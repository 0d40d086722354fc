"""A concept in two lines, where a screen offers it."""

from dataclasses import dataclass

from companion.domain.concept import Concept
from companion.domain.concept_suggestion import Suggestion, Why
from companion.presentation.translation import _

WORDS_A_MINUTE = 200


@dataclass(frozen=True, slots=True)
class ConceptTeaser:
    """Its key, title, one-line summary, reading time in minutes, and why it is offered, or ""."""

    key: str
    title: str
    summary: str
    minutes: int
    why: str = ""


def teaser_of(concept: Concept, why: str = "") -> ConceptTeaser:
    """The teaser of a note."""
    return ConceptTeaser(concept.key, concept.title, concept.summary, reading_minutes(concept.text), why)


def why_words(suggestion: Suggestion) -> str:
    """Why a note is offered, in one plain sentence; nothing where it simply fits everything."""
    return {
        Why.TAG: _("It goes with “{tag}”, which you noted."),
        Why.NEW: _("You changed this note of yours lately."),
        Why.ZONE: _("It goes with what you noted."),
        Why.EVERY_ZONE: "",
    }[suggestion.why].format(tag=suggestion.tag)


def reading_minutes(text: str) -> int:
    """Whole minutes at 200 words a minute, at least one."""
    return max(1, round(len(text.split()) / WORDS_A_MINUTE))
