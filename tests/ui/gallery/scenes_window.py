"""The person's window: on the chart where it was learned, and the card in Settings."""

from datetime import timedelta

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from companion.application.demo import demo_year
from companion.application.event_bus import EventBus
from companion.domain.moment import Moment
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.chart import ChartScreen
from companion.ui.theme.theme import Theme
from tests.support.clock import FakeClock
from tests.support.noted import insights_into
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1200, 800


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
    presenter = TimelinePresenter(insights, EventBus(), LocaleDates(QLocale("en_GB")))
    presenter.choose(ChartRange.MONTH)
    made = ChartScreen(presenter, theme)
    made.resize(WIDTH, HEIGHT)
    made.refresh()
    return made
