"""The Reminders screen: each reminder in one sentence, and what its switch and its editor mean."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta

from companion.application.ports import Clock
from companion.application.prompt_rounds import PromptRounds
from companion.application.reminders import ReminderService
from companion.domain.errors import DomainError
from companion.domain.moment import Moment
from companion.domain.reminder import (
    EVERY_DAY,
    AtInterval,
    FixedTimes,
    Once,
    RandomInBlocks,
    Reminder,
    ReminderRule,
    TimeRange,
)
from companion.presentation.date_words import DateWords
from companion.presentation.sentences import sentence_of
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
    """`pause` is a sentence while reminders are paused, else empty."""

    cards: tuple[ReminderCardState, ...]
    pause: str


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
            minutes = int(gap.total_seconds() // 60)
            return ReminderForm(True, (10 * 60,), count, between.start, between.end, minutes, weekdays)
        case _:
            return None


def build_state(reminders: Iterable[Reminder], paused_until: Moment | None, words: DateWords) -> RemindersState:
    """The screen's content."""
    cards = tuple(
        ReminderCardState(r.id, name_of(r.rule), rule_sentence(r.rule, words), r.is_on, form_of(r.rule) is not None)
        for r in reminders
    )
    pause = ""
    if paused_until is not None:
        pause = _("Paused until {time}. It ends by itself.").format(time=words.time(paused_until.local))
    return RemindersState(cards, pause)


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
        case RandomInBlocks(count, between, gap, weekdays):
            return _("{moments} between {start} and {end}, at least {gap} min apart, {days}").format(
                moments=ngettext("{count} moment", "{count} moments", count).format(count=count),
                start=words.clock_time(between.start),
                end=words.clock_time(between.end),
                gap=int(gap.total_seconds() // 60),
                days=weekdays_text(weekdays, words),
            )
        case AtInterval(every, between, weekdays):
            return _("every {minutes} min between {start} and {end}, {days}").format(
                minutes=int(every.total_seconds() // 60),
                start=words.clock_time(between.start),
                end=words.clock_time(between.end),
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
    """What the switches, the editor and the pause button do. Each answers with a sentence if it could not."""

    def __init__(self, reminders: ReminderService, rounds: PromptRounds, clock: Clock, words: DateWords) -> None:
        self._reminders = reminders
        self._rounds = rounds
        self._clock = clock
        self._words = words

    def state(self) -> RemindersState:
        """The screen's content now."""
        return build_state(self._reminders.reminders(), self._rounds.paused_until(), self._words)

    def form(self, reminder_id: str) -> ReminderForm:
        """What the editor shows of a reminder."""
        return form_of(self._reminders.find(reminder_id).rule) or ReminderForm()

    def keep(self, form: ReminderForm, reminder_id: str | None) -> str:
        """Adds a reminder, switched on, or changes one. An empty string, or the sentence that says why not."""
        try:
            if reminder_id is None:
                self._reminders.add(form.rule())
            else:
                self._reminders.change(reminder_id, form.rule())
        except DomainError as error:
            return sentence_of(error)
        return ""

    def switch(self, reminder_id: str, is_on: bool) -> None:
        """Switches a reminder."""
        self._reminders.switch(reminder_id, is_on)

    def remove(self, reminder_id: str) -> None:
        """Removes a reminder; what it asked before stays in the ledger."""
        self._reminders.remove(reminder_id)

    def pause(self, length: timedelta) -> None:
        """Pauses all reminders from now on; it ends by itself."""
        self._rounds.pause_for(length)

    def end_pause(self) -> None:
        """Ends the pause."""
        self._rounds.end_pause()
