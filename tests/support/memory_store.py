"""What reminders need of a store, in memory: for simulations of years, in which nothing else is in question."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from types import SimpleNamespace
from typing import Any

from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition
from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.reminder import Reminder

_A_DAY = timedelta(days=1)


class MemoryLedger:
    """Append-only like the real one."""

    def __init__(self) -> None:
        self.records: dict[str, PromptRecord] = {}
        self._of_day: dict[date, list[str]] = {}
        self._open: set[str] = set()
        self._planned: set[date] = set()
        self._shown: Moment | None = None

    def plan(self, prompts: Iterable[Prompt], at: Moment) -> None:
        for prompt in prompts:
            if prompt.id not in self.records:
                self.records[prompt.id] = PromptRecord(prompt, (Transition(prompt.id, PromptState.PLANNED, at),))
                self._of_day.setdefault(prompt.day, []).append(prompt.id)
                self._open.add(prompt.id)

    def append(self, transition: Transition) -> bool:
        record = self.records.get(transition.prompt_id)
        if record is None or record.is_final:
            return False
        self.records[transition.prompt_id] = replace(record, transitions=(*record.transitions, transition))
        if transition.state.is_final:
            self._open.discard(transition.prompt_id)
        if transition.state is PromptState.SHOWN and (self._shown is None or transition.at.utc >= self._shown.utc):
            self._shown = transition.at
        return True

    def record(self, prompt_id: str) -> PromptRecord | None:
        return self.records.get(prompt_id)

    def unfinished(self) -> list[PromptRecord]:
        return _by_time(self.records[prompt_id] for prompt_id in self._open)

    def on_day(self, day: date) -> list[PromptRecord]:
        return _by_time(self.records[prompt_id] for prompt_id in self._of_day.get(day, ()))

    def between(self, start: datetime | None, end: datetime | None) -> list[PromptRecord]:
        first = min(self._of_day, default=date.max) if start is None else start.date() - 2 * _A_DAY
        last = max(self._of_day, default=date.min) if end is None else end.date() + 2 * _A_DAY
        found = []
        while first <= last:
            found += [record for record in self.on_day(first) if _is_between(record, start, end)]
            first += _A_DAY
        return _by_time(found)

    def days_before(self, day: date | None, limit: int) -> list[date]:
        return sorted((each for each in self._of_day if day is None or each < day), reverse=True)[:limit]

    def last_planned_day(self) -> date | None:
        return max(self._planned, default=None)

    def mark_planned(self, day: date) -> None:
        self._planned = {day} if not self._planned else {max(day, *self._planned)}

    def last_shown(self) -> Moment | None:
        return self._shown


class MemoryCheckIns:
    """Check-ins in the order they were made."""

    def __init__(self) -> None:
        self.all: list[CheckIn] = []

    def add(self, check_in: CheckIn) -> None:
        self.all.append(check_in)

    def between(self, start: datetime | None, end: datetime | None, limit: int | None = None) -> list[CheckIn]:
        recent = self.all[-200:]
        found = [c for c in recent if (start is None or start <= c.experienced_at.utc) and _is_before(c, end)]
        found.sort(key=lambda check_in: check_in.experienced_at.utc)
        return found if limit is None else found[-limit:]


class MemoryVault:
    """A vault that is never locked, with one store."""

    is_locked = False

    def __init__(self) -> None:
        self._reminders: dict[str, Reminder] = {}
        self._pause: Pause | None = None
        self._quiet: QuietHours = NO_QUIET_HOURS
        self.ledger = MemoryLedger()
        self.check_ins = MemoryCheckIns()
        self.store: Any = SimpleNamespace(
            ledger=self.ledger,
            check_ins=self.check_ins,
            reminders=SimpleNamespace(
                all=lambda: list(self._reminders.values()), add=self._keep, change=self._keep, remove=self._remove
            ),
            pauses=SimpleNamespace(current=lambda: self._pause, set=self._set_pause),
            quiet_hours=SimpleNamespace(current=lambda: self._quiet, set=self._set_quiet),
            days=SimpleNamespace(day_start=lambda: time(4)),
            reflections=SimpleNamespace(between=lambda _start, _end: []),
            triangles=SimpleNamespace(between=lambda _start, _end: []),
            window_id=lambda _at: None,
            secret=b"simulated",
        )

    @contextmanager
    def writing(self) -> Iterator[Any]:
        yield self.store

    reading = taking_in = writing

    def _keep(self, reminder: Reminder) -> None:
        self._reminders[reminder.id] = reminder

    def _remove(self, reminder_id: str, _at: Moment) -> None:
        self._reminders.pop(reminder_id, None)

    def _set_pause(self, pause: Pause | None) -> None:
        self._pause = pause

    def _set_quiet(self, quiet_hours: QuietHours, _at: Moment) -> None:
        self._quiet = quiet_hours


def _by_time(records: Iterable[PromptRecord]) -> list[PromptRecord]:
    return sorted(records, key=lambda record: (record.prompt.at.utc, record.prompt.slot))


def _is_between(record: PromptRecord, start: datetime | None, end: datetime | None) -> bool:
    at = record.prompt.at.utc
    return (start is None or at >= start) and (end is None or at < end)


def _is_before(check_in: CheckIn, end: datetime | None) -> bool:
    return end is None or check_in.experienced_at.utc < end
