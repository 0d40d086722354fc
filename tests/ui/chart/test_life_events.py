"""Life events on the chart: thin lines, and titles where there is room."""

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QFont

from companion.domain.life_event import LifeEvent
from companion.presentation.timeline import TimelineState
from companion.ui.chart.life_events import placed_events
from companion.ui.chart.moments import nearest, placed_moments
from companion.ui.chart.painter import lay_out
from companion.ui.chart.style import style_of
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in, a_moment
from tests.support.charts import AREA, Painted, a_refined_presenter, is_like


def a_state(*events: tuple[float, str]) -> TimelineState:
    noted = tuple(LifeEvent(title, a_moment(24 * days), a_moment(), title) for days, title in events)
    return a_refined_presenter(a_check_in(50, hours_ago=24 * 3), life_events=noted).state()


def test_the_line_runs_through_the_whole_plot(theme: Theme) -> None:
    painted = Painted(a_state((10.3, "Moved house")), theme)
    x = round(painted.geometry.x(a_state((10.3, "Moved house")).events[0].wall))

    for share in (0.2, 0.4, 0.8):
        y = painted.geometry.plot.top() + share * painted.geometry.plot.height()
        column = [painted.colour(QPointF(x + beside, y)) for beside in (-1, 0, 1)]
        assert any(is_like(colour, painted.style.band_edge, 90) for colour in column)


@pytest.mark.parametrize("count", [1, 3, 8, 40])
def test_no_two_titles_touch_and_all_stay_within_the_plot(theme: Theme, count: int) -> None:
    state = a_state(*((2 + number * 0.2, f"Something happened {number}") for number in range(count)))
    style = style_of(theme, QFont())
    geometry = lay_out(AREA, state, style)

    boxes = [one.box for one in placed_events(geometry, style, state.events) if not one.box.isEmpty()]

    assert boxes
    assert all(geometry.plot.contains(box) for box in boxes)
    assert not any(one.intersects(other) for n, one in enumerate(boxes) for other in boxes[:n])


def test_on_the_last_day_the_title_stands_before_its_line(theme: Theme) -> None:
    state = a_state((0.1, "Moved house"))
    style = style_of(theme, QFont())

    (placed,) = placed_events(lay_out(AREA, state, style), style, state.events)

    assert placed.box.right() < placed.x


def test_a_long_title_is_cut_and_the_card_says_all_of_it(theme: Theme) -> None:
    title = "A very long title of something that happened " * 2
    state = a_state((10, title))
    style = style_of(theme, QFont())

    (placed,) = placed_events(lay_out(AREA, state, style), style, state.events)

    assert placed.text.endswith("…")
    assert placed.event.title == title.strip()


def test_the_pointer_finds_it_by_its_title_and_by_its_line_but_a_mark_goes_first(theme: Theme) -> None:
    state = a_state((3, "Moved house"))
    style = style_of(theme, QFont())
    geometry = lay_out(AREA, state, style)
    placed = placed_events(geometry, style, state.events)
    moments = placed_moments(state, geometry, placed)
    mark, event = sorted(range(2), key=lambda number: moments[number].box is not None)

    assert nearest(moments, placed[0].box.center()) == event
    assert nearest(moments, QPointF(placed[0].x + 3, geometry.y(90))) == event
    assert nearest(moments, QPointF(placed[0].x + 8, geometry.y(90))) is None
    assert nearest(moments, geometry.point(state.marks[0].wall, 50)) == mark


def test_moments_and_life_events_are_in_the_order_of_time(theme: Theme) -> None:
    state = a_state((5, "Later"), (9, "Earlier"))
    geometry = lay_out(QRectF(0, 0, 900, 440), state, style_of(theme, QFont()))
    moments = placed_moments(state, geometry, placed_events(geometry, style_of(theme, QFont()), state.events))

    assert [one.id for one in moments][:2] == ["Earlier", "Later"]
