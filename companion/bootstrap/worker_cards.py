"""The cards below the chart, computed over a connection that belongs to the worker's thread."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.errors import UserError

if TYPE_CHECKING:
    from companion.adapters.storage.vault import SqliteVault
    from companion.application.laid_beside import Against
    from companion.application.ports import Clock, TaskRunner
    from companion.domain.period import Period
    from companion.presentation.chart_cards import FigureCard
    from companion.presentation.date_words import DateWords


class WorkerCards:
    """Fills the presenter's `CardWorker`: numbers and their words. numpy is first loaded here, on the worker."""

    def __init__(self, vault: SqliteVault, clock: Clock, words: DateWords, tasks: Callable[[], TaskRunner]) -> None:
        self._vault = vault
        self._clock = clock
        self._words = words
        self._tasks = tasks

    def look(
        self,
        period: Period,
        against: Against,
        is_wanted: Callable[[], bool],
        done: Callable[[tuple[FigureCard, ...] | None], None],
    ) -> None:
        """`done` hears on the GUI thread what the cards of `period` say; None if nothing can be read.

        Computes nothing if it is not wanted any more when its turn comes.
        """
        found: list[tuple[FigureCard, ...] | None] = []

        def work() -> None:
            found.append(self._found(period, against) if is_wanted() else None)

        self._tasks().run(work, lambda _none: done(found[0]))

    def _found(self, period: Period, against: Against) -> tuple[FigureCard, ...] | None:
        from companion.application.chart_cards import CardService
        from companion.presentation.chart_cards import build_cards

        try:
            vault = self._vault.worker()
        except UserError:
            return None
        try:
            return build_cards(CardService(vault, self._clock).look(period, against), self._words)
        except UserError:
            return None
        finally:
            vault.close()
