"""The window: bounds in order, and where each of its versions came from."""

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.window import (
    STARTING_GUESS,
    LikelyRange,
    WindowOfTolerance,
    WindowSource,
    with_sources,
)
from companion.domain.zone import Zone
from tests.support.builders import a_moment

GUESS, OWN, LEARNED = WindowSource.STARTING_GUESS, WindowSource.OWN, WindowSource.LEARNED


def a_window(
    source: WindowSource, lower_likely: LikelyRange | None = None, upper_likely: LikelyRange | None = None
) -> WindowOfTolerance:
    return WindowOfTolerance("id", 30, 70, a_moment(), source, lower_likely, upper_likely)


@pytest.mark.parametrize(("lower", "upper"), [(50, 50), (51, 50)])
def test_the_lower_end_lies_below_the_upper_one(lower: int, upper: int) -> None:
    with pytest.raises(DomainError) as caught:
        WindowOfTolerance("id", lower, upper, a_moment(), OWN)
    assert caught.value.rule is Rule.WINDOW_UPSIDE_DOWN


@pytest.mark.parametrize(("lower", "upper"), [(-1, 50), (50, 101)])
def test_bounds_lie_on_the_line(lower: int, upper: int) -> None:
    with pytest.raises(DomainError) as caught:
        WindowOfTolerance("id", lower, upper, a_moment(), OWN)
    assert caught.value.rule is Rule.AROUSAL_OUT_OF_RANGE


def test_the_bounds_themselves_are_inside() -> None:
    zones = [STARTING_GUESS.zone_of(arousal) for arousal in (29, 30, 70, 71)]
    assert zones == [Zone.BELOW, Zone.INSIDE, Zone.INSIDE, Zone.ABOVE]


@pytest.mark.parametrize(
    ("one", "other", "do"),
    [((10, 20), (21, 30), False), ((10, 20), (20, 30), True), ((10, 40), (20, 30), True), ((5, 5), (6, 6), False)],
)
def test_ranges_overlap_if_they_share_a_point(one: tuple[int, int], other: tuple[int, int], do: bool) -> None:
    assert LikelyRange(*one).overlaps(LikelyRange(*other)) is do
    assert LikelyRange(*other).overlaps(LikelyRange(*one)) is do


def test_a_side_that_was_not_learned_comes_from_what_was_set_or_guessed_before() -> None:
    likely = LikelyRange(20, 30)
    versions = [
        STARTING_GUESS,
        a_window(LEARNED, lower_likely=likely),
        a_window(OWN),
        a_window(LEARNED, upper_likely=likely),
        a_window(LEARNED, likely, likely),
        a_window(GUESS),
    ]
    assert [(dated.lower_source, dated.upper_source) for dated in with_sources(versions)] == [
        (GUESS, GUESS),
        (LEARNED, GUESS),
        (OWN, OWN),
        (OWN, LEARNED),
        (LEARNED, LEARNED),
        (GUESS, GUESS),
    ]
