"""What a person's labels teach about their window: when an estimate may be shown, and when it becomes a version."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from math import floor

from companion.domain.label import Label
from companion.domain.metrics.window_bounds import (
    GUESSED,
    Bound,
    Priors,
    Spread,
    estimate_window,
    set_by_person,
)
from companion.domain.moment import START_OF_DAY
from companion.domain.period import wall_day
from companion.domain.window import LikelyRange, WindowOfTolerance, WindowSource, with_sources
from companion.domain.zone import Zone

LEAST_LABELS = 40
LEAST_ON_A_SIDE = 5
PERIOD = timedelta(days=28)


@dataclass(frozen=True, slots=True)
class LabelCounts:
    """How many labels an estimate rests on, and on how many of the person's days they were given."""

    below: int = 0
    inside: int = 0
    above: int = 0
    days: int = 0

    @property
    def total(self) -> int:
        """All of them."""
        return self.below + self.inside + self.above

    @property
    def is_lower_seen(self) -> bool:
        """True if there are enough to say something of the lower bound."""
        return self.total >= LEAST_LABELS and self.below >= LEAST_ON_A_SIDE

    @property
    def is_upper_seen(self) -> bool:
        """True if there are enough to say something of the upper bound."""
        return self.total >= LEAST_LABELS and self.above >= LEAST_ON_A_SIDE


@dataclass(frozen=True, slots=True)
class Learned:
    """The estimate with what it rests on. A bound is None until it was seen often enough."""

    counts: LabelCounts
    lower: Spread | None
    upper: Spread | None

    @property
    def is_in_order(self) -> bool:
        """False if the answers leave nothing between the two bounds."""
        return self.lower is None or self.upper is None or points(self.lower) < points(self.upper)


@dataclass(frozen=True, slots=True)
class Lesson:
    """What a new version of the window would say; the fields are those of `WindowOfTolerance`."""

    lower: int
    upper: int
    lower_likely: LikelyRange | None
    upper_likely: LikelyRange | None
    labels: int


def count_labels(labels: Sequence[Label], day_start: time = START_OF_DAY) -> LabelCounts:
    """Counts labels, and the days they were given on."""
    zones = Counter(label.zone for label in labels)
    days = {wall_day(label.at + label.offset, day_start) for label in labels}
    return LabelCounts(zones[Zone.BELOW], zones[Zone.INSIDE], zones[Zone.ABOVE], len(days))


def learned_from(
    labels: Sequence[Label], at: datetime, versions: Sequence[WindowOfTolerance], day_start: time = START_OF_DAY
) -> Learned:
    """What may be said at an aware instant; `versions` of the window, oldest first, say what was thought before."""
    counts = count_labels(labels, day_start)
    estimate = estimate_window(labels, at, priors_of(versions))
    return Learned(
        counts,
        estimate.lower.spread() if counts.is_lower_seen else None,
        estimate.upper.spread() if counts.is_upper_seen else None,
    )


def lesson_of(
    labels: Sequence[Label], day_end: datetime, versions: Sequence[WindowOfTolerance], day_start: time = START_OF_DAY
) -> Lesson | None:
    """What the labels until the end of a day add to the newest version, or None if that is nothing.

    A bound that is still a starting guess is learned once it was seen often enough. Any other, be it learned or set
    by the person, is learned anew only if it moved: if its likely ranges by the labels of the last 28 days and by
    those of the 28 days before have no point in common.
    """
    known = learned_from(labels, day_end, versions, day_start)
    if known.lower is None and known.upper is None:
        return None
    window, lower_source, upper_source = with_sources(versions)[-1]
    has_lower_moved, has_upper_moved = _moved(labels, day_end, priors_of(versions))
    before = _Side(window.lower, window.lower_likely), _Side(window.upper, window.upper_likely)
    lower = _side(before[0], known.lower, lower_source, has_moved=has_lower_moved)
    upper = _side(before[1], known.upper, upper_source, has_moved=has_upper_moved)
    if (lower, upper) == before or lower.points >= upper.points:
        return None
    return Lesson(lower.points, upper.points, lower.likely, upper.likely, known.counts.total)


def priors_of(versions: Sequence[WindowOfTolerance]) -> Priors:
    """What is thought of the bounds before any label: the person's own bounds, if they set some, else the guess."""
    basis = next((window for window in reversed(versions) if window.source is not WindowSource.LEARNED), None)
    if basis is None or basis.source is WindowSource.STARTING_GUESS:
        return GUESSED
    return set_by_person(basis.lower, basis.upper)


def points(spread: Spread) -> int:
    """The mean in whole points; halves go up, so that what lies a point apart stays apart."""
    return floor(spread.mean + 0.5)


@dataclass(frozen=True, slots=True)
class _Side:
    points: int
    likely: LikelyRange | None


def _side(before: _Side, known: Spread | None, source: WindowSource, *, has_moved: bool) -> _Side:
    if known is None or not (has_moved or source is WindowSource.STARTING_GUESS):
        return before
    is_the_same = before.likely is not None and before.points == points(known)
    return before if is_the_same else _Side(points(known), known.likely)


def _moved(labels: Sequence[Label], end: datetime, priors: Priors) -> tuple[bool, bool]:
    middle = end - PERIOD
    recent = estimate_window(_within(labels, middle, end), end, priors)
    earlier = estimate_window(_within(labels, middle - PERIOD, middle), middle, priors)
    return _differ(recent.lower, earlier.lower), _differ(recent.upper, earlier.upper)


def _differ(one: Bound, other: Bound) -> bool:
    return not one.spread().likely.overlaps(other.spread().likely)


def _within(labels: Sequence[Label], start: datetime, end: datetime) -> list[Label]:
    first, last = start.timestamp(), end.timestamp()
    return [label for label in labels if first <= label.at < last]
