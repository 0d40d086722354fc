"""Practices of the person's own: any steps, but no breath that is not gentle."""

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.practice import Phase, Step, Way
from companion.domain.practice_own import OwnPractice
from companion.domain.zone import Zone
from tests.support.builders import a_moment
from tests.support.practices import IN_AND_OUT

LOOK = (Step("Look out of the window"),)


def own(title: str = "Tea", steps: tuple[Step, ...] = LOOK, way: Way = Way.STEPS, **more: object) -> OwnPractice:
    return OwnPractice("id", a_moment(), title, steps, way, **more)  # type: ignore[arg-type]


def test_it_is_listed_and_played_like_ours() -> None:
    made = own(zones=(Zone.MIXED, Zone.BELOW), note="Slowly").practice
    assert (made.key, made.title, made.steps, made.is_ours) == ("own/id", "Tea", LOOK, False)
    assert made.zones == (Zone.BELOW, Zone.MIXED)


def test_a_breath_is_repeated_for_its_seconds() -> None:
    assert own(steps=IN_AND_OUT, way=Way.BREATH, seconds=120).practice.seconds == 120


@pytest.mark.parametrize(
    ("steps", "why"),
    [
        ((Step("In", seconds=1, phase=Phase.IN), Step("Out", seconds=1, phase=Phase.OUT)), "too quick"),
        ((Step("In", seconds=4, phase=Phase.IN), Step("Hold", seconds=5, phase=Phase.HOLD)), "held too long"),
        ((Step("In", seconds=9, phase=Phase.IN), Step("Out", seconds=9, phase=Phase.OUT)), "too slow"),
        ((Step("In", phase=Phase.IN), Step("Out", seconds=6, phase=Phase.OUT)), "without an end"),
    ],
)
def test_a_breath_that_is_not_gentle_is_refused(steps: tuple[Step, ...], why: str) -> None:
    with pytest.raises(DomainError) as refused:
        own(steps=steps, way=Way.BREATH, seconds=60)
    assert refused.value.rule is Rule.BREATH_OUT_OF_RANGE, why


@pytest.mark.parametrize(
    ("title", "steps", "rule"),
    [
        ("", LOOK, Rule.NOTHING_WRITTEN),
        ("x" * 101, LOOK, Rule.TITLE_TOO_LONG),
        ("Tea", (), Rule.PRACTICE_WITHOUT_STEPS),
        ("Tea", LOOK * 61, Rule.TOO_MANY_STEPS),
    ],
)
def test_what_cannot_be_is_refused(title: str, steps: tuple[Step, ...], rule: Rule) -> None:
    with pytest.raises(DomainError) as refused:
        own(title, steps)
    assert refused.value.rule is rule


@pytest.mark.parametrize(("say", "seconds"), [("", 5.0), ("Sit", 0.0), ("Sit", 1801.0)])
def test_a_step_needs_words_and_a_time_that_can_be(say: str, seconds: float) -> None:
    with pytest.raises(DomainError):
        Step(say, seconds=seconds)
