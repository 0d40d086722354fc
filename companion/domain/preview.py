"""What reminders would ask for in the coming days; random moments stay a surprise."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from companion.domain.draws import secret_of_seed
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.reminder import Reminder, ReminderKind
from companion.domain.schedule import plan_day


@dataclass(frozen=True, slots=True)
class PreviewItem:
    """One prompt to come. `at` is None for a random moment of the real plan: only its block is told."""

    at: Moment | None
    block_start: Moment
    block_end: Moment
    reminder_id: str
    kind: ReminderKind


def preview(
    reminders: Sequence[Reminder], first_day: date, days: int, zone: tzinfo, seed: int | None = None
) -> list[PreviewItem]:
    """What the reminders that are on ask for on `days` calendar dates from `first_day`, by time.

    With a `seed` random moments are filled in from a simulated draw, never from the real one. Raises DomainError
    where the calendar ends.
    """
    secret = b"" if seed is None else secret_of_seed(seed)
    items = [
        PreviewItem(
            None if seed is None and reminder.kind is ReminderKind.RANDOM else slot.at,
            slot.block_start,
            slot.block_end,
            reminder.id,
            reminder.kind,
        )
        for day in _dates(first_day, days)
        for reminder in reminders
        if reminder.is_on
        for slot in plan_day(reminder, day, zone, secret)
    ]
    return sorted(items, key=lambda item: ((item.at or item.block_start).utc, item.reminder_id))


def _dates(first: date, days: int) -> Iterator[date]:
    try:
        for number in range(days):
            yield first + timedelta(days=number)
    except OverflowError:
        raise DomainError(Rule.TIME_UNREADABLE) from None
