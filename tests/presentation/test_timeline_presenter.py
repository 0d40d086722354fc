"""What the chart's buttons and keys mean."""

from collections.abc import Sequence
from datetime import date, timedelta

import pytest

from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInForgotten,
    CheckInRecorded,
    CheckInsImported,
    JournalChanged,
    StoreChangedElsewhere,
)
from companion.application.insights import InsightService, Look
from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.period import Period
from companion.domain.practice_session import PracticeSession
from companion.presentation.chart_range import ChartRange
from companion.presentation.timeline import Emptiness, Room
from companion.presentation.timeline_presenter import TimelinePresenter
from tests.support.builders import a_check_in, a_moment
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import insights_into
from tests.support.practices import a_session

TODAY = date(2026, 11, 22)


def a_presenter(*check_ins: CheckIn, bus: EventBus | None = None) -> TimelinePresenter:
    return TimelinePresenter(insights_into(check_ins, FakeClock()), bus or EventBus(), PlainDateWords())


class CountedLooks(InsightService):
    """Counts how often the store was looked into."""

    def __init__(self, insights: InsightService) -> None:
        self.looks = 0
        self._behind = insights

    @property
    def is_locked(self) -> bool:
        return False

    def today(self) -> date:
        return self._behind.today()

    def whole(self) -> Period | None:
        return self._behind.whole()

    def look(self, period: Period, most_marks: int) -> Look:
        self.looks += 1
        return self._behind.look(period, most_marks)

    def life_events(self, period: Period) -> Sequence[LifeEvent]:
        return self._behind.life_events(period)

    def practices(self, period: Period) -> Sequence[PracticeSession]:
        return self._behind.practices(period)


def test_a_month_is_shown_first() -> None:
    state = a_presenter(a_check_in()).state()

    assert (state.chart_range, state.period.days, state.period.last) == (ChartRange.MONTH, 28, TODAY)


@pytest.mark.parametrize(("chart_range", "days"), [(ChartRange.DAY, 1), (ChartRange.MONTH, 28), (ChartRange.ALL, 41)])
def test_a_chosen_range_is_shown(chart_range: ChartRange, days: int) -> None:
    presenter = a_presenter(a_check_in(hours_ago=24 * 40), a_check_in())

    presenter.choose(chart_range)

    assert presenter.state().period.days == days


def test_earlier_and_later_move_by_one_range() -> None:
    presenter = a_presenter(a_check_in(hours_ago=24 * 40), a_check_in())

    presenter.go_earlier()
    assert presenter.state().period.last == TODAY - timedelta(28)
    presenter.go_later()
    assert presenter.state().period.last == TODAY


def test_a_state_says_which_ways_are_open() -> None:
    presenter = a_presenter(a_check_in(hours_ago=24 * 40), a_check_in())

    assert (presenter.state().may_go_earlier, presenter.state().may_go_later) == (True, False)
    presenter.go_earlier()
    assert (presenter.state().may_go_earlier, presenter.state().may_go_later) == (False, True)


@pytest.mark.parametrize(
    "news",
    [CheckInRecorded(a_check_in()), CheckInForgotten("id"), CheckInsImported(3), StoreChangedElsewhere()],
    ids=lambda news: type(news).__name__,
)
def test_news_of_check_ins_make_the_chart_outdated(news: CheckInRecorded) -> None:
    bus, told = EventBus(), []
    a_presenter(bus=bus).attach(lambda: told.append(True))

    bus.publish(news)

    assert told == [True]


def test_a_locked_vault_has_its_own_state() -> None:
    insights = insights_into([a_check_in()], FakeClock(), is_locked=True)
    presenter = TimelinePresenter(insights, EventBus(), PlainDateWords())

    state = presenter.state()

    assert state.emptiness is Emptiness.LOCKED
    assert presenter.sentence(state) == ""
    presenter.go_earlier()
    presenter.go_later()


def test_another_width_needs_no_new_look() -> None:
    insights = CountedLooks(insights_into([a_check_in(hours_ago=hour) for hour in range(50)], FakeClock()))
    presenter = TimelinePresenter(insights, EventBus(), PlainDateWords())
    presenter.state()

    state = presenter.fitted_state(Room(pixels=400, labels=2))

    assert insights.looks == 1
    assert state is not None
    assert len(state.ticks) <= 2


def test_the_same_width_changes_nothing() -> None:
    presenter = a_presenter(a_check_in())
    presenter.make_room(Room(pixels=400))
    presenter.state()

    assert presenter.fitted_state(Room(pixels=400)) is None


def test_more_room_looks_again_for_single_marks() -> None:
    insights = CountedLooks(insights_into([a_check_in(hours_ago=hour) for hour in range(50)], FakeClock()))
    presenter = TimelinePresenter(insights, EventBus(), PlainDateWords())
    presenter.make_room(Room(pixels=16))
    assert presenter.state().bins

    state = presenter.fitted_state(Room(pixels=400))

    assert insights.looks == 2
    assert state is not None
    assert len(state.marks) == 50


def test_less_room_turns_marks_into_bins() -> None:
    presenter = a_presenter(*(a_check_in(hours_ago=hour) for hour in range(50)))
    presenter.make_room(Room(pixels=400))
    assert presenter.state().marks

    state = presenter.fitted_state(Room(pixels=16))

    assert state is not None
    assert not state.marks
    assert sum(found.count for found in state.bins) == 50


def test_around_goes_on_before_and_after_with_the_same_ticks_and_marks() -> None:
    presenter = a_presenter(*(a_check_in(hours_ago=24 * day) for day in range(0, 80, 2)))
    presenter.go_earlier()
    state = presenter.state()
    around = presenter.around()

    assert around is not None
    assert around.end - around.start == 3 * (state.end - state.start)
    assert {mark.id for mark in state.marks} < {mark.id for mark in around.marks}
    assert [tick for tick in around.ticks if state.start <= tick.wall < state.end] == list(state.ticks)


def test_around_a_crowd_goes_on_in_the_same_bins() -> None:
    presenter = a_presenter(*(a_check_in(hours_ago=hour) for hour in range(24 * 80)))
    presenter.make_room(Room(pixels=200))
    presenter.go_earlier()
    state = presenter.state()
    around = presenter.around()

    assert around is not None
    assert state.bins
    assert {(found.start, found.end) for found in state.bins} <= {(one.start, one.end) for one in around.bins}


def test_nothing_lies_around_all() -> None:
    presenter = a_presenter(a_check_in(), a_check_in(hours_ago=500))
    presenter.choose(ChartRange.ALL)
    state = presenter.state()

    assert presenter.around() == state


def test_what_was_dragged_to_is_rounded_to_whole_days() -> None:
    presenter = a_presenter(a_check_in(hours_ago=24 * 60), a_check_in())
    state = presenter.state()

    presenter.show_between(state.start - 10.4 * 86_400, state.end - 10.4 * 86_400)

    assert presenter.state().period == Period(TODAY - timedelta(37), TODAY - timedelta(10))


def test_zooming_keeps_the_day_pointed_at() -> None:
    presenter = a_presenter(a_check_in(hours_ago=24 * 60), a_check_in())
    state = presenter.state()

    presenter.zoom(0.5, state.start + 1000)

    assert presenter.state().period == Period(state.period.first, state.period.first + timedelta(13))


def test_life_events_of_the_days_shown_are_there_and_those_around_too() -> None:
    noted = [LifeEvent(name, a_moment(24 * days), a_moment(), name) for name, days in (("here", 3), ("before", 40))]
    insights = insights_into([a_check_in()], FakeClock(), life_events=noted)
    presenter = TimelinePresenter(insights, EventBus(), PlainDateWords())

    assert [event.id for event in presenter.state().events] == ["here"]
    around = presenter.around()
    assert around is not None
    assert [event.id for event in around.events] == ["before", "here"]


def test_a_change_of_the_journal_is_heard() -> None:
    bus, heard = EventBus(), list[str]()
    presenter = a_presenter(bus=bus)
    presenter.attach(lambda: heard.append("again"))

    bus.publish(JournalChanged())

    assert heard == ["again"]


def test_what_was_practised_stands_on_a_day_and_a_week_and_goes_on_beside_them() -> None:
    sessions = [a_session("ours/walk", hours_ago) for hours_ago in (1, 24 * 5, 24 * 9)]
    insights = insights_into([a_check_in(hours_ago=24 * 40), a_check_in()], FakeClock(), practices=sessions)
    presenter = TimelinePresenter(insights, EventBus(), PlainDateWords())
    shown = {}
    for chart_range in (ChartRange.DAY, ChartRange.WEEK, ChartRange.MONTH):
        presenter.choose(chart_range)
        state, around = presenter.state(), presenter.around()
        shown[chart_range] = len(state.practices), len(around.practices) if around else 0
    assert shown == {ChartRange.DAY: (1, 1), ChartRange.WEEK: (2, 3), ChartRange.MONTH: (0, 0)}
