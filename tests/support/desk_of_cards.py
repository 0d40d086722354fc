"""The cards below the chart over check-ins in memory, computed where they stand or when the test says so."""

from collections.abc import Callable, Iterable

from companion.application.chart_cards import CardService
from companion.application.laid_beside import Against
from companion.domain.checkin import CheckIn
from companion.domain.period import Period
from companion.presentation.chart_cards import FigureCard, build_cards
from companion.presentation.date_words import DateWords
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import vault_of


class CardsAtOnce:
    """Fills the presenter's worker; `waits` until `work` is called, or for ever while `is_locked`."""

    def __init__(self, check_ins: Iterable[CheckIn], words: DateWords | None = None, *, waits: bool = False) -> None:
        self._words = words or PlainDateWords()
        self.noted = list(check_ins)
        self.is_locked = False
        self.asked: list[tuple[Period, Against]] = []
        self._waits = waits
        self._waiting: list[Callable[[], None]] = []

    def look(
        self,
        period: Period,
        against: Against,
        is_wanted: Callable[[], bool],
        done: Callable[[tuple[FigureCard, ...] | None], None],
    ) -> None:
        """As the worker does it."""

        def work() -> None:
            if is_wanted():
                self.asked.append((period, against))
            done(self._found(period, against) if is_wanted() and not self.is_locked else None)

        self._waiting.append(work)
        if not self._waits:
            self.work()

    def work(self) -> None:
        """Does what waits now."""
        waiting, self._waiting = self._waiting, []
        for one in waiting:
            one()

    def break_off(self) -> None:
        """What waits fails: nobody hears of it."""
        self._waiting.clear()

    def _found(self, period: Period, against: Against) -> tuple[FigureCard, ...]:
        return build_cards(CardService(vault_of(self.noted), FakeClock()).look(period, against), self._words)
