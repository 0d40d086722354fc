"""The presenter of the cards below the chart: has them computed on the worker, one period at a time."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

from companion.application.event_bus import EventBus
from companion.application.events import VaultLocked
from companion.application.laid_beside import Against
from companion.presentation.chart_cards import FigureCard, empty_cards
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.domain.period import Period

Found = tuple[FigureCard, ...] | None


class CardWorker(Protocol):
    """Where there is time to compute."""

    def look(
        self, period: Period, against: Against, is_wanted: Callable[[], bool], done: Callable[[Found], None]
    ) -> None:
        """`done` hears on the GUI thread what the cards of `period` say; None if nothing can be read.

        Computes nothing if it is not wanted any more when its turn comes.
        """


class ChartCardsPresenter:
    """Of several that are wanted before the worker comes to them, only the last is computed and shown."""

    def __init__(self, worker: CardWorker, bus: EventBus) -> None:
        self._worker = worker
        self._against = Against.JUST_BEFORE
        self._period: Period | None = None
        self._asked = 0
        self._shown: Callable[[tuple[FigureCard, ...]], None] = lambda _cards: None
        bus.listen(VaultLocked, lambda _news: self.forget())

    def attach(self, shown: Callable[[tuple[FigureCard, ...]], None]) -> None:
        """From now on calls `shown` with the cards whenever they are others."""
        self._shown = shown

    @property
    def against(self) -> Against:
        """What the period is laid beside."""
        return self._against

    def against_names(self) -> dict[Against, str]:
        """What can be chosen, in words."""
        return {
            Against.JUST_BEFORE: _("The days before"),
            Against.YEAR_BEFORE: _("A year earlier"),
        }

    def want(self, period: Period) -> None:
        """Has the cards of that period computed anew. Those of another one are put away at once."""
        if period != self._period:
            self._shown(empty_cards())
        self._period = period
        self._ask()

    def lay_beside(self, against: Against) -> None:
        """Lays the period beside another one from now on."""
        self._against = against
        self._ask()

    def forget(self) -> None:
        """Puts everything away: what is on its way is not shown."""
        self._period = None
        self._asked += 1
        self._shown(empty_cards())

    def _ask(self) -> None:
        if self._period is None:
            return
        self._asked += 1
        asked = self._asked
        self._worker.look(
            self._period,
            self._against,
            lambda: self._asked == asked,
            lambda found: self._on_done(found) if self._asked == asked else None,
        )

    def _on_done(self, found: Found) -> None:
        if found is not None:
            self._shown(found)
