"""Every number of a period together."""

from datetime import UTC, datetime

import pytest

from companion.domain.figures import Figures, figures_of
from companion.domain.mark import Mark
from companion.domain.metrics.gates import Need
from companion.domain.metrics.window_bounds import GUESSED
from companion.domain.zone import Zone
from tests.support.rated import FOUR, a_mark
from tests.support.reference import AS_R, PEOPLE, marks_of, needs_reference, of_person

NAMES = {
    "mean", "median", "sd", "relative_sd", "mssd", "rmssd", "mssd_time_adjusted", "pac", "pac_up", "pac_down",
    "inertia_lag1", "inertia_half_life_h", "recovery_median_h", "window.lower", "window.upper",
    *(f"share.{zone.value}" for zone in Zone),
    *(f"time_in_zone.{zone.value}" for zone in Zone),
}  # fmt: skip


def figures(marks: list[Mark], acute: float = 25) -> Figures:
    return figures_of(marks, FOUR, None, GUESSED, acute)


def days_of(days: int, zones: str = "iaib", *, is_scheduled: bool = True) -> list[Mark]:
    """As many days of check-ins, three hours apart from eight on; their energy goes with the zone."""
    by_letter = {"i": (50, Zone.INSIDE), "a": (80, Zone.ABOVE), "b": (20, Zone.BELOW), "u": (60, Zone.UNSURE)}
    return [
        a_mark(day * 24 + 8 + 3 * place, *by_letter[letter], is_scheduled=is_scheduled)
        for day in range(days)
        for place, letter in enumerate(zones)
    ]


def test_nothing_gives_every_name_and_no_number() -> None:
    found = figures([])
    assert set(found) == NAMES
    assert all(figure.value is None and not figure.is_open and figure.n == 0 for figure in found.values())


def test_one_check_in_is_far_from_every_gate() -> None:
    found = figures([a_mark(10, 40, Zone.INSIDE)])
    assert not any(figure.is_open for figure in found.values())
    assert found["mean"].value == 40


def test_enough_opens_every_gate() -> None:
    found = figures(days_of(30))
    assert {name for name, figure in found.items() if not figure.is_open} <= {"inertia_half_life_h"}
    assert found["share.inside"].value == 0.5
    assert (found["mean"].n, found["mean"].days, found["mean"].pairs) == (120, 30, 90)


def test_every_value_lies_in_its_range() -> None:
    draws = [mark for day in range(40) for mark in days_of(1, ("iaib", "bbia", "iii", "aaib")[day % 4])]
    marks = [
        Mark(m.id, m.at + day * 86400, 0, m.arousal, m.zone, True) for day, m in zip(_days(draws), draws, strict=True)
    ]
    for name, figure in figures(marks).items():
        if name.startswith("time_in_zone."):
            assert figure.low is not None, name
        if figure.value is not None and figure.low is not None and figure.high is not None:
            assert figure.low <= figure.value <= figure.high, name


def test_what_was_not_asked_for_counts_only_for_coming_back_and_the_window() -> None:
    found = figures(days_of(30, is_scheduled=False))
    counted = {name for name, figure in found.items() if figure.n}
    assert counted == {"recovery_median_h", "window.lower", "window.upper"}


def test_all_the_same_value_is_a_level_that_does_not_vary() -> None:
    found = figures([a_mark(day * 24 + hour, 50, Zone.INSIDE) for day in range(30) for hour in (8, 11, 14, 17)])
    assert (found["mean"].value, found["sd"].value, found["relative_sd"].value) == (50, 0, 0)
    assert [one.need for one in found["inertia_lag1"].missing] == [Need.NOT_DEFINED]


def test_at_the_end_of_the_line_the_relative_spread_is_not_defined() -> None:
    found = figures([a_mark(day * 24 + hour, 0) for day in range(30) for hour in (8, 11, 14)])
    assert [one.need for one in found["relative_sd"].missing] == [Need.NOT_DEFINED]


def test_without_zones_only_the_ratings_say_something() -> None:
    found = figures([a_mark(day * 24 + hour, 40 + hour) for day in range(30) for hour in (8, 11, 14)])
    assert found["mean"].is_open
    assert (found["share.inside"].value, found["window.lower"].value) == (None, None)
    assert found["window.lower"].low is None


def test_ten_thousand_in_an_hour_are_one_day() -> None:
    found = figures([a_mark(8 + number / 10_000, number % 101, Zone.INSIDE) for number in range(10_000)])
    assert (found["mean"].n, found["mean"].days) == (10_000, 1)
    assert not found["mean"].is_open


def test_the_window_is_that_of_the_given_moment() -> None:
    marks = days_of(30)
    now = figures_of(marks, FOUR, None, GUESSED)["window.lower"]
    year_end = figures_of(marks, FOUR, datetime(1970, 12, 31, tzinfo=UTC), GUESSED)["window.lower"]
    long_after = figures_of(marks, FOUR, datetime(1975, 1, 1, tzinfo=UTC), GUESSED)["window.lower"]
    assert now.value == pytest.approx(33.4, abs=0.1)
    assert year_end.value == pytest.approx(30.8, abs=0.1)
    assert (long_after.n, long_after.value) == (0, None)


@needs_reference
@pytest.mark.parametrize("person", PEOPLE)
def test_as_r_has_it(person: str) -> None:
    expected, found = of_person(person), figures(marks_of(person), acute=20)
    in_r = {
        "mean": "mean",
        "median": "median",
        "sd": "sd",
        "relative_sd": "rel_sd",
        "mssd": "mssd_wd",
        "rmssd": "rmssd_wd",
        "mssd_time_adjusted": "mssd_tadj",
        "pac": "pac_abs20",
        "pac_up": "pac_up20",
        "inertia_lag1": "ar1_ols_wd",
    }
    for name, column in in_r.items():
        assert found[name].value == pytest.approx(expected[column], rel=AS_R), name
    assert found["mean"].n == expected["n"]
    assert found["mean"].days == expected["ndays"]
    assert found["mean"].pairs == expected["npairs_wd"]


def _days(marks: list[Mark]) -> list[int]:
    """Counts on whenever a day begins anew."""
    numbers, number = [], -1
    for place, mark in enumerate(marks):
        number += place == 0 or mark.at <= marks[place - 1].at
        numbers.append(number)
    return numbers
