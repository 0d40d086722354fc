"""The answers of bins as columns: shares that can be told apart without colour."""

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from companion.application.settings import Look
from companion.domain.zone import Zone
from companion.presentation.timeline import TimelineState
from companion.ui.chart.bars import bar_of
from companion.ui.chart.shares import fill_share
from companion.ui.chart.style import style_of
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.charts import Painted, a_chart_state, is_like


def a_state(*zones: Zone | None) -> TimelineState:
    crowd = [a_check_in(50, zones[n % len(zones)], hours_ago=24 * 3 + n / 100) for n in range(1300)]
    return a_chart_state(*crowd)


def grey_values(theme: Theme, zone: Zone) -> set[int]:
    image = QImage(24, 24, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    with QPainter(image) as painter:
        fill_share(painter, style_of(theme, QFont()), zone, QRectF(0, 0, 24, 24))
    return {QColor(image.pixel(x, y)).lightness() // 12 for x in range(24) for y in range(24)}


def test_the_parts_stand_as_the_window_does_and_fill_the_strip_by_their_shares(theme: Theme) -> None:
    state = a_state(Zone.ABOVE, Zone.INSIDE, Zone.INSIDE, Zone.BELOW)
    painted = Painted(state, theme)
    strip = painted.geometry.strip
    column = bar_of(painted.geometry, painted.style, state.bins[0]).center().x()

    def at(share: float) -> QColor:
        return painted.colour(QRectF(column, strip.top() + share * strip.height(), 0, 0).topLeft())

    assert is_like(at(0.4), painted.style.zones[Zone.INSIDE])
    assert is_like(at(0.6), painted.style.zones[Zone.INSIDE])
    assert not is_like(at(0.1), painted.style.zones[Zone.INSIDE])
    assert not is_like(at(0.9), painted.style.zones[Zone.INSIDE])


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
def test_above_and_below_carry_a_pattern_and_inside_is_plain(theme: Theme, look: Look) -> None:
    theme.apply(look)

    assert len(grey_values(theme, Zone.INSIDE)) == 1
    assert len(grey_values(theme, Zone.ABOVE)) > 1
    assert len(grey_values(theme, Zone.BELOW)) > 1


def test_a_bin_of_one_answer_is_one_part(theme: Theme) -> None:
    state = a_state(Zone.INSIDE)
    painted = Painted(state, theme)
    bar = bar_of(painted.geometry, painted.style, state.bins[0])

    for share in (0.1, 0.5, 0.9):
        y = painted.geometry.strip.top() + share * painted.geometry.strip.height()
        assert is_like(painted.colour(QRectF(bar.center().x(), y, 0, 0).topLeft()), painted.style.zones[Zone.INSIDE])
