"""Words for numbers."""

import pytest

from companion.domain.answered_of_shown import AnsweredOfShown
from companion.domain.figures import Figure, figures_of
from companion.domain.metrics.gates import Need, Shortfall
from companion.domain.metrics.window_bounds import GUESSED
from companion.presentation.metrics_words import (
    answered_line,
    figure_line,
    figure_name,
    shortfall_sentence,
    shortfalls_text,
    warnings,
)
from tests.support.rated import FOUR

FEW = (Shortfall(Need.CHECK_INS, 14, 9),)


def a_figure(value: float | None, low: float | None = None, high: float | None = None, n: int = 20) -> Figure:
    return Figure(value, n, 7, 12, (), low, high)


@pytest.mark.parametrize(
    ("name", "figure", "line"),
    [
        ("mean", a_figure(46.8, 45.2, 48.4), "46.8, likely 45.2 to 48.4, 20 check-ins on 7 days"),
        ("share.inside", a_figure(0.714, 0.56, 0.83), "71 %, likely 56 to 83 %, 20 check-ins on 7 days"),
        ("time_in_zone.inside", a_figure(0.5), "about 50 %, 20 check-ins on 7 days"),
        ("recovery_median_h", a_figure(2.14, 1.56, 2.48), "2.1 h, likely 1.6 to 2.5 h, 20 times outside on 7 days"),
        ("recovery_median_h", a_figure(1.1), "2 h or less, 20 times outside on 7 days"),
        ("inertia_half_life_h", a_figure(3.0, 1.0), "3.0 h, likely more than 1.0 h, 20 check-ins on 7 days"),
        ("inertia_half_life_h", a_figure(3.0, None, 5.0), "3.0 h, likely less than 5.0 h, 20 check-ins on 7 days"),
        ("mean", a_figure(40.0, n=1)._replace(days=1), "40.0, 1 check-in on 1 day"),
    ],
)
def test_a_number_reads_with_its_range_and_what_it_rests_on(name: str, figure: Figure, line: str) -> None:
    assert figure_line(name, figure) == line


def test_a_closed_gate_says_what_is_missing_and_not_the_number() -> None:
    assert figure_line("mean", Figure(46.8, 9, 5, 4, FEW)) == "not yet. 9 of 14 check-ins so far."


def test_a_number_below_its_gate_is_marked() -> None:
    line = figure_line("mean", Figure(46.8, 9, 5, 4, FEW), even_closed=True)
    assert line == "46.8, 9 check-ins on 5 days (too little to rest on. 9 of 14 check-ins so far.)"


def test_what_is_not_there_is_not_there_even_when_asked_for() -> None:
    assert figure_line("mean", Figure(None, 0, 0, 0, FEW), even_closed=True).startswith("not yet.")


@pytest.mark.parametrize("need", Need)
def test_everything_that_can_be_missing_has_its_sentence(need: Need) -> None:
    sentence = shortfall_sentence(Shortfall(need, 14, 9))
    assert sentence.endswith(".")
    assert "{" not in sentence
    assert need is Need.NOT_DEFINED or ("14" in sentence and "9" in sentence)


def test_what_is_counted_is_one_sentence_and_the_rest_follows() -> None:
    missing = (Shortfall(Need.CHECK_INS, 28, 9), Shortfall(Need.COVERAGE, 50, 23), Shortfall(Need.DAYS, 7, 4))
    assert shortfalls_text(missing) == (
        "9 of 28 check-ins, 4 of 7 days with check-ins so far. "
        "The check-ins cover 23 % of the hours of their days; 50 % are needed."
    )
    assert shortfalls_text(()) == ""


def test_every_number_has_a_name_of_its_own() -> None:
    names = [figure_name(name, 25) for name in figures_of([], FOUR, None, GUESSED)]
    assert len(set(names)) == len(names)
    assert "Changes of 25 points or more" in names


def test_how_much_was_answered_is_a_sentence() -> None:
    line = answered_line(AnsweredOfShown(answered=31, shown=40, planned=52))
    assert line == "31 of 40 reminders to check in were answered."


def test_what_stands_beside_numbers_is_always_said() -> None:
    assert len(warnings()) == 5
