"""The page for a session on paper: one A4 page, legible without colour, whatever has to be left out."""

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QPageSize, QPainter, QPen

from companion.domain.arousal import HIGHEST
from companion.domain.zone import Zone
from companion.presentation.report import Reach, ReportPage, Said, Section, Share
from companion.presentation.report_words import left_out_words
from companion.presentation.translation import _
from companion.ui.chart.marks import draw_shapes
from companion.ui.chart.painter import lay_out, paint_chart
from companion.ui.chart.pdf_file import pdf_bytes
from companion.ui.chart.pictures import paper_style
from companion.ui.chart.report_shares import draw_shares
from companion.ui.chart.report_text import Column
from companion.ui.chart.style import ChartStyle
from companion.ui.theme.paper import Paper

WIDTH, HEIGHT = 793.0, 1122.0
MARGIN = 44.0
CHART_HEIGHT = 300.0
HEADLINE, BODY, SMALL, TINY = 17.0, 12.0, 11.0, 10.0
_COLUMN_GAP = 28.0
_PART_GAP = 14.0
_MOST_EVENTS = 8
_MOST_LINES_OF_A_NOTE = 4
_BAR = 12.0
_ROW = 16.0
_NAME, _BESIDE = 50.0, 10.0
_STRONG = QFont.Weight.DemiBold


class ReportPaper:
    """Draws a page. `left_out` is how many of its notes found no room; it is known before anything is drawn."""

    def __init__(self, page: ReportPage) -> None:
        self._page = page
        self._paper = Paper()
        self._style = paper_style(self._paper)
        self.left_out = self._draw(None)

    def pdf(self) -> bytes:
        """The page as a file; the same bytes for the same page."""
        return pdf_bytes(QPageSize(QPageSize.PageSizeId.A4), self._page.title, self.draw)

    def draw(self, painter: QPainter) -> None:
        """Draws the page from (0, 0) on, its ground included: WIDTH × HEIGHT pixels of 1/96 inch."""
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), self._paper.color("surface"))
        self._draw(painter)

    def _draw(self, painter: QPainter | None) -> int:
        top = self._draw_head(painter, MARGIN)
        top = self._draw_chart(painter, top + _PART_GAP / 2)
        top = self._draw_sections(painter, top + _PART_GAP)
        bottom = HEIGHT - MARGIN - self._draw_codebook(None, 0.0)
        self._draw_codebook(painter, bottom)
        return self._draw_said(painter, top + _PART_GAP, bottom - _PART_GAP)

    def _column(self, painter: QPainter | None, top: float, left: float = MARGIN, width: float = 0.0) -> Column:
        return Column(painter, self._paper, left, top, width or WIDTH - 2 * MARGIN)

    def _draw_head(self, painter: QPainter | None, top: float) -> float:
        column = self._column(painter, top)
        column.write(self._page.title, 20, weight=_STRONG)
        column.write(self._page.lead, BODY)
        column.write(self._page.caution, BODY, "muted")
        return column.top

    def _draw_chart(self, painter: QPainter | None, top: float) -> float:
        area = QRectF(MARGIN, top, WIDTH - 2 * MARGIN, CHART_HEIGHT)
        if painter is not None:
            paint_chart(painter, lay_out(area, self._page.chart, self._style), self._page.chart, self._style)
        return area.bottom()

    def _draw_sections(self, painter: QPainter | None, top: float) -> float:
        """In two columns, from left to right and then down."""
        width = (WIDTH - 2 * MARGIN - _COLUMN_GAP) / 2
        columns = [self._column(painter, top, MARGIN + n * (width + _COLUMN_GAP), width) for n in (0, 1)]
        for number, section in enumerate(self._page.sections):
            column = columns[number % 2]
            if number > 1:
                column.skip(_PART_GAP)
            _write_section(column, section, self._style)
        return max(column.top for column in columns)

    def _draw_said(self, painter: QPainter | None, top: float, bottom: float) -> int:
        """Life events beside notes, where there are both; returns how many notes found no room."""
        events, notes = self._page.events, self._page.notes
        whole = WIDTH - 2 * MARGIN
        narrow = (whole - _COLUMN_GAP) / 3 if events and notes else whole
        if events:
            _write_events(self._column(painter, top, MARGIN, narrow), events, bottom)
        if not notes:
            return 0
        left = MARGIN + narrow + _COLUMN_GAP if events else MARGIN
        return _write_notes(self._column(painter, top, left, WIDTH - MARGIN - left), notes, bottom)

    def _draw_codebook(self, painter: QPainter | None, top: float) -> float:
        """What the words mean, in two columns below a line; returns how high it is."""
        width = (WIDTH - 2 * MARGIN - _COLUMN_GAP) / 2
        if painter is not None:
            painter.setPen(QPen(self._paper.color("line"), 1))
            painter.drawLine(QPointF(MARGIN, top), QPointF(WIDTH - MARGIN, top))
        terms = self._page.codebook
        half = (len(terms) + 1) // 2
        ends = []
        for number, part in enumerate((terms[:half], terms[half:])):
            column = self._column(painter, top + _PART_GAP / 2, MARGIN + number * (width + _COLUMN_GAP), width)
            for term, meaning in part:
                column.write(_("{term}: {meaning}").format(term=term, meaning=meaning), TINY, "muted")
                column.skip(2)
            ends.append(column.top)
        return max(ends) - top


def _write_section(column: Column, section: Section, style: ChartStyle) -> None:
    column.write(section.title, BODY + 1, weight=_STRONG)
    column.skip(3)
    if section.headline:
        column.write(section.headline, HEADLINE, weight=_STRONG)
    if section.shares:
        _write_shares(column, section.shares, style)
    room = max((column.width_of(reach.words, SMALL) for reach in section.reaches), default=0.0)
    for reach in section.reaches:
        _write_reach(column, reach, style, room + 1)
    for line in section.lines:
        column.write(line, SMALL, "muted")


def _write_shares(column: Column, shares: tuple[Share, ...], style: ChartStyle) -> None:
    if column.painter is not None:
        draw_shares(column.painter, QRectF(column.left, column.top, column.width, _BAR), shares, style)
    column.skip(_BAR + 6)
    for share in shares:
        if column.painter is not None:
            place = QPointF(column.left + 5, column.top + 8)
            draw_shapes(
                column.painter, style, share.zone, [place], style.mark_size, was_asked=share.zone is not Zone.UNSURE
            )
        _write_pair(column, share.name, share.words, 18, 92)
    column.skip(4)


def _write_reach(column: Column, reach: Reach, style: ChartStyle, room: float) -> None:
    """A name, its range on a line from 0 to 100, and the numbers, which have that much `room`."""
    begin = column.width - room
    if column.painter is not None:
        area = QRectF(column.left + _NAME, column.top, begin - _NAME - _BESIDE, _ROW - 2)
        _draw_reach(column.painter, area, reach, style)
    _write_pair(column, reach.name, reach.words, 0, begin)


def _draw_reach(painter: QPainter, area: QRectF, reach: Reach, style: ChartStyle) -> None:
    def x(points: float) -> float:
        return area.left() + points / HIGHEST * area.width()

    middle = area.center().y()
    painter.setPen(QPen(style.grid, 1))
    painter.drawLine(QPointF(area.left(), middle), QPointF(area.right(), middle))
    range_box = QRectF(QPointF(x(reach.low), middle - 4), QPointF(x(reach.high), middle + 4))
    painter.setPen(QPen(style.band_edge, 1))
    painter.setBrush(style.band)
    painter.drawRect(range_box)
    painter.setPen(QPen(style.ink, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap))
    painter.drawLine(QPointF(x(reach.middle), middle - 6), QPointF(x(reach.middle), middle + 6))


def _write_pair(column: Column, name: str, words: str, indent: float, second: float) -> None:
    top = column.top
    column.write(name, SMALL, indent=indent, most_lines=1)
    column.top = top
    column.write(words, SMALL, "muted", indent=second, most_lines=1)
    column.top = top + _ROW


def _write_events(column: Column, events: tuple[Said, ...], bottom: float) -> None:
    column.write(_("Life events"), BODY + 1, weight=_STRONG)
    column.skip(3)
    for number, event in enumerate(events):
        is_last = number + 1 == len(events)
        if not is_last and (number == _MOST_EVENTS or column.top + 2 * _ROW > bottom):
            column.write(left_out_words(len(events) - number), SMALL, "muted")
            return
        column.write(_("{when}: {what}").format(when=event.when, what=event.what), SMALL, most_lines=1)


def _write_notes(column: Column, notes: tuple[Said, ...], bottom: float) -> int:
    """As many as there is room for, and one line that says how many more there are; returns how many."""
    column.write(_("Notes, chosen one by one"), BODY + 1, weight=_STRONG)
    column.skip(3)
    for number, note in enumerate(notes):
        is_last = number + 1 == len(notes)
        if _height_of(note, column) + (0 if is_last else _ROW) > bottom - column.top:
            column.write(left_out_words(len(notes) - number), SMALL, "muted")
            return len(notes) - number
        _write_note(note, column)
    return 0


def _height_of(note: Said, column: Column) -> float:
    tried = Column(None, column.paper, column.left, 0.0, column.width)
    _write_note(note, tried)
    return tried.top


def _write_note(note: Said, column: Column) -> None:
    column.write(_("{when}: {what}").format(when=note.when, what=note.what), SMALL, "muted", most_lines=1)
    column.write(note.text, SMALL, most_lines=_MOST_LINES_OF_A_NOTE)
    column.skip(4)
