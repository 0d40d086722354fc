"""Paints one row of the journal: the day above the first of each, the time, the mark, and the words."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from companion.domain.journal import JournalKind
from companion.presentation.journal_row import JournalRow
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import BUTTON_RADIUS
from companion.ui.theme.zone_shapes import is_outlined, zone_colour, zone_path
from companion.ui.widgets.journal_row_layout import LaidRow, RowLayout, mirrored
from companion.ui.widgets.journal_rows import JournalRows

SHAPE = 12.0
ICON = 15
ICONS = {
    JournalKind.REFLECTION: "reflection",
    JournalKind.LIFE_EVENT: "life-event",
    JournalKind.PROMPT: "reminders",
    JournalKind.PRACTICE: "practices",
    JournalKind.REPAIR: "repair",
    JournalKind.TRIANGLE: "triangle",
}

Index = QModelIndex | QPersistentModelIndex


class JournalRowPainter(QStyledItemDelegate):
    """Lays each row out once for a width and a text size, and keeps that while the row is loaded."""

    def __init__(self, theme: Theme, rows: JournalRows, widest_time: str) -> None:
        super().__init__(rows)
        self._theme = theme
        self._rows = rows
        self._widest_time = widest_time
        self._layout: RowLayout | None = None
        self._laid: dict[str, LaidRow] = {}

    def fit(self, font: QFont, width: int) -> None:
        """Rows are that wide, in that font, from now on; everything is laid out anew when it is next needed."""
        self._layout = RowLayout(self._theme, font, width, self._widest_time)
        self._laid.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As wide as the list, as high as its words need."""
        laid = self._laid_out(index)
        return QSize(0, 0) if laid is None else QSize(round(laid.body.width()), laid.height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Ground, mark and words. The ground leaves the heading out."""
        laid = self._laid_out(index)
        if laid is None:
            return
        painter.save()
        painter.translate(QPointF(option.rect.topLeft()))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)  # words run as their own language does
        self._paint_ground(painter, laid.body, option.state)
        is_mirrored = option.direction is Qt.LayoutDirection.RightToLeft
        self._paint_words(painter, laid, is_mirrored=is_mirrored)
        self._paint_mark(painter, laid, is_mirrored=is_mirrored)
        painter.restore()

    def _paint_ground(self, painter: QPainter, body: QRectF, state: QStyle.StateFlag) -> None:
        theme, is_contrast = self._theme, self._theme.tokens.is_contrast
        is_chosen = bool(state & QStyle.StateFlag.State_Selected)
        if is_chosen or state & QStyle.StateFlag.State_MouseOver:
            # In high contrast an edge says what a soft fill says otherwise.
            painter.setPen(QPen(theme.color("accent"), 1) if is_chosen and is_contrast else Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent_soft" if is_chosen or is_contrast else "background"))
            painter.drawRoundedRect(body.adjusted(2, 1, -2, -1), BUTTON_RADIUS, BUTTON_RADIUS)
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(body.adjusted(3, 2, -3, -2), BUTTON_RADIUS - 1, BUTTON_RADIUS - 1)

    def _paint_words(self, painter: QPainter, laid: LaidRow, *, is_mirrored: bool) -> None:
        side = Qt.AlignmentFlag.AlignRight if is_mirrored else Qt.AlignmentFlag.AlignLeft
        aligned = side | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignAbsolute
        for words in laid.words:
            place = mirrored(words.place, laid.body.width()) if is_mirrored else words.place
            painter.setFont(words.font)
            painter.setPen(self._theme.color(words.tone))
            painter.drawText(place, int(aligned.value | Qt.TextFlag.TextSingleLine.value), words.text)

    def _paint_mark(self, painter: QPainter, laid: LaidRow, *, is_mirrored: bool) -> None:
        place = mirrored(laid.mark, laid.body.width()) if is_mirrored else laid.mark
        painter.translate(place.center())
        if laid.row.kind is JournalKind.CHECK_IN:
            self._paint_shape(painter, laid.row)
            return
        tokens, size = self._theme.tokens, self._theme.px(ICON)
        colour = tokens.muted if laid.row.kind is JournalKind.PROMPT else tokens.accent
        picture = self._theme.icons.pixmap(ICONS[laid.row.kind], colour, size)
        painter.drawPixmap(QPointF(-size / 2, -size / 2), picture)

    def _paint_shape(self, painter: QPainter, row: JournalRow) -> None:
        colour, scale = zone_colour(self._theme, row.zone), self._theme.text_scale
        is_hollow = row.is_outlined or is_outlined(row.zone)
        painter.setPen(QPen(colour, 1.6 * scale) if is_hollow else Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush if is_hollow else colour)
        painter.drawPath(zone_path(row.zone, SHAPE * scale))

    def _laid_out(self, index: Index) -> LaidRow | None:
        if self._layout is None:
            return None
        row, heading = self._rows.rows[index.row()], self._rows.heading(index.row())
        laid = self._laid.get(row.id)
        if laid is None or laid.heading != heading or laid.row != row:
            self._let_go_of_others()
            laid = self._laid[row.id] = self._layout.lay_out(row, heading)
        return laid

    def _let_go_of_others(self) -> None:
        """Rows that were scrolled away are not kept for ever."""
        if len(self._laid) > 2 * self._rows.rowCount():
            here = {row.id for row in self._rows.rows}
            self._laid = {line_id: laid for line_id, laid in self._laid.items() if line_id in here}
