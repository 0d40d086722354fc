"""The smooth line and its likely range as they are painted."""

from dataclasses import replace

from PySide6.QtCore import QPointF

from companion.domain.checkin import CheckIn, Origin
from companion.domain.zone import Zone
from companion.presentation.timeline import TimelineState
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.charts import Painted, a_refined_presenter, is_like


def asked(*days: int) -> list[CheckIn]:
    return [
        a_check_in(25 + 50 * (hour % 2), Zone.INSIDE, 24 * day + hour, origin=Origin.RANDOM)
        for day in days
        for hour in (1, 4)
    ]


def a_state(*days: int) -> TimelineState:
    presenter = a_refined_presenter(*asked(*days))
    presenter.state()
    state = presenter.refined_state()
    assert state is not None
    return state


def inked(painted: Painted, wall: float) -> bool:
    """True if some pixel above that moment has the colour of the line."""
    x = painted.geometry.x(wall)
    plot = painted.geometry.plot
    return any(
        is_like(painted.colour(QPointF(x, y)), painted.style.ink, 30)
        for y in range(int(plot.top()), int(plot.bottom()))
    )


def test_the_line_is_drawn_where_it_is_supported(theme: Theme) -> None:
    state = a_state(*range(1, 27))
    painted = Painted(state, theme)
    (line,) = state.lines

    for point in line[10:-10:20]:
        assert inked(painted, point.wall)


def test_nothing_is_drawn_through_a_gap(theme: Theme) -> None:
    state = a_state(*range(1, 10), *range(17, 28))
    painted = Painted(state, theme)
    before, after = state.lines

    assert not inked(painted, (before[-1].wall + after[0].wall) / 2)


def test_its_range_is_a_shade_beneath_the_marks(theme: Theme) -> None:
    state = a_state(*range(1, 27))
    with_line, without = Painted(state, theme), Painted(replace(state, lines=(), is_line_coming=True), theme)
    point = state.lines[0][120]
    beside = QPointF(with_line.geometry.x(point.wall), with_line.geometry.y((point.value + point.high) / 2))

    assert point.high - point.low > 4
    assert with_line.colour(beside).lightness() < without.colour(beside).lightness()
    assert not is_like(with_line.colour(beside), with_line.style.ink)
