"""The Reminders screen: each reminder in one sentence, and what its switch and its editor mean."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.application.errors import UserError
from companion.application.outlook import NextPrompt
from companion.application.ports import Clock
from companion.application.prompt_rounds import PromptRounds
from companion.application.reminders import ReminderService
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.reminder import (
    EVERY_DAY,
    MINUTES_A_DAY,
    AtInterval,
    FixedTimes,
    Once,
    RandomInBlocks,
    Reminder,
    ReminderRule,
    TimeRange,
)
from companion.presentation.date_words import DateWords
from companion.presentation.outlook_words import outlook_sentence
from companion.presentation.sentences import line_of
from companion.presentation.translation import _, ngettext

WORKING_WEEK = frozenset(range(5))
PAUSE_CHOICES = (timedelta(hours=1), timedelta(hours=4), timedelta(hours=24))


@dataclass(frozen=True, slots=True)
class ReminderCardState:
    """One reminder: its name, its rule in a sentence, its switch; `can_edit` is False for kinds without an editor."""

    id: str
    name: str
    rule: str
    is_on: bool
    can_edit: bool


@dataclass(frozen=True, slots=True)
class RemindersState:
    """Its cards, the sentence about what comes next (or is paused), and what stands in the way of showing them."""

    cards: tuple[ReminderCardState, ...] = ()
    outlook: str = ""
    is_paused: bool = False
    trouble: str = ""


@dataclass(frozen=True, slots=True)
class ReminderForm:
    """What the editor holds: times as minutes after midnight, the gap in minutes."""

    is_random: bool = True
    times: tuple[int, ...] = (10 * 60,)
    count: int = 4
    start: int = 9 * 60
    end: int = 21 * 60
    gap: int = 60
    weekdays: frozenset[int] = EVERY_DAY

    def rule(self) -> ReminderRule:
        """The rule it describes. Raises DomainError for one that cannot be."""
        if self.is_random:
            between = TimeRange(self.start, self.end)
            return RandomInBlocks(self.count, between, timedelta(minutes=self.gap), self.weekdays)
        return FixedTimes(self.times, self.weekdays)


def form_of(rule: ReminderRule) -> ReminderForm | None:
    """The editor's content for a rule; None for a kind it cannot show."""
    match rule:
        case FixedTimes(times, weekdays):
            return ReminderForm(is_random=False, times=times, weekdays=weekdays)
        case RandomInBlocks(count, between, gap, weekdays):
            return ReminderForm(
                count=count, start=between.start, end=between.end, gap=_minutes(gap), weekdays=weekdays
            )
        case _:
            return None


def build_state(
    reminders: Iterable[Reminder],
    coming: NextPrompt | None,
    paused_until: Moment | None,
    now: datetime,
    words: DateWords,
) -> RemindersState:
    """The screen's content at `now` (aware)."""
    cards = tuple(
        ReminderCardState(r.id, name_of(r.rule), rule_sentence(r.rule, words), r.is_on, form_of(r.rule) is not None)
        for r in reminders
    )
    return RemindersState(
        cards=cards,
        outlook=outlook_sentence(coming, paused_until, now, words),
        is_paused=paused_until is not None and paused_until.utc > now,
    )


def name_of(rule: ReminderRule) -> str:
    """A short name for a kind of reminder."""
    match rule:
        case FixedTimes():
            return _("At set times")
        case RandomInBlocks():
            return _("Through the day")
        case AtInterval():
            return _("Every so often")
        case Once():
            return _("Once")


def rule_sentence(rule: ReminderRule, words: DateWords) -> str:
    """The rule in plain words."""
    match rule:
        case FixedTimes(times, weekdays):
            at = ", ".join(words.clock_time(minute) for minute in times)
            return _("{times}, {days}").format(times=at, days=weekdays_text(weekdays, words))
        case RandomInBlocks(weekdays=weekdays):
            return _("{moments}, {days}").format(
                moments=_moments_text(rule, words), days=weekdays_text(weekdays, words)
            )
        case AtInterval(every, between, weekdays):
            return _("Every {minutes} min between {start} and {end}, {days}").format(
                minutes=_minutes(every),
                start=words.clock_time(between.start),
                end=_end_text(between, words),
                days=weekdays_text(weekdays, words),
            )
        case Once(at):
            return _("{day}, {time}").format(day=words.day(at.local.date()), time=words.time(at.local))


def weekdays_text(weekdays: frozenset[int], words: DateWords) -> str:
    """Such as "every day", "Mon to Fri" or "Mon Wed Fri"."""
    if weekdays == EVERY_DAY:
        return _("every day")
    if weekdays == WORKING_WEEK:
        return _("{first} to {last}").format(first=words.weekday(0), last=words.weekday(4))
    first = words.first_weekday()
    ordered = sorted(weekdays, key=lambda day: (day - first) % 7)
    return " ".join(words.weekday(day) for day in ordered)


class RemindersPresenter:
    """What the switches, the editor and the pause button do.

    Each intent answers with an empty string, or with the one line that says why it could not be.
    """

    def __init__(self, reminders: ReminderService, rounds: PromptRounds, clock: Clock, words: DateWords) -> None:
        self._reminders = reminders
        self._rounds = rounds
        self._clock = clock
        self._words = words
        self._removed: Reminder | None = None

    def state(self) -> RemindersState:
        """The screen's content now."""
        try:
            reminders, coming = self._reminders.reminders(), self._rounds.next_prompt()
            until = self._rounds.paused_until()
        except UserError as error:
            return RemindersState(trouble=line_of(error))
        return build_state(reminders, coming, until, self._clock.now().local, self._words)

    def form(self, reminder_id: str) -> ReminderForm | None:
        """What the editor shows of a reminder; None if it is gone or has no editor."""
        try:
            return form_of(self._reminders.find(reminder_id).rule)
        except (DomainError, UserError):
            return None

    def keep(self, form: ReminderForm, reminder_id: str | None) -> str:
        """Adds a reminder, switched on, or changes one."""
        if reminder_id is None:
            return _tried(lambda: self._reminders.add(form.rule()))
        return _tried(lambda: self._reminders.change(reminder_id, form.rule()))

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

    def pause(self, length: timedelta) -> str:
        """Pauses all reminders from now on; it ends by itself."""
        return _tried(lambda: self._rounds.pause_for(length))

    def end_pause(self) -> str:
        """Ends the pause."""
        return _tried(self._rounds.end_pause)

    def _remove(self, reminder_id: str) -> None:
        removed = self._reminders.find(reminder_id)
        self._reminders.remove(removed.id)
        self._removed = removed

    def _bring_back(self) -> None:
        removed = self._removed
        if removed is not None:
            self._reminders.add(removed.rule, removed.is_on)
            self._removed = None


def _tried(act: Callable[[], object]) -> str:
    try:
        act()
    except (DomainError, UserError) as error:
        return line_of(error)
    return ""


def _moments_text(rule: RandomInBlocks, words: DateWords) -> str:
    """Such as "4 moments between 09:00 and 21:00, at least 60 min apart"."""
    moments = ngettext(
        "{count} moment between {start} and {end}", "{count} moments between {start} and {end}", rule.count
    ).format(count=rule.count, start=words.clock_time(rule.between.start), end=_end_text(rule.between, words))
    if rule.count == 1 or not rule.gap:
        return moments
    return _("{moments}, at least {gap} min apart").format(moments=moments, gap=_minutes(rule.gap))


def _end_text(between: TimeRange, words: DateWords) -> str:
    return _("midnight") if between.end == MINUTES_A_DAY else words.clock_time(between.end)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
