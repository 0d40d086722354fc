"""Fills with a pattern: as large on a fine screen as on a coarse one, and never beyond their part."""

import itertools

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor, QImage, QPainter

from companion.domain.zone import Zone
from companion.ui.theme.zone_patterns import fill_answer

INK, PAPER = QColor("#000000"), QColor("#ffffff")
PATTERNED = (Zone.ABOVE, Zone.BELOW)


def filled(zone: Zone, box: QRectF, ratio: int) -> QImage:
    image = QImage(40 * ratio, 24 * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(PAPER)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill_answer(painter, INK, zone, box)
    return image


def changes_along(image: QImage, y: int) -> int:
    """How often a row of pixels goes from lighter to darker than the middle of ground and pattern."""
    dark = [QColor(image.pixel(x, y)).lightness() < 100 for x in range(image.width())]
    return sum(is_dark and not before for before, is_dark in itertools.pairwise(dark))


@pytest.mark.parametrize("zone", PATTERNED)
def test_a_pattern_is_as_coarse_on_a_fine_screen(zone: Zone) -> None:
    box = QRectF(0, 0, 40, 24)
    changes = [max(changes_along(filled(zone, box, ratio), y) for y in range(24 * ratio)) for ratio in (1, 3)]
    assert changes[0] > 5
    assert abs(changes[0] - changes[1]) <= 1


@pytest.mark.parametrize("zone", PATTERNED)
@pytest.mark.parametrize("box", [QRectF(8, 8, 20, 10), QRectF(8, 8, 20, 1), QRectF(8, 8, 1, 10), QRectF(8, 8, 3, 3)])
def test_a_pattern_stays_in_its_part(zone: Zone, box: QRectF) -> None:
    image = filled(zone, box, 1)
    outside = box.adjusted(-1, -1, 1, 1)
    assert all(outside.contains(x, y) or QColor(image.pixel(x, y)) == PAPER for x in range(40) for y in range(24))
