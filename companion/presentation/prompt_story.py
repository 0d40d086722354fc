"""Why did it ask me, why did it not: what became of each prompt of a day, step by step, in words."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Protocol

from companion.application.errors import UserError
from companion.application.ports import Clock
from companion.domain.answered_of_shown import AnsweredOfShown
from companion.domain.delivery import is_waiting
from companion.domain.prompt import Prompt, PromptRecord
from companion.domain.reminder import MINUTES_A_DAY, ReminderKind
from companion.presentation.date_words import DateWords
from companion.presentation.prompt_words import prompt_words, step_words
from companion.presentation.translation import _, ngettext


@dataclass(frozen=True, slots=True)
class StoryStep:
    """One step: the time at which it was taken, and what it was."""

    time: str
    words: str


@dataclass(frozen=True, slots=True)
class PromptStory:
    """One prompt: when it was meant to come, of which reminder, what became of it, why it was planned, its steps."""

    when: str
    reminder: str
    outcome: str
    origin: str
    steps: tuple[StoryStep, ...]


@dataclass(frozen=True, slots=True)
class StoryDayState:
    """A day's prompts in order, what is said where there are none, and whether there are days before and after it."""

    title: str
    prompts: tuple[PromptStory, ...]
    empty: str
    has_earlier: bool
    has_later: bool


@dataclass(frozen=True, slots=True)
class CountsLine:
    """What a reminder is called, and how many of its prompts were answered; never as a share of anything."""

    name: str
    words: str


class Stories(Protocol):
    """What became of prompts. All of it raises UserError(LOCKED) while locked."""

    def on_day(self, day: date) -> Sequence[PromptRecord]:
        """Those of a calendar date, by time."""

    def days_before(self, day: date | None, limit: int) -> Sequence[date]:
        """The newest dates that have prompts, newest first; with a `day` only earlier ones."""

    def answered_of_shown(self) -> Mapping[str, AnsweredOfShown]:
        """The counts of each reminder, by its id."""


class StoryPresenter:
    """One day at a time, beginning with today. `names` are those of the reminders that are still there."""

    def __init__(
        self, stories: Stories, names: Callable[[], Mapping[str, str]], clock: Clock, words: DateWords
    ) -> None:
        self._stories = stories
        self._names = names
        self._clock = clock
        self._words = words
        self._day: date | None = None

    def state(self) -> StoryDayState | None:
        """The page's content now; None while locked."""
        now = self._clock.now().local
        day = self._day or now.date()
        try:
            records, earlier = self._stories.on_day(day), self._stories.days_before(day, 1)
            names = self._names()
        except UserError:
            return None
        return build_day(day, records, names, now, self._words, has_earlier=bool(earlier))

    def counts(self) -> tuple[CountsLine, ...]:
        """How many were answered of those that were shown, for each reminder that is still there; () while locked."""
        try:
            counts, names = self._stories.answered_of_shown(), self._names()
        except UserError:
            return ()
        return tuple(
            CountsLine(name, _counts_text(counts[reminder_id]))
            for reminder_id, name in names.items()
            if reminder_id in counts and counts[reminder_id].planned
        )

    def show_today(self) -> None:
        """Today, whichever day was shown before."""
        self._day = None

    def go_earlier(self) -> None:
        """The day before it that has prompts; where there is none it stays."""
        today = self._clock.now().local.date()
        try:
            earlier = self._stories.days_before(self._day or today, 1)
        except UserError:
            return
        self._day = earlier[0] if earlier else self._day

    def go_later(self) -> None:
        """The day after it, up to today."""
        today = self._clock.now().local.date()
        if self._day is not None:
            self._day = self._day + timedelta(days=1) if self._day < today else None


def build_day(
    day: date,
    records: Sequence[PromptRecord],
    names: Mapping[str, str],
    now: datetime,
    words: DateWords,
    *,
    has_earlier: bool,
) -> StoryDayState:
    """The page of `day`, seen at `now` (aware, local); `names` has those of the reminders that are still there.

    A random moment that is still to come is told by the span that holds it, so that it stays a surprise.
    """
    return StoryDayState(
        title=_("Today") if day == now.date() else words.long_day(day),
        prompts=tuple(_story(record, names, now, words) for record in _in_order(records, now)),
        empty="" if records else _("Nothing was planned for this day."),
        has_earlier=has_earlier,
        has_later=day < now.date(),
    )


def _in_order(records: Sequence[PromptRecord], now: datetime) -> list[PromptRecord]:
    """By time; a surprise to come by the beginning of its span, so that its place says nothing either."""
    return sorted(records, key=lambda r: (r.prompt.block_start if _is_surprise(r, now) else r.prompt.at).utc)


def _story(record: PromptRecord, names: Mapping[str, str], now: datetime, words: DateWords) -> PromptStory:
    prompt = record.prompt
    is_surprise = _is_surprise(record, now)
    is_to_come = is_waiting(record) and prompt.at.utc > now
    return PromptStory(
        when=_block_text(prompt, words) if is_surprise else words.time(prompt.at.local),
        reminder=names.get(prompt.reminder_id, "") or _("A reminder that is not there any more"),
        outcome=_("still to come") if is_to_come else prompt_words(record),
        origin=_origin(prompt, words),
        steps=_steps(record, words),
    )


def _is_surprise(record: PromptRecord, now: datetime) -> bool:
    prompt = record.prompt
    return prompt.kind is ReminderKind.RANDOM and is_waiting(record) and prompt.at.utc > now


def _steps(record: PromptRecord, words: DateWords) -> tuple[StoryStep, ...]:
    """What came after the planning; a single step is the outcome, which is said already."""
    told = [StoryStep(words.time(step.at.local), step_words(step)) for step in record.transitions[1:]]
    return tuple(told) if len(told) > 1 else ()


def _origin(prompt: Prompt, words: DateWords) -> str:
    match prompt.kind:
        case ReminderKind.RANDOM:
            return _("A moment drawn by chance {between}.").format(between=_block_text(prompt, words))
        case ReminderKind.INTERVAL:
            return _("The middle of the time {between}.").format(between=_block_text(prompt, words))
        case ReminderKind.EVENT:
            return _("It followed a check-in.")
        case ReminderKind.ONCE:
            return _("You asked for it once.")
        case ReminderKind.FIXED:
            return _("A set time.")


def _counts_text(counts: AnsweredOfShown) -> str:
    rest = counts.planned - counts.shown
    if not counts.shown:
        return ngettext(
            "{count} was planned, and did not come", "{count} were planned, and did not come", rest
        ).format(count=rest)
    shown = ngettext("{count} was shown", "{count} were shown", counts.shown).format(count=counts.shown)
    answered = ngettext("{count} of them answered", "{count} of them answered", counts.answered)
    parts = [shown, answered.format(count=counts.answered)]
    if rest:
        parts.append(ngettext("{count} more did not come", "{count} more did not come", rest).format(count=rest))
    return ", ".join(parts)


def _block_text(prompt: Prompt, words: DateWords) -> str:
    start, end = prompt.block_start.local, prompt.block_end.local
    minute = end.hour * 60 + end.minute if end.date() == start.date() else MINUTES_A_DAY
    end_words = _("midnight") if minute == MINUTES_A_DAY else words.time(end)
    return _("between {start} and {end}").format(start=words.time(start), end=end_words)
