"""The quiet card after saving: that it is saved, and one concept that fits. Calmer outside the window than inside."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.checkin import CheckIn
from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.concept_teaser import teaser_of
from companion.presentation.date_words import DateWords
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.domain.practice_suggestion import Suggestion


NEAR = "near"  # in place of a practice's key: somebody to be near, who stands on the Support page


class PracticeOffer(NamedTuple):
    """A practice that fits: its key, what its button says, and a remark where there is one."""

    key: str
    words: str
    remark: str = ""


ABOUT_THE_BODY = ("ours/above-the-window", "ours/below-the-window", "ours/window-of-tolerance")


@dataclass(frozen=True, slots=True)
class AfterCheckInState:
    """`heading` is the sentence of the card; `concept_key` is None where no concept fits or none can be read.

    Outside the window (`is_calm`) it holds the heading and one action and little else: the first of `practices` where
    there are any, the others only when they are asked for (`other_words`), and the concept as a link.
    """

    saved: str
    heading: str
    is_calm: bool
    lead: str = ""
    concept_key: str | None = None
    concept_title: str = ""
    concept_summary: str = ""
    concept_action: str = ""
    practices: tuple[PracticeOffer, ...] = ()
    other_words: str = ""


def build_state(
    check_in: CheckIn,
    concept: Concept | None,
    words: DateWords,
    practices: Sequence[Suggestion] = (),
    near: Sequence[str] = (),
) -> AfterCheckInState:
    """The card for a check-in that was just saved; `near` are names of people who help by being near."""
    saved = saved_line(check_in, words)
    offers = tuple(map(_offer, practices))
    if check_in.zone is not None and check_in.zone.is_outside:
        return _calm_state(saved, concept, (*offers, *_near_offers(near)))
    return replace(_plain_state(saved, concept), practices=offers)


def saved_line(check_in: CheckIn, words: DateWords) -> str:
    """That it is saved, and when it was noted."""
    return _("Saved {time}").format(time=words.time(check_in.created_at.local))


class AfterCheckInPresenter:
    """Finds what fits a check-in; a library that cannot be read only leaves the concept, or the practices, out."""

    def __init__(
        self,
        concept_for: Callable[[Zone | None], Concept | None],
        words: DateWords,
        practices_for: Callable[[Zone | None], Sequence[Suggestion]] = lambda _zone: (),
        near: Callable[[], Sequence[str]] = tuple,
    ) -> None:
        self._concept_for = concept_for
        self._words = words
        self._practices_for = practices_for
        self._near = near

    def state(self, check_in: CheckIn) -> AfterCheckInState:
        """The card for a check-in that was just saved."""
        try:
            concept = self._concept_for(check_in.zone)
        except UserError:
            concept = None
        try:
            practices = self._practices_for(check_in.zone)
        except UserError:
            practices = ()
        is_outside = check_in.zone is not None and check_in.zone.is_outside
        return build_state(check_in, concept, self._words, practices, self._near() if is_outside else ())


def _offer(suggestion: Suggestion) -> PracticeOffer:
    from companion.presentation.practice_words import button_words

    remark = _("Lately it left you heavier.") if suggestion.was_heavier else ""
    return PracticeOffer(suggestion.practice.key, button_words(suggestion.practice), remark)


def _near_offers(names: Sequence[str]) -> tuple[PracticeOffer, ...]:
    """Being near somebody is one practice, however many there are."""
    if not names:
        return ()
    words = _("Be near {name}").format(name=names[0]) if len(names) == 1 else _("Be near someone of mine")
    return (PracticeOffer(NEAR, words),)


def _calm_state(saved: str, concept: Concept | None, practices: tuple[PracticeOffer, ...]) -> AfterCheckInState:
    heading = _("You noticed. That is enough for now.")
    if practices:
        return AfterCheckInState(
            saved,
            heading,
            is_calm=True,
            lead=_("If you like, one thing:"),
            concept_key=None if concept is None else concept.key,
            concept_action="" if concept is None else _calm_action(concept),
            practices=practices,
            other_words=_("Something else") if len(practices) > 1 else "",
        )
    if concept is None:
        return AfterCheckInState(saved, heading, is_calm=True)
    return AfterCheckInState(
        saved,
        heading,
        is_calm=True,
        lead=_("If you like, one thing:"),
        concept_key=concept.key,
        concept_action=_calm_action(concept),
    )


def _calm_action(concept: Concept) -> str:
    """A question in the person's words where the note answers it; its title where it is about something else."""
    return _("What is happening in my body?") if concept.key in ABOUT_THE_BODY else concept.title


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
