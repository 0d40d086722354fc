"""The dialog of the page for a session, made when it is wanted; locking closes it as it does every dialog."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import closing
from typing import TYPE_CHECKING, TypeVar

from companion.application.errors import UserError

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.application.ports import TaskRunner
    from companion.application.report import ReportService
    from companion.bootstrap.core import Core
    from companion.domain.period import Period
    from companion.presentation.date_words import DateWords
    from companion.ui.screens.report import ReportDialog
    from companion.ui.theme.theme import Theme

Found = TypeVar("Found")


class ReportDesk:
    """Opens it over `screen`; `dialog` is the one that is open."""

    def __init__(
        self, core: Core, theme: Theme, words: DateWords, tasks: Callable[[], TaskRunner], screen: QWidget
    ) -> None:
        self._core = core
        self._theme = theme
        self._words = words
        self._tasks = tasks
        self._screen = screen
        self.dialog: ReportDialog | None = None

    def open(self, period: Period) -> None:
        """The page of those days."""
        from companion.adapters.transfer.finished_file import FinishedFiles
        from companion.bootstrap.report import page_file
        from companion.presentation.chart_pictures import FilePresenter
        from companion.presentation.report_presenter import ReportPresenter
        from companion.ui.screens.report import ReportDialog

        if self.dialog is not None:
            self.dialog.raise_()
            return
        presenter = ReportPresenter(WorkerReport(self._core, self._tasks), self._words)
        files = FilePresenter(FinishedFiles(), self._tasks())
        self.dialog = dialog = ReportDialog(presenter, files, page_file, self._theme, self._screen)
        dialog.finished.connect(self._on_finished)
        presenter.look(period)
        dialog.open()

    def _on_finished(self, _result: int) -> None:
        self.dialog = None


class WorkerReport:
    """Looks on the worker, over a connection of its own; finds nothing where it cannot look."""

    def __init__(self, core: Core, tasks: Callable[[], TaskRunner]) -> None:
        self._core = core
        self._tasks = tasks

    def look(self, work: Callable[[ReportService], Found], done: Callable[[Found | None], None]) -> None:
        """`done` hears on the GUI thread what `work` found, or None while locked."""

        def looked() -> Found | None:
            return self._looked(work)

        self._tasks().run(looked, done)  # type: ignore[arg-type]

    def _looked(self, work: Callable[[ReportService], Found]) -> Found | None:
        from companion.application.days import DayService
        from companion.application.insights import InsightService
        from companion.bootstrap.report import service_over

        try:
            with closing(self._core.vault.worker()) as vault:
                insights = InsightService(vault, DayService(vault, self._core.clock))
                return work(service_over(vault, insights, self._core.clock))
        except UserError:
            return None
