"""The moments of a chart, as the pointer finds them."""

from PySide6.QtCore import QPointF

from companion.domain.zone import Zone
from companion.presentation.bins import Bin
from companion.presentation.timeline import TimelineMark
from companion.ui.chart.moments import PlacedMoment, nearest


def a_mark_at(x: float, y: float) -> PlacedMoment:
    return PlacedMoment(TimelineMark("id", 0, 0, 0, 50, Zone.INSIDE, was_asked=True), QPointF(x, y))


def a_bin_at(x: float, y: float) -> PlacedMoment:
    return PlacedMoment(Bin(0, 1, 30, 50, 70, 9), QPointF(x, y))


def test_the_closest_of_several_is_found() -> None:
    moments = [a_mark_at(10, 10), a_mark_at(14, 10), a_mark_at(30, 10)]

    assert nearest(moments, QPointF(13, 10)) == 1


def test_twelve_pixels_are_near_and_thirteen_are_not() -> None:
    assert nearest([a_mark_at(100, 100)], QPointF(112, 100)) == 0
    assert nearest([a_mark_at(100, 100)], QPointF(113, 100)) is None
    assert nearest([a_mark_at(100, 100)], QPointF(109, 109)) is None


def test_of_two_on_the_same_place_the_newer_is_found() -> None:
    assert nearest([a_mark_at(10, 10), a_mark_at(10, 10)], QPointF(10, 10)) == 1


def test_a_bar_is_found_at_any_height() -> None:
    assert nearest([a_bin_at(100, 100)], QPointF(104, 300)) == 0


def test_nothing_is_near_in_an_empty_chart() -> None:
    assert nearest([], QPointF(1, 1)) is None
