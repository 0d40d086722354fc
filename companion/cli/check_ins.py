"""`companion checkins`: lists them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from companion.cli.dates import day_and_time
from companion.cli.grammar import Command, Option, Request
from companion.cli.output import say, say_json
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.domain.checkin import CheckIn


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
        ),
    )


def _list(request: Request) -> int:
    from companion.application.transfer import all_check_ins

    start, end = _bound(request, "--from", 0), _bound(request, "--to", 1)
    with request.core.vault.reading() as store:
        found = all_check_ins(store, start, end)
        if request.wants_json:
            from companion.adapters.transfer.json_shapes import check_in_shape

            say_json("checkins", checkins=map(check_in_shape, found))
        else:
            _say_each(found)
    return 0


def _say_each(found: Iterator[CheckIn]) -> None:
    count = 0
    for count, check_in in enumerate(found, start=1):  # noqa: B007 - counted as it passes
        say(_line(check_in))
    if not count:
        say(_("There are no check-ins here yet."))


def _line(check_in: CheckIn) -> str:
    arousal = "" if check_in.arousal is None else str(check_in.arousal)
    zone = "" if check_in.zone is None else check_in.zone.value
    asked = _("asked") if check_in.is_scheduled else _("by myself")
    tags = " ".join(f"#{tag}" for tag in check_in.tags)
    note = " ".join(f"{check_in.note} {tags}".split())
    return f"{day_and_time(check_in.experienced_at)}  {arousal:>3}  {zone:<6}  {asked:<9}  {note}".rstrip()


def _bound(request: Request, name: str, days_later: int) -> datetime | None:
    text = request.typed.value(name)
    if text is None:
        return None
    from companion.domain.moment_text import is_day, moment_from_text, start_of_day

    zone = request.core.clock.zone()
    if is_day(text):
        return start_of_day(text, zone, days_later)
    return moment_from_text(text, zone).utc
