"""The intake while the store is locked: reads the plan and the spool's names, writes to the spool."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage.plan_file import Plan, PlanFile
from companion.adapters.storage.spool import Spool
from companion.adapters.storage.spool_piece import PauseSet, Piece, PieceName, Practised
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import ReminderKind

if TYPE_CHECKING:
    from companion.domain.practice_session import PracticeSession


@contextmanager
def into_spool(folder: Path) -> Iterator["LockedIntake"]:
    """The intake of the locked store in `folder`: what was noted lies sealed in the spool when the block ends.

    Nothing is kept if it raises. Raises UserError if it cannot be kept.
    """
    spool, plan_file = Spool(folder), PlanFile(folder)
    plan = plan_file.read()
    intake = LockedIntake(plan, spool.names())
    yield intake
    if intake.ledger.planned:
        plan_file.write((*plan.records, *intake.ledger.planned), plan.rules)
    if pieces := intake.pieces():
        spool.put(pieces)
    if intake.pauses.added:
        rules = replace(plan.rules, pause=intake.pauses.current())
        plan_file.write((*plan.records, *intake.ledger.planned), rules)


class LockedIntake:
    """What is noted inside one block; `pieces` has it in the order it is to be kept, check-ins first."""

    def __init__(self, plan: Plan, spooled: Iterable[PieceName]) -> None:
        self.check_ins = LockedCheckIns()
        self.ledger = LockedLedger(plan.records, spooled)
        self.pauses = LockedPauses(plan.rules.pause)
        self.quiet_hours = LockedQuietHours(plan.rules.quiet_hours)
        self.practice_sessions = LockedSessions()

    def window_id(self, at: datetime) -> str | None:
        """None: which window was in force is found on unlocking."""
        return None

    def pieces(self) -> list[Piece]:
        """What was noted."""
        return [*self.check_ins.added, *self.ledger.added, *self.pauses.added, *self.practice_sessions.added]


class LockedCheckIns:
    """Where check-ins are put; nothing can be read."""

    def __init__(self) -> None:
        self.added: list[CheckIn] = []

    def add(self, check_in: CheckIn) -> None:
        """Adds a new check-in. Adding the same id twice changes nothing."""
        if all(check_in.id != other.id for other in self.added):
            self.added.append(check_in)


class LockedSessions:
    """Where practices that ended are put; nothing can be read."""

    def __init__(self) -> None:
        self.added: list[Practised] = []

    def add(self, session: "PracticeSession") -> None:
        """Adds a new one; on unlocking the last one with its id counts."""
        self.added.append(Practised(session))


class LockedPauses:
    """The pause as the plan has it."""

    def __init__(self, pause: Pause | None) -> None:
        self._pause = pause
        self.added: list[PauseSet] = []

    def current(self) -> Pause | None:
        """The pause set last, also if it is over by now; None if it was ended or never set."""
        return self._pause

    def set(self, pause: Pause | None) -> None:
        """Sets a pause, or ends it."""
        self._pause = pause
        self.added = [PauseSet(pause)]


class LockedQuietHours:
    """The quiet hours as the plan has them."""

    def __init__(self, quiet_hours: QuietHours) -> None:
        self._quiet_hours = quiet_hours

    def current(self) -> QuietHours:
        """The quiet hours; none at first."""
        return self._quiet_hours

    def set(self, quiet_hours: QuietHours, at: Moment) -> None:
        """Raises UserError(LOCKED)."""
        raise UserError(Trouble.LOCKED)


class LockedLedger:
    """The prompts of the plan, moved on by what lies in the spool.

    Days cannot be planned while locked, and what follows a check-in is not: a plan that says so would say how the
    person is. What they asked for by themselves is `planned`.
    """

    def __init__(self, records: Iterable[PromptRecord], spooled: Iterable[PieceName]) -> None:
        self._records = {record.prompt.id: record for record in records}
        self.added: list[Transition] = []
        self.planned: list[PromptRecord] = []
        for name in spooled:
            record = self._records.get(name.id)
            transition = None if record is None else name.transition(record)
            if transition is not None:
                self._move_on(transition)

    def plan(self, prompts: Iterable[Prompt], at: Moment) -> None:
        """Adds prompts that were asked for once, and leaves those of the plan as they are.

        Raises UserError(LOCKED) for any other.
        """
        new = {prompt.id: prompt for prompt in prompts if prompt.id not in self._records}.values()
        if any(prompt.kind is not ReminderKind.ONCE for prompt in new):
            raise UserError(Trouble.LOCKED)
        for prompt in new:
            begin = Transition(prompt.id, PromptState.PLANNED, at)
            record = PromptRecord(prompt, (begin,))
            self._records[prompt.id] = record
            self.planned.append(record)
            self.added.append(begin)

    def append(self, transition: Transition) -> bool:
        """Adds a line. False, and nothing added, if the prompt is unknown or already in a final state."""
        if not self._move_on(transition):
            return False
        self.added.append(transition)
        return True

    def record(self, prompt_id: str) -> PromptRecord | None:
        """One prompt with its transitions."""
        return self._records.get(prompt_id)

    def unfinished(self) -> list[PromptRecord]:
        """Every prompt that is not in a final state, by due time."""
        return [record for record in self._by_time() if not record.is_final]

    def on_day(self, day: date) -> list[PromptRecord]:
        """Every prompt that belongs to that calendar date, by due time."""
        return [record for record in self._by_time() if record.prompt.day == day]

    def between(self, start: datetime | None, end: datetime | None) -> list[PromptRecord]:
        """Every prompt that falls due in [start, end), by due time."""
        return [
            record
            for record in self._by_time()
            if (start is None or record.prompt.at.utc >= start) and (end is None or record.prompt.at.utc < end)
        ]

    def days_before(self, day: date | None, limit: int) -> list[date]:
        """The newest `limit` calendar dates of the plan, newest first; with a `day` only earlier ones."""
        days = {record.prompt.day for record in self._records.values()}
        return sorted((each for each in days if day is None or each < day), reverse=True)[:limit]

    def last_planned_day(self) -> date | None:
        """The last calendar date of the plan."""
        return max((record.prompt.day for record in self._records.values()), default=None)

    def mark_planned(self, day: date) -> None:
        """Raises UserError(LOCKED): nothing is planned while locked."""
        raise UserError(Trouble.LOCKED)

    def last_shown(self) -> Moment | None:
        """When a prompt of the plan was last shown."""
        shown = (t.at for r in self._records.values() for t in r.transitions if t.state is PromptState.SHOWN)
        return max(shown, key=lambda at: at.utc, default=None)

    def _by_time(self) -> list[PromptRecord]:
        return sorted(self._records.values(), key=lambda record: (record.prompt.at.utc, record.prompt.slot))

    def _move_on(self, transition: Transition) -> bool:
        record = self._records.get(transition.prompt_id)
        if record is None or record.is_final:
            return False
        if not any(t.state is transition.state and t.at.utc == transition.at.utc for t in record.transitions):
            self._records[record.prompt.id] = replace(record, transitions=(*record.transitions, transition))
        return True
