"""The page for a session: its parts put together, for the command line and for the window."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from companion.application.report import ReportService
from companion.presentation.report import ReportPage, build_page
from companion.presentation.report_html import report_html
from companion.presentation.report_words import HTML
from companion.ui.chart.pictures import chart_svg
from companion.ui.chart.report_paper import ReportPaper
from companion.ui.platform.locale_dates import LocaleDates

if TYPE_CHECKING:
    from companion.application.insights import InsightService
    from companion.application.ports import Clock
    from companion.application.report import Findings, Note
    from companion.application.vault_ports import Vault
    from companion.bootstrap.core import Core
    from companion.presentation.date_words import DateWords


def report_service(core: Core) -> ReportService:
    """What looks for what a page needs."""
    return service_over(core.vault, core.insights, core.clock)


def service_over(vault: Vault, insights: InsightService, clock: Clock) -> ReportService:
    """The same over another door to the store."""
    return ReportService(vault, insights, clock)


def page_file(page: ReportPage, ending: str, words: DateWords) -> bytes:
    """The page as a whole file: a web page, or PDF. Needs a QGuiApplication, for its fonts."""
    if ending == HTML:
        return report_html(page, chart_svg(page.chart, page.title, page.lead).decode(), words).encode()
    return ReportPaper(page).pdf()


def page_without_display(found: Findings, notes: Iterable[Note], ending: str) -> tuple[bytes, int]:
    """The file, and how many of the notes found no room on it. Works where there is no display."""
    application = QGuiApplication.instance() or QGuiApplication(["companion", "-platform", "offscreen"])
    words = LocaleDates()
    page = build_page(found, notes, words)
    left_out = 0 if ending == HTML else ReportPaper(page).left_out
    content = page_file(page, ending, words)
    del application
    return content, left_out
