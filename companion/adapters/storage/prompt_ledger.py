"""The ledger: what became of every prompt. The database itself refuses to change or shorten it."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from companion.adapters.storage.rows import microseconds, moment_columns, moment_from
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.reminder import Purpose, ReminderKind

if TYPE_CHECKING:
    from sqlite3 import Connection

_FIELDS = (
    "id, reminder_id, kind, purpose, day, slot, at_us, at_offset, at_zone, block_start_us, block_start_offset, "
    "block_start_zone, block_end_us, block_end_offset, block_end_zone, expiry_minutes, "
    "silence_minutes"
)
_SELECT = f"SELECT {_FIELDS} FROM prompt"
_PLAN = (
    f"INSERT INTO prompt ({_FIELDS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) "
    "ON CONFLICT (id) DO NOTHING"
)
_APPEND = "INSERT INTO ledger (prompt_id, state, reason, at_us, at_offset, at_zone) VALUES (?, ?, ?, ?, ?, ?)"
_IS_UNFINISHED = "SELECT 1 FROM unfinished_prompt WHERE prompt_id = ?"
_HAS_LINE = "SELECT 1 FROM ledger WHERE prompt_id = ? AND state = ? AND at_us = ?"
_TRANSITIONS = """
SELECT state, at_us, at_offset, at_zone, reason FROM ledger WHERE prompt_id = ? ORDER BY number
"""
_LAST_SHOWN = """
SELECT at_us, at_offset, at_zone FROM ledger WHERE state = 'shown' ORDER BY at_us DESC, number DESC LIMIT 1
"""
UNFINISHED = f"{_SELECT} WHERE id IN (SELECT prompt_id FROM unfinished_prompt) ORDER BY at_us, slot, number"
ON_DAY = f"{_SELECT} WHERE day = ? ORDER BY at_us, slot, number"
BETWEEN = f"{_SELECT} WHERE at_us >= ? AND at_us < ? ORDER BY at_us, slot, number"
DAYS_BEFORE = "SELECT DISTINCT day FROM prompt WHERE day < ? ORDER BY day DESC LIMIT ?"
_MARK_PLANNED = "INSERT INTO planned_day (day) VALUES (?) ON CONFLICT DO NOTHING"
_EVER_US = 2**62


class SqlitePromptLedger:
    """Append-only: no line is ever changed or taken out."""

    def __init__(self, connection: "Connection") -> None:
        self._connection = connection

    def plan(self, prompts: Iterable[Prompt], at: Moment) -> None:
        """Adds prompts as `planned`; ids that are there already are left as they are."""
        for prompt in prompts:
            if self._connection.execute(_PLAN, _prompt_columns(prompt)).rowcount == 1:
                self._write(Transition(prompt.id, PromptState.PLANNED, at))

    def append(self, transition: Transition) -> bool:
        """Adds a line. False, and nothing added, if the prompt is unknown or already in a final state."""
        if self._connection.execute(_IS_UNFINISHED, (transition.prompt_id,)).fetchone() is None:
            return False
        self._write(transition)
        return True

    def has_line(self, transition: Transition) -> bool:
        """True if that prompt came into that state at that instant."""
        values = (transition.prompt_id, transition.state.value, microseconds(transition.at.utc))
        return self._connection.execute(_HAS_LINE, values).fetchone() is not None

    def record(self, prompt_id: str) -> PromptRecord | None:
        """One prompt with its transitions."""
        return next(iter(self._records(f"{_SELECT} WHERE id = ?", (prompt_id,))), None)

    def unfinished(self) -> list[PromptRecord]:
        """Every prompt that is not in a final state, by due time."""
        return self._records(UNFINISHED, ())

    def on_day(self, day: date) -> list[PromptRecord]:
        """Every prompt that belongs to that calendar date, by due time."""
        return self._records(ON_DAY, (day.isoformat(),))

    def between(self, start: datetime | None, end: datetime | None) -> list[PromptRecord]:
        """Every prompt that falls due in [start, end), by due time."""
        first = 0 if start is None else microseconds(start)
        return self._records(BETWEEN, (first, _EVER_US if end is None else microseconds(end)))

    def days_before(self, day: date | None, limit: int) -> list[date]:
        """The newest `limit` calendar dates that have prompts, newest first; with a `day` only earlier ones."""
        until = "9999-99-99" if day is None else day.isoformat()
        return [date.fromisoformat(found) for (found,) in self._connection.execute(DAYS_BEFORE, (until, limit))]

    def last_planned_day(self) -> date | None:
        """The last calendar date for which `mark_planned` was called."""
        last = self._connection.execute("SELECT max(day) FROM planned_day").fetchone()[0]
        return None if last is None else date.fromisoformat(last)

    def mark_planned(self, day: date) -> None:
        """Remembers that the plan rows of that date are written, also if there were none."""
        self._connection.execute(_MARK_PLANNED, (day.isoformat(),))

    def last_shown(self) -> Moment | None:
        """When a prompt was last shown."""
        row = self._connection.execute(_LAST_SHOWN).fetchone()
        return None if row is None else moment_from(row)

    def _write(self, transition: Transition) -> None:
        reason = None if transition.reason is None else transition.reason.value
        values = (transition.prompt_id, transition.state.value, reason, *moment_columns(transition.at))
        self._connection.execute(_APPEND, values)

    def _records(self, query: str, values: tuple[object, ...]) -> list[PromptRecord]:
        prompts = [_prompt(row) for row in self._connection.execute(query, values)]
        return [PromptRecord(prompt, self._transitions(prompt.id)) for prompt in prompts]

    def _transitions(self, prompt_id: str) -> tuple[Transition, ...]:
        rows = self._connection.execute(_TRANSITIONS, (prompt_id,))
        return tuple(_transition(prompt_id, row) for row in rows)


def _prompt_columns(prompt: Prompt) -> tuple[object, ...]:
    return (
        prompt.id,
        prompt.reminder_id,
        prompt.kind.value,
        prompt.purpose.value,
        prompt.day.isoformat(),
        prompt.slot,
        *moment_columns(prompt.at),
        *moment_columns(prompt.block_start),
        *moment_columns(prompt.block_end),
        prompt.expiry_minutes,
        prompt.silence_minutes,
    )


def _prompt(row: tuple[Any, ...]) -> Prompt:
    return Prompt(
        id=row[0],
        reminder_id=row[1],
        kind=ReminderKind(row[2]),
        purpose=Purpose(row[3]),
        day=date.fromisoformat(row[4]),
        slot=row[5],
        at=moment_from(row[6:9]),
        block_start=moment_from(row[9:12]),
        block_end=moment_from(row[12:15]),
        expiry_minutes=row[15],
        silence_minutes=row[16],
    )


def _transition(prompt_id: str, row: tuple[Any, ...]) -> Transition:
    reason = None if row[4] is None else Reason(row[4])
    return Transition(prompt_id, PromptState(row[0]), moment_from(row[1:4]), reason)
