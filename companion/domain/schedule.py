"""The planner: which moments of a calendar day a reminder asks for. Pure; the same day is planned the same again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta, tzinfo
from math import ceil

from companion.domain.draws import draws
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt
from companion.domain.prompt_id import prompt_id
from companion.domain.reminder import (
    MINUTES_A_DAY,
    AtInterval,
    FixedTimes,
    Once,
    RandomInBlocks,
    Reminder,
    TimeRange,
)
from companion.domain.wall_time import instant_of, moment_at

SHORT_BLOCK = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class Slot:
    """One planned moment of a day: `at` lies in its block [block_start, block_end].

    `place` is the number of its time or block in the rule, so that a plan made again finds the same slot.
    """

    place: int
    at: Moment
    block_start: Moment
    block_end: Moment


@dataclass(frozen=True, slots=True)
class _Span:
    place: int
    at: datetime
    start: datetime
    end: datetime


def plan_day(reminder: Reminder, day: date, zone: tzinfo, secret: bytes) -> tuple[Slot, ...]:
    """The slots of one calendar day in `zone`, in order; () on other weekdays and on days a zone never had.

    The switch is not looked at. A moment asked for once belongs to its own local date. Raises
    DomainError(TIME_UNREADABLE or TIME_TOO_EARLY) where the calendar ends.
    """
    spans = _spans(reminder, day, zone, secret)
    return tuple(
        Slot(s.place, moment_at(s.at, zone), moment_at(s.start, zone), moment_at(s.end, zone)) for s in spans
    )


def prompt_for(reminder: Reminder, day: date, slot: Slot, index: int) -> Prompt:
    """The prompt of a slot; `index` tells it from others of that reminder and day."""
    return Prompt(
        id=prompt_id(reminder.id, day, index),
        reminder_id=reminder.id,
        kind=reminder.kind,
        purpose=reminder.purpose,
        day=day,
        slot=slot.place,
        at=slot.at,
        block_start=slot.block_start,
        block_end=slot.block_end,
        expiry_minutes=int(reminder.expiry / timedelta(minutes=1)),
    )


def _spans(reminder: Reminder, day: date, zone: tzinfo, secret: bytes) -> Iterator[_Span]:
    rule = reminder.rule
    if isinstance(rule, Once):
        if rule.at.local.date() == day:
            yield _Span(0, rule.at.utc, rule.at.utc, rule.at.utc + SHORT_BLOCK)
    elif day.weekday() in rule.weekdays and _exists(day, zone):
        match rule:
            case FixedTimes():
                yield from _fixed(rule, day, zone)
            case RandomInBlocks():
                yield from _random(rule, day, zone, draws(secret, reminder.id, day))
            case AtInterval():
                yield from _interval(rule, day, zone)


def _exists(day: date, zone: tzinfo) -> bool:
    """False for a date that a zone skipped as a whole, as Apia did with 30 December 2011."""
    return instant_of(day, 0, zone) < instant_of(day, MINUTES_A_DAY, zone)


def _fixed(rule: FixedTimes, day: date, zone: tzinfo) -> Iterator[_Span]:
    """Times that clocks skip fall together at the end of the gap; then one prompt is enough."""
    previous = None
    for place, minute in enumerate(rule.times):
        at = instant_of(day, minute, zone)
        if at != previous:
            yield _Span(place, at, at, at + SHORT_BLOCK)
        previous = at


def _interval(rule: AtInterval, day: date, zone: tzinfo) -> Iterator[_Span]:
    """The middle of each whole interval that fits the elapsed time: t_i = S + iB - B/2."""
    start, end = _ends(rule.between, day, zone)
    for place in range((end - start) // rule.every):
        block = start + place * rule.every
        yield _Span(place, block + rule.every / 2, block, block + rule.every)


def _random(rule: RandomInBlocks, day: date, zone: tzinfo, numbers: Iterator[float]) -> Iterator[_Span]:
    """t_b ~ Uniform(max(S + (b-1)B, t_(b-1) + g), S + bB), on whole seconds."""
    start, end = _ends(rule.between, day, zone)
    length = (end - start) // timedelta(seconds=1)
    gap = ceil(rule.gap / timedelta(seconds=1))
    lasts = _last_seconds(rule.count, length, gap)
    at = -gap
    for block, number in zip(range(rule.count), numbers, strict=False):
        if block not in lasts:
            continue
        first, last = max(_begin(block, rule.count, length), at + gap), lasts[block]
        at = first + int(number * (last - first + 1))
        blocks = (start + (end - start) * b / rule.count for b in (block, block + 1))
        yield _Span(block, start + timedelta(seconds=at), *blocks)


def _last_seconds(count: int, length: int, gap: int) -> dict[int, int]:
    """The last second each block may use so that the later ones still find room; blocks without room are left out.

    That is the block's own end while blocks are longer than the gap. Only on a day shortened by a clock change may
    a gap not fit any more: then as many prompts as fit are kept, and the gap holds.
    """
    lasts: dict[int, int] = {}
    limit = length + gap
    for block in reversed(range(count)):
        last = min(_begin(block + 1, count, length) - 1, limit - gap)
        if last >= _begin(block, count, length):
            lasts[block] = limit = last
    return lasts


def _begin(block: int, count: int, length: int) -> int:
    """The first whole second of a block."""
    return -(-block * length // count)


def _ends(between: TimeRange, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    return instant_of(day, between.start, zone), instant_of(day, between.end, zone)
