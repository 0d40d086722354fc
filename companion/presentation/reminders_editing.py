"""Editing a reminder: what the editor begins with, what the form would do, and keeping it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import UserError
from companion.domain.errors import DomainError
from companion.domain.moment_text import comes_twice
from companion.domain.reminder import Manner, Once, Reminder, ReminderRule
from companion.domain.reminder_questions import OFFERED_A_DAY
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_form import FormError, Part, RangeForm, ReminderForm, form_of, once_suggested
from companion.presentation.reminders_words import manner_sentence
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, ngettext
from companion.presentation.twice import TwiceState

if TYPE_CHECKING:
    from companion.application.ports import Clock

KeepIt = Callable[[ReminderRule, Manner, str], object]


class Refusal(NamedTuple):
    """It was not kept, and why, in one calm line; `part` is what it is about, None for the whole."""

    sentence: str
    part: Part | None = None


class Described(NamedTuple):
    """What a form means."""

    rule: ReminderRule
    manner: Manner


class ReminderEditing:
    """One sitting over a reminder, or over a new one. `keep_it` gets its rule, its manner and its own text.

    A new one offers so many moments `a_day`; `advice` says in a sentence why these are more than usual, or nothing.
    """

    def __init__(
        self,
        clock: Clock,
        words: DateWords,
        keep_it: KeepIt,
        reminder: Reminder | None = None,
        text: str = "",
        *,
        a_day: int = OFFERED_A_DAY,
    ) -> None:
        self._clock = clock
        self._words = words
        self._keep_it = keep_it
        new = ReminderForm(ranges=(RangeForm(count=a_day),))
        form = new if reminder is None else form_of(reminder, clock.zone(), text)
        self.form = form if form.once else replace(form, once=once_suggested(clock.now().local))
        is_more = reminder is None and a_day > OFFERED_A_DAY
        self.advice = _advice(a_day) if is_more else ""

    def describe(self, form: ReminderForm) -> str:
        """What it would do, in one sentence; or why there is no such reminder."""
        meant = self._meant(form)
        if isinstance(meant, Refusal):
            return meant.sentence
        return manner_sentence(meant.rule, meant.manner, self._words)

    def keep(self, form: ReminderForm) -> Refusal | None:
        """Keeps it; None once it is durable."""
        meant = self._meant(form)
        if isinstance(meant, Refusal):
            return meant
        try:
            self._keep_it(meant.rule, meant.manner, " ".join(form.text.split()))
        except (DomainError, UserError) as error:
            return Refusal(line_of(error))
        return None

    def twice(self, wall: datetime) -> TwiceState | None:
        """What to ask about a wall-clock time that comes twice."""
        if not comes_twice(wall, self._clock.zone()):
            return None
        return TwiceState(
            _("The clocks show {time} twice that day. Which one is meant?").format(time=self._words.time(wall)),
            _("The first, before they go back"),
            _("The second, after they went back"),
        )

    def _meant(self, form: ReminderForm) -> Described | Refusal:
        now = self._clock.now()
        try:
            described = Described(form.rule(self._clock.zone(), now.zone_name), form.manner())
        except FormError as error:
            return Refusal(_sentence(error), error.part)
        if isinstance(described.rule, Once) and described.rule.at.utc <= now.utc:
            return Refusal(_("This time has passed. Please choose a later one."), Part.ONCE)
        return described


def _advice(a_day: int) -> str:
    return ngettext(
        "In your first two weeks, {count} moment a day helps to get to know the question. Fewer are fine.",
        "In your first two weeks, {count} moments a day help to get to know the question. Fewer are fine.",
        a_day,
    ).format(count=a_day)


def _sentence(error: FormError) -> str:
    if error.part is Part.EVERY:
        return _("The interval has to fit into each stretch of the day at least once.")
    return line_of(error.error)
