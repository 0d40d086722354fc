"""Values for tests, with everything that does not matter filled in."""

import itertools
from datetime import UTC, datetime, timedelta

from companion.domain.checkin import CheckIn, Origin
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.moment import Moment, moment_of
from companion.domain.zone import Zone

NOW = datetime(2026, 11, 22, 13, 6, tzinfo=UTC)
_numbers = itertools.count(1)


def a_moment(hours_ago: float = 0, now: datetime = NOW) -> Moment:
    """A moment in Berlin."""
    from zoneinfo import ZoneInfo

    instant = now - timedelta(hours=hours_ago)
    return moment_of(instant.astimezone(ZoneInfo("Europe/Berlin")), "Europe/Berlin")


def a_check_in(
    arousal: int | None = 50,
    zone: Zone | None = Zone.INSIDE,
    hours_ago: float = 0,
    *,
    at: Moment | None = None,
    note: str = "",
    tags: tuple[str, ...] = (),
    origin: Origin = Origin.SELF,
    pleasantness: int | None = None,
    safe: int | None = None,
    connected: int | None = None,
    sleep: int | None = None,
    slept: timedelta | None = None,
    context: Context = NO_CONTEXT,
    id: str | None = None,  # noqa: A002
) -> CheckIn:
    """A check-in noted when it was lived."""
    moment = at or a_moment(hours_ago)
    number = next(_numbers)
    return CheckIn(
        id=id or f"01900000-0000-7000-8000-{number:012x}",
        experienced_at=moment,
        created_at=moment,
        arousal=arousal,
        zone=zone,
        pleasantness=pleasantness,
        safe=safe,
        connected=connected,
        sleep=sleep,
        slept=slept,
        context=context,
        origin=origin,
        note=note,
        tags=tags,
        app_version="test",
    )


class CountingIds:
    """Ids in order."""

    def __init__(self) -> None:
        self._numbers = itertools.count(1)

    def new_id(self) -> str:
        return f"01999999-0000-7000-8000-{next(self._numbers):012x}"
