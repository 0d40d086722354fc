"""The chart in its ranges, and where there is nothing to show; today's line."""

from collections.abc import Sequence
from datetime import timedelta
from typing import cast

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.application.demo import demo_year
from companion.application.event_bus import EventBus
from companion.application.journal import JournalService
from companion.application.vault_ports import Vault
from companion.domain.checkin import CheckIn, Origin
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.practice_session import PracticeSession
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.zone import Zone
from companion.presentation.chart_range import ChartRange
from companion.presentation.life_events import LifeEventPresenter
from companion.presentation.timeline_event import TimelinePractice
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.presentation.today_line import TodayLinePresenter
from companion.ui.chart.today_line import TodayLineView
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.chart import ChartScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from tests.support.builders import CountingIds, a_check_in
from tests.support.charts import LookAtOnce
from tests.support.clock import FakeClock
from tests.support.noted import NotedVault, insights_into
from tests.support.practices import a_session
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 560


@scene("chart-month", WIDTH, HEIGHT)
def month(theme: Theme) -> QWidget:
    """Four weeks of a made-up year, with the window as the starting guess."""
    return _screen(theme, ChartRange.MONTH, _year())


@scene("chart-month-hovered", WIDTH, HEIGHT)
def month_hovered(theme: Theme) -> QWidget:
    """One moment looked at, and a window that the person set."""
    clock = FakeClock()
    own = WindowOfTolerance("own-1", 35, 64, _ago(clock, 20), WindowSource.OWN)
    newer = WindowOfTolerance("own-2", 33, 69, _ago(clock, 9), WindowSource.OWN)
    made = _screen(theme, ChartRange.MONTH, _year(), (STARTING_GUESS, own, newer))
    made.chart.look_at(47)
    return made


@scene("chart-month-whole", 1010, 720)
def month_whole(theme: Theme) -> QWidget:
    """Everything at once: window in steps, smooth line, life events, the brush."""
    made = _screen(theme, ChartRange.MONTH, _year(), _windows(), _life_events())
    made.chart.look_at(27)
    return made


@scene("chart-week", WIDTH, HEIGHT)
def week(theme: Theme) -> QWidget:
    """Seven days: no line, nights stay empty; what was practised is a small mark at the foot, one is looked at."""
    practised = [a_session("ours/walk", hours_ago, title="A short walk") for hours_ago in (3, 30, 77, 80, 130)]
    made = _screen(theme, ChartRange.WEEK, _year(), _windows(), _life_events(), practised)
    moments = made.chart.moments
    made.chart.look_at(next(n for n, one in enumerate(moments) if isinstance(one.shown, TimelinePractice)))
    return made


@scene("chart-two-weeks", WIDTH, HEIGHT)
def two_weeks(theme: Theme) -> QWidget:
    """A length of the person's own: the line is there and ends every night."""
    made = _screen(theme, ChartRange.MONTH, _year(), _windows(), _life_events())
    made.chart.zoom_wanted.emit(0.5, made.chart.middle())
    return made


@scene("chart-three-months", WIDTH, HEIGHT)
def three_months(theme: Theme) -> QWidget:
    """Thirteen weeks."""
    return _screen(theme, ChartRange.THREE_MONTHS, _year(), _windows(), _life_events())


@scene("chart-year", WIDTH, HEIGHT)
def year(theme: Theme) -> QWidget:
    """Fifty-two weeks."""
    return _screen(theme, ChartRange.YEAR, _year(), _windows(), _life_events())


@scene("chart-small", 640, 480)
def small(theme: Theme) -> QWidget:
    """The smallest window."""
    return _screen(theme, ChartRange.MONTH, _year(), _windows(), _life_events())


@scene("chart-rtl", WIDTH, HEIGHT)
def right_to_left(theme: Theme) -> QWidget:
    """The layout is mirrored, and time is not."""
    made = _screen(theme, ChartRange.MONTH, _year(), _windows(), _life_events())
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


@scene("chart-day", WIDTH, HEIGHT)
def day(theme: Theme) -> QWidget:
    """One day, with a check-in that names no energy."""
    return _screen(theme, ChartRange.DAY, _a_day())


@scene("chart-all", WIDTH, HEIGHT)
def everything(theme: Theme) -> QWidget:
    """A year, mark by mark."""
    return _screen(theme, ChartRange.ALL, _year())


@scene("chart-all-many", WIDTH, HEIGHT)
def many(theme: Theme) -> QWidget:
    """So many check-ins that bars stand for them."""
    clock = FakeClock()
    both = [check_in for seed in (1, 2) for check_in in demo_year(clock.now(), clock.zone(), seed)]
    return _screen(theme, ChartRange.ALL, both)


@scene("chart-none-at-all", WIDTH, HEIGHT)
def none_at_all(theme: Theme) -> QWidget:
    """Before the first check-in."""
    return _screen(theme, ChartRange.MONTH, [])


@scene("chart-none-in-range", WIDTH, HEIGHT)
def none_in_range(theme: Theme) -> QWidget:
    """Four weeks without."""
    return _screen(theme, ChartRange.MONTH, [a_check_in(hours_ago=24 * 60)])


@scene("chart-bad-one", WIDTH, HEIGHT)
def one(theme: Theme) -> QWidget:
    """A single check-in."""
    return _screen(theme, ChartRange.ALL, [a_check_in(hours_ago=30)])


@scene("chart-bad-same", WIDTH, HEIGHT)
def same(theme: Theme) -> QWidget:
    """The same energy every time, and no answer about the window."""
    check_ins = [a_check_in(50, None, 5 * hour, origin=Origin.RANDOM) for hour in range(120)]
    return _screen(theme, ChartRange.MONTH, check_ins)


@scene("chart-bad-hour", WIDTH, HEIGHT)
def hour(theme: Theme) -> QWidget:
    """Ten thousand in one hour."""
    check_ins = [
        a_check_in(n * 37 % 101, list(Zone)[n % 5], 2 + n / 10_000, origin=Origin.RANDOM) for n in range(10_000)
    ]
    return _screen(theme, ChartRange.DAY, check_ins)


@scene("chart-bad-hour-month", WIDTH, HEIGHT)
def hour_in_a_month(theme: Theme) -> QWidget:
    """The same in a month in which there is nothing else."""
    check_ins = [
        a_check_in(n * 37 % 101, list(Zone)[n % 5], 200 + n / 10_000, origin=Origin.RANDOM) for n in range(10_000)
    ]
    return _screen(theme, ChartRange.MONTH, check_ins)


@scene("chart-bad-gap", WIDTH, HEIGHT)
def gap(theme: Theme) -> QWidget:
    """A year of nothing between two months."""
    hours = [*range(5, 700, 6), *range(9500, 10_200, 6)]
    check_ins = [a_check_in(30 + at * 7 % 41, Zone.INSIDE, at, origin=Origin.RANDOM) for at in hours]
    return _screen(theme, ChartRange.ALL, check_ins)


@scene("chart-bad-journey", WIDTH, HEIGHT)
def journey(theme: Theme) -> QWidget:
    """Two weeks each in three time zones, over the night in which clocks go back."""
    check_ins = []
    for number in range(180):
        offset = timedelta(hours=(1, -8, 9)[number // 60])
        moment = Moment(FakeClock().now().utc - timedelta(hours=4 * (180 - number)), offset)
        check_ins.append(a_check_in(40 + number % 17, Zone.INSIDE, at=moment, origin=Origin.RANDOM))
    return _screen(theme, ChartRange.MONTH, check_ins)


@scene("chart-narrow", 480, 620)
def narrow(theme: Theme) -> QWidget:
    """A small window."""
    return _screen(theme, ChartRange.MONTH, _year())


@scene("today-line", 420, 180)
def today_line(theme: Theme) -> QWidget:
    """The strip on Today."""
    presenter = TodayLinePresenter(insights_into(_a_day(), FakeClock()), EventBus(), LocaleDates(QLocale("en_GB")))
    view = TodayLineView(theme)
    view.show_state(presenter.state())
    card = Card()
    card.body.addWidget(view)
    return card


def _screen(
    theme: Theme,
    chart_range: ChartRange,
    check_ins: list[CheckIn],
    windows: tuple[WindowOfTolerance, ...] = (STARTING_GUESS,),
    life_events: tuple[LifeEvent, ...] = (),
    practised: Sequence[PracticeSession] = (),
) -> ChartScreen:
    clock, words = FakeClock(), LocaleDates(QLocale("en_GB"))
    insights = insights_into(check_ins, clock, windows, life_events=life_events, practices=practised)
    presenter = TimelinePresenter(insights, EventBus(), words, LookAtOnce(insights))
    presenter.choose(chart_range)
    journal = JournalService(cast(Vault, NotedVault([], windows)), clock, CountingIds(), EventBus())
    made = ChartScreen(presenter, theme, LifeEventPresenter(journal, clock, words))
    made.resize(WIDTH, HEIGHT)
    made.refresh()
    made.setFocus()  # as the shell does
    return made


def _life_events() -> tuple[LifeEvent, ...]:
    clock = FakeClock()
    told = ((13.2, "Began evening walks"), (6.1, "Moved to the new flat by the river, with Kim"), (5.4, "Rain"))
    return tuple(LifeEvent(f"event-{days}", _ago(clock, days), clock.now(), title) for days, title in told)


def _windows() -> tuple[WindowOfTolerance, ...]:
    clock = FakeClock()
    own = WindowOfTolerance("own-1", 35, 64, _ago(clock, 20), WindowSource.OWN)
    learned = WindowOfTolerance(
        "learned-1", 33, 69, _ago(clock, 9), WindowSource.LEARNED, LikelyRange(29, 37), LikelyRange(64, 73), 80
    )
    return (STARTING_GUESS, own, learned)


def _year() -> list[CheckIn]:
    clock = FakeClock()
    return demo_year(clock.now(), clock.zone())


def _a_day() -> list[CheckIn]:
    return [
        a_check_in(44, Zone.INSIDE, 6.1, origin=Origin.RANDOM),
        a_check_in(78, Zone.ABOVE, 4.2, origin=Origin.RANDOM),
        a_check_in(62, Zone.MIXED, 3.4),
        a_check_in(None, Zone.BELOW, 2.1),
        a_check_in(26, Zone.BELOW, 1.5, origin=Origin.FIXED),
        a_check_in(48, Zone.UNSURE, 0.4),
    ]


def _ago(clock: FakeClock, days: float) -> Moment:
    now = clock.now()
    return Moment(now.utc - timedelta(days=days), now.offset, now.zone_name)
