"""Which value lies at which height of the line."""

from PySide6.QtCore import QRect

from companion.ui.widgets.arousal_track import ArousalTrack

TRACK = ArousalTrack(QRect(0, 0, 100, 240), 1.0)


def test_every_value_lies_at_the_height_that_gives_it() -> None:
    assert [TRACK.points_at(TRACK.height_of(points)) for points in range(101)] == list(range(101))


def test_more_is_higher() -> None:
    assert TRACK.height_of(100) < TRACK.height_of(0)


def test_beyond_the_ends_it_is_the_end() -> None:
    assert TRACK.points_at(-50) == 100
    assert TRACK.points_at(500) == 0


def test_it_grows_with_the_text() -> None:
    assert ArousalTrack(QRect(0, 0, 200, 480), 2.0).body.width() == 2 * TRACK.body.width()
