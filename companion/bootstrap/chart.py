"""Makes the Chart screen with everything behind it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from companion.adapters.transfer.finished_file import FinishedFiles
from companion.application.chart_rows import ChartRowService
from companion.application.errors import UserError
from companion.application.events import VaultLocking
from companion.bootstrap.late import late
from companion.bootstrap.report_desk import ReportDesk
from companion.bootstrap.worker_cards import WorkerCards
from companion.presentation.chart_cards_presenter import ChartCardsPresenter
from companion.presentation.chart_pictures import FilePresenter
from companion.presentation.chart_table_pages import ChartTablePages
from companion.presentation.life_events import LifeEventPresenter
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.screens.chart import Aside, ChartScreen
from companion.ui.widgets.chart_cards import ChartCards

if TYPE_CHECKING:
    from companion.application.insights import InsightService
    from companion.application.ports import TaskRunner
    from companion.bootstrap.core import Core
    from companion.presentation.date_words import DateWords
    from companion.ui.theme.theme import Theme

Found = TypeVar("Found")


def make_chart(core: Core, theme: Theme, words: DateWords, tasks: Callable[[], TaskRunner]) -> ChartScreen:
    """The screen; its files are loaded with this one, when it is first gone to."""
    presenter = TimelinePresenter(core.insights, core.bus, words, WorkerLook(core, tasks))
    life_events = LifeEventPresenter(core.journal, core.clock, words)
    below = ChartCardsPresenter(WorkerCards(core.vault, core.clock, words, tasks), core.bus)
    pages = ChartTablePages(ChartRowService(core.vault), words)
    aside = Aside(pages, FilePresenter(FinishedFiles(), late(tasks)))
    screen = ChartScreen(presenter, theme, life_events, ChartCards(below, theme), aside)
    desk = ReportDesk(core, theme, words, tasks, screen)
    screen.report_wanted.connect(lambda period: desk.open(period))
    core.bus.listen(VaultLocking, lambda _news: screen.keep_now())
    return screen


class WorkerLook:
    """Looks back on the worker, over a connection of its own; finds nothing where it cannot look."""

    def __init__(self, core: Core, tasks: Callable[[], TaskRunner]) -> None:
        self._core = core
        self._tasks = tasks

    def look(self, work: Callable[[InsightService], Found], done: Callable[[Found | None], None]) -> None:
        """`done` hears on the GUI thread what `work` found, or None while locked."""

        def looked() -> Found | None:
            return self._looked(work)

        self._tasks().run(looked, done)  # type: ignore[arg-type]

    def _looked(self, work: Callable[[InsightService], Found]) -> Found | None:
        from companion.application.days import DayService
        from companion.application.insights import InsightService

        vault = self._core.vault.worker()
        try:
            return work(InsightService(vault, DayService(vault, self._core.clock)))
        except UserError:
            return None
        finally:
            vault.close()
