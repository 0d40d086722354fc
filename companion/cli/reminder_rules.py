"""A reminder's rule and manner from the options of `companion reminders add`."""

from __future__ import annotations

import re
from datetime import timedelta

from companion.cli.grammar import CouldNotError, Option, Request, Typed, UsageError
from companion.cli.options import whole_number
from companion.domain.errors import DomainError, Rule
from companion.domain.reminder import (
    DEFAULT_DELAY,
    DEFAULT_EXPIRY,
    DEFAULT_GAP,
    EVERY_DAY,
    LONGEST_DELAY,
    LONGEST_EXPIRY,
    LONGEST_SILENCE,
    MINUTES_A_DAY,
    SHORTEST_EXPIRY,
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Manner,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    ReminderRule,
    TimeRange,
)
from companion.presentation.translation import _

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS = {
    "--at": {"--weekdays"},
    "--random": {"--between", "--gap", "--no-blocks", "--weekdays"},
    "--every": {"--between", "--weekdays"},
    "--once": set(),
    "--after": {"--minutes"},
}
PURPOSES = {"check-in": Purpose.CHECK_IN, "reflection": Purpose.REFLECTION, "triangle": Purpose.TRIANGLE}
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")
_MINUTE = timedelta(minutes=1)


def rule_options() -> tuple[Option, ...]:
    """What a reminder is made of."""
    return (
        Option("--at", "HH:MM", _("at this time"), repeats=True),
        Option("--random", "N", _("at N random moments, one in each of N equal blocks"), repeats=True),
        Option("--every", "MIN", _("every so many minutes")),
        Option("--once", _("TIME"), _("once, such as 2026-11-22T14:06")),
        Option("--after", "above|below|outside", _("after a check-in on that side of the window")),
        Option("--minutes", "N", _("for --after: so many minutes later; 30 if left out")),
        Option("--between", "HH:MM-HH:MM", _("for --random and --every: within these times"), repeats=True),
        Option("--gap", "MIN", _("for --random: at least so many minutes apart; 60 if left out")),
        Option("--no-blocks", help=_("for --random: anywhere within these times")),
        Option("--weekdays", "mon,tue,…", _("on these weekdays; every day if left out")),
        Option("--only-after", "MIN", _("only if nothing was noted for so many minutes")),
        Option("--expiry", "MIN", _("waits so long for an answer, 10 to 60; 30 if left out")),
        Option("--for", "check-in|reflection|triangle", _("what it asks for; a check-in if left out")),
    )


def rule_from(request: Request) -> ReminderRule:
    """The rule that was typed. Raises UsageError, CouldNotError or DomainError."""
    typed = request.typed
    kind = _kind(typed)
    match kind:
        case "--once":
            return _once(request)
        case "--after":
            return _after(typed)
        case "--at":
            times = tuple(_minute("--at", text, MINUTES_A_DAY - 1) for text in typed.values("--at"))
            return FixedTimes(times, _weekdays(typed))
        case "--every":
            return _interval(typed)
        case _:
            return _random(typed)


def manner_from(typed: Typed) -> Manner:
    """How it asks. Raises UsageError or CouldNotError."""
    purpose = PURPOSES.get(typed.value("--for") or "check-in")
    if purpose is None:
        raise UsageError(_("{option} is one of {values}.").format(option="--for", values=", ".join(PURPOSES)))
    shortest, longest = SHORTEST_EXPIRY // _MINUTE, LONGEST_EXPIRY // _MINUTE
    expiry = whole_number(typed, "--expiry", shortest, longest, otherwise=DEFAULT_EXPIRY // _MINUTE)
    silence = None
    if typed.has("--only-after"):
        silence = whole_number(typed, "--only-after", 1, LONGEST_SILENCE // _MINUTE) * _MINUTE
    return Manner(purpose, expiry * _MINUTE, silence)


def _kind(typed: Typed) -> str:
    kinds = [name for name in KINDS if typed.has(name)]
    if len(kinds) != 1:
        raise UsageError(_("Give one of {options}.").format(options=", ".join(KINDS)))
    fitting = KINDS[kinds[0]]
    for name in set().union(*KINDS.values()) - fitting:
        if typed.has(name):
            raise UsageError(_("{option} does not go with {other}.").format(option=name, other=kinds[0]))
    return kinds[0]


def _once(request: Request) -> Once:
    from companion.domain.moment_text import moment_from_text

    clock = request.core.clock
    now = clock.now()
    moment = moment_from_text(request.typed.value("--once") or "", clock.zone(), now.zone_name)
    if moment.utc <= now.utc:
        raise CouldNotError(_("This time has passed. Please choose one that is still to come."))
    return Once(moment)


def _after(typed: Typed) -> AfterCheckIn:
    sides = {side.value: side for side in Outside}
    side = sides.get((typed.value("--after") or "").strip().lower())
    if side is None:
        raise UsageError(_("{option} is one of {values}.").format(option="--after", values=", ".join(sides)))
    minutes = whole_number(typed, "--minutes", 1, LONGEST_DELAY // _MINUTE, otherwise=DEFAULT_DELAY // _MINUTE)
    return AfterCheckIn(side, minutes * _MINUTE)


def _interval(typed: Typed) -> AtInterval:
    first, *further = _ranges(typed, "--every")
    every, weekdays = whole_number(typed, "--every", 1, MINUTES_A_DAY) * _MINUTE, _weekdays(typed)
    return AtInterval(every, first, weekdays, tuple(DayRange(between, weekdays) for between in further))


def _random(typed: Typed) -> ReminderRule:
    ranges, weekdays = _ranges(typed, "--random"), _weekdays(typed)
    counts = _counts(typed, len(ranges))
    gap = whole_number(typed, "--gap", 0, MINUTES_A_DAY, otherwise=DEFAULT_GAP // _MINUTE) * _MINUTE
    kind = RandomWithGap if typed.has("--no-blocks") else RandomInBlocks
    further = (RandomRange(count, each, weekdays) for count, each in zip(counts[1:], ranges[1:], strict=True))
    return kind(counts[0], ranges[0], gap, weekdays, tuple(further))


def _counts(typed: Typed, ranges: int) -> list[int]:
    """One for each range, in the order typed; a single one counts for each of them."""
    given = typed.values("--random")
    counts = [whole_number(Typed({"--random": [text]}), "--random", 0, MINUTES_A_DAY) for text in given]
    if len(counts) == 1:
        return counts * ranges
    if len(counts) != ranges:
        raise UsageError(
            _("Give {option} once, or once for each {other}.").format(option="--random", other="--between")
        )
    return counts


def _ranges(typed: Typed, kind: str) -> list[TimeRange]:
    if not typed.has("--between"):
        raise UsageError(_("{option} needs {other} as well.").format(option=kind, other="--between HH:MM-HH:MM"))
    return [_between(text) for text in typed.values("--between")]


def _between(text: str) -> TimeRange:
    start, dash, end = text.partition("-")
    if not dash:
        raise CouldNotError(_not_a_time("--between", "10:00-20:00"))
    return TimeRange(_minute("--between", start, MINUTES_A_DAY), _minute("--between", end, MINUTES_A_DAY))


def _minute(option: str, text: str, latest: int) -> int:
    found = _TIME.fullmatch(text.strip())
    minute = MINUTES_A_DAY + 1 if found is None or int(found[2]) > 59 else int(found[1]) * 60 + int(found[2])
    if minute > latest:
        raise CouldNotError(_not_a_time(option, "09:30" if option == "--at" else "10:00-20:00"))
    return minute


def _not_a_time(option: str, example: str) -> str:
    return _("{option} could not be understood. Write it like {example}.").format(option=option, example=example)


def _weekdays(typed: Typed) -> frozenset[int]:
    text = typed.value("--weekdays")
    if text is None:
        return EVERY_DAY
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not set(names) <= set(WEEKDAYS):
        raise DomainError(Rule.UNKNOWN_WEEKDAY)
    return frozenset(WEEKDAYS.index(name) for name in names)
