"""`companion checkins`: lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, NamedTuple

from companion.cli.dates import day_and_time
from companion.cli.grammar import Command, Option, Request
from companion.cli.options import nothing_in
from companion.cli.output import say, say_json
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.domain.checkin import CheckIn


AROUND = timedelta(days=3)  # a day with its own hours and offset lies within, wherever it was lived


class Wanted(NamedTuple):
    """From one instant to before another, and from one of the person's days to another with both.

    A check-in is of the day that the wall clock of its own place showed.
    """

    day_start: time
    start: datetime | None
    end: datetime | None
    first: date | None
    last: date | None

    def has(self, check_in: CheckIn) -> bool:
        """True if its day is wanted; its instant was asked for already."""
        day = check_in.experienced_at.day(self.day_start)
        return (self.first is None or self.first <= day) and (self.last is None or day <= self.last)


def commands() -> tuple[Command, ...]:
    """The one command of this family."""
    return (
        Command(
            "checkins",
            _("list check-ins, oldest first"),
            _list,
            (
                Option("--from", _("TIME"), _("from this day or moment on")),
                Option("--to", _("TIME"), _("up to and with this day, or up to this moment")),
            ),
            notes=_("A day is yours: it begins when Settings says, at 04:00 unless you changed that."),
        ),
    )


def _list(request: Request) -> int:
    from companion.application.transfer import all_check_ins

    wanted = _wanted(request)
    with request.core.vault.reading() as store:
        near = all_check_ins(store, wanted.start, wanted.end)
        found = (check_in for check_in in near if wanted.has(check_in))
        if request.wants_json:
            from companion.adapters.transfer.json_shapes import check_in_shape

            say_json("checkins", checkins=map(check_in_shape, found))
        else:
            _say_each(found, nothing_in(request.typed))
    return 0


def _say_each(found: Iterator[CheckIn], otherwise: str) -> None:
    count = 0
    for count, check_in in enumerate(found, start=1):  # noqa: B007 - counted as it passes
        say(_line(check_in))
    if not count:
        say(otherwise)


def _line(check_in: CheckIn) -> str:
    arousal = "" if check_in.arousal is None else str(check_in.arousal)
    zone = "" if check_in.zone is None else check_in.zone.value
    asked = _("asked") if check_in.is_scheduled else _("by myself")
    tags = " ".join(f"#{tag}" for tag in check_in.tags)
    note = " ".join(f"{check_in.note} {tags}".split())
    return f"{day_and_time(check_in.experienced_at)}  {arousal:>3}  {zone:<6}  {asked:<9}  {note}".rstrip()


def _wanted(request: Request) -> Wanted:
    first, start = _bound(request, "--from", -AROUND)
    last, end = _bound(request, "--to", AROUND)
    return Wanted(request.core.days.day_start, start, end, first, last)


def _bound(request: Request, name: str, around: timedelta) -> tuple[date | None, datetime | None]:
    """The day of an option with an instant far enough from it, or the instant."""
    text = request.typed.value(name)
    if text is None:
        return None, None
    from companion.domain.moment_text import day_from_text, is_day, moment_from_text

    if is_day(text):
        day = day_from_text(text)
        return day, _instant_around(day, around)
    return None, moment_from_text(text, request.core.clock.zone()).utc


def _instant_around(day: date, around: timedelta) -> datetime | None:
    try:
        return datetime.combine(day, time(), UTC) + around
    except OverflowError:
        return None
