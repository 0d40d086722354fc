"""The five answers differ by shape."""

import itertools

import pytest
from PySide6.QtCore import QPointF

from companion.domain.zone import Zone
from companion.ui.theme.theme import Theme
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path

SIZE = 12.0


def look(zone: Zone | None) -> tuple[object, ...]:
    """What the eye gets: the covered points of a grid, and whether it is filled."""
    path = zone_path(zone, SIZE)
    steps = [step / 2 for step in range(-14, 15)]
    covered = frozenset((x, y) for x in steps for y in steps if path.contains(QPointF(x, y)))
    return covered, is_outlined(zone)


def test_no_two_answers_look_alike_without_colour() -> None:
    for one, other in itertools.combinations(Zone, 2):
        assert look(one) != look(other)


def test_no_answer_looks_like_not_sure() -> None:
    assert look(None) == look(Zone.UNSURE)


def test_above_points_up_and_below_points_down() -> None:
    top, bottom = QPointF(0, -SIZE * 0.4), QPointF(SIZE * 0.4, SIZE * 0.35)
    assert zone_path(Zone.ABOVE, SIZE).contains(top)
    assert zone_path(Zone.ABOVE, SIZE).contains(bottom)
    assert not zone_path(Zone.ABOVE, SIZE).contains(QPointF(SIZE * 0.4, -SIZE * 0.35))
    assert zone_path(Zone.BELOW, SIZE).contains(QPointF(SIZE * 0.4, -SIZE * 0.35))


@pytest.mark.parametrize("zone", list(Zone))
def test_every_shape_stands_around_its_point_and_is_about_as_wide_as_asked(zone: Zone) -> None:
    bounds = zone_path(zone, SIZE).boundingRect()
    assert abs(bounds.center().x()) < 0.01
    assert abs(bounds.center().y()) < SIZE * 0.06
    assert 0.8 * SIZE <= bounds.width() <= 1.15 * SIZE


def test_only_not_sure_is_never_filled() -> None:
    assert [zone for zone in Zone if is_outlined(zone)] == [Zone.UNSURE]


def test_colours_are_those_of_the_look(theme: Theme) -> None:
    assert zone_colour(theme, Zone.ABOVE) == theme.color("above")
    assert zone_colour(theme, Zone.BELOW) == theme.color("below")
    assert {zone_colour(theme, zone).name() for zone in (Zone.MIXED, Zone.UNSURE, None)} == {theme.tokens.muted}
