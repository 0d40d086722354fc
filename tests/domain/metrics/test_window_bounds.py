"""The estimate of the window's bounds: the model to the letter, and what it promises about itself."""

from dataclasses import replace
from datetime import timedelta
from math import exp, log
from statistics import NormalDist

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from companion.domain.label import Label
from companion.domain.metrics.window_bounds import (
    GUESSED,
    HALF_LIFE,
    POINTS,
    SLOPES,
    Bound,
    Prior,
    Priors,
    Spread,
    WindowEstimate,
    estimate_window,
    set_by_person,
)
from companion.domain.window import LOWER_NOT_SEEN, UPPER_NOT_SEEN, LikelyRange
from companion.domain.zone import Zone
from tests.fuzz.window_coverage import COUNTS, LARGEST_BIAS, LEAST_COVERED, WIDTHS, Cell, cell
from tests.support.builders import NOW
from tests.support.labelling import Person, labels_of

MIRRORED = {Zone.BELOW: Zone.ABOVE, Zone.INSIDE: Zone.INSIDE, Zone.ABOVE: Zone.BELOW}
RUNS = 40


def a_label(arousal: int, zone: Zone, days_ago: float = 0) -> Label:
    return Label(arousal, zone, (NOW - timedelta(days=days_ago)).timestamp())


some = settings(max_examples=30, deadline=None)
labels = st.lists(
    st.builds(a_label, st.integers(0, 100), st.sampled_from(list(MIRRORED)), st.floats(0, 400)), max_size=60
)


def surely_at(point: int) -> Bound:
    nowhere = (0.0,) * len(POINTS)
    return Bound((tuple(float(other == point) for other in POINTS), *[nowhere] * (len(SLOPES) - 1)))


def by_the_formulas(given_labels: list[Label], side: Zone, prior: Prior) -> list[float]:
    """The posterior of a bound, written down as the model is stated, one label after the other."""
    sign = 1 if side is Zone.ABOVE else -1
    shares = []
    for bound in POINTS:
        for_bound = 0.0
        for slope in SLOPES:
            logarithm = -((bound - prior.mean) ** 2) / (2 * prior.sd**2)
            for label in given_labels:
                weight = 2 ** (-(NOW.timestamp() - label.at) / 86400 / 28)
                chance = 1 / (1 + exp(sign * (bound - label.arousal) / slope))
                logarithm += weight * log(chance if label.zone is side else 1 - chance)
            for_bound += exp(logarithm)
        shares.append(for_bound)
    total = sum(shares)
    return [share / total for share in shares]


@pytest.mark.parametrize("priors", [GUESSED, set_by_person(35, 62)])
def test_it_is_the_model_as_stated(priors: Priors) -> None:
    given_labels = labels_of(Person(28, 66), 30, per_day=0.5)

    estimate = estimate_window(given_labels, NOW, priors)

    assert estimate.lower.points == pytest.approx(by_the_formulas(given_labels, Zone.BELOW, priors.lower))
    assert estimate.upper.points == pytest.approx(by_the_formulas(given_labels, Zone.ABOVE, priors.upper))


def test_mean_and_range_are_those_of_the_posterior() -> None:
    lower = estimate_window(labels_of(Person(), 50), NOW).lower
    spread = lower.spread()

    assert spread.mean == pytest.approx(sum(point * share for point, share in zip(POINTS, lower.points, strict=True)))
    assert sum(lower.points[: spread.likely.low]) < 0.05 <= sum(lower.points[: spread.likely.low + 1])
    assert sum(lower.points[: spread.likely.high]) < 0.95 <= sum(lower.points[: spread.likely.high + 1])


def test_without_labels_there_is_the_starting_guess_and_it_is_vague() -> None:
    estimate = estimate_window([], NOW)

    assert estimate.lower.spread().mean == pytest.approx(30, abs=1)
    assert estimate.upper.spread().mean == pytest.approx(70, abs=1)
    assert estimate.lower.spread().likely.high - estimate.lower.spread().likely.low > 40


def test_what_the_person_set_is_believed_more_than_a_guess() -> None:
    estimate = estimate_window([], NOW, set_by_person(40, 55))

    assert estimate.lower.spread().mean == pytest.approx(40, abs=0.1)
    assert estimate.upper.spread().likely == LikelyRange(39, 71)


def test_a_side_that_was_not_seen_is_drawn_as_vague_as_the_guess_is() -> None:
    for prior, likely in zip(GUESSED, (LOWER_NOT_SEEN, UPPER_NOT_SEEN), strict=True):
        ends = [NormalDist(prior.mean, prior.sd).inv_cdf(share) for share in (0.05, 0.95)]
        assert likely == LikelyRange(*map(round, ends))


@some
@given(labels)
def test_a_posterior_is_a_probability(given_labels: list[Label]) -> None:
    estimate = estimate_window(given_labels, NOW)

    for bound in (estimate.lower, estimate.upper):
        assert sum(bound.points) == pytest.approx(1)
        assert 0 <= bound.spread().likely.low <= bound.spread().likely.high <= 100


@some
@given(labels, st.integers(0, 100))
def test_the_three_answers_share_one_whole_at_every_energy(given_labels: list[Label], arousal: int) -> None:
    chances = estimate_window(given_labels, NOW).probabilities(arousal)

    assert sum(chances.values()) == pytest.approx(1)
    assert min(chances.values()) >= 0


def test_each_answer_is_likeliest_where_it_belongs() -> None:
    estimate = estimate_window(labels_of(Person(), 160), NOW)

    likeliest = [max(chances, key=lambda zone: chances[zone]) for chances in map(estimate.probabilities, (5, 50, 95))]

    assert likeliest == [Zone.BELOW, Zone.INSIDE, Zone.ABOVE]


@some
@given(labels)
def test_turned_upside_down_the_two_bounds_change_places(given_labels: list[Label]) -> None:
    turned = [Label(100 - label.arousal, MIRRORED[label.zone], label.at) for label in given_labels]

    assert estimate_window(turned, NOW).lower.points == pytest.approx(
        estimate_window(given_labels, NOW).upper.points[::-1]
    )


@some
@given(st.lists(st.tuples(st.integers(0, 100), st.sampled_from(list(MIRRORED))), max_size=20))
def test_two_labels_a_half_life_ago_count_as_one_now(answers: list[tuple[int, Zone]]) -> None:
    now = [a_label(arousal, zone) for arousal, zone in answers]
    before = [label._replace(at=label.at - HALF_LIFE.total_seconds()) for label in now]

    assert estimate_window(before * 2, NOW).upper.points == pytest.approx(estimate_window(now, NOW).upper.points)


def test_age_counts_by_the_hour_not_by_the_day() -> None:
    one = estimate_window([a_label(20, Zone.ABOVE, 1.0)], NOW).upper.spread().mean
    other = estimate_window([a_label(20, Zone.ABOVE, 1.4)], NOW).upper.spread().mean

    assert one < other


@some
@given(labels)
def test_the_order_of_labels_makes_no_difference(given_labels: list[Label]) -> None:
    other_way = list(reversed(given_labels))

    assert estimate_window(other_way, NOW).lower.points == pytest.approx(
        estimate_window(given_labels, NOW).lower.points
    )


def test_mixed_and_not_sure_teach_nothing() -> None:
    given_labels = labels_of(Person(), 40)
    others = [a_label(arousal, zone) for arousal in (5, 50, 95) for zone in (Zone.MIXED, Zone.UNSURE)]

    assert estimate_window(given_labels + others, NOW) == estimate_window(given_labels, NOW)


def test_the_width_counts_only_pairs_in_order() -> None:
    estimate = estimate_window([a_label(90, Zone.BELOW), a_label(10, Zone.ABOVE)] * 3, NOW)
    pairs = [
        (u - low, p * q)
        for low, p in enumerate(estimate.lower.points)
        for u, q in enumerate(estimate.upper.points)
        if low < u
    ]
    total = sum(share for _width, share in pairs)

    width = estimate.width()

    assert width is not None
    assert width.mean == pytest.approx(sum(width * share for width, share in pairs) / total)
    assert 1 <= width.likely.low <= width.likely.high <= 100


def test_bounds_that_surely_cross_have_no_width() -> None:
    assert WindowEstimate(surely_at(60), surely_at(60)).width() is None
    assert WindowEstimate(surely_at(60), surely_at(61)).width() == Spread(1, LikelyRange(1, 1))


@pytest.mark.parametrize("zone", list(MIRRORED))
def test_ten_thousand_labels_of_one_kind_are_no_trouble(zone: Zone) -> None:
    estimate = estimate_window([a_label(0, zone), a_label(100, zone)] * 5000, NOW)

    assert sum(estimate.lower.points) == pytest.approx(1)


@pytest.fixture(scope="module")
def cells() -> list[Cell]:
    """A short version of `tests.fuzz.window_coverage`."""
    people = (Person(), replace(Person(), lower=25, upper=65))
    return [cell(person, count, RUNS) for person in people for count in COUNTS]


def test_the_likely_range_holds_the_truth_as_often_as_it_says(cells: list[Cell]) -> None:
    assert [one for one in cells if one.covered < LEAST_COVERED] == []


def test_the_likely_range_is_as_wide_as_that_many_labels_allow(cells: list[Cell]) -> None:
    assert [one for one in cells if one.count in WIDTHS and not _is_in(one.width, WIDTHS[one.count])] == []


def test_after_ten_labels_the_guess_still_pulls_but_little(cells: list[Cell]) -> None:
    assert [one for one in cells if max(map(abs, one.bias)) > LARGEST_BIAS] == []


def _is_in(width: float, expected: tuple[int, int]) -> bool:
    return expected[0] - 1 <= width <= expected[1] + 1
