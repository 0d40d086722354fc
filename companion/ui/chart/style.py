"""How a chart looks: colours, text and sizes, taken from a theme or made for a picture."""

from dataclasses import dataclass

from PySide6.QtGui import QColor, QFont, QFontMetricsF

from companion.domain.zone import Zone
from companion.ui.theme.paper import Paper
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE
from companion.ui.theme.zone_shapes import zone_colour

MARK_SIZE = 8.0
SMALL_MARK_SIZE = 6.0
MANY_MARKS = 400
FINE = 1.0
_SHADE = 0.45
_SOFT = 0.35
_GRID_IN_CONTRAST = 0.4
_LIKELY = 0.22
_LIKELY_IN_CONTRAST = 0.3
ZONES: tuple[Zone | None, ...] = (*Zone, None)


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """Everything a painter needs to know besides the state; lengths in device-independent pixels."""

    surface: QColor
    grid: QColor
    shade: QColor
    soft_muted: QColor
    ink: QColor
    muted: QColor
    outline: QColor
    band: QColor
    band_edge: QColor
    focus: QColor
    likely: QColor
    zones: dict[Zone | None, QColor]
    text: QFont
    strong_text: QFont
    scale: float = 1.0
    is_mirrored: bool = False

    @property
    def mark_size(self) -> float:
        """Width and height of a mark."""
        return MARK_SIZE * self.scale

    def mark_size_among(self, count: int) -> float:
        """The size of each of `count` marks: smaller where there are many."""
        return (MARK_SIZE if count <= MANY_MARKS else SMALL_MARK_SIZE) * self.scale

    @property
    def line_height(self) -> float:
        """Height of a line of text."""
        return QFontMetricsF(self.text).height()

    def width_of(self, text: str) -> float:
        """How wide `text` is."""
        return QFontMetricsF(self.text).horizontalAdvance(text)

    def px(self, length: float) -> float:
        """A length that grows with the text."""
        return length * self.scale


def style_of(theme: Theme | Paper, font: QFont, *, is_mirrored: bool = False) -> ChartStyle:
    """The style of a widget with that font under `theme`, or of a picture on paper."""
    text = QFont(font)
    text.setPixelSize(theme.px(SMALL_SIZE))
    strong = QFont(text)
    strong.setWeight(QFont.Weight.DemiBold)
    return ChartStyle(
        surface=theme.color("surface"),
        grid=_quiet(theme.color("line"), _GRID_IN_CONTRAST if theme.tokens.is_contrast else 1.0),
        shade=_quiet(theme.color("line"), _SHADE),
        soft_muted=_quiet(theme.color("muted"), _SOFT),
        ink=theme.color("ink"),
        muted=theme.color("muted"),
        outline=theme.color("outline"),
        band=theme.color("inside_soft"),
        band_edge=theme.color("inside"),
        focus=theme.color("focus"),
        likely=_quiet(theme.color("muted"), _LIKELY_IN_CONTRAST if theme.tokens.is_contrast else _LIKELY),
        zones={zone: zone_colour(theme, zone) for zone in ZONES},
        text=text,
        strong_text=strong,
        scale=theme.text_scale,
        is_mirrored=is_mirrored,
    )


def _quiet(colour: QColor, opacity: float) -> QColor:
    # The high-contrast lines are as dark as text, which suits the edge of a control but not a grid behind marks.
    colour.setAlphaF(opacity)
    return colour
