"""Coming back: episodes, and the curve over them."""

from math import exp, isnan, log, sqrt

import pytest

from companion.domain.metrics.ratings import Answers
from companion.domain.metrics.recovery import Episode, episodes, return_curve, time_to_return
from tests.support.rated import some_answers
from tests.support.reference import AS_R, needs_reference, vector

BY_HAND = [Episode(1, True), Episode(2, True), Episode(3, False), Episode(4, True)]


def found_in(answers: Answers) -> list[Episode]:
    return [Episode(float(hours), bool(returned)) for hours, returned in zip(*episodes(answers), strict=True)]


def test_the_return_is_half_way_between_the_last_outside_and_the_first_inside() -> None:
    assert found_in(some_answers("iaabi", [8, 10, 11, 12, 14])) == [Episode(3, True)]


def test_a_day_may_begin_outside() -> None:
    assert found_in(some_answers("ai", [8, 10])) == [Episode(1, True)]


def test_a_day_that_ends_outside_says_only_for_how_long() -> None:
    assert found_in(some_answers("iaa|i".replace("|", ""), [8, 10, 13, 32], [0, 0, 0, 1])) == [Episode(3, False)]


def test_more_than_six_hours_without_a_report_end_what_is_known() -> None:
    assert found_in(some_answers("aai", [8, 9, 15.5])) == [Episode(1, False)]
    assert found_in(some_answers("aai", [8, 9, 15])) == [Episode(4, True)]


def test_after_such_a_gap_no_episode_begins_in_its_middle() -> None:
    assert found_in(some_answers("aaaia", [0, 1, 8, 9, 10])) == [Episode(1, False), Episode(0, False)]


def test_mixed_is_outside_and_not_sure_says_nothing() -> None:
    assert found_in(some_answers("imui", [8, 10, 11, 12])) == [Episode(1, True)]


def test_without_answers_there_is_no_episode() -> None:
    assert found_in(some_answers("")) == []
    assert time_to_return(episodes(some_answers(""))) == (None, None, None)


def test_the_curve_by_hand() -> None:
    assert list(return_curve(BY_HAND).outside) == pytest.approx([0.75, 0.5, 0.5, 0.0])


def test_where_it_is_exactly_half_the_median_lies_between_that_and_the_next_return() -> None:
    assert time_to_return(BY_HAND).median == 3.0


def test_the_limits_are_those_of_the_log_scale() -> None:
    curve = return_curve(BY_HAND)
    reach = 1.959963984540054 * sqrt(1 / (4 * 3))
    assert curve.low[0] == pytest.approx(exp(log(0.75) - reach), rel=AS_R)
    assert curve.high[0] == 1.0
    assert isnan(curve.low[-1])
    assert time_to_return(BY_HAND).low == 1.0
    assert time_to_return(BY_HAND).high is None


def test_where_most_never_came_back_there_is_no_median() -> None:
    assert time_to_return([Episode(1, True), Episode(2, False), Episode(2, False)]).median is None


@needs_reference
def test_as_r_has_it() -> None:
    for given in vector("recovery_km"):
        found = [Episode(hours, bool(event)) for hours, event in given["episodes"]]
        assert list(return_curve(found).outside) == pytest.approx(given["S_after"], rel=AS_R)
        assert time_to_return(found).median == given["median_h_R"]
