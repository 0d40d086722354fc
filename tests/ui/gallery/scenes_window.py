"""The person's window: on the chart where it was learned, and the card in Settings."""

from datetime import timedelta
from typing import cast

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.application.demo import demo_year
from companion.application.event_bus import EventBus
from companion.application.window import WindowLook, WindowService
from companion.domain.metrics.window_bounds import Spread
from companion.domain.moment import Moment
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.window_learning import LabelCounts, Learned
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.presentation.translation import _
from companion.presentation.window import WindowPresenter
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.chart import ChartScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.page import Page
from companion.ui.widgets.window_card import WindowCard
from tests.support.charts import LookAtOnce
from tests.support.clock import FakeClock
from tests.support.noted import insights_into
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1200, 800
CARD_WIDTH, CARD_HEIGHT = 720, 560
LOWER, UPPER = LikelyRange(24, 33), LikelyRange(64, 76)
KNOWN = Learned(LabelCounts(12, 37, 15, 22), Spread(28.4, LOWER), Spread(70.6, UPPER))


def learned(days_ago: int, lower: LikelyRange | None, upper: LikelyRange | None) -> WindowOfTolerance:
    """A learned window whose bounds lie in the middle of their ranges."""
    now = FakeClock().now()
    return WindowOfTolerance(
        f"learned-{days_ago}",
        30 if lower is None else sum(lower) // 2,
        70 if upper is None else sum(upper) // 2,
        Moment(now.utc - timedelta(days=days_ago), now.offset, now.zone_name),
        WindowSource.LEARNED,
        lower,
        upper,
        64,
    )


@scene("chart-window-learned", WIDTH, HEIGHT)
def window_learned(theme: Theme) -> QWidget:
    """A guess, then one side learned, then both, then one of them moved."""
    upper = LikelyRange(64, 76)
    return _chart(
        theme,
        learned(20, None, LikelyRange(62, 80)),
        learned(14, LikelyRange(20, 38), upper),
        learned(6, LikelyRange(38, 46), upper),
    )


def _chart(theme: Theme, *windows: WindowOfTolerance) -> ChartScreen:
    clock = FakeClock()
    insights = insights_into(demo_year(clock.now(), clock.zone()), clock, (STARTING_GUESS, *windows))
    presenter = TimelinePresenter(insights, EventBus(), LocaleDates(QLocale("en_GB")), LookAtOnce(insights))
    presenter.choose(ChartRange.MONTH)
    made = ChartScreen(presenter, theme)
    made.resize(WIDTH, HEIGHT)
    made.refresh()
    made.setFocus()  # as the shell does
    return made


@scene("window-card-guess", CARD_WIDTH, CARD_HEIGHT)
def card_with_the_guess(theme: Theme) -> QWidget:
    """Before there are enough answers."""
    return _page(theme, _card(theme, WindowLook((STARTING_GUESS,), Learned(LabelCounts(2, 9, 3, 6), None, None))))


@scene("window-card-learned", CARD_WIDTH, CARD_HEIGHT)
def card_with_an_estimate(theme: Theme) -> QWidget:
    """Learned on both sides, with what was before unfolded."""
    versions = (STARTING_GUESS, _own(60), learned(20, None, LikelyRange(62, 80)), learned(6, LOWER, UPPER))
    card = _card(theme, WindowLook(versions, KNOWN))
    card.history_link.click()
    return _page(theme, card)


@scene("window-card-one-side", CARD_WIDTH, CARD_HEIGHT)
def card_with_one_side(theme: Theme) -> QWidget:
    """One side was not seen yet."""
    known = Learned(LabelCounts(2, 44, 12, 30), None, Spread(70.6, UPPER))
    return _page(theme, _card(theme, WindowLook((STARTING_GUESS,), known)))


@scene("window-card-moved", CARD_WIDTH, CARD_HEIGHT)
def card_moved(theme: Theme) -> QWidget:
    """The person moves an end of a window of their own."""
    card = _card(theme, WindowLook((STARTING_GUESS, _own(60)), KNOWN))
    card.line.upper_end.setValue(74)
    return _page(theme, card)


@scene("window-card-narrow", 520, 1100)
def card_narrow(theme: Theme) -> QWidget:
    """As wide as the smallest window leaves it."""
    return card_moved(theme)


@scene("window-card-mirrored", CARD_WIDTH, CARD_HEIGHT)
def card_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    page = card_with_an_estimate(theme)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return page


@scene("window-card-locked", CARD_WIDTH, 200)
def card_locked(theme: Theme) -> QWidget:
    """While nothing can be read."""
    return _page(theme, _card(theme, None))


class _Windows:
    """A service that has looked already."""

    def __init__(self, look: WindowLook | None) -> None:
        self.is_locked = look is None
        self._look = look

    def look(self) -> WindowLook:
        assert self._look is not None
        return self._look


def _page(theme: Theme, card: WindowCard) -> QWidget:
    page = Page(theme, CARD_WIDTH, _("My window"))
    page.add(card)
    page.finish()
    return page


def _card(theme: Theme, look: WindowLook | None) -> WindowCard:
    words = LocaleDates(QLocale("en_GB"))
    card = WindowCard(WindowPresenter(cast(WindowService, _Windows(look)), words, EventBus()), theme)
    card.refresh()
    return card


def _own(days_ago: int) -> WindowOfTolerance:
    now = FakeClock().now()
    since = Moment(now.utc - timedelta(days=days_ago), now.offset, now.zone_name)
    return WindowOfTolerance("own", 35, 64, since, WindowSource.OWN)
