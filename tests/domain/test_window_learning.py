"""When labels become an estimate, and an estimate a version of the window."""

from datetime import datetime, time, timedelta
from itertools import repeat

import pytest

from companion.domain.label import Label
from companion.domain.metrics.window_bounds import GUESSED, Spread, set_by_person
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.window_learning import (
    LEAST_LABELS,
    PERIOD,
    LabelCounts,
    Learned,
    count_labels,
    learned_from,
    lesson_of,
    points,
    priors_of,
)
from companion.domain.zone import Zone
from tests.support.builders import NOW, a_moment
from tests.support.labelling import Person, labels_of

GUESS = (STARTING_GUESS,)
OWN = WindowOfTolerance("own", 40, 60, a_moment(24 * 100), WindowSource.OWN)


def a_window(lower: int, upper: int, *, learned: str = "both") -> WindowOfTolerance:
    likely = LikelyRange(0, 100)
    return WindowOfTolerance(
        "learned",
        lower,
        upper,
        a_moment(24 * 50),
        WindowSource.LEARNED,
        likely if learned in ("both", "lower") else None,
        likely if learned in ("both", "upper") else None,
        64,
    )


def some_labels(below: int, inside: int, above: int, until: datetime = NOW) -> list[Label]:
    answers = [*repeat((10, Zone.BELOW), below), *repeat((50, Zone.INSIDE), inside), *repeat((90, Zone.ABOVE), above)]
    return [
        Label(arousal, zone, (until - timedelta(hours=number + 1)).timestamp())
        for number, (arousal, zone) in enumerate(answers)
    ]


def after_a_change(before: Person, now: Person, count: int = 160) -> list[Label]:
    """Four weeks as one person, then four weeks as another."""
    per_day = count / 28
    return [
        *labels_of(before, count, until=NOW - PERIOD, per_day=per_day),
        *labels_of(now, count, until=NOW, per_day=per_day, seed=2),
    ]


def test_labels_are_counted_by_side_and_by_the_persons_day() -> None:
    at = datetime.fromisoformat("2026-11-20T02:30:00+01:00")
    in_the_night = Label(10, Zone.BELOW, at.timestamp(), 3600)
    in_the_morning = Label(50, Zone.INSIDE, at.timestamp() + 6 * 3600, 3600)

    assert count_labels([in_the_night, in_the_morning]) == LabelCounts(below=1, inside=1, above=0, days=2)
    assert count_labels([in_the_night, in_the_morning], time(0, 0)) == LabelCounts(below=1, inside=1, above=0, days=1)


@pytest.mark.parametrize(
    ("counts", "lower", "upper"),
    [
        (LabelCounts(5, 30, 5), True, True),
        (LabelCounts(5, 29, 5), False, False),
        (LabelCounts(4, 60, 5), False, True),
        (LabelCounts(5, 60, 4), True, False),
        (LabelCounts(0, 400, 0), False, False),
    ],
)
def test_a_side_is_seen_from_forty_labels_and_five_of_its_own_on(
    counts: LabelCounts, lower: bool, upper: bool
) -> None:
    assert (counts.is_lower_seen, counts.is_upper_seen) == (lower, upper)


def test_nothing_is_said_of_a_side_that_was_not_seen() -> None:
    learned = learned_from(some_labels(12, 40, 4), NOW, GUESS)

    assert learned.lower is not None
    assert learned.upper is None


def test_what_the_person_set_is_what_the_estimate_starts_from() -> None:
    assert priors_of(GUESS) == GUESSED
    assert priors_of((STARTING_GUESS, OWN)) == set_by_person(40, 60)
    assert priors_of((STARTING_GUESS, OWN, a_window(20, 80))) == set_by_person(40, 60)
    back = WindowOfTolerance("back", 30, 70, a_moment(1), WindowSource.STARTING_GUESS)
    assert priors_of((STARTING_GUESS, OWN, back)) == GUESSED


def test_a_guess_gives_way_as_soon_as_both_sides_were_seen() -> None:
    labels = labels_of(Person(25, 65), 160)
    known = learned_from(labels, NOW, GUESS)
    assert known.lower is not None
    assert known.upper is not None

    lesson = lesson_of(labels, NOW, GUESS)

    assert lesson is not None
    assert (lesson.lower, lesson.upper) == (points(known.lower), points(known.upper))
    assert (lesson.lower_likely, lesson.upper_likely) == (known.lower.likely, known.upper.likely)
    assert lesson.labels == 160


def test_a_guess_stays_until_then() -> None:
    assert lesson_of(some_labels(12, LEAST_LABELS - 25, 12), NOW, GUESS) is None


def test_a_side_that_was_not_seen_stays_as_it_was() -> None:
    lesson = lesson_of(some_labels(12, 40, 4), NOW, GUESS)

    assert lesson is not None
    assert lesson.lower_likely is not None
    assert (lesson.upper, lesson.upper_likely) == (70, None)


def test_a_side_seen_later_is_learned_then_and_the_other_left_alone() -> None:
    lesson = lesson_of(some_labels(12, 40, 12), NOW, (STARTING_GUESS, a_window(22, 70, learned="lower")))

    assert lesson is not None
    assert (lesson.lower, lesson.lower_likely) == (22, LikelyRange(0, 100))
    assert lesson.upper_likely not in (None, LikelyRange(0, 100))


@pytest.mark.parametrize("before", [a_window(20, 80), OWN])
def test_what_was_learned_or_set_stays_while_the_answers_do(before: WindowOfTolerance) -> None:
    labels = after_a_change(Person(30, 70), Person(30, 70))

    assert lesson_of(labels, NOW, (STARTING_GUESS, before)) is None


@pytest.mark.parametrize("before", [a_window(25, 60), OWN])
def test_a_bound_that_moved_is_learned_anew_and_the_other_is_not(before: WindowOfTolerance) -> None:
    labels = after_a_change(Person(25, 55, 4, spread=28), Person(25, 85, 4, spread=28))

    lesson = lesson_of(labels, NOW, (STARTING_GUESS, before))

    assert lesson is not None
    assert (lesson.lower, lesson.lower_likely) == (before.lower, before.lower_likely)
    assert lesson.upper > before.upper
    assert lesson.upper_likely is not None


def test_a_bound_that_comes_out_where_it_was_is_no_news() -> None:
    labels = after_a_change(Person(25, 55, 4, spread=28), Person(25, 85, 4, spread=28))
    lesson = lesson_of(labels, NOW, (STARTING_GUESS, a_window(25, 60)))
    assert lesson is not None

    assert lesson_of(labels, NOW, (STARTING_GUESS, a_window(25, lesson.upper))) is None


def test_bounds_that_leave_nothing_between_them_are_not_learned() -> None:
    at = NOW.timestamp() - 9
    labels = [Label(a, Zone.BELOW if a < 51 else Zone.ABOVE, at) for a in range(101) if a != 51] * 20

    assert not learned_from(labels, NOW, GUESS).is_in_order
    assert lesson_of(labels, NOW, GUESS) is None


def test_a_learned_bound_never_crosses_one_that_the_person_set() -> None:
    high = WindowOfTolerance("high", 80, 90, a_moment(24 * 100), WindowSource.OWN)
    labels = after_a_change(Person(25, 55, 4, spread=28), Person(25, 70, 4, spread=28))
    moved = learned_from(labels, NOW, (STARTING_GUESS, high))
    assert moved.upper is not None
    assert points(moved.upper) < 80

    assert lesson_of(labels, NOW, (STARTING_GUESS, high)) is None


def test_the_future_is_not_learned_from_when_a_bound_is_compared() -> None:
    labels = after_a_change(Person(25, 55, 4, spread=28), Person(25, 85, 4, spread=28))

    assert lesson_of(labels, NOW - PERIOD, (STARTING_GUESS, a_window(25, 55))) is None


def test_halves_go_up_so_that_bounds_a_point_apart_stay_apart() -> None:
    means = [0.5, 1.5, 2.5, 3.5]

    assert [points(Spread(mean, LikelyRange(0, 100))) for mean in means] == [1, 2, 3, 4]


def test_one_side_alone_is_in_order() -> None:
    assert Learned(LabelCounts(), None, Spread(40, LikelyRange(30, 50))).is_in_order
