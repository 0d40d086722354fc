"""The circle follows the breath and never jumps."""

from itertools import pairwise

import pytest

from companion.domain.practice import Phase, Practice, Step, Way
from companion.domain.practice_run import Run, course_of
from companion.presentation.practice_pacer import fullness, moves
from tests.support.practices import IN_AND_OUT

SIGH = (
    Step("In", seconds=2, phase=Phase.IN),
    Step("More", seconds=1, phase=Phase.TOP_UP),
    Step("Out", seconds=6, phase=Phase.OUT),
)
BOX = tuple(Step(p.value, seconds=4, phase=p) for p in (Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST))
MUSCLE = (Step("Hands", seconds=5, phase=Phase.TENSE), Step("Let go", seconds=15, phase=Phase.RELEASE))


def at(steps: tuple[Step, ...], seconds: float) -> float:
    run = Run(course_of(Practice("ours/x", "X", steps, Way.BREATH, rounds=3))).going(0.0)
    spot = run.spot(seconds)
    assert spot is not None
    return fullness(spot, steps)


@pytest.mark.parametrize(
    ("seconds", "full"), [(0.0, 0.0), (2.0, 0.5), (3.999, 1.0), (4.0, 1.0), (7.0, 0.5), (9.999, 0.0)]
)
def test_it_grows_with_the_in_breath_and_sinks_with_the_out_breath(seconds: float, full: float) -> None:
    assert at(IN_AND_OUT, seconds) == pytest.approx(full, abs=1e-3)


def test_held_it_stays_as_it_is() -> None:
    assert {at(BOX, seconds) for seconds in (4.0, 5.5, 7.9)} == {1.0}
    assert {at(BOX, seconds) for seconds in (12.0, 13.5, 15.9)} == {0.0}


@pytest.mark.parametrize("steps", [IN_AND_OUT, SIGH, BOX, MUSCLE], ids=["slow", "sigh", "box", "muscles"])
def test_from_one_picture_to_the_next_it_never_jumps(steps: tuple[Step, ...]) -> None:
    whole = sum(step.seconds or 0.0 for step in steps)
    seen = [at(steps, number * 0.033) for number in range(int(2 * whole / 0.033))]
    assert max(abs(after - before) for before, after in pairwise(seen)) < 0.06
    assert min(seen) >= 0.0
    assert max(seen) <= 1.0


def test_it_moves_only_while_something_is_done() -> None:
    assert [phase for phase in (None, *Phase) if not moves(phase)] == [None, Phase.HOLD, Phase.REST]


def test_a_step_without_a_breath_rests_in_the_middle() -> None:
    assert at((Step("Look", seconds=5),), 3.0) == 0.5
