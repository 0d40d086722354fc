"""What the chart shows only once it is computed: the smooth line, and the whole history at a glance."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol, TypeVar

if TYPE_CHECKING:
    from datetime import time

    from companion.application.insights import InsightService
    from companion.domain.line import Stretch
    from companion.domain.mark import Mark
    from companion.domain.period import Period
    from companion.presentation.timeline_overview import Overview

Found = TypeVar("Found")


class Worker(Protocol):
    """Where there is time: `done` hears on the GUI thread what `work` found, or None if it could not look."""

    def look(self, work: Callable[[InsightService], Found], done: Callable[[Found | None], None]) -> None:
        """`work` gets a service of its own, for that one call."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """A period with its single check-ins, or None where there are too many to hold here.

    `whole` is everything there is, `overview` what is known of it, or None if that may no longer be so.
    """

    period: Period
    day_start: time
    marks: tuple[Mark, ...] | None
    whole: Period
    overview: Overview | None = None


@dataclass(frozen=True, slots=True)
class Refined:
    """What was computed for `wanted`."""

    wanted: Wanted
    lines: tuple[Stretch, ...]
    overview: Overview


class Refining:
    """Has one thing computed at a time: what was wanted meanwhile gives way to what is wanted last."""

    def __init__(self, worker: Worker, refined: Callable[[Refined], None]) -> None:
        self._worker = worker
        self._refined = refined
        self._waiting: Wanted | None = None
        self._is_busy = False

    def want(self, wanted: Wanted) -> None:
        """`refined` hears of it, unless something else is wanted before it is begun."""
        self._waiting = wanted
        if not self._is_busy:
            self._begin()

    def forget(self) -> None:
        """Nothing is wanted any more, and what is on its way is not heard of."""
        self._waiting = None

    def _begin(self) -> None:
        wanted = self._waiting
        if wanted is None:
            return
        self._is_busy = True
        self._worker.look(lambda insights: refined_by(insights, wanted), self._on_done)

    def _on_done(self, found: Refined | None) -> None:
        self._is_busy = False
        if found is not None and found.wanted is self._waiting:
            self._waiting = None
            self._refined(found)
        else:
            self._begin()


def refined_by(insights: InsightService, wanted: Wanted) -> Refined:
    """Computes it. Belongs on the worker: numpy is loaded here. Raises UserError(LOCKED)."""
    from companion.domain.metrics.stretches import smooth_stretches
    from companion.presentation.timeline_overview import overview_of

    overview = wanted.overview or overview_of(insights.look(wanted.whole, 0))
    check_ins = insights.columns(wanted.period) if wanted.marks is None else wanted.marks
    return Refined(wanted, smooth_stretches(check_ins, wanted.period, wanted.day_start), overview)
