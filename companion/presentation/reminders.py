"""The Reminders screen: each reminder in one sentence, and what its switch and its editor mean."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from companion.application.errors import UserError
from companion.application.outlook import NextPrompt
from companion.application.ports import Clock
from companion.application.prompt_rounds import PromptRounds
from companion.application.reminders import ReminderService
from companion.domain.errors import DomainError
from companion.domain.pause import Pause
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder import Manner, Reminder, ReminderKind, ReminderRule
from companion.domain.reminder_questions import OFFERED_A_DAY
from companion.presentation.date_words import DateWords, span_text, when_text
from companion.presentation.desktop_check import Told
from companion.presentation.invitation import own_text_name
from companion.presentation.outlook_words import outlook_sentence
from companion.presentation.reminders_editing import ReminderEditing
from companion.presentation.reminders_fortnight import FortnightState, build_fortnight
from companion.presentation.reminders_pause import PauseChoice, begin_pause
from companion.presentation.reminders_words import name_of as name_of
from companion.presentation.reminders_words import reminder_sentence
from companion.presentation.reminders_words import rule_sentence as rule_sentence
from companion.presentation.reminders_words import weekdays_text as weekdays_text
from companion.presentation.sentences import line_of
from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class ReminderCardState:
    """One reminder: its name, its rule in a sentence, its switch, and when it comes next, if that is known.

    `is_own_name` is True where it is called by what the person lets it say.
    """

    id: str
    name: str
    rule: str
    is_on: bool
    coming: str = ""
    is_own_name: bool = False


@dataclass(frozen=True, slots=True)
class RemindersState:
    """Its cards, the sentence about what comes next (or is paused), and what stands in the way of showing them.

    `fortnight` is None where no reminder is on.
    """

    cards: tuple[ReminderCardState, ...] = ()
    outlook: str = ""
    is_paused: bool = False
    trouble: str = ""
    fortnight: FortnightState | None = None


class OwnTexts(Protocol):
    """Where the person's own words are kept."""

    def words(self) -> Mapping[str, str]:
        """All of them, by what they name."""

    def put_words(self, name: str, text: str) -> object:
        """Keeps some; "" forgets them."""


def trial_sentence(told: Told) -> str:
    """What became of a notification that was asked for as a test."""
    if told is Told.REFUSED:
        return _("This desktop shows no notifications. Reminders come as a small window instead.")
    return _("It can be seen.") if told is Told.NOTICED else _("A test is on its way.")


def build_state(
    reminders: Sequence[Reminder],
    coming: Sequence[NextPrompt],
    pause: Pause | None,
    now: datetime,
    words: DateWords,
    texts: Mapping[str, str] | None = None,
    quiet_hours: QuietHours = NO_QUIET_HOURS,
) -> RemindersState:
    """The screen's content at `now` (aware). `coming` is in the order of time."""
    own = texts or {}
    first = next(iter(coming), None)
    in_force = pause if pause is not None and pause.covers(now) else None
    paused_until = None if in_force is None else in_force.until
    return RemindersState(
        cards=tuple(_card(reminder, coming, own, now, words) for reminder in reminders),
        outlook=outlook_sentence(first, paused_until, now, words) or _nothing_planned(reminders),
        is_paused=in_force is not None,
        fortnight=build_fortnight(coming, quiet_hours, in_force, now, words)
        if any(reminder.is_on for reminder in reminders)
        else None,
    )


class RemindersPresenter:
    """What the switches, the editor and the pause button do. The first reminder offers so many moments a day as it
    is told; what comes beside others offers no more than usual.

    Each intent answers with an empty string, or with the one line that says why it could not be.
    """

    def __init__(
        self,
        reminders: ReminderService,
        rounds: PromptRounds,
        clock: Clock,
        words: DateWords,
        texts: OwnTexts,
        offered_a_day: Callable[[], int] = lambda: OFFERED_A_DAY,
    ) -> None:
        self._reminders = reminders
        self._rounds = rounds
        self._clock = clock
        self._words = words
        self._texts = texts
        self._offered_a_day = offered_a_day
        self._removed: tuple[Reminder, str] | None = None

    def state(self) -> RemindersState:
        """The screen's content now."""
        try:
            reminders, coming = self._reminders.reminders(), self._reminders.coming()
            pause, quiet = self._rounds.current_pause(), self._reminders.quiet_hours()
        except UserError as error:
            return RemindersState(trouble=line_of(error))
        now = self._clock.now().local
        return build_state(reminders, coming, pause, now, self._words, self._texts.words(), quiet)

    def names(self) -> dict[str, str]:
        """What each reminder is called, by its id. Raises UserError(LOCKED)."""
        own = self._texts.words()
        return {
            each.id: own.get(own_text_name(each.id), "") or name_of(each.rule) for each in self._reminders.reminders()
        }

    def edit(self, reminder_id: str | None) -> ReminderEditing | None:
        """One sitting of the editor, over a reminder or a new one; None if the reminder is gone."""
        if reminder_id is None:
            return ReminderEditing(self._clock, self._words, self._add, a_day=self._offered())
        try:
            reminder = self._reminders.find(reminder_id)
        except (DomainError, UserError):
            return None

        def change(rule: ReminderRule, manner: Manner, text: str) -> None:
            self._reminders.change(reminder_id, rule, manner)
            self._put_text(reminder_id, text)

        return ReminderEditing(self._clock, self._words, change, reminder, self._text_of(reminder_id))

    def switch(self, reminder_id: str, is_on: bool) -> str:
        """Switches a reminder."""
        return _tried(lambda: self._reminders.switch(reminder_id, is_on))

    def remove(self, reminder_id: str) -> str:
        """Removes a reminder; what it asked before stays in the ledger. `bring_back` undoes it."""
        return _tried(lambda: self._remove(reminder_id))

    @property
    def may_bring_back(self) -> bool:
        """True if `bring_back` has something to bring back."""
        return self._removed is not None

    def bring_back(self) -> str:
        """Adds the reminder that was removed last again, with the same rule and switched as it was."""
        return _tried(self._bring_back)

    def pause(self, choice: PauseChoice) -> str:
        """Pauses all reminders from now on."""
        return _tried(lambda: begin_pause(self._rounds, choice))

    def end_pause(self) -> str:
        """Ends the pause."""
        return _tried(self._rounds.end_pause)

    def _offered(self) -> int:
        try:
            is_first = not any(reminder.is_on for reminder in self._reminders.reminders())
            return self._offered_a_day() if is_first else OFFERED_A_DAY
        except UserError:
            return OFFERED_A_DAY

    def _add(self, rule: ReminderRule, manner: Manner, text: str) -> None:
        self._put_text(self._reminders.add(rule, manner=manner).id, text)

    def _remove(self, reminder_id: str) -> None:
        removed, text = self._reminders.find(reminder_id), self._text_of(reminder_id)
        self._reminders.remove(removed.id)
        self._put_text(removed.id, "")
        self._removed = removed, text

    def _bring_back(self) -> None:
        if self._removed is not None:
            removed, text = self._removed
            self._put_text(self._reminders.add(removed.rule, removed.is_on, removed.manner).id, text)
            self._removed = None

    def _text_of(self, reminder_id: str) -> str:
        return self._texts.words().get(own_text_name(reminder_id), "")

    def _put_text(self, reminder_id: str, text: str) -> None:
        if text != self._text_of(reminder_id):
            self._texts.put_words(own_text_name(reminder_id), text)


def _nothing_planned(reminders: Sequence[Reminder]) -> str:
    """Where those that are on had their time; one that follows check-ins may come any day."""
    kinds = {reminder.kind for reminder in reminders if reminder.is_on}
    if not kinds or ReminderKind.EVENT in kinds:
        return ""
    return _("Nothing is planned for the next fourteen days.")


def _card(
    reminder: Reminder, coming: Sequence[NextPrompt], texts: Mapping[str, str], now: datetime, words: DateWords
) -> ReminderCardState:
    first = next((each for each in coming if each.reminder_id == reminder.id), None)
    own_name = texts.get(own_text_name(reminder.id), "")
    return ReminderCardState(
        id=reminder.id,
        name=own_name or name_of(reminder.rule),
        rule=reminder_sentence(reminder, words),
        is_on=reminder.is_on,
        coming=_coming_text(first, now, words) if reminder.is_on and first is not None else "",
        is_own_name=bool(own_name),
    )


def _coming_text(coming: NextPrompt, now: datetime, words: DateWords) -> str:
    if coming.at is not None:
        return _("next {when}").format(when=when_text(words, coming.at.local, now))
    start, end = coming.block_start.local, coming.block_end.local
    if start <= now:
        return _("next before {time}").format(time=words.time(end))
    return _("next {when}").format(when=span_text(words, start, end, now))


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""
