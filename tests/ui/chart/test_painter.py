"""The painter: what is drawn, and where."""

import itertools
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QColor, QFont, QPainter

from companion.application.settings import Look
from companion.domain.checkin import CheckIn, Origin
from companion.domain.window import STARTING_GUESS, LikelyRange, WindowOfTolerance, WindowSource
from companion.domain.zone import Zone
from companion.presentation.chart_range import ChartRange
from companion.ui.chart.painter import lay_out, paint_chart
from companion.ui.chart.style import style_of
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in, a_moment
from tests.support.charts import AREA, Painted, a_chart_state, is_like

# Far enough from now not to lie on the right edge, and between two ticks.
HOURS_AGO = 24 * 10 + 3


def a_mark(zone: Zone | None, *, arousal: int | None = 88, asked: bool = True) -> CheckIn:
    return a_check_in(arousal, zone, HOURS_AGO, origin=Origin.FIXED if asked else Origin.SELF)


def middle_of_the_mark(painted: Painted, arousal: int | None = 88) -> QPointF:
    state = a_chart_state(a_mark(Zone.ABOVE, arousal=arousal))
    return painted.geometry.point(state.marks[0].wall, arousal)


@pytest.mark.parametrize("look", [Look.LIGHT, Look.DARK, Look.CONTRAST])
@pytest.mark.parametrize("zone", [Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED])
def test_a_mark_that_was_asked_is_filled_with_the_colour_of_its_zone(theme: Theme, look: Look, zone: Zone) -> None:
    theme.apply(look)

    painted = Painted(a_chart_state(a_mark(zone)), theme)

    assert is_like(painted.colour(middle_of_the_mark(painted)), painted.style.zones[zone])


@pytest.mark.parametrize("zone", [Zone.ABOVE, Zone.INSIDE, Zone.BELOW, Zone.MIXED])
def test_a_mark_by_oneself_is_only_outlined(theme: Theme, zone: Zone) -> None:
    painted = Painted(a_chart_state(a_mark(zone, asked=False)), theme)
    middle = middle_of_the_mark(painted)

    within = [painted.colour(middle + QPointF(x, y)) for x in (-1, 0, 1) for y in (-1, 0, 1)]
    assert any(is_like(colour, painted.style.surface) for colour in within)
    around = [painted.colour(middle + QPointF(x, y)) for x in range(-6, 7) for y in range(-6, 7)]
    assert any(is_like(colour, painted.style.zones[zone], 40) for colour in around)


def test_not_sure_is_never_a_full_mark(theme: Theme) -> None:
    painted = Painted(a_chart_state(a_mark(Zone.UNSURE)), theme)

    assert not is_like(painted.colour(middle_of_the_mark(painted)), painted.style.zones[Zone.UNSURE])


def test_the_five_marks_have_five_pictures(theme: Theme) -> None:
    def picture(zone: Zone) -> bytes:
        painted = Painted(a_chart_state(a_mark(zone)), theme)
        corner = middle_of_the_mark(painted).toPoint()
        around = painted.image.copy(corner.x() - 8, corner.y() - 8, 17, 17)
        return bytes(around.convertToFormat(around.Format.Format_Grayscale8).constBits())

    assert len({picture(zone) for zone in Zone}) == len(Zone)


def test_a_check_in_without_energy_lies_in_the_strip_below(theme: Theme) -> None:
    painted = Painted(a_chart_state(a_mark(Zone.BELOW, arousal=None)), theme)

    place = middle_of_the_mark(painted, None)
    assert place.y() > painted.geometry.plot.bottom()
    assert is_like(painted.colour(place), painted.style.zones[Zone.BELOW])


def test_there_is_no_strip_when_every_check_in_names_its_energy(theme: Theme) -> None:
    assert Painted(a_chart_state(a_mark(Zone.BELOW)), theme).geometry.strip.height() == 0


def test_the_window_is_a_band(theme: Theme) -> None:
    painted = Painted(a_chart_state(), theme)
    x = painted.geometry.plot.left() + 40

    assert is_like(painted.colour(QPointF(x, painted.geometry.y(60))), painted.style.band)
    assert is_like(painted.colour(QPointF(x, painted.geometry.y(90))), painted.style.surface)


def interruptions(painted: Painted, level: int) -> int:
    """How often the bound at that level changes its colour on a stretch without ticks or marks."""
    y, left = round(painted.geometry.y(level)), round(painted.geometry.plot.left()) + 10
    colours = [painted.image.pixelColor(x, y) for x in range(left, left + 150)]
    return sum(not is_like(one, two) for one, two in itertools.pairwise(colours))


def test_a_starting_guess_has_dashed_bounds_and_an_own_window_does_not(theme: Theme) -> None:
    own = WindowOfTolerance("own", 31, 71, a_moment(24 * 60), WindowSource.OWN)
    guess, chosen = Painted(a_chart_state(), theme), Painted(a_chart_state(windows=(STARTING_GUESS, own)), theme)

    assert interruptions(guess, 70) > 20
    assert interruptions(chosen, 71) == 0


def a_learned_window(lower_likely: LikelyRange | None = None) -> WindowOfTolerance:
    upper_likely = LikelyRange(64, 80)
    since = a_moment(24 * 60)
    return WindowOfTolerance("l", 30, 72, since, WindowSource.LEARNED, lower_likely, upper_likely, 64)


def test_a_learned_bound_fades_over_its_likely_range(theme: Theme) -> None:
    painted = Painted(a_chart_state(windows=(STARTING_GUESS, a_learned_window(LikelyRange(20, 40)))), theme)
    x = painted.geometry.plot.left() + 40

    def depth(points: float) -> int:
        return painted.style.surface.red() - painted.colour(QPointF(x, painted.geometry.y(points))).red()

    assert depth(45) == depth(62) == painted.style.surface.red() - painted.style.band.red()
    assert depth(45) > depth(68) > depth(78) > depth(84) == 0
    assert depth(45) > depth(36) > depth(23) > depth(17) == 0


def test_a_bound_that_was_not_seen_yet_is_no_line(theme: Theme) -> None:
    painted = Painted(a_chart_state(windows=(STARTING_GUESS, a_learned_window())), theme)
    x = painted.geometry.plot.left() + 40

    def is_line(points: int) -> bool:
        y = round(painted.geometry.y(points))
        at, beside = (painted.colour(QPointF(x, y + away)) for away in (0, 3))
        return not is_like(at, beside)

    assert is_line(72)
    assert not is_line(30)


@pytest.mark.parametrize("likely", [LikelyRange(60, 75), LikelyRange(72, 72), LikelyRange(0, 100)])
def test_any_likely_range_can_be_drawn(theme: Theme, likely: LikelyRange) -> None:
    painted = Painted(a_chart_state(windows=(STARTING_GUESS, a_learned_window(likely))), theme)

    x = painted.geometry.plot.left() + 40
    assert not is_like(painted.colour(QPointF(x, painted.geometry.y(72) - 3)), painted.style.surface, slack=1)


def test_a_changed_window_is_a_step(theme: Theme) -> None:
    own = WindowOfTolerance("own", 40, 60, a_moment(24 * 14), WindowSource.OWN)
    painted = Painted(a_chart_state(windows=(STARTING_GUESS, own)), theme)
    level, plot = painted.geometry.y(65), painted.geometry.plot

    assert is_like(painted.colour(QPointF(plot.left() + 60, level)), painted.style.band)
    assert is_like(painted.colour(QPointF(plot.right() - 60, level)), painted.style.surface)


def test_nothing_is_drawn_between_two_check_ins(theme: Theme) -> None:
    far_apart = a_chart_state(a_check_in(90, Zone.ABOVE, 24 * 20), a_check_in(90, Zone.ABOVE, 24 * 6))

    painted = Painted(far_apart, theme)

    left, right = (painted.geometry.x(mark.wall) for mark in far_apart.marks)
    ticks = [painted.geometry.x(tick.wall) for tick in far_apart.ticks]
    between = [x for x in range(round(left) + 8, round(right) - 8) if all(abs(x - tick) > 2 for tick in ticks)]
    y = round(painted.geometry.y(90))
    assert all(is_like(painted.image.pixelColor(x, y), painted.style.surface) for x in between)


def test_bars_leave_a_gap_where_there_are_no_check_ins(theme: Theme) -> None:
    crowd = [a_check_in(45 + hour % 11, Zone.INSIDE, hour / 4) for hour in range(24 * 4 * 3)]
    early = [a_check_in(45 + hour % 11, Zone.INSIDE, 24 * 20 + hour / 4) for hour in range(24 * 4 * 3)]
    state = a_chart_state(*crowd, *early, pixels=200)
    assert state.bins

    painted = Painted(state, theme)

    def is_bar(x: float) -> bool:
        return not is_like(painted.colour(QPointF(x, painted.geometry.y(52.5))), painted.style.band)

    middles = [painted.geometry.x((found.start + found.end) / 2) for found in state.bins]
    assert all(is_bar(x) for x in middles)
    assert not is_bar((middles[0] + middles[-1]) / 2 + 5)


def test_a_dark_chart_is_another_picture(theme: Theme) -> None:
    light = Painted(a_chart_state(a_mark(Zone.ABOVE)), theme)
    theme.apply(Look.DARK)
    dark = Painted(a_chart_state(a_mark(Zone.ABOVE)), theme)

    assert light.style.surface != dark.style.surface
    steps = range(4, 100, 8)
    ground = [dark.colour(QPointF(AREA.left() + x, AREA.top() + y)) for x in steps for y in steps]
    assert sum(is_like(colour, QColor("#192225")) for colour in ground) > len(ground) / 2


def test_time_runs_from_left_to_right_in_every_language(theme: Theme) -> None:
    state = a_chart_state(a_mark(Zone.ABOVE))

    plain, mirrored = Painted(state, theme), Painted(state, theme, is_mirrored=True)

    early, late = state.start + 3600, state.end - 3600
    assert plain.geometry.x(early) < plain.geometry.x(late)
    assert mirrored.geometry.x(early) < mirrored.geometry.x(late)


def test_the_levels_stand_on_the_other_side_where_text_runs_the_other_way(theme: Theme) -> None:
    state = a_chart_state(a_mark(Zone.ABOVE))

    plain, mirrored = Painted(state, theme).geometry, Painted(state, theme, is_mirrored=True).geometry

    assert plain.plot.left() - AREA.left() > AREA.right() - plain.plot.right()
    assert mirrored.plot.left() - AREA.left() < AREA.right() - mirrored.plot.right()


def test_the_same_painter_makes_other_pictures(theme: Theme, tmp_path_factory: pytest.TempPathFactory) -> None:
    from PySide6.QtGui import QPdfWriter
    from PySide6.QtSvg import QSvgGenerator

    folder = tmp_path_factory.mktemp("pictures")
    state = a_chart_state(a_mark(Zone.ABOVE), a_mark(Zone.BELOW, arousal=None))
    style = style_of(theme, QFont())
    geometry = lay_out(AREA, state, style)
    svg = QSvgGenerator()
    svg.setFileName(str(folder / "chart.svg"))
    svg.setSize(AREA.size().toSize())
    pdf = QPdfWriter(str(folder / "chart.pdf"))
    for device in (svg, pdf):
        painter = QPainter(device)
        paint_chart(painter, geometry, state, style)
        painter.end()

    assert "starting guess" in (folder / "chart.svg").read_text("utf-8")
    assert (folder / "chart.pdf").stat().st_size > 1000


@pytest.mark.parametrize("size", [QSize(60, 40), QSize(240, 120), QSize(4000, 80)])
@pytest.mark.parametrize("make", [list, lambda: [a_mark(Zone.ABOVE)], lambda: [a_mark(Zone.BELOW, arousal=None)]])
@pytest.mark.parametrize("chart_range", list(ChartRange))
def test_any_size_can_be_drawn(
    theme: Theme, size: QSize, make: Callable[[], list[CheckIn]], chart_range: ChartRange
) -> None:
    style = style_of(theme, QFont())
    state = a_chart_state(*make(), chart_range=chart_range)

    geometry = lay_out(QRectF(0, 0, size.width(), size.height()), state, style)

    assert geometry.plot.width() >= 1
    assert geometry.plot.height() >= 1
    assert geometry.x(state.start) == geometry.plot.left()
