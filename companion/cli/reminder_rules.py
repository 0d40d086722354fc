"""A reminder's rule from the options of `companion reminders add`."""

from __future__ import annotations

import re
from datetime import timedelta

from companion.cli.grammar import CouldNotError, Option, Request, Typed, UsageError
from companion.cli.options import whole_number
from companion.domain.errors import DomainError, Rule
from companion.domain.reminder import (
    DEFAULT_GAP,
    EVERY_DAY,
    MINUTES_A_DAY,
    AtInterval,
    FixedTimes,
    Once,
    RandomInBlocks,
    ReminderRule,
    TimeRange,
)
from companion.presentation.translation import _

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
KINDS = {
    "--at": {"--weekdays"},
    "--random": {"--between", "--gap", "--weekdays"},
    "--every": {"--between", "--weekdays"},
    "--once": set(),
}
_TIME = re.compile(r"([0-9]{1,2}):([0-9]{2})")


def rule_options() -> tuple[Option, ...]:
    """What a rule is made of."""
    return (
        Option("--at", "HH:MM", _("at this time"), repeats=True),
        Option("--random", "N", _("at N random moments, one in each of N equal blocks")),
        Option("--every", "MIN", _("every so many minutes")),
        Option("--once", _("TIME"), _("once, such as 2026-11-22T14:06")),
        Option("--between", "HH:MM-HH:MM", _("for --random and --every: within these times")),
        Option("--gap", "MIN", _("for --random: at least so many minutes apart; 60 if left out")),
        Option("--weekdays", "mon,tue,…", _("on these weekdays; every day if left out")),
    )


def rule_from(request: Request) -> ReminderRule:
    """The rule that was typed. Raises UsageError, CouldNotError or DomainError."""
    typed = request.typed
    kind = _kind(typed)
    if kind == "--once":
        return _once(request)
    weekdays = _weekdays(typed.value("--weekdays"))
    if kind == "--at":
        return FixedTimes(tuple(_minute("--at", text, MINUTES_A_DAY - 1) for text in typed.values("--at")), weekdays)
    between = _between(typed, kind)
    if kind == "--every":
        return AtInterval(timedelta(minutes=whole_number(typed, "--every", 1, MINUTES_A_DAY)), between, weekdays)
    count = whole_number(typed, "--random", 0, MINUTES_A_DAY)
    gap = whole_number(typed, "--gap", 0, MINUTES_A_DAY, otherwise=int(DEFAULT_GAP.total_seconds() // 60))
    return RandomInBlocks(count, between, timedelta(minutes=gap), weekdays)


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


def _between(typed: Typed, kind: str) -> TimeRange:
    text = typed.value("--between")
    if text is None:
        raise UsageError(_("{option} needs {other} as well.").format(option=kind, other="--between HH:MM-HH:MM"))
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


def _weekdays(text: str | None) -> frozenset[int]:
    if text is None:
        return EVERY_DAY
    names = [name.strip().lower() for name in text.split(",") if name.strip()]
    if not set(names) <= set(WEEKDAYS):
        raise DomainError(Rule.UNKNOWN_WEEKDAY)
    return frozenset(WEEKDAYS.index(name) for name in names)
