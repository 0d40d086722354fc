"""A year of believable made-up check-ins, the same for the same seed: for trying the program out."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from random import Random
from uuid import UUID

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.checkin import CheckIn, Origin
from companion.domain.moment import Moment, moment_of
from companion.domain.window import STARTING_GUESS
from companion.domain.zone import Zone

DAYS = 365
ASKED_A_DAY = 4
ANSWERED_SHARE = 0.82
SELF_STARTED_A_DAY = 0.45
LOWER, UPPER = 35, 68
_FIRST_HOUR, _LAST_HOUR = 9, 21
_BOUND_NOISE = 4.0
_NOTE_SHARE = 0.12
_APP_VERSION = "demo"
_NOTES = {
    Zone.ABOVE: ("before the meeting", "after a long call", "a lot at once", "crowded train", "could not settle"),
    Zone.INSIDE: ("after a walk", "quiet morning", "lunch with Sam", "tea on the balcony", "music while cooking"),
    Zone.BELOW: ("slow start", "heavy legs", "after lunch", "rainy afternoon", "hard to begin"),
    Zone.MIXED: ("tired and restless", "before the appointment"),
    Zone.UNSURE: ("hard to tell today",),
}


@dataclass(frozen=True, slots=True)
class _Week:
    """How one week differs from others: its middle level in points, and how far single moments stray."""

    middle: float
    spread: float


def demo_year(now: Moment, zone: tzinfo, seed: int = 1) -> list[CheckIn]:
    """The check-ins of the year up to `now`, oldest first, on the wall clock of `zone`.

    About four asked a day, some unanswered; a daily rhythm, weeks that differ, a few gaps of days; zones that mostly
    agree with a window of 35 to 68. Pure: nothing but the arguments decides.
    """
    draw = Random(seed)  # noqa: S311 - made-up data, nothing secret
    days = [now.local.date() - timedelta(days=back) for back in range(DAYS, -1, -1)]
    weeks = [_Week(draw.gauss(49, 4), draw.uniform(8, 13)) for _ in range(len(days) // 7 + 1)]
    silent = _silent_days(draw, days)
    made: list[CheckIn] = []
    for number, day in enumerate(days):
        for at, origin in sorted(_moments(draw, day, zone, now.zone_name), key=lambda found: found[0].utc):
            check_in = _check_in(draw, at, origin, weeks[number // 7])
            if day not in silent and at.utc <= now.utc:
                made.append(check_in)
    return sorted(made, key=lambda check_in: check_in.experienced_at.utc)


def _silent_days(draw: Random, days: list[date]) -> set[date]:
    silent: set[date] = set()
    for _gap in range(6):
        first = draw.choice(days[:-20])
        silent.update(first + timedelta(days=more) for more in range(draw.randint(1, 5)))
    return silent


def _moments(draw: Random, day: date, zone: tzinfo, zone_name: str | None) -> Iterator[tuple[Moment, Origin]]:
    block = (_LAST_HOUR - _FIRST_HOUR) / ASKED_A_DAY
    for number in range(ASKED_A_DAY):
        hour = _FIRST_HOUR + block * (number + draw.random())
        if draw.random() < ANSWERED_SHARE:
            yield _moment(day, hour, zone, zone_name), Origin.RANDOM
    if draw.random() < SELF_STARTED_A_DAY:
        yield _moment(day, draw.uniform(7.5, 23), zone, zone_name), Origin.SELF


def _moment(day: date, hour: float, zone: tzinfo, zone_name: str | None) -> Moment:
    # By way of UTC, so that a wall time that a clock change leaves out becomes one that was really shown.
    seconds = int(hour * 3600)
    wall = datetime.combine(day, time(seconds // 3600, seconds % 3600 // 60, seconds % 60), zone)
    return moment_of(wall.astimezone(UTC).astimezone(zone), zone_name)


def _check_in(draw: Random, at: Moment, origin: Origin, week: _Week) -> CheckIn:
    arousal = _arousal(draw, at, origin, week)
    zone = _zone(draw, arousal)
    noted = draw.random() < _NOTE_SHARE
    note = draw.choice(_NOTES[zone]) if zone is not None and noted else ""
    return CheckIn(
        id=_id(draw, at),
        experienced_at=at,
        created_at=at,
        arousal=None if zone is not None and draw.random() < 0.02 else arousal,
        zone=zone,
        origin=origin,
        note=note,
        window_id=STARTING_GUESS.id,
        app_version=_APP_VERSION,
    )


def _arousal(draw: Random, at: Moment, origin: Origin, week: _Week) -> int:
    hour = at.local.hour + at.local.minute / 60
    rhythm = 7 * math.sin((hour - 8.5) / 14 * math.pi) - (6 if 13 <= hour < 15 else 0)
    weekend = -4 if at.local.weekday() >= 5 else 0
    strayed = draw.gauss(0, week.spread)
    # Some moments are far out, and those are the ones people also note by themselves.
    if draw.random() < (0.3 if origin is Origin.SELF else 0.08):
        strayed += draw.choice((24, -26))
    return max(LOWEST, min(HIGHEST, round(week.middle + rhythm + weekend + strayed)))


def _zone(draw: Random, arousal: int) -> Zone | None:
    chance = draw.random()
    if chance < 0.03:
        return Zone.UNSURE
    if chance < 0.05:
        return None
    if chance < 0.09 and not LOWER + 8 <= arousal <= UPPER - 12:
        return Zone.MIXED
    felt = arousal + draw.gauss(0, _BOUND_NOISE)
    if felt > UPPER:
        return Zone.ABOVE
    return Zone.BELOW if felt < LOWER else Zone.INSIDE


def _id(draw: Random, at: Moment) -> str:
    milliseconds = int(at.utc.timestamp() * 1000)
    random_bits = (draw.getrandbits(12) << 64) | (0b10 << 62) | draw.getrandbits(62)
    return str(UUID(int=(milliseconds << 80) | (0x7 << 76) | random_bits))
