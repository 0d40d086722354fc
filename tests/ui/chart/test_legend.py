"""The legend: it explains what is there, and nothing else."""

from PySide6.QtGui import QFont

from companion.domain.checkin import CheckIn
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.zone import Zone
from companion.ui.chart.legend import Symbol, legend_height, legend_items
from companion.ui.chart.style import style_of
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in, a_moment
from tests.support.charts import a_chart_state


def texts(*check_ins: CheckIn, pixels: int = 860) -> list[str]:
    return [item.text for item in legend_items(a_chart_state(*check_ins, pixels=pixels))]


def test_it_names_the_five_answers_in_their_order() -> None:
    assert texts(a_check_in())[:5] == ["above", "inside", "below", "mixed", "not sure"]


def test_it_says_what_outlines_mean() -> None:
    assert "outlined: by myself" in texts(a_check_in())


def test_it_says_that_a_starting_guess_is_one() -> None:
    assert "my window, a starting guess" in texts(a_check_in())
    assert "my window" not in texts(a_check_in())


def test_an_own_window_is_named_too() -> None:
    own = WindowOfTolerance("own", 40, 60, a_moment(24 * 14), WindowSource.OWN)

    items = legend_items(a_chart_state(a_check_in(), windows=(STARTING_GUESS, own)))

    assert [item.text for item in items][-2:] == ["my window", "my window, a starting guess"]


def test_a_learned_window_is_called_an_estimate() -> None:
    likely = LikelyRange(35, 45)
    learned = WindowOfTolerance("l", 40, 60, a_moment(24 * 14), WindowSource.LEARNED, likely, None, 64)

    items = legend_items(a_chart_state(a_check_in(), windows=(STARTING_GUESS, learned)))

    assert [item.text for item in items][-2:] == ["my window, an estimate", "my window, a starting guess"]


def test_the_strip_is_explained_when_there_is_one() -> None:
    assert "– no energy noted" not in texts(a_check_in())
    assert "– no energy noted" in texts(a_check_in(None, Zone.BELOW))


def test_no_answer_shares_the_circle_with_not_sure() -> None:
    assert "not sure or no answer" in texts(a_check_in(50, None))


def test_bars_are_explained_instead_of_marks() -> None:
    check_ins = [a_check_in(None if hour == 0 else 50, hours_ago=hour) for hour in range(60)]
    found = legend_items(a_chart_state(*check_ins, pixels=20))

    assert "8 in 10" in found[0].text
    assert not any(item.symbol is Symbol.SHAPE for item in found)
    assert "not drawn: 1 with no energy noted" in [item.text for item in found]


def test_a_narrow_legend_takes_more_lines(theme: Theme) -> None:
    items, style = legend_items(a_chart_state(a_check_in())), style_of(theme, QFont())

    assert legend_height(items, 900, style) < legend_height(items, 300, style) < legend_height(items, 100, style)
