"""The intake while the store is locked: reads the plan and the spool's names, writes to the spool."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from companion.adapters.storage.plan_file import Plan, PlanFile
from companion.adapters.storage.spool import Spool
from companion.adapters.storage.spool_piece import PauseSet, Piece, PieceName
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition


@contextmanager
def into_spool(folder: Path) -> Iterator["LockedIntake"]:
    """The intake of the locked store in `folder`: what was noted lies sealed in the spool when the block ends.

    Nothing is kept if it raises. Raises UserError if it cannot be kept.
    """
    spool, plan_file = Spool(folder), PlanFile(folder)
    plan = plan_file.read()
    intake = LockedIntake(plan, spool.names())
    yield intake
    if pieces := intake.pieces():
        spool.put(pieces)
    if intake.pauses.added:
        plan_file.write(plan.records, intake.pauses.current())


class LockedIntake:
    """What is noted inside one block; `pieces` has it in the order it is to be kept, check-ins first."""

    def __init__(self, plan: Plan, spooled: Iterable[PieceName]) -> None:
        self.check_ins = LockedCheckIns()
        self.ledger = LockedLedger(plan.records, spooled)
        self.pauses = LockedPauses(plan.pause)

    def window_id(self, at: datetime) -> str | None:
        """None: which window was in force is found on unlocking."""
        return None

    def pieces(self) -> list[Piece]:
        """What was noted."""
        return [*self.check_ins.added, *self.ledger.added, *self.pauses.added]


class LockedCheckIns:
    """Where check-ins are put; nothing can be read."""

    def __init__(self) -> None:
        self.added: list[CheckIn] = []

    def add(self, check_in: CheckIn) -> None:
        """Adds a new check-in. Adding the same id twice changes nothing."""
        if all(check_in.id != other.id for other in self.added):
            self.added.append(check_in)


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


class LockedLedger:
    """The prompts of the plan, moved on by what lies in the spool. Nothing can be planned while locked."""

    def __init__(self, records: Iterable[PromptRecord], spooled: Iterable[PieceName]) -> None:
        self._records = {record.prompt.id: record for record in records}
        self.added: list[Transition] = []
        for name in spooled:
            record = self._records.get(name.id)
            transition = None if record is None else name.transition(record)
            if transition is not None:
                self._move_on(transition)

    def plan(self, prompts: Iterable[Prompt], at: Moment) -> None:
        """Leaves prompts that are in the plan as they are. Raises UserError(LOCKED) for any other."""
        if any(prompt.id not in self._records for prompt in prompts):
            raise UserError(Trouble.LOCKED)

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
