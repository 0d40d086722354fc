"""What has to be there before a number may be shown."""

import pytest

from companion.domain.metrics import gates
from companion.domain.metrics.gates import Gate, Need, Shortfall, recovery_shortfalls


@pytest.mark.parametrize(
    ("gate", "least"),
    [
        (gates.LEVEL, (14, 5, 0)),
        (gates.VARIATION, (28, 7, 15)),
        (gates.SMOOTH, (28, 10, 0)),
        (gates.TIME_OF_DAY, (42, 14, 0)),
        (gates.WEEKDAY, (56, 28, 0)),
        (gates.BIN, (4, 4, 0)),
        (gates.INERTIA, (84, 21, 50)),
    ],
)
def test_each_gate_opens_at_its_numbers_and_not_before(gate: Gate, least: tuple[int, int, int]) -> None:
    assert gate.shortfalls(*least) == ()
    for place, number in enumerate(least):
        if number:
            fewer = [*least]
            fewer[place] -= 1
            (missing,) = gate.shortfalls(*fewer)
            assert (missing.needed, missing.there) == (number, number - 1)


def test_hours_want_half_of_the_day_covered() -> None:
    assert gates.HOURS.shortfalls(28, 7, 15, 0.5) == ()
    assert gates.HOURS.shortfalls(28, 7, 15, 0.499) == (Shortfall(Need.COVERAGE, 50, 49),)


def test_everything_that_is_missing_is_named() -> None:
    assert gates.VARIATION.shortfalls(3, 2, 1) == (
        Shortfall(Need.CHECK_INS, 28, 3),
        Shortfall(Need.DAYS, 7, 2),
        Shortfall(Need.PAIRS, 15, 1),
    )


def test_coming_back_wants_ten_episodes_and_six_returns() -> None:
    assert recovery_shortfalls(10, 6) == ()
    assert recovery_shortfalls(9, 5) == (Shortfall(Need.EPISODES, 10, 9), Shortfall(Need.RETURNS, 6, 5))
