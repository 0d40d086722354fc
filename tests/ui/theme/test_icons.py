"""Every icon can be drawn, in the colour asked for, and the tray's states differ by shape."""

import itertools
import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from companion.application.settings import Look
from companion.ui.theme.icons import TrayLook, app_icon, icon, logo, tray_icon
from companion.ui.theme.theme import Theme
from tests.conftest import RESOURCES
from tests.support.contrast import contrast

FILES = sorted((RESOURCES / "icons").glob("*.svg"))
COLOURED = {"companion", "logo", "tray-quiet", "tray-paused", "tray-due"}
STATES: tuple[TrayLook, ...] = ("quiet", "paused", "due")
PANELS = {"light": "#f2f2f2", "dark": "#1b1b1b"}


def colours_of(image: QImage) -> set[str]:
    """Colours of the points that are fully covered."""
    points = itertools.product(range(image.width()), range(image.height()))
    return {c.name() for x, y in points if (c := image.pixelColor(x, y)).alpha() == 255}


def shape_of(image: QImage) -> frozenset[tuple[int, int]]:
    """The points that are covered at all, whatever their colour."""
    points = itertools.product(range(image.width()), range(image.height()))
    return frozenset((x, y) for x, y in points if image.pixelColor(x, y).alpha() > 127)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_icon_draws_something(theme: Theme, file: Path) -> None:
    name = file.stem
    assert shape_of(theme.icons.pixmap(name, "#1c6f68", 24).toImage())


@pytest.mark.parametrize("file", [f for f in FILES if f.stem not in COLOURED], ids=lambda file: file.stem)
def test_line_icons_take_the_colour_asked_for(theme: Theme, file: Path) -> None:
    name = file.stem
    drawn = [QColor(colour) for colour in colours_of(theme.icons.pixmap(name, "#8a5a00", 48).toImage())]
    assert drawn
    # Where two strokes overlap, smoothing may round a channel.
    assert all(abs(c.red() - 0x8A) < 3 and abs(c.green() - 0x5A) < 3 and c.blue() < 3 for c in drawn)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_icons_hold_only_shapes(file: Path) -> None:
    tags = set(re.findall(r"<(\w+)", file.read_text(encoding="utf-8")))
    assert tags <= {"svg", "path", "circle", "rect"}


def test_an_icon_is_drawn_once(theme: Theme) -> None:
    first = theme.icons.pixmap("today", "#000001", 20)
    assert theme.icons.pixmap("today", "#000001", 20).cacheKey() == first.cacheKey()


def test_icons_grow_with_the_text(theme: Theme) -> None:
    before = icon(theme, "today", theme.tokens.ink).availableSizes()[0].width()
    theme.apply(Look.LIGHT, 200)
    assert icon(theme, "today", theme.tokens.ink).availableSizes()[0].width() == 2 * before


def test_the_tray_states_differ_by_shape(theme: Theme) -> None:
    shapes = {shape_of(tray_icon(theme, state).pixmap(22, 22).toImage()) for state in STATES}
    assert len(shapes) == 3


@pytest.mark.parametrize("state", STATES)
@pytest.mark.parametrize("panel", PANELS)
def test_the_tray_icon_can_be_seen_on_every_panel(theme: Theme, state: TrayLook, panel: str) -> None:
    colours = colours_of(tray_icon(theme, state).pixmap(64, 64).toImage())
    assert max(contrast(colour, PANELS[panel]) for colour in colours) >= 4.5


def test_the_programs_icon_comes_in_the_sizes_desktops_ask_for(theme: Theme) -> None:
    assert {16, 32, 48, 128, 256} <= {size.width() for size in app_icon(theme).availableSizes()}


def test_the_middle_bar_of_the_logo_is_in_the_accent(theme: Theme) -> None:
    assert theme.tokens.accent in colours_of(logo(theme, 48).toImage())


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_circle_of_an_icon_is_cut_off_at_its_edge(file: Path) -> None:
    drawing = file.read_text(encoding="utf-8")
    _left, _top, *room = (float(length) for length in re.findall(r'viewBox="([^"]*)"', drawing)[0].split())
    for circle in re.findall(r"<circle[^>]*>", drawing):
        x, y, radius = (float(re.findall(rf' {name}="([^"]*)"', circle)[0]) for name in ("cx", "cy", "r"))
        edge = [float(width) for width in re.findall(r'stroke-width="([^"]*)"', circle)]
        reach = radius + max(edge, default=0.0) / 2
        assert all(reach <= place <= length - reach for place, length in zip((x, y), room, strict=True))
