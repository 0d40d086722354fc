"""Where a practice is: exact over ten minutes, paused, slower, quicker, and gone on by hand."""

import pytest

from companion.domain.practice import Phase, Practice, Step, Variant
from companion.domain.practice_run import Course, Run, course_of
from tests.support.practices import IN_AND_OUT, a_breath, a_practice

TEN_MINUTES = 600.0


def spot_index(run: Run, now: float) -> int | None:
    spot = run.spot(now)
    return None if spot is None else spot.number


def test_after_ten_minutes_of_uneven_ticks_every_step_began_where_it_had_to() -> None:
    run, now, began = Run(course_of(a_breath(600))).going(1000.0), 1000.0, {0: 0.0}
    ticks = (0.033, 0.041, 0.017, 0.25, 0.0005)
    while not run.is_over:
        now += ticks[int(now * 1000) % len(ticks)]
        run = run.at(now)
        began.setdefault(run.index, run.began)
    assert run.began == TEN_MINUTES
    assert began == {index: (index // 2) * 10.0 + (index % 2) * 4.0 for index in range(121)}


@pytest.mark.parametrize(("at", "index"), [(3.999, 0), (4.0, 1), (9.999, 1), (10.0, 2), (599.999, 119)])
def test_a_step_changes_at_its_moment_and_not_before(at: float, index: int) -> None:
    run = Run(course_of(a_breath(600))).going(0.0)
    assert spot_index(run, at) == index


def test_it_is_over_at_its_end() -> None:
    run = Run(course_of(a_breath(600))).going(0.0)
    assert run.spot(TEN_MINUTES) is None
    assert run.at(TEN_MINUTES).is_over


def test_a_breath_is_played_to_its_end() -> None:
    assert course_of(a_breath(62)).seconds == 70
    assert course_of(a_breath(600)).seconds == 600


def test_a_pause_takes_nothing_of_it() -> None:
    run = Run(course_of(a_breath())).going(0.0).paused(5.0).going(100.0)
    spot = run.spot(101.0)
    assert spot is not None
    assert (spot.step.phase, spot.into, spot.left_in_all) == (Phase.OUT, 2.0, 54.0)


def test_while_paused_nothing_moves() -> None:
    run = Run(course_of(a_breath())).going(0.0).paused(5.0)
    assert run.spot(5.0) == run.spot(500.0)
    assert run.is_paused


def test_another_tempo_goes_on_from_where_it_is() -> None:
    run = Run(course_of(a_breath())).going(0.0).slower(5.0)
    before, after = Run(course_of(a_breath())).going(0.0).spot(5.0), run.spot(5.0)
    assert before is not None
    assert after is not None
    assert after.number == before.number == 1
    assert after.into == pytest.approx(1.0 / run.tempo)
    assert spot_index(run, 5.0 + 5.0 / run.tempo - 0.01) == 1
    assert spot_index(run, 5.0 + 5.0 / run.tempo + 0.01) == 2


def test_it_gets_no_slower_and_no_quicker_than_is_safe() -> None:
    run = Run(course_of(a_breath())).going(0.0)
    for _ in range(20):
        run = run.slower(1.0)
    assert 6 * run.tempo == pytest.approx(4.5)
    for _ in range(20):
        run = run.quicker(1.0)
    assert 6 * run.tempo == pytest.approx(6.5)


def test_a_step_without_a_time_waits_for_the_person() -> None:
    course = Course((Step("Choose"), Step("Listen", seconds=10)))
    run = Run(course).going(0.0)
    waiting = run.spot(3600.0)
    assert waiting is not None
    assert (waiting.number, waiting.left, waiting.left_in_all) == (0, None, None)
    gone_on = run.gone_on(3600.0)
    assert gone_on.began == 3600.0
    assert spot_index(gone_on, 3609.9) == 1
    assert gone_on.spot(3610.0) is None


def test_going_on_early_begins_the_next_step_now() -> None:
    run = Run(course_of(a_practice())).going(0.0).gone_on(5.0)
    assert spot_index(run, 14.9) == 1
    assert run.spot(15.0) is None


def test_the_whole_goes_from_nothing_to_all() -> None:
    run = Run(course_of(a_breath())).going(0.0)
    done = [spot.done for at in (0.0, 15.0, 30.0, 59.9) if (spot := run.spot(at)) is not None]
    assert done == pytest.approx([0.0, 0.25, 0.5, 0.9983], abs=0.001)


def test_a_variant_keeps_to_the_pace_of_its_practice() -> None:
    practice = Practice(
        "ours/x", "X", IN_AND_OUT, a_breath().way, pace=a_breath().pace, usual=60, variants=(Variant("Even", EVEN),)
    )
    course = course_of(practice, 0)
    round_s = 11.0
    assert (course.slowest * 60 / round_s, course.quickest * 60 / round_s) == pytest.approx((4.5, 6.5))


def test_where_the_written_pace_is_the_slowest_holds_never_get_longer() -> None:
    course = course_of(a_breath(60, (*IN_AND_OUT, Step("Hold", seconds=10 / 3, phase=Phase.HOLD))))
    assert course.slowest == 1.0


EVEN = (Step("In", seconds=5.5, phase=Phase.IN), Step("Out", seconds=5.5, phase=Phase.OUT))
