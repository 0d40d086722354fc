"""Small vectors of ratings, answers and marks for tests."""

from collections.abc import Sequence
from datetime import time

from companion.domain.columns import ZONES
from companion.domain.mark import Mark
from companion.domain.metrics.day_sums import ACUTE, GROWTH, Sums, added, sums_by_day
from companion.domain.metrics.ratings import Answers, Ratings
from companion.domain.zone import Zone

FOUR = time(4)
MIDNIGHT = time(0)


def some_ratings(
    values: Sequence[float], hours: Sequence[float] | None = None, days: Sequence[int] | None = None
) -> Ratings:
    """Ratings an hour apart on one day, unless told."""
    return Ratings(values, hours or list(range(len(values))), days or [0] * len(values))


def sums_of(
    values: Sequence[float],
    hours: Sequence[float] | None = None,
    days: Sequence[int] | None = None,
    *,
    acute: float = ACUTE,
    growth: float = GROWTH,
) -> Sums:
    """The sums over all of them."""
    return added(sums_by_day(some_ratings(values, hours, days), acute, growth))


def some_answers(zones: str, hours: Sequence[float] | None = None, days: Sequence[int] | None = None) -> Answers:
    """Answers an hour apart on one day unless told, each by the first letter of its name."""
    by_letter = {zone.value[0]: place for place, zone in enumerate(ZONES)}
    return Answers(
        [by_letter[letter] for letter in zones], hours or list(range(len(zones))), days or [0] * len(zones)
    )


def a_mark(hours: float, arousal: int | None = 50, zone: Zone | None = None, *, is_scheduled: bool = True) -> Mark:
    """A mark so many hours after the beginning of 1970, in UTC."""
    return Mark(f"{hours}", hours * 3600, 0, arousal, zone, is_scheduled)
