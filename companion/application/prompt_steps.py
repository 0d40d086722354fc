"""One walk through the prompts: whatever time has done to them is written down, locked or unlocked."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from companion.application.outlook import surroundings
from companion.domain.delivery import (
    Step,
    Surroundings,
    is_over,
    may_snooze,
    next_change,
    next_steps,
)
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Transition

if TYPE_CHECKING:
    from companion.application.store_ports import PromptLedger
    from companion.application.vault_ports import Intake
    from companion.domain.desktop import Desktop
    from companion.domain.moment import Moment
    from companion.domain.noting import LastNoted


@dataclass(frozen=True, slots=True)
class Showing:
    """A prompt that is written down as shown and has to be put before the person now."""

    prompt: Prompt
    may_snooze: bool


@dataclass(frozen=True, slots=True)
class Seen:
    """What a moment ago was said of the screen: whether anything can be shown at all, and by the desktop."""

    can_show: bool
    desktop: Desktop


@dataclass(frozen=True, slots=True)
class Walk:
    """What a walk found. `on_display` are the ids of prompts that may be before the person.

    `passed` are prompts whose time the computer or the program slept through. `next_look` is the next instant, in
    UTC, at which time alone, or the desktop, may change something. `asks` means that a prompt waits for what is seen.
    """

    changed: bool
    is_pause_over: bool
    showing: Showing | None
    passed: tuple[Prompt, ...]
    on_display: frozenset[str]
    next_look: datetime | None
    asks: bool = False

    def then(self, later: Walk | None) -> Walk:
        """Both walks as one; without a later one nothing more is known than after this."""
        if later is None:
            return self
        return Walk(
            self.changed or later.changed,
            self.is_pause_over or later.is_pause_over,
            later.showing,
            self.passed + later.passed,
            later.on_display,
            later.next_look,
        )

    def with_plan(self, is_planned: bool, next_plan: datetime | None) -> Walk:
        """The walk together with planning: whether anything was planned, and when the next day has to be."""
        looks = [instant for instant in (self.next_look, next_plan) if instant is not None]
        return replace(self, changed=self.changed or is_planned, next_look=min(looks, default=None))


def walk_on(intake: Intake, now: Moment, noted: LastNoted, seen: Seen | None) -> Walk:
    """Moves every unfinished prompt to where it belongs at `now`, and shows at most one.

    Without `seen` none is shown: one that might be stays as it is, and the walk `asks`. Nobody waits for an answer of
    the desktop in here, where the store is held.
    """
    ledger = intake.ledger
    is_pause_over = _end_pause_that_is_over(intake, now)
    records = ledger.unfinished()
    around = _around(surroundings(intake, now, noted), records, seen)
    changed, asks, showing, passed = False, False, None, []
    for record in records:
        steps = next_steps(record, around)
        if seen is None and _comes_to(PromptState.SHOWN, steps):
            asks = True
            continue
        is_written = _write(ledger, record, steps, now)
        changed |= bool(steps)
        if is_written and _comes_to(PromptState.ASLEEP, steps):
            passed.append(record.prompt)
        if is_written and _comes_to(PromptState.SHOWN, steps):
            showing = _showing(ledger, record.prompt, now)
            around = replace(around, is_another_open=True)
    return Walk(changed, is_pause_over, showing, tuple(passed), *_outlook(intake, now), asks)


def _end_pause_that_is_over(intake: Intake, now: Moment) -> bool:
    pause = intake.pauses.current()
    is_ended = pause is not None and pause.until.utc <= now.utc
    if is_ended:
        intake.pauses.set(None)
    return is_ended


def _around(around: Surroundings, records: Sequence[PromptRecord], seen: Seen | None) -> Surroundings:
    now = around.now.utc
    around = replace(around, is_another_open=any(r.is_open and not is_over(r, now) for r in records))
    return around if seen is None else replace(around, can_show=seen.can_show, desktop=seen.desktop)


def _comes_to(state: PromptState, steps: tuple[Step, ...]) -> bool:
    return any(each is state for each, _reason in steps)


def _write(ledger: PromptLedger, record: PromptRecord, steps: tuple[Step, ...], now: Moment) -> bool:
    """False if the ledger refused: another process was faster, and the prompt must not be shown."""
    return all(ledger.append(Transition(record.prompt.id, state, now, reason)) for state, reason in steps)


def _showing(ledger: PromptLedger, prompt: Prompt, now: Moment) -> Showing:
    record = ledger.record(prompt.id)
    return Showing(prompt, record is not None and may_snooze(record, now.utc))


def _outlook(intake: Intake, now: Moment) -> tuple[frozenset[str], datetime | None]:
    records = intake.ledger.unfinished()
    pause = intake.pauses.current()
    instants = [next_change(record, now.utc) for record in records]
    if pause is not None and pause.covers(now.utc) and not pause.is_open_ended:
        instants.append(pause.until.utc)
    on_display = frozenset(r.prompt.id for r in records if r.state is PromptState.SHOWN)
    return on_display, min((instant for instant in instants if instant is not None), default=None)
