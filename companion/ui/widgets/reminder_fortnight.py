"""The picture of the next fourteen days: a line for each, its quiet hours, surprises as bars and times as dots."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.domain.reminder import MINUTES_A_DAY
from companion.presentation.reminders_fortnight import DayRow, DaySpan, FortnightState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE

_ROW, _LANE, _BAR, _DOT, _RING = 19.0, 16.0, 10.0, 11.0, 1.5
_GAP_BESIDE_NAMES = 14.0
_BETWEEN_BARS = 1.0
_LEAST_WIDTH, _WISHED_WIDTH = 150.0, 720.0


class ReminderFortnight(QWidget):
    """Shows a state. Time runs from left to right in every language, as on the chart; readers hear it as a list."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._state: FortnightState | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(_("The next fourteen days"))
        theme.changed.connect(self._on_theme_changed)

    def show_state(self, state: FortnightState) -> None:
        """Shows other days."""
        self._state = state
        self.setAccessibleDescription(state.in_words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """A line for each day and one for the hours."""
        rows = 0 if self._state is None else len(self._state.rows)
        return QSize(self._theme.px(_WISHED_WIDTH), round(self._row_height * (rows + 1)))

    def minimumSizeHint(self) -> QSize:
        """Narrower is possible, lower is not."""
        return QSize(self._theme.px(_LEAST_WIDTH), self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A few dozen shapes: drawn anew each time."""
        if self._state is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(self._font())
        self._paint_hours(painter, self._state)
        for number, row in enumerate(self._state.rows, start=1):
            lane = QRectF(self._lane.left(), number * self._row_height, self._lane.width(), self._row_height)
            self._paint_name(painter, row.name, lane)
            self._paint_row(painter, row, lane)

    def _paint_hours(self, painter: QPainter, state: FortnightState) -> None:
        """As many as there is room for; the last is at the end of the day and ends there."""
        painter.setPen(self._theme.color("muted"))
        metrics, lane = painter.fontMetrics(), self._lane
        free_from = float("-inf")
        for minute, text in state.hours:
            width = metrics.horizontalAdvance(text)
            middle = self._place(minute, lane)
            left = min(max(middle - width / 2, lane.left()), self._room_right - width)
            if left >= free_from:
                painter.drawText(QPointF(left, metrics.ascent()), text)
                free_from = left + width + self._theme.px(_BAR)

    def _paint_name(self, painter: QPainter, name: str, lane: QRectF) -> None:
        painter.setPen(self._theme.color("ink"))
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = lane.right() if is_mirrored else 0.0
        place = QRectF(left, lane.top(), self.width() - lane.width(), lane.height())
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        painter.drawText(place, int(side | Qt.AlignmentFlag.AlignVCenter), name)

    def _paint_row(self, painter: QPainter, row: DayRow, lane: QRectF) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        ground = self._slice(DaySpan(0, MINUTES_A_DAY), lane, self._theme.px(_LANE))
        painter.setBrush(self._theme.color("background"))
        painter.drawRoundedRect(ground, ground.height() / 2, ground.height() / 2)
        self._paint_quiet(painter, row, lane)
        for span in row.spans:
            self._paint_bar(painter, span, lane)
        painter.setPen(QPen(self._theme.color("surface"), self._theme.px(_RING)))  # so that it is seen on a bar too
        painter.setBrush(self._theme.color("accent"))
        radius = self._theme.px(_DOT) / 2
        for minute in row.points:
            painter.drawEllipse(QPointF(self._place(minute, lane), lane.center().y()), radius, radius)

    def _paint_quiet(self, painter: QPainter, row: DayRow, lane: QRectF) -> None:
        """Filled; with high contrast, where a fill would be as dark as a bar, outlined."""
        is_outlined = self._theme.tokens.is_contrast
        painter.setPen(QPen(self._theme.color("line"), 1) if is_outlined else QPen(Qt.PenStyle.NoPen))
        painter.setBrush(Qt.BrushStyle.NoBrush if is_outlined else self._theme.color("line"))
        inset = 0.5 if is_outlined else 0.0
        for span in row.quiet:
            quiet = self._slice(span, lane, self._theme.px(_LANE)).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(quiet, quiet.height() / 2, quiet.height() / 2)
        painter.setPen(Qt.PenStyle.NoPen)

    def _paint_bar(self, painter: QPainter, span: DaySpan, lane: QRectF) -> None:
        gap = self._theme.px(_BETWEEN_BARS)
        bar = self._slice(span, lane, self._theme.px(_BAR)).adjusted(gap, 0, -gap, 0)
        painter.setBrush(self._theme.color("accent"))
        painter.setOpacity(1.0 if self._theme.tokens.is_contrast else 0.45)
        radius = min(bar.width(), bar.height()) / 2
        painter.drawRoundedRect(bar, radius, radius)
        painter.setOpacity(1.0)

    def _slice(self, span: DaySpan, lane: QRectF, height: float) -> QRectF:
        left, right = self._place(span.start, lane), self._place(span.end, lane)
        return QRectF(left, lane.center().y() - height / 2, right - left, height)

    def _place(self, minute: int, lane: QRectF) -> float:
        return lane.left() + lane.width() * minute / MINUTES_A_DAY

    @property
    def _lane(self) -> QRectF:
        """Where the hours of a day lie, beside the names of the days."""
        names = [row.name for row in self._state.rows] if self._state is not None else []
        metrics = QFontMetricsF(self._font())
        beside = max(map(metrics.horizontalAdvance, names), default=0.0) + self._theme.px(_GAP_BESIDE_NAMES)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return QRectF(0.0 if is_mirrored else beside, 0.0, self.width() - beside, self.height())

    @property
    def _room_right(self) -> float:
        return self._lane.right()

    @property
    def _row_height(self) -> float:
        return max(self._theme.px(_ROW), QFontMetricsF(self._font()).height())

    def _font(self) -> QFont:
        font = self.font()
        font.setPixelSize(self._theme.px(SMALL_SIZE))
        return font

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
