"""A year of days as small shapes, a column for each week; the keyboard and readers go from day to day."""

from datetime import date

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from companion.presentation.chart_year import DAYS_A_WEEK, YearDay
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SMALL_SIZE
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from companion.ui.widgets.announce import announce

_CELL, _LEAST_CELL, _SHAPE_SHARE, _DOT = 16.0, 7.0, 0.6, 2.4
_LEAST_WEEKS = 20


class YearOfDays(QWidget):
    """Shows days from a Monday on, the newest weeks where there is no room for all. `day_chosen` has the day."""

    day_chosen = Signal(date)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._days: tuple[YearDay, ...] = ()
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        self._name()
        theme.changed.connect(self._on_theme_changed)

    def show_days(self, days: tuple[YearDay, ...], in_words: str) -> None:
        """Shows other days; the cursor stays on its day if that is among them."""
        day = self._days[self._at].day if 0 <= self._at < len(self._days) else None
        self._days = days
        self._at = next((place for place, one in enumerate(days) if one.day == day), len(days) - 1)
        self.setAccessibleDescription(in_words)
        self._name()
        self.updateGeometry()
        self.update()

    @property
    def day(self) -> YearDay | None:
        """The day the cursor is on."""
        return self._days[self._at] if self._days else None

    def sizeHint(self) -> QSize:
        """A column for each week."""
        return QSize(round(self._theme.px(_CELL) * self._weeks), self.minimumSizeHint().height())

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
        ends = {Qt.Key.Key_Home: self._first_shown, Qt.Key.Key_End: len(self._days) - 1}
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
        """A few hundred small shapes: drawn anew each time."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_labels(painter)
        for place in range(self._first_shown, len(self._days)):
            self._paint_day(painter, self._days[place], self._cell(place))
        if self.hasFocus() and self._days:
            painter.setPen(QPen(self._theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(self._cell(self._at).adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)

    def _paint_day(self, painter: QPainter, day: YearDay, cell: QRectF) -> None:
        if not day.check_ins:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.color("outline"))
            painter.setOpacity(0.6)
            painter.drawEllipse(cell.center(), _DOT / 2 * self._theme.text_scale, _DOT / 2 * self._theme.text_scale)
            painter.setOpacity(1.0)
            return
        colour, hollow = zone_colour(self._theme, day.zone), is_outlined(day.zone)
        painter.setPen(QPen(colour, 1.3) if hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if hollow else colour)
        painter.drawPath(zone_path(day.zone, cell.width() * _SHAPE_SHARE).translated(cell.center()))

    def _paint_labels(self, painter: QPainter) -> None:
        """Now and then the Monday above its week, where the one before leaves it room."""
        painter.setFont(self._font())
        painter.setPen(self._theme.color("muted"))
        metrics, free = QFontMetricsF(self._font()), float("-inf")
        labels = ((place, day.label) for place, day in enumerate(self._days) if day.label)
        for place, name in labels:
            cell, width = self._cell(place), metrics.horizontalAdvance(name)
            is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
            begin = self.width() - cell.right() if is_mirrored else cell.left()
            if place >= self._first_shown and begin >= free and begin + width <= self.width():
                left = self.width() - begin - width if is_mirrored else begin
                painter.drawText(QPointF(left, metrics.ascent()), name)
                free = begin + width + cell.width()

    @property
    def _weeks(self) -> int:
        return -(-len(self._days) // DAYS_A_WEEK)

    @property
    def _cell_width(self) -> float:
        return min(self._theme.px(_CELL), max(_LEAST_CELL, self.width() / max(1, self._weeks)))

    @property
    def _first_shown(self) -> int:
        weeks = int(self.width() / self._cell_width)
        return max(0, self._weeks - weeks) * DAYS_A_WEEK

    def _cell(self, place: int) -> QRectF:
        week, weekday = divmod(place - self._first_shown, DAYS_A_WEEK)
        width, height = self._cell_width, self._theme.px(_CELL)
        is_mirrored = self.layoutDirection() is Qt.LayoutDirection.RightToLeft
        left = self.width() - (week + 1) * width if is_mirrored else week * width
        return QRectF(left, self._line + weekday * height, width, height)

    def _place_at(self, point: QPointF) -> int | None:
        shown = range(self._first_shown, len(self._days))
        return next((place for place in shown if self._cell(place).contains(point)), None)

    def _go_to(self, place: int) -> None:
        self._at = max(self._first_shown, min(place, len(self._days) - 1))
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

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(self._theme.px(SMALL_SIZE))
        return font

    def _on_theme_changed(self) -> None:
        self.updateGeometry()
        self.update()
