"""Every number of a period under its name, with what it rests on, its range, and what is missing for its gate."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime, time
from functools import partial
from typing import NamedTuple

from companion.domain.columns import ZONES as CODED
from companion.domain.columns import Columns, columns_of
from companion.domain.mark import Mark
from companion.domain.metrics import gates
from companion.domain.metrics.bootstrap import Range, drawn_days, range_among, range_of
from companion.domain.metrics.day_sums import ACUTE, Sums, added, sums_by_day
from companion.domain.metrics.descriptive import mean, median, relative_sd, sd
from companion.domain.metrics.gates import Gate, Need, Shortfall
from companion.domain.metrics.inertia import carrying, lag1
from companion.domain.metrics.instability import mssd, mssd_time_adjusted, pac, pac_down, pac_up, rmssd
from companion.domain.metrics.labels import counts_of, labels_until, weights_at
from companion.domain.metrics.ratings import (
    Answers,
    Ratings,
    answers_of,
    count_days,
    count_pairs,
    pairs_of,
    ratings_of,
)
from companion.domain.metrics.recovery import episodes, time_to_return
from companion.domain.metrics.share import shares
from companion.domain.metrics.time_in_zone import owned_by_day, time_in_zones
from companion.domain.metrics.window_bounds import Priors, Spread, estimate_from
from companion.domain.window_learning import LEAST_LABELS, LEAST_ON_A_SIDE, LabelCounts
from companion.domain.zone import Zone

# As the window is learned: in the order of the picture, the two that say least last.
ZONES = (Zone.BELOW, Zone.INSIDE, Zone.ABOVE, Zone.MIXED, Zone.UNSURE)

Figures = dict[str, "Figure"]
Number = Callable[[Sums], float | None]


class Figure(NamedTuple):
    """A number that rests on `n` check-ins (labels, episodes) of so many days, and on so many pairs.

    It may be shown only if nothing is missing; `low` and `high` are None where there is no range.
    """

    value: float | None
    n: int
    days: int
    pairs: int
    missing: tuple[Shortfall, ...]
    low: float | None = None
    high: float | None = None

    @property
    def is_open(self) -> bool:
        """True if the gate is passed."""
        return not self.missing


def figures_of(
    marks: Iterable[Mark] | Columns, day_start: time, at: datetime | None, priors: Priors, acute: float = ACUTE
) -> Figures:
    """Every number of these check-ins, whatever their order, by its name.

    The window is estimated for the aware instant `at`, or for the last check-in if there is none, from `priors`;
    `acute` is in points. Scheduled check-ins alone count, but for coming back and the window, where all do.
    """
    marks = columns_of(marks)
    scheduled = answers_of(marks, day_start, only_scheduled=True)
    of_ratings = _of_ratings(ratings_of(marks, day_start), acute)
    return {
        **{name: of_ratings.pop(name) for name in ("mean", "median")},
        **of_ratings,
        **_of_zones(scheduled),
        **_of_recovery(answers_of(marks, day_start, only_scheduled=False)),
        **_of_window(marks, day_start, at, priors),
    }


def _of_ratings(ratings: Ratings, acute: float) -> Figures:
    by_day = sums_by_day(ratings, acute)
    gaps = pairs_of(ratings).gaps
    drawn = drawn_days(len(by_day))
    rounds = drawn.sums(by_day)
    numbers: dict[str, tuple[Gate, Number]] = {
        "mean": (gates.LEVEL, mean),
        "sd": (gates.VARIATION, sd),
        "relative_sd": (gates.VARIATION, relative_sd),
        "mssd": (gates.VARIATION, mssd),
        "rmssd": (gates.VARIATION, rmssd),
        "mssd_time_adjusted": (
            gates.VARIATION,
            partial(mssd_time_adjusted, median_gap=median(gaps)),
        ),
        "pac": (gates.VARIATION, pac),
        "pac_up": (gates.VARIATION, pac_up),
        "pac_down": (gates.VARIATION, pac_down),
        "inertia_lag1": (gates.INERTIA, lag1),
    }
    whole = added(by_day)
    counted = len(ratings.values), len(by_day), len(gaps)
    found = {
        name: figure_of(number(whole), gate, counted, range_of(rounds, number))
        for name, (gate, number) in numbers.items()
    }
    middle_range = drawn.median_range(ratings)
    found["median"] = figure_of(median(ratings.values), gates.LEVEL, counted, middle_range)
    fit = carrying(ratings)
    found["inertia_half_life_h"] = figure_of(
        None if fit is None else fit.half_life,
        gates.INERTIA,
        counted,
        None if fit is None else (fit.half_life_low, fit.half_life_high),
    )
    return found


def _of_zones(answers: Answers) -> Figures:
    by_day = owned_by_day(answers)
    counted = len(answers.zones), len(by_day), count_pairs(answers)
    by_zone, times = shares(answers.zones), time_in_zones(answers)
    rounds = drawn_days(len(by_day)).totals(by_day).tolist()
    found = {}
    for zone in ZONES:
        share = None if by_zone is None else by_zone[zone]
        found[f"share.{zone.value}"] = figure_of(
            None if share is None else share.value, gates.LEVEL, counted, None if share is None else share[1:]
        )
    for zone in ZONES:
        found[f"time_in_zone.{zone.value}"] = figure_of(
            None if times is None else times.shares[zone],
            gates.HOURS,
            counted,
            range_among(len(rounds), [row[CODED.index(zone)] / sum(row) for row in rounds if sum(row)]),
            coverage=0.0 if times is None else times.coverage,
        )
    return found


def _of_recovery(answers: Answers) -> Figures:
    found = episodes(answers)
    count, returns = len(found.hours), int(found.has_returned.sum())
    back = time_to_return(found)
    missing = gates.recovery_shortfalls(count, returns)
    if back.median is None and not missing:
        missing = (Shortfall(Need.NOT_DEFINED),)
    figure = Figure(back.median, count, count_days(answers), 0, missing, back.low, back.high)
    return {"recovery_median_h": figure}


def _of_window(columns: Columns, day_start: time, at: datetime | None, priors: Priors) -> Figures:
    labels, until = labels_until(columns, None if at is None else at.timestamp(), day_start)
    counts = LabelCounts(*counts_of(labels))
    lower = _window_figure(counts, Shortfall(Need.LABELS_BELOW, LEAST_ON_A_SIDE, counts.below))
    upper = _window_figure(counts, Shortfall(Need.LABELS_ABOVE, LEAST_ON_A_SIDE, counts.above))
    if not counts.total:
        return {"window.lower": lower, "window.upper": upper}
    estimate = estimate_from(weights_at(labels, until), priors)
    return {
        "window.lower": _with_spread(lower, estimate.lower.spread()),
        "window.upper": _with_spread(upper, estimate.upper.spread()),
    }


def _window_figure(counts: LabelCounts, side: Shortfall) -> Figure:
    wanted = (Shortfall(Need.LABELS, LEAST_LABELS, counts.total), side)
    return Figure(None, counts.total, counts.days, 0, tuple(one for one in wanted if one.there < one.needed))


def _with_spread(figure: Figure, spread: Spread) -> Figure:
    return figure._replace(value=spread.mean, low=float(spread.likely.low), high=float(spread.likely.high))


def figure_of(
    value: float | None,
    gate: Gate,
    counted: tuple[int, int, int],
    reach: Range | tuple[float | None, ...] | None,
    coverage: float | None = None,
) -> Figure:
    """A number that rests on `counted` check-ins, days and pairs, with its range, seen from its gate.

    `coverage` is a share, 0 to 1, where the gate asks for one.
    """
    missing = gate.shortfalls(*counted, coverage)
    if value is None and not missing:
        missing = (Shortfall(Need.NOT_DEFINED),)
    low, high = (None, None) if reach is None or value is None else reach
    return Figure(value, *counted, missing, low, high)
