"""What was noted of a practice is counted, and the change only once there is enough of it."""

from datetime import time

from companion.domain.practice_noted import noted_of
from companion.domain.practice_session import Felt
from tests.support.practices import a_session

DAY_START = time(4)


def test_counts_are_always_there() -> None:
    sessions = [a_session(felt=felt) for felt in (Felt.LIGHTER, Felt.HEAVIER, Felt.HEAVIER, Felt.SAME, None)]
    noted = noted_of(sessions, DAY_START)
    assert (noted.times, noted.answered, noted.lighter, noted.same, noted.heavier) == (5, 4, 1, 1, 2)


def test_zero_is_a_rating() -> None:
    assert noted_of([a_session(before=0, after=0)], DAY_START).pairs == 1


def test_one_rating_alone_makes_no_change() -> None:
    assert noted_of([a_session(before=40), a_session(after=10)], DAY_START).pairs == 0


def test_the_middle_stays_closed_until_there_are_fourteen_on_five_days() -> None:
    few = [a_session(hours_ago=24 * (n % 5), before=60, after=50) for n in range(13)]
    assert noted_of(few, DAY_START).middle is None
    assert noted_of(few, DAY_START).missing
    on_four_days = [a_session(hours_ago=24 * (n % 4), before=60, after=50) for n in range(14)]
    assert noted_of(on_four_days, DAY_START).middle is None


def test_the_middle_and_its_middle_half() -> None:
    sessions = [a_session(hours_ago=24 * (n % 5), before=60, after=60 - n) for n in range(15)]
    noted = noted_of(sessions, DAY_START)
    assert (noted.pairs, noted.days, noted.middle, noted.low, noted.high) == (15, 5, -7.0, -10.5, -3.5)
    assert noted.missing == ()
