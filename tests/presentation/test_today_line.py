"""Today's line."""

from datetime import date

from companion.application.event_bus import EventBus
from companion.application.events import CheckInRecorded
from companion.domain.checkin import CheckIn
from companion.presentation.today_line import TodayLinePresenter, TodayLineState
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import insights_into


def todays(*check_ins: CheckIn) -> TodayLineState:
    state = TodayLinePresenter(insights_into(check_ins, FakeClock()), EventBus(), PlainDateWords()).state()
    assert state is not None
    return state


def test_it_shows_today_alone() -> None:
    state = todays(a_check_in(30, hours_ago=24), a_check_in(60, hours_ago=1))

    assert state.day == date(2026, 11, 22)
    assert [mark.arousal for mark in state.marks] == [60]


def test_it_reaches_from_four_to_four() -> None:
    state = todays()

    assert state.end - state.start == 24 * 3600
    assert [tick.label for tick in state.ticks] == ["06:00", "12:00", "18:00", "00:00"]


def test_it_is_a_sentence_too() -> None:
    assert todays().sentence == "No check-ins yet today."
    assert todays(a_check_in(hours_ago=1)).sentence == "1 check-in today, at 13:06."
    both = todays(a_check_in(hours_ago=3), a_check_in(hours_ago=1))
    assert both.sentence == "2 check-ins today, the last at 13:06."


def test_it_has_the_window_of_today() -> None:
    assert [(step.lower, step.upper, step.is_guess) for step in todays().bands] == [(30, 70, True)]


def test_a_locked_vault_has_no_line() -> None:
    insights = insights_into([a_check_in()], FakeClock(), is_locked=True)

    assert TodayLinePresenter(insights, EventBus(), PlainDateWords()).state() is None


def test_a_new_check_in_makes_it_outdated() -> None:
    bus, told = EventBus(), []
    presenter = TodayLinePresenter(insights_into([], FakeClock()), bus, PlainDateWords())
    presenter.attach(lambda: told.append(True))

    bus.publish(CheckInRecorded(a_check_in()))

    assert told == [True]
