"""Which value lies where on the line, upright and lying."""

import pytest
from PySide6.QtCore import QPointF, QRect

from companion.ui.widgets.rating_track import RatingTrack

UPRIGHT = RatingTrack(QRect(0, 0, 100, 240), 1.0)
LYING = RatingTrack(QRect(0, 0, 240, 44), 1.0, is_upright=False)
MIRRORED = RatingTrack(QRect(0, 0, 240, 44), 1.0, is_upright=False, is_mirrored=True)


@pytest.mark.parametrize("track", [UPRIGHT, LYING, MIRRORED])
def test_every_value_lies_at_the_place_that_gives_it(track: RatingTrack) -> None:
    assert [track.points_at(track.place_of(points)) for points in range(101)] == list(range(101))


def test_more_is_higher_and_further_in_the_direction_of_reading() -> None:
    assert UPRIGHT.place_of(100).y() < UPRIGHT.place_of(0).y()
    assert LYING.place_of(100).x() > LYING.place_of(0).x()
    assert MIRRORED.place_of(100).x() < MIRRORED.place_of(0).x()


def test_beyond_the_ends_it_is_the_end() -> None:
    assert UPRIGHT.points_at(QPointF(0, -50)) == 100
    assert UPRIGHT.points_at(QPointF(0, 500)) == 0
    assert LYING.points_at(QPointF(-50, 0)) == 0
    assert LYING.points_at(QPointF(500, 0)) == 100


def test_it_grows_with_the_text() -> None:
    assert RatingTrack(QRect(0, 0, 200, 480), 2.0).thickness == 2 * UPRIGHT.thickness
