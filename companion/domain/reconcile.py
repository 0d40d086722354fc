"""A fresh plan held against the ledger: what has to be planned, and what zone, clock or a change moved away. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import chain, count

from companion.domain.delivery import is_waiting
from companion.domain.prompt import Prompt, PromptRecord, PromptState
from companion.domain.reminder import Reminder
from companion.domain.schedule import Slot, prompt_for


@dataclass(frozen=True, slots=True)
class Revision:
    """What the ledger lacks: ids of prompts that are `replaced`, and prompts that are `planned`."""

    replaced: tuple[str, ...]
    planned: tuple[Prompt, ...]


def revise(
    reminder: Reminder, day: date, slots: Sequence[Slot], records: Sequence[PromptRecord], now: datetime
) -> Revision:
    """How the ledger of one reminder and calendar date follows a fresh plan.

    `records` are its prompts of that date. A prompt still to come whose slot moved or is gone is replaced, and its
    slot planned anew if that moment is still ahead. A slot in which a prompt was shown or otherwise came to its end
    is never planned again, so that no wall-clock time of a date comes twice. Nothing is planned before the reminder
    was last changed; what an earlier form of it did counts for nothing.
    """
    present = [r for r in records if r.transitions[0].at.utc >= reminder.changed_at.utc]
    replaced = [r for r in records if is_waiting(r) and not (r in present and _stands(r, reminder, slots))]
    wanted = [slot for slot in slots if _is_wanted(slot, reminder, present, replaced, now)]
    taken = {r.prompt.id for r in records}
    planned = tuple(_named(reminder, day, slot, taken) for slot in wanted)
    return Revision(tuple(r.prompt.id for r in replaced), planned)


def _is_wanted(
    slot: Slot,
    reminder: Reminder,
    present: Iterable[PromptRecord],
    replaced: Sequence[PromptRecord],
    now: datetime,
) -> bool:
    if slot.at.utc < reminder.changed_at.utc:
        return False
    earlier = [r for r in present if r.prompt.slot == slot.place]
    if any(r not in replaced and _fills(r, now) for r in earlier):
        return False
    return not earlier or slot.at.utc >= now


def _fills(record: PromptRecord, now: datetime) -> bool:
    """True unless it never reached anybody: replaced, or slept through at a time that lies ahead again by now."""
    if record.state is PromptState.ASLEEP:
        return record.transitions[-1].at.utc <= now
    return record.state is not PromptState.REPLACED


def _stands(record: PromptRecord, reminder: Reminder, slots: Iterable[Slot]) -> bool:
    """True if planned now it would be the same, but for its number and the name of the zone."""
    return any(_same(record.prompt) == _same(prompt_for(reminder, record.prompt.day, slot, 0)) for slot in slots)


def _same(prompt: Prompt) -> tuple[object, ...]:
    instants = (prompt.at.utc, prompt.block_start.utc, prompt.block_end.utc)
    return prompt.slot, instants, prompt.purpose, prompt.expiry_minutes, prompt.silence_minutes


def _named(reminder: Reminder, day: date, slot: Slot, taken: set[str]) -> Prompt:
    """The slot's own number names its first prompt; one planned anew takes the next free number."""
    numbers = chain([slot.place], count())
    prompt = prompt_for(reminder, day, slot, next(numbers))
    while prompt.id in taken:
        prompt = prompt_for(reminder, day, slot, next(numbers))
    taken.add(prompt.id)
    return prompt
