"""One corner of the triangle over the weeks, as a small row of marks."""

from itertools import pairwise

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QHelpEvent, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip

from companion.domain.arousal import HIGHEST
from companion.domain.triangle import Corner
from companion.presentation.triangle import CornerMark, CornerRow
from companion.ui.theme.theme import Theme
from companion.ui.widgets.small_figure import SmallFigure

_HEIGHT, _WIDTH, _MARK, _EDGE = 60.0, 200.0, 9.0, 9.0
_DASH = 3.0
_LINE = 1.4


class TriangleRow(SmallFigure):
    """Each corner has a shape of its own. Neighbouring weeks are joined by a thin line; nothing is drawn over a gap.

    A week with words and no position has a small dash below the row: no answer is not a low one.
    """

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._corner = Corner.MIND
        self._marks: tuple[CornerMark, ...] = ()
        self.setMouseTracking(True)

    def show_row(self, row: CornerRow) -> None:
        """Shows those weeks; readers hear them in words."""
        self._corner, self._marks = row.corner, row.marks
        self.setAccessibleName(row.name)
        self.setAccessibleDescription(row.in_words)
        self.changed_size()

    def sizeHint(self) -> QSize:
        """Room for a mark each week."""
        return QSize(self._theme.px(_WIDTH), self._theme.px(_HEIGHT))

    def minimumSizeHint(self) -> QSize:
        """Narrow, the marks stand closer."""
        return QSize(self._theme.px(_WIDTH / 2), self._theme.px(_HEIGHT))

    def event(self, event: QEvent) -> bool:
        """A pause of the pointer tells the week."""
        if isinstance(event, QHelpEvent) and self._marks:
            QToolTip.showText(event.globalPos(), self._marks[self._week_at(event.pos().x())].spoken, self)
            return True
        return super().event(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The two ends of the row, the thin line, the marks."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        lane = self._lane()
        painter.setPen(QPen(self._theme.color("line"), 1))
        for edge in (lane.top(), lane.bottom()):
            painter.drawLine(QPointF(0, edge), QPointF(self.width(), edge))
        places = [self._place(week, mark) for week, mark in enumerate(self._marks)]
        painter.setPen(QPen(self._theme.color("muted"), _LINE * self._theme.text_scale))
        for before, after in pairwise(places):
            if before is not None and after is not None:
                painter.drawLine(before, after)
        self._paint_marks(painter, places, lane)

    def _paint_marks(self, painter: QPainter, places: list[QPointF | None], lane: QRectF) -> None:
        shape = _shape(self._corner, self._theme.px(_MARK))
        dash = self._theme.px(_DASH)
        for week, (place, mark) in enumerate(zip(places, self._marks, strict=True)):
            if place is not None:
                painter.setPen(QPen(self._theme.color("surface"), 1))
                painter.setBrush(self._theme.color("accent"))
                painter.drawPath(shape.translated(place))
            elif mark.has_words:
                below = QPointF(self._x(week), lane.bottom() + self._theme.px(_EDGE) / 2)
                painter.setPen(QPen(self._theme.color("muted"), 2 * self._theme.text_scale))
                painter.drawLine(below - QPointF(dash, 0), below + QPointF(dash, 0))

    def _lane(self) -> QRectF:
        edge = self._theme.px(_EDGE)
        return QRectF(0, edge, self.width(), self.height() - 2 * edge)

    def _place(self, week: int, mark: CornerMark) -> QPointF | None:
        if mark.points is None:
            return None
        lane, inset = self._lane(), self._theme.px(_MARK) / 2
        reach = lane.height() - 2 * inset
        return QPointF(self._x(week), lane.bottom() - inset - reach * mark.points / HIGHEST)

    def _x(self, week: int) -> float:
        along = (week + 0.5) / len(self._marks) * self.width()
        return self.width() - along if self._is_mirrored else along

    def _week_at(self, x: float) -> int:
        along = self.width() - x if self._is_mirrored else x
        return max(0, min(len(self._marks) - 1, int(along / max(1, self.width()) * len(self._marks))))

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft


def _shape(corner: Corner, size: float) -> QPainterPath:
    """A circle for the mind, a square for the body, a diamond for relationships, around (0, 0)."""
    path, half = QPainterPath(), size / 2
    match corner:
        case Corner.MIND:
            path.addEllipse(QPointF(0, 0), half, half)
        case Corner.BODY:
            path.addRect(QRectF(-half, -half, size, size).adjusted(0.5, 0.5, -0.5, -0.5))
        case Corner.RELATIONSHIPS:
            wide = half * 1.25
            path.moveTo(0, -wide)
            for x, y in ((wide, 0.0), (0.0, wide), (-wide, 0.0)):
                path.lineTo(x, y)
            path.closeSubpath()
    return path
