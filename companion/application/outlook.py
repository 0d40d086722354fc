"""What may be said of the prompts at this moment: which one is open, what comes next, until when they are paused."""

from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime

from companion.application.ports import Clock, Intake, Store, Vault
from companion.application.prompt_plan import Plan
from companion.domain.checkin import CheckIn, Origin
from companion.domain.delivery import Surroundings, is_over, is_waiting, quiet_until
from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import Prompt, PromptRecord
from companion.domain.reminder import ReminderKind


@dataclass(frozen=True, slots=True)
class NextPrompt:
    """What may be told of the next prompt: `at` is None for a random one, which stays a surprise in its block."""

    kind: ReminderKind
    at: Moment | None
    block_start: Moment
    block_end: Moment


def looking(vault: Vault) -> AbstractContextManager[Intake]:
    """A look at the ledger and the pause in both states, locked and unlocked."""
    return vault.taking_in() if vault.is_locked else vault.reading()


def current_pause(vault: Vault, now: Moment) -> Pause | None:
    """The pause in force at `now`."""
    with looking(vault) as intake:
        pause = intake.pauses.current()
    return pause if pause is not None and pause.covers(now.utc) else None


def open_prompt(vault: Vault, now: Moment) -> PromptRecord | None:
    """The prompt that was shown and can still be answered at `now`."""
    with looking(vault) as intake:
        records = intake.ledger.unfinished()
    return next((record for record in records if record.is_open and not is_over(record, now.utc)), None)


def next_prompt(vault: Vault, clock: Clock, last_noted: datetime | None = None) -> NextPrompt | None:
    """The next prompt within fourteen days that is neither paused nor too close to the last one.

    `last_noted` is when a check-in was last made unasked, for the time in which the store cannot tell.
    """
    now = clock.now()
    if vault.is_locked:
        with vault.taking_in() as intake:
            coming = [record for record in intake.ledger.unfinished() if is_waiting(record)]
            return _first_of(coming, intake, now, last_noted)
    with vault.reading() as store:
        last_noted = max((i for i in (last_noted, noted_unasked(store)) if i is not None), default=None)
        return _first_of(Plan(store, now, clock.zone()).coming(), store, now, last_noted)


def noted_unasked(store: Store) -> datetime | None:
    """When the newest check-in was made, if it was made unasked and is about the moment it was made."""
    newest = store.check_ins.newest_noted()
    return newest.created_at.utc if newest is not None and is_unasked(newest) else None


def is_unasked(check_in: CheckIn) -> bool:
    """True for a check-in that the person made by themselves, about that very moment."""
    return check_in.origin is Origin.SELF and not check_in.is_backdated


def _first_of(
    coming: list[PromptRecord], intake: Intake, now: Moment, last_noted: datetime | None
) -> NextPrompt | None:
    last_shown = intake.ledger.last_shown()
    around = Surroundings(
        now=now,
        pause=intake.pauses.current(),
        last_shown=None if last_shown is None else last_shown.utc,
        last_noted=last_noted,
    )
    first = quiet_until(around)
    return next((_told(r.prompt) for r in coming if r.prompt.at.utc >= first), None)


def _told(prompt: Prompt) -> NextPrompt:
    at = None if prompt.kind is ReminderKind.RANDOM else prompt.at
    return NextPrompt(prompt.kind, at, prompt.block_start, prompt.block_end)
