"""The quiet card after saving: that it is saved, and one concept that fits. Calmer outside the window than inside."""

from collections.abc import Callable
from dataclasses import dataclass

from companion.application.errors import UserError
from companion.domain.checkin import CheckIn
from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.concept_teaser import teaser_of
from companion.presentation.date_words import DateWords
from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class AfterCheckInState:
    """`heading` is the sentence of the card; `concept_key` is None where no concept fits or none can be read.

    Outside the window (`is_calm`) it holds the heading and one action and nothing else.
    """

    saved: str
    heading: str
    is_calm: bool
    lead: str = ""
    concept_key: str | None = None
    concept_title: str = ""
    concept_summary: str = ""
    concept_action: str = ""


def build_state(check_in: CheckIn, concept: Concept | None, words: DateWords) -> AfterCheckInState:
    """The card for a check-in that was just saved."""
    saved = saved_line(check_in, words)
    if check_in.zone is not None and check_in.zone.is_outside:
        return _calm_state(saved, concept)
    return _plain_state(saved, concept)


def saved_line(check_in: CheckIn, words: DateWords) -> str:
    """That it is saved, and when it was noted."""
    return _("Saved {time}").format(time=words.time(check_in.created_at.local))


class AfterCheckInPresenter:
    """Finds the concept for a check-in; a library that cannot be read only leaves the concept out."""

    def __init__(self, concept_for: Callable[[Zone | None], Concept | None], words: DateWords) -> None:
        self._concept_for = concept_for
        self._words = words

    def state(self, check_in: CheckIn) -> AfterCheckInState:
        """The card for a check-in that was just saved."""
        try:
            concept = self._concept_for(check_in.zone)
        except UserError:
            concept = None
        return build_state(check_in, concept, self._words)


def _calm_state(saved: str, concept: Concept | None) -> AfterCheckInState:
    heading = _("You noticed. That is enough for now.")
    if concept is None:
        return AfterCheckInState(saved, heading, is_calm=True)
    return AfterCheckInState(
        saved,
        heading,
        is_calm=True,
        lead=_("If you like, one thing:"),
        concept_key=concept.key,
        concept_action=_("What is happening in my body?"),
    )


def _plain_state(saved: str, concept: Concept | None) -> AfterCheckInState:
    heading = _("Thank you for noticing.")
    if concept is None:
        return AfterCheckInState(saved, heading, is_calm=False)
    teaser = teaser_of(concept)
    return AfterCheckInState(
        saved,
        heading,
        is_calm=False,
        lead=_("A concept for this moment"),
        concept_key=teaser.key,
        concept_title=teaser.title,
        concept_summary=teaser.summary,
        concept_action=_("Read, {minutes} min").format(minutes=teaser.minutes),
    )
