"""The moments that follow check-ins: a reminder after an event asks some minutes after each of them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from companion.domain.checkin import CheckIn, Origin
from companion.domain.moment import Moment
from companion.domain.reminder import AfterCheckIn
from companion.domain.schedule import SHORT_BLOCK, Slot

LOOK_BACK = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class EventSlot:
    """A slot on the calendar date of the place where its check-in was made."""

    day: date
    slot: Slot


def earliest_cause(rule: AfterCheckIn, now: datetime) -> datetime:
    """How far back check-ins still matter: what follows them lies ahead, or less than a day back."""
    return now - rule.delay - LOOK_BACK


def slots_after(rule: AfterCheckIn, check_ins: Iterable[CheckIn], since: datetime) -> tuple[EventSlot, ...]:
    """One for each check-in, made at or after `since` about that very moment, that is on its side of the window.

    Its place is the second of the day, by the clock that the person had then, so that neither a journey nor a clock
    change makes another slot of it; check-ins within a second are followed by one.
    """
    found: dict[tuple[date, int], EventSlot] = {}
    for check_in in check_ins:
        made = check_in.created_at
        if made.utc >= since and not check_in.is_backdated and _is_cause(rule, check_in):
            slot = _slot_at(Moment(made.utc + rule.delay, made.offset, made.zone_name))
            day = slot.at.local.date()
            found.setdefault((day, slot.place), EventSlot(day, slot))
    return tuple(found.values())


def place_of(at: Moment) -> int:
    """The second of the day by its wall clock."""
    wall = at.local
    return wall.hour * 3600 + wall.minute * 60 + wall.second


def _is_cause(rule: AfterCheckIn, check_in: CheckIn) -> bool:
    return check_in.origin is not Origin.EVENT and rule.side.includes(check_in.zone)


def _slot_at(at: Moment) -> Slot:
    return Slot(place_of(at), at, at, Moment(at.utc + SHORT_BLOCK, at.offset, at.zone_name))
