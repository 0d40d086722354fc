"""The check-in form: what it says, what stands in it, and what comes of saving it."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple

from companion.presentation.translation import _, ngettext
from companion.presentation.zones import ZoneWords, zone_words

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime, timedelta

    from companion.domain.checkin import CheckIn, InputMethod
    from companion.domain.draft import Draft
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

    answers: tuple[ZoneWords, ...]
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

    `first_touch` and `method` say what first set the line of energy, and with what. Ratings are points 0..100.
    """

    points: int | None = None
    zone: Zone | None = None
    note: str = ""
    when: datetime | None = None
    first_touch: int | None = None
    method: InputMethod | None = None
    pleasantness: int | None = None
    safe: int | None = None
    connected: int | None = None
    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    activities: tuple[str, ...] = ()
    body_cues: tuple[str, ...] = ()
    sleep: int | None = None
    slept: timedelta | None = None
    tags: tuple[str, ...] = ()

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to keep."""
        return self.points is None and self.zone is None and not self.says_more

    @property
    def says_more(self) -> bool:
        """True if something is said beside the two answers; when it was says nothing by itself."""
        ratings = (self.pleasantness, self.safe, self.connected, self.sleep, self.slept)
        names = self.people or self.places or self.activities or self.body_cues or self.tags
        return bool(names or self.note.strip()) or any(rating is not None for rating in ratings)


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


def build_state(
    place: Place, draft: Draft | None, words: DateWords, questions: int = 0, *, is_of_today: bool = True
) -> CheckInFormState:
    """The empty form, with the offer to continue `draft` if there is one; More holds `questions` beside a note."""
    offer = "" if draft is None else offer_of(draft, words, is_of_today=is_of_today)
    return empty_form(place, questions)._replace(offer=offer)


def empty_form(place: Place, questions: int = 0) -> CheckInFormState:
    """What the form says while nothing is known of an earlier one; asks neither the store nor the clock."""
    answers = zone_words()
    if place is Place.TODAY:
        return CheckInFormState(
            answers=answers,
            heading=arousal_words().question,
            lead=_("And where is that for you? Nothing is chosen until you choose it."),
            hint=hint_of(answers),
            keys=_("Enter saves"),
            save=_("Save check-in"),
            more=_("More"),
            leave=_("Clear"),
        )
    return CheckInFormState(
        answers=answers,
        heading=_("Where are you right now?"),
        lead=_("How much energy is in your body, and where is that for you?"),
        hint="",
        keys=_("Enter saves, Esc: not now"),
        save=_("Save"),
        more=_more_of(questions),
        leave=_("Not now"),
    )


def offer_of(draft: Draft, words: DateWords, *, is_of_today: bool) -> str:
    """The sentence that continues a half-filled one, which was begun on the person's day or on the one before."""
    begun = draft.begun_at.local
    if is_of_today:
        return _("Continue the one from {time}").format(time=words.time(begun))
    return _("Continue the one from yesterday, {time}").format(time=words.time(begun))


def hint_of(answers: Sequence[ZoneWords]) -> str:
    """How the form is filled in; names the letters that are in force."""
    letters = ",\N{NO-BREAK SPACE}".join(words.letter.upper() for words in answers if words.letter)
    return _("Click the line or type a number. Letters choose the answers: {letters}.").format(letters=letters)


def _more_of(questions: int) -> str:
    if not questions:
        return _("More: a note, when it was")
    words = ngettext("More: {count} question, a note", "More: {count} questions, a note", questions)
    return words.format(count=questions)
