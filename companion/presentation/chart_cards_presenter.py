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

    def look(self, period: Period, against: Against, done: Callable[[Found], None]) -> None:
        """`done` hears on the GUI thread what the cards of `period` say; None if nothing can be read."""


class ChartCardsPresenter:
    """What is wanted while something is computed waits; of several wanted meanwhile only the last is computed."""

    def __init__(self, worker: CardWorker, bus: EventBus) -> None:
        self._worker = worker
        self._against = Against.JUST_BEFORE
        self._period: Period | None = None
        self._is_waiting = False
        self._begun: Period | None = None
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
        if self._period is not None:
            self._ask()

    def forget(self) -> None:
        """Puts everything away: what is on its way is not shown."""
        self._period = None
        self._is_waiting = False
        self._shown(empty_cards())

    def _ask(self) -> None:
        self._is_waiting = True
        if self._begun is None:
            self._begin()

    def _begin(self) -> None:
        if self._period is None:
            return
        self._is_waiting, self._begun = False, self._period
        self._worker.look(self._period, self._against, self._on_done)

    def _on_done(self, found: Found) -> None:
        begun, self._begun = self._begun, None
        if self._is_waiting:
            self._begin()
        elif found is not None and begun == self._period:
            self._shown(found)
