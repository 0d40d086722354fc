"""What the chart shows of a range."""

from datetime import date, datetime, timedelta

from companion.application.insights import Look
from companion.domain.checkin import CheckIn, Origin
from companion.domain.day_start import START_OF_DAY
from companion.domain.moment import Moment, moment_of
from companion.domain.period import Period, day_wall, period_ending
from companion.domain.window import STARTING_GUESS, UPPER_NOT_SEEN, LikelyRange, WindowOfTolerance, WindowSource
from companion.presentation.chart_range import ChartRange, Place
from companion.presentation.timeline import (
    MOST_MARKS,
    BandStep,
    Emptiness,
    Room,
    TimelineState,
    bands_of,
    build_state,
)
from tests.support.builders import a_check_in, a_moment
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import insights_into

TODAY = date(2026, 11, 22)
MONTH = period_ending(TODAY, 28)
START, END = MONTH.wall_span(START_OF_DAY)


def a_look(*check_ins: CheckIn, period: Period = MONTH, most: int = MOST_MARKS) -> Look:
    return insights_into(check_ins, FakeClock()).look(period, most)


def a_state(look: Look, room: Room | None = None) -> TimelineState:
    chart_range = ChartRange.DAY if look.period.days == 1 else ChartRange.MONTH
    return build_state(look, Place(chart_range), room or Room(), PlainDateWords())


def a_window(lower: int, upper: int, since: Moment) -> WindowOfTolerance:
    return WindowOfTolerance(f"{lower}-{upper}", lower, upper, since, WindowSource.OWN)


def test_a_mark_lies_where_its_own_wall_clock_stood() -> None:
    nine_in_tokyo = moment_of(datetime.fromisoformat("2026-11-20T09:00:00+09:00"))

    (mark,) = a_state(a_look(a_check_in(61, at=nine_in_tokyo))).marks

    assert mark.wall == day_wall(date(2026, 11, 20), START_OF_DAY) + 5 * 3600


def test_a_mark_says_whether_it_was_asked() -> None:
    asked, own = a_check_in(origin=Origin.RANDOM, hours_ago=2), a_check_in(origin=Origin.SELF, hours_ago=1)

    assert [mark.was_asked for mark in a_state(a_look(asked, own)).marks] == [True, False]


def test_an_answer_after_an_event_counts_as_not_asked() -> None:
    (mark,) = a_state(a_look(a_check_in(origin=Origin.EVENT))).marks

    assert not mark.was_asked


def test_a_check_in_without_energy_is_still_a_mark() -> None:
    state = a_state(a_look(a_check_in(arousal=None)))

    assert [mark.arousal for mark in state.marks] == [None]
    assert state.without_level == 1


def test_days_without_count_from_the_first_check_in_on() -> None:
    assert a_state(a_look(a_check_in(hours_ago=24 * 3), a_check_in())).days_without == 2


def test_today_is_not_a_day_without_while_it_lasts() -> None:
    assert a_state(a_look(a_check_in(hours_ago=24 * 3))).days_without == 2


def test_an_earlier_range_counts_all_its_days_without() -> None:
    look = a_look(a_check_in(hours_ago=24 * 60), a_check_in(hours_ago=24 * 40), period=MONTH.moved(-28))

    assert a_state(look).days_without == 27


def test_there_is_nothing_before_the_first_check_in() -> None:
    assert a_state(a_look()).emptiness is Emptiness.NO_CHECK_INS


def test_a_range_may_be_empty_while_others_are_not() -> None:
    assert a_state(a_look(a_check_in(hours_ago=24 * 60))).emptiness is Emptiness.NONE_IN_RANGE


def test_one_check_in_is_enough_to_draw() -> None:
    assert a_state(a_look(a_check_in())).emptiness is Emptiness.NONE


def test_a_starting_guess_is_one_step_over_the_whole_range() -> None:
    assert bands_of((STARTING_GUESS,), START, END) == (BandStep(START, END, 30, 70, is_guess=True),)


def test_a_window_is_drawn_in_steps_and_never_backwards() -> None:
    since = moment_of(datetime.fromisoformat("2026-11-12T04:00:00+01:00"))
    change = day_wall(date(2026, 11, 12), START_OF_DAY)

    steps = bands_of((STARTING_GUESS, a_window(35, 66, since)), START, END)

    assert steps == (
        BandStep(START, change, 30, 70, is_guess=True),
        BandStep(change, END, 35, 66, is_guess=False),
    )


def a_learned_window(
    since: Moment, lower_likely: LikelyRange | None = None, upper_likely: LikelyRange | None = None
) -> WindowOfTolerance:
    return WindowOfTolerance("l", 28, 70, since, WindowSource.LEARNED, lower_likely, upper_likely, 64)


def test_a_learned_bound_is_drawn_with_its_likely_range() -> None:
    lower, upper = LikelyRange(24, 33), LikelyRange(66, 75)

    steps = bands_of((STARTING_GUESS, a_learned_window(a_moment(24 * 100), lower, upper)), START, END)

    assert steps == (BandStep(START, END, 28, 70, is_guess=False, lower_likely=lower, upper_likely=upper),)


def test_a_bound_that_was_not_seen_yet_is_vague_and_no_line() -> None:
    (step,) = bands_of((STARTING_GUESS, a_learned_window(a_moment(24 * 100), LikelyRange(24, 33))), START, END)

    assert (step.is_lower_seen, step.is_upper_seen) == (True, False)
    assert step.upper_likely == UPPER_NOT_SEEN


def test_a_bound_that_the_person_set_stays_firm_beside_a_learned_one() -> None:
    own = a_window(35, 70, a_moment(24 * 101))

    (step,) = bands_of((own, a_learned_window(a_moment(24 * 100), LikelyRange(24, 33))), START, END)

    assert step.is_upper_seen
    assert step.upper_likely is None


def test_windows_of_other_times_are_not_drawn() -> None:
    before, after = a_moment(hours_ago=24 * 100), a_moment(hours_ago=-24 * 100)

    steps = bands_of((STARTING_GUESS, a_window(35, 66, before), a_window(40, 60, after)), START, END)

    assert [(step.lower, step.upper) for step in steps] == [(35, 66)]


def test_too_many_marks_become_bins_of_days() -> None:
    crowd = [a_check_in(hours_ago=hour / 10) for hour in range(300)]

    state = a_state(a_look(*crowd, most=200), Room(pixels=100))

    assert state.marks == ()
    assert sum(found.count for found in state.bins) == 300
    assert state.days_in_bin == 3


def test_there_are_never_more_bins_than_can_be_told_apart() -> None:
    crowd = [a_check_in(hours_ago=hour) for hour in range(28 * 24)]

    for pixels in (40, 100, 250, 800):
        assert len(a_state(a_look(*crowd, most=0), Room(pixels=pixels)).bins) <= pixels // 4


def test_a_crowded_day_becomes_bins_of_minutes() -> None:
    crowd = [a_check_in(hours_ago=second / 3600) for second in range(3000)]

    state = a_state(a_look(*crowd, period=Period(TODAY, TODAY), most=20_000))

    assert state.days_in_bin == 0
    assert 1 < len(state.bins) < 20
    assert sum(found.count for found in state.bins) == 3000


def test_a_narrow_chart_shows_fewer_marks_before_it_bins() -> None:
    assert Room(pixels=200).most_marks == 200
    assert Room(pixels=4000).most_marks == MOST_MARKS


def test_the_hour_that_clocks_repeat_keeps_both_its_marks() -> None:
    summer = moment_of(datetime.fromisoformat("2026-10-25T02:30:00+02:00"))
    winter = moment_of(datetime.fromisoformat("2026-10-25T02:30:00+01:00"))
    night = Period(date(2026, 10, 24), date(2026, 10, 24))

    marks = a_state(a_look(a_check_in(30, at=summer), a_check_in(60, at=winter), period=night)).marks

    assert [mark.arousal for mark in marks] == [30, 60]
    assert marks[0].wall == marks[1].wall
    assert marks[1].at - marks[0].at == timedelta(hours=1).total_seconds()
