"""The answers that say where a level lies, from columns of check-ins: how many, and what they weigh."""

from datetime import time
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from companion.domain.columns import NO_ANSWER, ZONES, Columns
from companion.domain.metrics.ratings import Floats, Ints, day_numbers
from companion.domain.metrics.window_bounds import HALF_LIFE, HORIZON, POINTS, Weights
from companion.domain.zone import Zone

LABELLED = (Zone.BELOW, Zone.INSIDE, Zone.ABOVE)


class LabelColumns(NamedTuple):
    """Labels of which each is one place: arousal points, the place in `ZONES`, seconds since 1970 UTC, its day."""

    arousal: Ints
    zone: Ints
    at: Floats
    day: Ints


def labels_until(columns: Columns, at: float | None, day_start: time) -> tuple[LabelColumns, float]:
    """The labels that weigh something at `at`, in seconds since 1970 UTC, or at the last of them; and that instant.

    As where the window is learned: what is older than `HORIZON` weighs nothing any more.
    """
    when, arousal = np.asarray(columns.at), np.asarray(columns.arousal)
    is_label: NDArray[np.bool_] = arousal != NO_ANSWER
    is_label &= np.isin(np.asarray(columns.zone), [ZONES.index(zone) for zone in LABELLED])
    until = float(when[is_label].max(initial=0.0)) if at is None else at
    is_label &= when >= until - HORIZON.total_seconds()
    wall = (when + np.asarray(columns.offset))[is_label]
    zones = np.asarray(columns.zone)[is_label].astype(np.int64)
    days = day_numbers(wall, day_start)
    return LabelColumns(arousal[is_label].astype(np.int64), zones, when[is_label], days), until


def counts_of(labels: LabelColumns) -> tuple[int, int, int, int]:
    """How many there are below, inside and above, and on how many of the person's days."""
    by_zone = np.bincount(labels.zone, minlength=len(ZONES)).tolist()
    below, inside, above = (by_zone[ZONES.index(zone)] for zone in LABELLED)
    return below, inside, above, len(np.unique(labels.day))


def weights_at(labels: LabelColumns, now: float) -> dict[Zone, Weights]:
    """What the labels of each zone weigh together at each point; half after `HALF_LIFE`. `now` in seconds."""
    weights = np.exp2(np.minimum(0.0, (labels.at - now) / HALF_LIFE.total_seconds()))
    found = {}
    for zone in LABELLED:
        of_zone = labels.zone == ZONES.index(zone)
        found[zone] = np.bincount(labels.arousal[of_zone], weights[of_zone], len(POINTS)).tolist()
    return found
