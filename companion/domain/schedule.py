"""The planner: which moments of a calendar day a reminder asks for. Pure; the same day is planned the same again."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta, tzinfo
from math import ceil

from companion.domain.draws import draws
from companion.domain.moment import Moment
from companion.domain.prompt import Prompt
from companion.domain.prompt_id import prompt_id
from companion.domain.random_moments import in_blocks, with_gap
from companion.domain.reminder import (
    MINUTES_A_DAY,
    AfterCheckIn,
    AtInterval,
    FixedTimes,
    Once,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    Reminder,
    TimeRange,
)
from companion.domain.wall_time import instant_of, moment_at

_MINUTE = timedelta(minutes=1)
SHORT_BLOCK = timedelta(minutes=30)
_PLACES_A_RANGE = 100  # more than a range can have prompts, also on a day that lasts longer


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

    The switch is not looked at. A moment asked for once belongs to its own local date; what follows a check-in is
    not known before it (`event_slots`). Raises DomainError(TIME_UNREADABLE or TIME_TOO_EARLY) where the calendar
    ends.
    """
    spans = _spans(reminder, day, zone, secret)
    return tuple(
        Slot(s.place, moment_at(s.at, zone), moment_at(s.start, zone), moment_at(s.end, zone)) for s in spans
    )


def prompt_for(reminder: Reminder, day: date, slot: Slot, index: int) -> Prompt:
    """The prompt of a slot; `index` tells it from others of that reminder and day."""
    silence = reminder.only_after_silence
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
        expiry_minutes=int(reminder.expiry / _MINUTE),
        silence_minutes=None if silence is None else int(silence / _MINUTE),
    )


def _spans(reminder: Reminder, day: date, zone: tzinfo, secret: bytes) -> Iterator[_Span]:
    rule = reminder.rule
    if isinstance(rule, Once):
        if rule.at.local.date() == day:
            yield _Span(0, rule.at.utc, rule.at.utc, rule.at.utc + SHORT_BLOCK)
    elif not isinstance(rule, AfterCheckIn) and _exists(day, zone):
        match rule:
            case FixedTimes() if day.weekday() in rule.weekdays:
                yield from _fixed(rule, day, zone)
            case RandomInBlocks():
                yield from _in_blocks(rule, day, zone, draws(secret, reminder.id, day))
            case RandomWithGap():
                yield from _with_gap(rule, day, zone, draws(secret, reminder.id, day))
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
    for number, each in rule.on(day.weekday()):
        start, end = _ends(each.between, day, zone)
        for place in range((end - start) // rule.every):
            block = start + place * rule.every
            yield _Span(number * _PLACES_A_RANGE + place, block + rule.every / 2, block, block + rule.every)


def _in_blocks(rule: RandomInBlocks, day: date, zone: tzinfo, numbers: Iterator[float]) -> Iterator[_Span]:
    """One moment in each of the equal blocks of every range; the gap holds across ranges too."""
    blocks = [block for number, each in rule.on(day.weekday()) for block in _blocks(number, each, day, zone)]
    if not blocks:
        return
    first = blocks[0].start
    seconds = [(_seconds(block.start - first), _seconds(block.end - first)) for block in blocks]
    for place, second in in_blocks(seconds, _seconds(rule.gap), numbers).items():
        yield replace(blocks[place], at=first + timedelta(seconds=second))


def _blocks(number: int, each: RandomRange, day: date, zone: tzinfo) -> Iterator[_Span]:
    start, end = _ends(each.between, day, zone)
    for block in range(each.count):
        from_, to = (start + (end - start) * b / each.count for b in (block, block + 1))
        yield _Span(number * _PLACES_A_RANGE + block, from_, from_, to)


def _with_gap(rule: RandomWithGap, day: date, zone: tzinfo, numbers: Iterator[float]) -> Iterator[_Span]:
    """Moments anywhere in each range; the gap holds across ranges too."""
    gap = max(_seconds(rule.gap), 1)
    earliest = None
    for number, each in rule.on(day.weekday()):
        start, end = _ends(each.between, day, zone)
        begin = 0 if earliest is None else max(0, _seconds(earliest - start))
        drawn = with_gap(begin, _seconds(end - start), each.count, gap, numbers)
        for place, second in enumerate(drawn):
            at = start + timedelta(seconds=second)
            earliest = at + timedelta(seconds=gap)
            yield _Span(number * _PLACES_A_RANGE + place, at, start, end)


def _seconds(length: timedelta) -> int:
    """In whole seconds, no less than it is."""
    return ceil(length / timedelta(seconds=1))


def _ends(between: TimeRange, day: date, zone: tzinfo) -> tuple[datetime, datetime]:
    return instant_of(day, between.start, zone), instant_of(day, between.end, zone)
