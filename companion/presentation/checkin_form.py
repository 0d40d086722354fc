"""The check-in form: what it says, what stands in it, and what comes of saving it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from companion.presentation.translation import _
from companion.presentation.zones import zone_words

if TYPE_CHECKING:
    from datetime import datetime

    from companion.domain.checkin import CheckIn, InputMethod
    from companion.domain.draft import Draft
    from companion.domain.moment import Moment
    from companion.domain.zone import Zone
    from companion.presentation.date_words import DateWords


class Place(Enum):
    """Where the form stands."""

    TODAY = "today"
    POPUP = "popup"


class LineWords(NamedTuple):
    """What a line asks, and the words for its two ends."""

    question: str
    low: str
    high: str


class CheckInFormState(NamedTuple):
    """Everything an empty form says. `offer` is the sentence that continues a half-filled one, or ""."""

    heading: str
    lead: str
    hint: str
    keys: str
    save: str
    more: str
    leave: str
    offer: str = ""


class Filled(NamedTuple):
    """What stands in the form. `when` is a wall-clock time without zone, or None for now.

    `first_touch` and `method` say what first set the line, and with what.
    """

    points: int | None = None
    zone: Zone | None = None
    note: str = ""
    when: datetime | None = None
    first_touch: int | None = None
    method: InputMethod | None = None

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to keep."""
        return self.points is None and self.zone is None and not self.note.strip()


class Saved(NamedTuple):
    """It is durable; `line` says so."""

    check_in: CheckIn
    line: str


class Refused(NamedTuple):
    """It was not saved, and why, in one calm line."""

    sentence: str


def arousal_words() -> LineWords:
    """The words of the one line that is always asked."""
    return LineWords(_("How much energy is in your body?"), _("almost none"), _("as much as there can be"))


def build_state(place: Place, draft: Draft | None, now: Moment, words: DateWords) -> CheckInFormState:
    """The empty form, with the offer to continue `draft` if there is one."""
    return empty_form(place)._replace(offer="" if draft is None else offer_of(draft, now, words))


def empty_form(place: Place) -> CheckInFormState:
    """What the form says while nothing is known of an earlier one; asks neither the store nor the clock."""
    if place is Place.TODAY:
        return CheckInFormState(
            heading=arousal_words().question,
            lead=_("And where is that for you? Nothing is chosen until you choose it."),
            hint=_hint(),
            keys=_("Enter saves"),
            save=_("Save check-in"),
            more=_("More"),
            leave=_("Clear"),
        )
    return CheckInFormState(
        heading=_("Where are you right now?"),
        lead=_("How much energy is in your body, and where is that for you?"),
        hint="",
        keys=_("Enter saves, Esc: not now"),
        save=_("Save"),
        more=_("More: a note, when it was"),
        leave=_("Not now"),
    )


def offer_of(draft: Draft, now: Moment, words: DateWords) -> str:
    """The sentence that continues a half-filled one."""
    begun = draft.begun_at.local
    if begun.date() == now.local.date():
        return _("Continue the one from {time}").format(time=words.time(begun))
    return _("Continue the one from yesterday, {time}").format(time=words.time(begun))


def _hint() -> str:
    letters = ", ".join(words.letter.upper() for words in zone_words() if words.letter)
    return _("Click the line or type a number. Letters choose the answers: {letters}.").format(letters=letters)
