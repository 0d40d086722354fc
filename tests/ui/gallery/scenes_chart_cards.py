"""The cards below the chart: with a year behind them, with a few days, and before anything was computed."""

from datetime import timedelta

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.application.demo import demo_year
from companion.application.event_bus import EventBus
from companion.domain.checkin import CheckIn
from companion.domain.period import period_ending
from companion.presentation.chart_cards_presenter import ChartCardsPresenter
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.chart import ChartScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.chart_cards import ChartCards
from companion.ui.widgets.page import Page
from tests.support.charts import LookAtOnce
from tests.support.clock import FakeClock
from tests.support.desk_of_cards import CardsAtOnce
from tests.support.noted import insights_into
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 1420
"""The page of a usual window; all the cards at once."""


@scene("chart-cards-month", WIDTH, HEIGHT)
def month(theme: Theme) -> QWidget:
    """Four weeks of a year."""
    return _cards(theme, _year(), 28)


@scene("chart-cards-quarter-unfolded", WIDTH, HEIGHT)
def quarter(theme: Theme) -> QWidget:
    """Thirteen weeks, so that weekdays can speak; what two cards cannot say is unfolded."""
    page, cards = _page(theme, _year(), 91)
    for view in list(cards.cards.values())[:2]:
        view.unfold.setChecked(True)
    return page


@scene("chart-cards-few", WIDTH, HEIGHT)
def few(theme: Theme) -> QWidget:
    """Nine days: most gates are not passed."""
    clock = FakeClock()
    since = clock.now().utc - timedelta(days=3)
    return _cards(theme, [one for one in _year() if one.experienced_at.utc > since], 28)


@scene("chart-cards-narrow", 640, HEIGHT)
def narrow(theme: Theme) -> QWidget:
    """A small window."""
    return _cards(theme, _year(), 91)


@scene("chart-cards-mirrored", WIDTH, HEIGHT)
def mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    page = _cards(theme, _year(), 91)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return page


@scene("chart-cards-page", 1010, 800)
def whole_page(theme: Theme) -> QWidget:
    """The chart with the cards beginning below it."""
    return _screen(theme)


@scene("chart-cards-page-small", 640, 480)
def whole_page_small(theme: Theme) -> QWidget:
    """The same in a small window."""
    return _screen(theme)


def _screen(theme: Theme) -> QWidget:
    words, clock = LocaleDates(QLocale("en_GB")), FakeClock()
    insights = insights_into(_year(), clock)
    cards = ChartCards(ChartCardsPresenter(CardsAtOnce(_year(), words), EventBus()), theme)
    made = ChartScreen(TimelinePresenter(insights, EventBus(), words, LookAtOnce(insights)), theme, cards=cards)
    made.refresh()
    made.setFocus()  # as the shell does
    cards.settle()
    return made


def _cards(theme: Theme, check_ins: list[CheckIn], days: int) -> QWidget:
    return _page(theme, check_ins, days)[0]


def _page(theme: Theme, check_ins: list[CheckIn], days: int) -> tuple[QWidget, ChartCards]:
    clock = FakeClock()
    presenter = ChartCardsPresenter(CardsAtOnce(check_ins, LocaleDates(QLocale("en_GB"))), EventBus())
    cards = ChartCards(presenter, theme)
    page = Page(theme)
    page.add(cards)
    page.finish()
    cards.show_period(period_ending(clock.now().local.date(), days), is_changed=True)
    cards.settle()
    return page, cards


def _year() -> list[CheckIn]:
    clock = FakeClock()
    return demo_year(clock.now(), clock.zone())
