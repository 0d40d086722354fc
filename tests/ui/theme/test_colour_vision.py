"""The zones can be told apart without colour: in greyscale and by people who see fewer colours."""

import itertools

import pytest
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QImage, QPainter, QPen

from companion.application.settings import Look
from companion.domain.zone import Zone
from companion.ui.theme.desktop_wishes import DesktopWishes
from companion.ui.theme.theme import Theme
from companion.ui.theme.zone_patterns import fill_zone
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from tests.support.colour_vision import KINDS, apart, seen_as

SIZE = 24
FILLED = (Zone.ABOVE, Zone.INSIDE, Zone.BELOW)
LOOKS = {
    "light": (Look.LIGHT, DesktopWishes()),
    "dark": (Look.DARK, DesktopWishes()),
    "contrast": (Look.CONTRAST, DesktopWishes()),
    "contrast-dark": (Look.CONTRAST, DesktopWishes(is_dark=True)),
}


@pytest.fixture(params=LOOKS)
def looked(request: pytest.FixtureRequest, theme: Theme) -> Theme:
    look, wishes = LOOKS[request.param]
    theme.follow_desktop(wishes)
    theme.apply(look, 100)
    return theme


def paper(theme: Theme) -> QImage:
    image = QImage(SIZE, SIZE, QImage.Format.Format_RGB32)
    image.fill(theme.color("surface"))
    return image


def mark(theme: Theme, zone: Zone) -> QImage:
    """The mark of an answer as the chart draws it, on just the paper that it covers."""
    image = paper(theme)
    painter = QPainter(image)
    painter.translate(QPointF(SIZE / 2, SIZE / 2))
    colour = zone_colour(theme, zone)
    painter.setPen(QPen(colour, 2))
    if not is_outlined(zone):
        painter.setBrush(colour)
    painter.drawPath(zone_path(zone, SIZE - 4))
    painter.end()
    return image


def fill(theme: Theme, zone: Zone) -> QImage:
    image = paper(theme)
    painter = QPainter(image)
    fill_zone(painter, theme, zone, QRectF(image.rect()))
    painter.end()
    return image


@pytest.mark.parametrize("kind", KINDS)
def test_every_two_marks_differ_in_a_twentieth_of_their_ground(looked: Theme, kind: str) -> None:
    seen = {zone: seen_as(kind, mark(looked, zone)) for zone in Zone}
    for one, other in itertools.combinations(Zone, 2):
        assert apart(seen[one], seen[other]) > 0.05, (one, other)


@pytest.mark.parametrize("kind", KINDS)
def test_every_two_fills_differ_in_a_fifth_of_their_ground(looked: Theme, kind: str) -> None:
    seen = {zone: seen_as(kind, fill(looked, zone)) for zone in FILLED}
    for one, other in itertools.combinations(FILLED, 2):
        assert apart(seen[one], seen[other]) > 0.2, (one, other)


def test_the_simulation_leaves_white_and_black_as_they_are() -> None:
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixel(0, 0, 0xFFFFFFFF)
    image.setPixel(1, 0, 0xFF000000)
    for kind in KINDS:
        white, black = seen_as(kind, image)
        assert white == pytest.approx((1, 1, 1), abs=1e-4)
        assert black == pytest.approx((0, 0, 0), abs=1e-4)


def test_somebody_without_red_and_green_sees_these_two_as_one() -> None:
    image = QImage(2, 1, QImage.Format.Format_RGB32)
    image.setPixel(0, 0, 0xFFA06000)
    image.setPixel(1, 0, 0xFF6C6C00)
    one, other = ([pixel] for pixel in seen_as("deuteranopia", image))
    assert apart(one, other) == 0
