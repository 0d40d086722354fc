"""The chart's table, and its page for a session."""

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from companion.application.chart_rows import ChartRowService
from companion.application.event_bus import EventBus
from companion.presentation.chart_pictures import FilePresenter
from companion.presentation.chart_range import ChartRange
from companion.presentation.chart_table_pages import ChartTablePages
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.chart import Aside, ChartScreen
from companion.ui.theme.theme import Theme
from tests.support.charts import LookAtOnce
from tests.support.clock import FakeClock
from tests.support.noted import insights_into
from tests.support.worker import FakeWorker
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_chart import HEIGHT, WIDTH, _life_events, _windows, _year


class NoFiles:
    """Fills OutgoingFiles; nothing is written from a scene."""

    def write(self, path: str, content: bytes) -> None: ...


@scene("chart-tools", WIDTH, HEIGHT)
def tools(theme: Theme) -> QWidget:
    """The chart with what can be done with it."""
    return _screen(theme, ChartRange.MONTH)


@scene("chart-table", WIDTH, HEIGHT)
def table(theme: Theme) -> QWidget:
    """Four weeks as a table, with the smooth line."""
    return _table(theme, ChartRange.MONTH)


@scene("chart-table-oldest", WIDTH, HEIGHT)
def oldest(theme: Theme) -> QWidget:
    """The other way round, with a row chosen."""
    made = _table(theme, ChartRange.MONTH)
    assert made.table is not None
    made.table.turn.click()
    made.table.table.selectRow(2)
    return made


@scene("chart-table-narrow", 480, 620)
def narrow(theme: Theme) -> QWidget:
    """A small window."""
    return _table(theme, ChartRange.ALL)


def _table(theme: Theme, chart_range: ChartRange) -> ChartScreen:
    made = _screen(theme, chart_range)
    assert made.tools is not None
    made.tools.table.click()
    made.setFocus()
    return made


def _screen(theme: Theme, chart_range: ChartRange) -> ChartScreen:
    words = LocaleDates(QLocale("en_GB"))
    insights = insights_into(_year(), FakeClock(), _windows(), life_events=_life_events())
    presenter = TimelinePresenter(insights, EventBus(), words, LookAtOnce(insights))
    presenter.choose(chart_range)
    rows = ChartRowService(insights._vault)
    made = ChartScreen(
        presenter, theme, aside=Aside(ChartTablePages(rows, words), FilePresenter(NoFiles(), FakeWorker()))
    )
    made.resize(WIDTH, HEIGHT)
    made.refresh()
    made.setFocus()  # as the shell does
    return made


@scene("chart-table-days", WIDTH, HEIGHT)
def days(theme: Theme) -> QWidget:
    """A year by days."""
    made = _table(theme, ChartRange.ALL)
    assert made.table is not None
    made.table.days.click()
    return made
