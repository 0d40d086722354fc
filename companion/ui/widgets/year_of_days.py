"""A year of days as small shapes, a column for each week; the keyboard and readers go from day to day."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QToolTip

from companion.domain.zone import Zone
from companion.presentation.chart_year import DAYS_A_WEEK, YearDay
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from companion.ui.widgets.announce import announce
from companion.ui.widgets.small_figure import SmallFigure

_CELL, _LEAST_CELL, _SHAPE_SHARE, _DOT = 16.0, 7.0, 0.6, 2.4
_LEAST_WEEKS = 20
_ROUNDING = 1e-6


class _Plan(NamedTuple):
    """Where the days lie: size of a cell, top of the first row, the first day shown; the right edge if mirrored."""

    width: float
    height: float
    top: float
    first: int
    right: float | None

    @property
    def is_mirrored(self) -> bool:
        return self.right is not None

    def cell(self, place: int) -> QRectF:
        """The cell of a day."""
        week, weekday = divmod(place - self.first, DAYS_A_WEEK)
        left = week * self.width if self.right is None else self.right - (week + 1) * self.width
        return QRectF(left, self.top + weekday * self.height, self.width, self.height)


class YearOfDays(SmallFigure):
    """Shows days from a Monday on, the newest weeks where there is no room for all. `day_chosen` has the day."""

    day_chosen = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._days: tuple[YearDay, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self._name()

    def show_days(self, days: tuple[YearDay, ...], in_words: str) -> None:
        """Shows other days; the cursor stays on its day if that is among them."""
        if days == self._days:
            return
        day = self._days[self._at].day if 0 <= self._at < len(self._days) else None
        self._days = days
        self._at = next((place for place, one in enumerate(days) if one.day == day), len(days) - 1)
        self.setAccessibleDescription(in_words)
        self._name()
        self.changed_size()

    @property
    def day(self) -> YearDay | None:
        """The day the cursor is on."""
        return self._days[self._at] if self._days else None

    def sizeHint(self) -> QSize:
        """A column for each week."""
        return QSize(
            round(self._theme.px(_CELL) * -(-len(self._days) // DAYS_A_WEEK)), self.minimumSizeHint().height()
        )

    def minimumSizeHint(self) -> QSize:
        """Narrow, it shows fewer weeks of smaller shapes."""
        return QSize(round(_LEAST_CELL * _LEAST_WEEKS), round(self._theme.px(_CELL) * DAYS_A_WEEK + self._line))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and down a day, left and right a week, Home and End the ends, Enter opens the day."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.day is not None:
            self.day_chosen.emit(self.day.day)
            return
        week = -DAYS_A_WEEK if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else DAYS_A_WEEK
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -week, Qt.Key.Key_Right: week}
        ends = {Qt.Key.Key_Home: self._plan().first, Qt.Key.Key_End: len(self._days) - 1}
        key = Qt.Key(event.key())
        if key in steps:
            self._go_to(self._at + steps[key])
        elif key in ends:
            self._go_to(ends[key])
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The cursor goes there."""
        place = self._place_at(event.position())
        if place is not None:
            self._go_to(place)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Opens the day."""
        place = self._place_at(event.position())
        if place is not None:
            self.day_chosen.emit(self._days[place].day)

    def event(self, event: QEvent) -> bool:
        """A pause of the pointer tells the day."""
        if isinstance(event, QHelpEvent):
            place = self._place_at(QPointF(event.pos()))
            QToolTip.showText(event.globalPos(), "" if place is None else self._days[place].spoken, self)
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The cursor is seen."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The cursor goes."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """A few hundred small shapes, those of a kind together."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        plan = self._plan()
        self._paint_labels(painter, plan)
        alike: dict[tuple[bool, Zone | None], list[QPointF]] = {}
        for place in range(plan.first, len(self._days)):
            day = self._days[place]
            alike.setdefault((day.check_ins > 0, day.zone), []).append(plan.cell(place).center())
        for (has_some, zone), centres in alike.items():
            self._paint_days(painter, zone_path(zone, plan.width * _SHAPE_SHARE) if has_some else None, zone, centres)
        if self.hasFocus() and self._days:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(plan.cell(self._at).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _paint_days(
        self, painter: QPainter, shape: QPainterPath | None, zone: Zone | None, centres: list[QPointF]
    ) -> None:
        if shape is None:
            painter.setPen(QPen(self._theme.color("outline"), _DOT * self._theme.text_scale))
            painter.setOpacity(0.6)
            painter.drawPoints(centres)
            painter.setOpacity(1.0)
            return
        colour, hollow = zone_colour(self._theme, zone), is_outlined(zone)
        painter.setPen(QPen(colour, 1.3) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        for centre in centres:
            painter.drawPath(shape.translated(centre))

    def _paint_labels(self, painter: QPainter, plan: _Plan) -> None:
        """Now and then the Monday above its week, where the one before leaves it room."""
        painter.setFont(self._font())
        painter.setPen(self._theme.color("muted"))
        metrics, free = QFontMetricsF(self._font()), float("-inf")
        for place in range(plan.first, len(self._days)):
            name = self._days[place].label
            if not name:
                continue
            cell, width = plan.cell(place), metrics.horizontalAdvance(name)
            begin = self.width() - cell.right() if plan.is_mirrored else cell.left()
            if begin >= free and begin + width <= self.width():
                left = self.width() - begin - width if plan.is_mirrored else begin
                painter.drawText(QPointF(left, metrics.ascent()), name)
                free = begin + width + cell.width()

    def _plan(self) -> _Plan:
        weeks = -(-len(self._days) // DAYS_A_WEEK)
        height = self._theme.px(_CELL)
        width = min(float(height), max(_LEAST_CELL, self.width() / max(1, weeks)))
        first = max(0, weeks - int(self.width() / width + _ROUNDING)) * DAYS_A_WEEK
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        return _Plan(width, height, self._line, first, self.width() if is_mirrored else None)

    def _place_at(self, point: QPointF) -> int | None:
        plan = self._plan()
        shown = range(plan.first, len(self._days))
        return next((place for place in shown if plan.cell(place).contains(point)), None)

    def _go_to(self, place: int) -> None:
        self._at = max(self._plan().first, min(place, len(self._days) - 1))
        self._name()
        self.update()
        if self.day is not None:
            announce(self, self.day.spoken)

    def _name(self) -> None:
        day = self.day
        name = _("A year of days")
        self.setAccessibleName(name if day is None else _("{name}. {day}").format(name=name, day=day.spoken))

    @property
    def _line(self) -> float:
        return QFontMetricsF(self._font()).height() + self._theme.px(4)
