"""How a concept shows in the person's own check-ins: the answers in time, counted, and their basis."""

from PySide6.QtCore import QMargins, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.zone import Zone
from companion.presentation.in_my_check_ins import InMyCheckIns, MomentDot, mine_heading
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.wrapped_link import LINK_EDGE

HEIGHT = 64.0
MARK = 8.0
_LANES = {Zone.ABOVE: 0, Zone.INSIDE: 1, Zone.BELOW: 2}


class MineCard(Card):
    """For one note; everything it draws is said in words as well."""

    def __init__(self, mine: InMyCheckIns, theme: Theme) -> None:
        super().__init__()
        self.body.setSpacing(HAIR)
        self.body.setContentsMargins(self.body.contentsMargins() + QMargins(LINK_EDGE, 0, LINK_EDGE, 0))
        heading = label(mine_heading())
        heading.setProperty("weight", "strong")
        self.body.addWidget(heading)
        for line in mine.lines:
            counted = label(line)
            counted.setProperty("personal", True)
            self.body.addWidget(counted)
        basis = label(mine.basis, "small", "muted")
        basis.setProperty("personal", True)
        self.body.addWidget(basis)
        if mine.dots:
            self.body.addSpacing(SNUG)
            self.body.addWidget(AnswersInTime(mine.dots, theme))


class AnswersInTime(QWidget):
    """Above, inside and below in three lanes, left the oldest; mixed and not sure stand at the edge of the middle."""

    def __init__(self, dots: tuple[MomentDot, ...], theme: Theme) -> None:
        super().__init__()
        self._dots = dots
        self._theme = theme
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        theme.changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        """Three lanes."""
        return QSize(0, self._theme.px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The lane inside, and a shape for each answer."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("inside_soft"))
        lane = self.height() / 3
        painter.drawRoundedRect(QRectF(0, lane, self.width(), lane), 3, 3)
        for dot in self._dots:
            self._draw(painter, dot, lane)

    def _draw(self, painter: QPainter, dot: MomentDot, lane: float) -> None:
        size = self._theme.px(MARK)
        at = size / 2 + 1 + dot.place * (self.width() - size - 2)
        colour = zone_colour(self._theme, dot.zone)
        painter.setPen(QPen(colour, 1.2))
        painter.setBrush(Qt.BrushStyle.NoBrush if is_outlined(dot.zone) else colour)
        height = (_LANES[dot.zone] + 0.5) * lane if dot.zone in _LANES else 2 * lane
        x = self.width() - at if self.isRightToLeft() else at
        painter.drawPath(zone_path(dot.zone, size).translated(QPointF(x, height)))
