"""What may be said of the prompts at this moment: which one is open, what comes next, until when they are paused."""

from __future__ import annotations

from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from companion.application.last_noted import last_noted
from companion.application.prompt_plan import Plan
from companion.domain.delivery import Surroundings, is_expected, is_over, is_waiting
from companion.domain.noting import NOTHING_NOTED, LastNoted
from companion.domain.reminder import Purpose, ReminderKind

if TYPE_CHECKING:
    from companion.application.ports import Clock
    from companion.application.vault_ports import Intake, Vault
    from companion.domain.moment import Moment
    from companion.domain.pause import Pause
    from companion.domain.prompt import Prompt, PromptRecord


@dataclass(frozen=True, slots=True)
class NextPrompt:
    """What may be told of a prompt to come: `at` is None for a random one, which stays a surprise in its block."""

    kind: ReminderKind
    at: Moment | None
    block_start: Moment
    block_end: Moment
    purpose: Purpose = Purpose.CHECK_IN
    reminder_id: str = ""


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


def next_prompt(vault: Vault, clock: Clock, heard: LastNoted = NOTHING_NOTED) -> NextPrompt | None:
    """The next prompt within fourteen days that is neither paused, nor quiet, nor too close to the last one.

    `heard` is what was noted in the time in which the store cannot tell.
    """
    return next(iter(coming_prompts(vault, clock, heard)), None)


def coming_prompts(vault: Vault, clock: Clock, heard: LastNoted = NOTHING_NOTED) -> list[NextPrompt]:
    """What may be told of every prompt that is expected within fourteen days, by time."""
    now = clock.now()
    if vault.is_locked:
        with vault.taking_in() as intake:
            waiting = [record for record in intake.ledger.unfinished() if is_waiting(record)]
            return _expected(waiting, surroundings(intake, now, heard))
    with vault.reading() as store:
        around = surroundings(store, now, heard.or_later(last_noted(store, now.utc)))
        return _expected(Plan(store, now, clock.zone()).coming(), around)


def surroundings(intake: Intake, now: Moment, noted: LastNoted) -> Surroundings:
    """What counts at `now`, but for other prompts and the desktop."""
    last_shown = intake.ledger.last_shown()
    return Surroundings(
        now=now,
        pause=intake.pauses.current(),
        last_shown=None if last_shown is None else last_shown.utc,
        noted=noted,
        quiet_hours=intake.quiet_hours.current(),
    )


def _expected(coming: list[PromptRecord], around: Surroundings) -> list[NextPrompt]:
    return [_told(record.prompt) for record in coming if is_expected(record, around)]


def _told(prompt: Prompt) -> NextPrompt:
    at = None if prompt.kind is ReminderKind.RANDOM else prompt.at
    return NextPrompt(prompt.kind, at, prompt.block_start, prompt.block_end, prompt.purpose, prompt.reminder_id)
