"""Planning: the ledger is given the prompts of each day when it begins, and follows zone, clock and reminders."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.last_noted import last_noted
from companion.domain.asking_again import ASK_AGAIN, prompt_to_ask_again
from companion.domain.delivery import BETWEEN_PROMPTS, is_waiting
from companion.domain.event_slots import EventSlot, earliest_cause, slots_after
from companion.domain.hold_rules import HoldRules
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition
from companion.domain.reconcile import Revision, revise
from companion.domain.reminder import MINUTES_A_DAY, AfterCheckIn, Once, Reminder
from companion.domain.schedule import Slot, plan_day
from companion.domain.wall_time import instant_of, local_date, moment_at

if TYPE_CHECKING:
    from companion.application.store_ports import Store
    from companion.application.vault_ports import PromptPlanFile
    from companion.domain.moment import Moment

MOST_DAYS_BACK = 366
DAYS_AHEAD = 14
_A_DAY = timedelta(days=1)
_JUST_AFTER = timedelta(microseconds=1)
_WIDEST_STEP_OF_DATE = timedelta(days=2)  # a journey across the date line

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Plan:
    """Planning at one moment in one time zone, inside one transaction on the store."""

    store: Store
    now: Moment
    zone: tzinfo

    @property
    def today(self) -> date:
        """The calendar date by the wall clock."""
        return local_date(self.now.utc, self.zone)

    @property
    def next_midnight(self) -> datetime:
        """The instant at which today ends."""
        return instant_of(self.today, MINUTES_A_DAY, self.zone)

    def next_plan(self) -> datetime | None:
        """The instant at which the next day has to be planned; None while no reminder is on."""
        return self.next_midnight if self.reminders_on() else None

    def bring_up_to_date(self) -> bool:
        """Writes what the ledger lacks of every day up to today, at most 366 days back; True if anything changed."""
        reminders = self._reminders_with_true_dates()
        ledger = self.store.ledger
        waiting = [record for record in ledger.unfinished() if is_waiting(record)]
        changed = self._replace(_unwanted(waiting, reminders)) | self._ask_again_from_now(waiting)
        unplanned = self._unplanned_days(reminders)
        following = {each.id: self._following(each) for each in reminders}
        for day, due in self._days_to_look_at(reminders, waiting, unplanned, following):
            records = ledger.on_day(day)
            for reminder in due:
                slots = [each.slot for each in following[reminder.id] if each.day == day]
                changed |= self._follow(self._revision(reminder, day, records, slots))
        for day in unplanned:
            ledger.mark_planned(day)
        return changed

    def coming(self) -> list[PromptRecord]:
        """The prompts still to come within fourteen days, by time: written ones, and those of days not yet begun.

        What is not yet written counts as planned when its reminder was last changed, so that it stays the same.
        """
        written = [record for record in self.store.ledger.unfinished() if is_waiting(record)]
        return sorted([*written, *self._unwritten()], key=lambda record: record.prompt.at.utc)

    def for_locked_times(self) -> list[PromptRecord]:
        """What has to be known beside a locked store: prompts shown a moment ago, open ones, and those to come."""
        ledger = self.store.ledger
        recent = ledger.between(self.now.utc - _A_DAY, self.now.utc)
        just_shown = [record for record in recent if record.is_final and self._was_just_shown(record)]
        return [*just_shown, *(r for r in ledger.unfinished() if r.is_open), *self.coming()]

    def rules_for_locked_times(self) -> HoldRules:
        """What holds prompts back, for the same."""
        store = self.store
        return HoldRules(store.pauses.current(), store.quiet_hours.current(), last_noted(store, self.now.utc))

    def reminders_on(self) -> list[Reminder]:
        """The reminders that are switched on."""
        return [reminder for reminder in self.store.reminders.all() if reminder.is_on]

    def _reminders_with_true_dates(self) -> list[Reminder]:
        """One changed in the future was changed before the clock was set back: it counts from now."""
        reminders = self.reminders_on()
        for place, reminder in enumerate(reminders):
            if reminder.changed_at.utc > self.now.utc:
                reminders[place] = replace(reminder, changed_at=self.now)
                self.store.reminders.change(reminders[place])
        return reminders

    def _unplanned_days(self, reminders: Iterable[Reminder]) -> list[date]:
        """The dates up to today whose plan rows are not written yet, oldest first."""
        last = self.store.ledger.last_planned_day()
        if last is None:
            last = min((local_date(r.changed_at.utc, self.zone) for r in reminders), default=self.today) - _A_DAY
        count = min((self.today - last).days, MOST_DAYS_BACK)
        return [self.today - number * _A_DAY for number in reversed(range(count))]

    def _following(self, reminder: Reminder) -> tuple[EventSlot, ...]:
        """What follows the check-ins of the last time, where the reminder is one that does."""
        rule, now = reminder.rule, self.now.utc
        if not isinstance(rule, AfterCheckIn):
            return ()
        causes = self.store.check_ins.between(earliest_cause(rule, now), now + _JUST_AFTER)
        return slots_after(rule, causes, reminder.changed_at.utc)

    def _days_to_look_at(
        self,
        reminders: Iterable[Reminder],
        waiting: Iterable[PromptRecord],
        unplanned: list[date],
        following: Mapping[str, Iterable[EventSlot]],
    ) -> list[tuple[date, list[Reminder]]]:
        """Dates in order, each with the reminders to plan: new dates, today, and where prompts are still to come."""
        due: dict[date, list[Reminder]] = {}
        for reminder in reminders:
            days = {record.prompt.day for record in waiting if record.prompt.reminder_id == reminder.id}
            match reminder.rule:
                case Once():
                    days = self._days_of_once(reminder.rule, unplanned)
                case AfterCheckIn():
                    days |= {each.day for each in following[reminder.id]}
                case _:
                    days |= {*unplanned, self.today}
            for day in days:
                due.setdefault(day, []).append(reminder)
        return sorted(due.items(), key=lambda item: item[0])

    def _days_of_once(self, rule: Once, unplanned: list[date]) -> set[date]:
        """Its own date, which after a journey need not be the date here."""
        day = rule.at.local.date()
        first = min([*unplanned[:1], self.today - _WIDEST_STEP_OF_DATE])
        return {day} if first <= day and (day <= self.today or rule.at.utc < self.next_midnight) else set()

    def _revision(
        self, reminder: Reminder, day: date, records: Iterable[PromptRecord], following: Sequence[Slot] = ()
    ) -> Revision:
        slots = (*plan_day(reminder, day, self.zone, self.store.secret), *following)
        own = [record for record in records if record.prompt.reminder_id == reminder.id]
        return revise(reminder, day, slots, own, self.now.utc)

    def _follow(self, revision: Revision) -> bool:
        self._replace(revision.replaced)
        self.store.ledger.plan(revision.planned, self.now)
        return bool(revision.replaced or revision.planned)

    def _ask_again_from_now(self, waiting: Iterable[PromptRecord]) -> bool:
        """What was asked for in the future was asked for before the clock was set back: it comes as long from now."""
        ahead = [r for r in waiting if r.prompt.reminder_id == ASK_AGAIN and r.transitions[0].at.utc > self.now.utc]
        self._replace(record.prompt.id for record in ahead)
        waits = {record.prompt.at.utc - record.transitions[0].at.utc for record in ahead}
        again = (prompt_to_ask_again(moment_at(self.now.utc + wait, self.zone)) for wait in waits)
        self.store.ledger.plan(again, self.now)
        return bool(ahead)

    def _replace(self, prompt_ids: Iterable[str]) -> bool:
        replaced = [
            self.store.ledger.append(Transition(prompt_id, PromptState.REPLACED, self.now))
            for prompt_id in prompt_ids
        ]
        return any(replaced)

    def _unwritten(self) -> Iterator[PromptRecord]:
        """Today's too: where no program runs, the day's rows and what follows a check-in are not written yet."""
        written = self.store.ledger.between(self.now.utc - _WIDEST_STEP_OF_DATE, None)
        for reminder in self.reminders_on():
            following = self._following(reminder)
            is_after = isinstance(reminder.rule, AfterCheckIn)
            days = {each.day for each in following} if is_after else self._days_ahead()
            planned_at = self.now if is_after else reminder.changed_at  # what it follows came before it
            for day in days:
                records = [record for record in written if record.prompt.day == day]
                slots = [each.slot for each in following if each.day == day]
                for prompt in self._revision(reminder, day, records, slots).planned:
                    if prompt.at.utc >= self.now.utc:
                        yield _as_planned(prompt, planned_at)

    def _days_ahead(self) -> set[date]:
        return {self.today + number * _A_DAY for number in range(DAYS_AHEAD)}

    def _was_just_shown(self, record: PromptRecord) -> bool:
        shown = (t.at.utc for t in record.transitions if t.state is PromptState.SHOWN)
        return any(self.now.utc - instant < BETWEEN_PROMPTS for instant in shown)


def keep_for_locked_times(plan_file: PromptPlanFile, records: list[PromptRecord], rules: HoldRules) -> bool:
    """Writes the plan beside the store; False if that is impossible: prompts come all the same, it is only logged."""
    try:
        plan_file.write(records, rules)
    except UserError as error:
        log.warning("the plan for locked times was not written: %s", error.trouble.value)
        return False
    return True


def _unwanted(waiting: Iterable[PromptRecord], reminders: Iterable[Reminder]) -> list[str]:
    """The prompts of reminders that were switched off or removed; one that was asked for by itself has none."""
    wanted = {ASK_AGAIN, *(reminder.id for reminder in reminders)}
    return [record.prompt.id for record in waiting if record.prompt.reminder_id not in wanted]


def _as_planned(prompt: Prompt, at: Moment) -> PromptRecord:
    return PromptRecord(prompt, (Transition(prompt.id, PromptState.PLANNED, at),))
