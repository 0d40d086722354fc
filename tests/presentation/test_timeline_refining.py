"""What is computed beside: one thing at a time, and what was wanted last."""

from datetime import date, timedelta

from companion.application.event_bus import EventBus
from companion.application.events import CheckInRecorded, VaultLocked
from companion.domain.checkin import CheckIn, Origin
from companion.domain.period import Period
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline import Emptiness
from companion.presentation.timeline_presenter import TimelinePresenter, everything_to_see
from tests.support.builders import a_check_in
from tests.support.charts import LookAtOnce
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import NotedVault, insights_into

TODAY = date(2026, 11, 22)


def asked(days: int = 20, back: int = 0) -> list[CheckIn]:
    return [
        a_check_in(40 + day % 20, hours_ago=24 * (day + back) + hour, origin=Origin.RANDOM)
        for day in range(days)
        for hour in (1, 3)
    ]


class Desk:
    """A presenter with a worker that waits until it is told to work."""

    def __init__(self, *check_ins: CheckIn) -> None:
        self.insights = insights_into(check_ins, FakeClock())
        self.bus = EventBus()
        self.worker = LookAtOnce(self.insights, waits=True)
        self.presenter = TimelinePresenter(self.insights, self.bus, PlainDateWords(), self.worker)
        self.refined = 0
        self.presenter.attach_refined(self._on_refined)

    def _on_refined(self) -> None:
        self.refined += 1


def test_the_chart_is_there_before_its_line() -> None:
    desk = Desk(*asked())

    first = desk.presenter.state()
    assert (len(first.marks), first.lines, first.is_line_coming) == (40, (), True)
    desk.worker.work()

    refined = desk.presenter.refined_state()
    assert desk.refined == 1
    assert refined is not None
    assert len(refined.lines) == 1
    assert not refined.is_line_coming


def test_where_there_is_too_little_no_line_is_announced() -> None:
    assert not Desk(*asked(5)).presenter.state().is_line_coming


def test_without_a_worker_there_is_no_line() -> None:
    presenter = TimelinePresenter(insights_into(asked(), FakeClock()), EventBus(), PlainDateWords())

    assert not presenter.state().is_line_coming
    assert presenter.overview() is None


def test_what_was_wanted_meanwhile_gives_way_to_what_is_wanted_last() -> None:
    desk = Desk(*asked())

    for chart_range in (ChartRange.WEEK, ChartRange.YEAR, ChartRange.MONTH):
        desk.presenter.choose(chart_range)
        desk.presenter.state()
    assert desk.worker.begun == 1
    desk.worker.work()
    desk.worker.work()

    assert (desk.worker.begun, desk.refined) == (2, 1)
    state = desk.presenter.refined_state()
    assert state is not None
    assert state.lines


def test_the_line_of_other_days_is_never_shown() -> None:
    desk = Desk(*asked(40))
    desk.presenter.state()
    desk.worker.work()

    desk.presenter.go_earlier()

    assert desk.presenter.state().lines == ()


def test_the_line_stays_until_the_new_one_is_there() -> None:
    desk = Desk(*asked())
    desk.presenter.state()
    desk.worker.work()

    desk.bus.publish(CheckInRecorded(a_check_in()))

    assert desk.presenter.state().lines


def test_the_overview_is_counted_anew_only_after_news() -> None:
    desk = Desk(*asked(40))
    desk.presenter.state()
    desk.worker.work()
    before = desk.presenter.overview()
    desk.presenter.go_earlier()
    desk.presenter.state()
    desk.worker.work()
    assert desk.presenter.overview() is before

    desk.bus.publish(CheckInRecorded(a_check_in()))
    desk.presenter.state()
    desk.worker.work()

    assert desk.presenter.overview() is not before


def test_locked_everything_is_let_go_of() -> None:
    desk = Desk(*asked())
    desk.presenter.state()
    desk.worker.work()
    vault = desk.insights._vault
    assert isinstance(vault, NotedVault)
    vault.is_locked = True
    desk.bus.publish(VaultLocked())

    assert desk.presenter.state().emptiness is Emptiness.LOCKED
    assert desk.presenter.overview() is None
    assert desk.presenter.refined_state() is None
    assert desk.presenter.around() is None


def test_what_was_computed_for_before_the_lock_is_not_heard_of() -> None:
    desk = Desk(*asked())
    desk.presenter.state()
    vault = desk.insights._vault
    assert isinstance(vault, NotedVault)
    vault.is_locked = True
    desk.presenter.state()
    desk.worker.work()

    assert desk.refined == 0
    assert desk.presenter.overview() is None


def test_everything_reaches_to_today_unless_the_last_check_in_is_long_ago() -> None:
    whole = Period(date(2026, 1, 1), TODAY - timedelta(20))
    old = Period(date(2020, 1, 1), date(2020, 6, 1))

    assert everything_to_see(whole, TODAY).last == TODAY
    assert everything_to_see(old, TODAY) == old
