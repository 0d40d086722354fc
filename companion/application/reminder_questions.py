"""Asking about the reminders themselves, once in a while and without a word of blame, and doing what was answered."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from companion.application.days import DayService
from companion.application.ports import Clock, IdSource
from companion.application.reminder_changes import ReminderChanges
from companion.application.store_ports import Store
from companion.application.vault_ports import Vault
from companion.domain.fewer import at_most_in_all, fewer
from companion.domain.moment import Moment
from companion.domain.pause import A_WEEK, Pause, begin_of_day
from companion.domain.prompt import PromptState
from companion.domain.reminder import Reminder
from companion.domain.reminder_questions import (
    BURST_DAYS,
    DAYS_TO_LOOK_AT,
    OFFERED_AT_REST,
    QUARTER_DAYS,
    AskedQuestion,
    Choice,
    Question,
    has_few_answers,
    may_ask,
    needs_rest,
    offered_a_day,
)


@dataclass(frozen=True, slots=True)
class _Before:
    """What there was before an answer."""

    asked: AskedQuestion
    reminders: tuple[Reminder, ...]
    pause: Pause | None


class ReminderQuestions:
    """All of it raises UserError(LOCKED) while locked."""

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, changes: ReminderChanges) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._changes = changes
        self._days = DayService(vault, clock)
        self._before: _Before | None = None

    def waiting(self) -> Question | None:
        """What is to be asked now; None nearly always, and while reminders are off or paused."""
        now = self._clock.now()
        with self._vault.reading() as store:
            reminders = [reminder for reminder in store.reminders.all() if reminder.is_on]
            asked, pause = store.questions.all(), store.pauses.current()
            is_paused = pause is not None and pause.covers(now.utc)
            if not reminders or is_paused or not may_ask(asked, now.utc):
                return None
            return _due(store, reminders, asked, now)

    def answer(self, question: Question, choice: Choice) -> None:
        """Does what was chosen, and asks nothing more for 28 days; `take_back` undoes it."""
        now = self._clock.now()
        asked = AskedQuestion(self._ids.new_id(), question, now, choice)
        end = self._end_of_rest(choice)
        with self._changes.begin(now) as store:
            reminders = tuple(store.reminders.all())
            self._before = _Before(asked, reminders, store.pauses.current())
            store.questions.add(asked)
            for before, after in zip(reminders, _changed(choice, reminders), strict=True):
                if after != before:
                    store.reminders.change(replace(after, changed_at=now))
            if end is not None:
                store.pauses.set(Pause(now, end))

    def take_back(self) -> None:
        """Everything is as it was before the last answer; a reminder removed or changed meanwhile stays so."""
        before, self._before = self._before, None
        if before is None:
            return
        now, choice = self._clock.now(), before.asked.choice
        with self._changes.begin(now) as store:
            store.questions.remove(before.asked.id)
            here = {reminder.id: reminder for reminder in store.reminders.all()}
            for one, changed in zip(before.reminders, _changed(choice, before.reminders), strict=True):
                present = here.get(one.id)
                if changed != one and present == replace(changed, changed_at=before.asked.at):
                    store.reminders.change(replace(one, changed_at=now))
            if choice in _RESTS:
                store.pauses.set(before.pause)

    def offered_a_day(self) -> int:
        """How many prompts a day a new reminder is to offer."""
        return offered_a_day(self._days.today(), self._first_day())

    def _first_day(self) -> date | None:
        with self._vault.reading() as store:
            days = store.days.range()
        return None if days is None else days[0]

    def _end_of_rest(self, choice: Choice) -> Moment | None:
        if choice not in _RESTS:
            return None
        return begin_of_day(self._days.today(), _RESTS[choice], self._days.day_start, self._clock.zone())


_RESTS = {Choice.A_WEEK_OFF: A_WEEK, Choice.BURSTS: QUARTER_DAYS - BURST_DAYS}


def _due(store: Store, reminders: Sequence[Reminder], asked: Sequence[AskedQuestion], now: Moment) -> Question | None:
    records = store.ledger.between(now.utc - timedelta(days=DAYS_TO_LOOK_AT), now.utc)
    if has_few_answers(records, max(reminder.changed_at.utc for reminder in reminders), now.utc):
        return Question.FEW_ANSWERS
    shown_days = {record.prompt.day for record in records if record.first(PromptState.SHOWN) is not None}
    return Question.REST if needs_rest(shown_days, asked, now.local.date()) else None


def _changed(choice: Choice, reminders: Sequence[Reminder]) -> list[Reminder]:
    """The reminders, in their order, as the choice leaves them; those that are off stay as they are."""
    match choice:
        case Choice.FEWER:
            return [replace(each, rule=fewer(each.rule)) if each.is_on else each for each in reminders]
        case Choice.NONE:
            return [replace(each, is_on=False) for each in reminders]
        case Choice.TWO_A_DAY:
            left = iter(at_most_in_all([each.rule for each in reminders if each.is_on], OFFERED_AT_REST))
            return [replace(each, rule=next(left)) if each.is_on else each for each in reminders]
        case _:
            return list(reminders)
