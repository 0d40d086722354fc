"""Pictures of the chart, from the painter that draws it on the screen: PNG, SVG, PDF, and one for the clipboard."""

import re
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from companion.presentation.chart_pictures import PictureKind, PictureWords
from companion.presentation.timeline import TimelineState
from companion.ui.chart.painter import lay_out, paint_chart
from companion.ui.chart.pdf_file import page_size, pdf_bytes
from companion.ui.chart.style import ChartStyle, style_of
from companion.ui.theme.paper import Paper
from companion.ui.theme.tokens import SMALL_SIZE, TITLE_SIZE

WIDTH, HEIGHT = 1120, 640
CHART_HEIGHT = 460
_MARGIN = 28.0
_GAP = 6.0
_HEAD_GAP = 16.0
_FOOT_GAP = 12.0


@dataclass(frozen=True, slots=True)
class ChartPicture:
    """What is on a picture: the chart, what it shows in words above it, and below that it is a self-report.

    Always in the light colours. Its size is WIDTH × HEIGHT pixels of 1/96 inch.
    """

    state: TimelineState
    words: PictureWords

    def image(self, ratio: int = 1) -> QImage:
        """The picture in pixels, `ratio` of them to each in either direction."""
        image = QImage(QSize(WIDTH, HEIGHT) * ratio, QImage.Format.Format_ARGB32_Premultiplied)
        image.setDevicePixelRatio(ratio)
        painter = QPainter(image)
        self.draw(painter)
        painter.end()
        return image.convertToFormat(QImage.Format.Format_RGB32)

    def draw(self, painter: QPainter) -> None:
        """Draws it from (0, 0) on, its ground included."""
        paper = Paper()
        painter.fillRect(QRectF(0, 0, WIDTH, HEIGHT), paper.color("surface"))
        inner = QRectF(0, 0, WIDTH, HEIGHT).adjusted(_MARGIN, _MARGIN, -_MARGIN, -_MARGIN)
        inner.setTop(self._draw_head(painter, inner, paper) + _HEAD_GAP)
        inner.setBottom(self._draw_foot(painter, inner, paper) - _FOOT_GAP)
        style = paper_style(paper)
        paint_chart(painter, lay_out(inner, self.state, style), self.state, style)

    def bytes_of(self, kind: PictureKind) -> bytes:
        """The whole file of that kind; the same bytes for the same picture."""
        if kind is PictureKind.PDF:
            return pdf_bytes(page_size(WIDTH, HEIGHT), self.words.title, self.draw)
        return self.svg() if kind is PictureKind.SVG else self._png(2 if kind is PictureKind.LARGE_PNG else 1)

    def svg(self) -> bytes:
        """The picture as SVG, its texts as text."""
        return svg_bytes(QSize(WIDTH, HEIGHT), self.words.title, self.words.sentence, self.draw)

    def _png(self, ratio: int) -> bytes:
        target = QBuffer()
        target.open(QIODevice.OpenModeFlag.WriteOnly)
        self.image(ratio).save(target, "PNG")  # type: ignore[call-overload]  # the stub wants bytes and Qt text
        return bytes(target.data().data())

    def _draw_head(self, painter: QPainter, area: QRectF, paper: Paper) -> float:
        """The title and what is shown; returns where they end."""
        below = _draw_line(painter, area, paper.font(TITLE_SIZE, QFont.Weight.DemiBold), self.words.title, paper)
        rest = QRectF(area.left(), below + _GAP, area.width(), area.height())
        return _draw_line(painter, rest, paper.font(SMALL_SIZE), self.words.sentence, paper, "muted")

    def _draw_foot(self, painter: QPainter, area: QRectF, paper: Paper) -> float:
        """What kind of numbers these are; returns where that begins."""
        font = paper.font(SMALL_SIZE)
        painter.setFont(font)
        top = area.bottom() - painter.fontMetrics().height()
        _draw_line(
            painter, QRectF(area.left(), top, area.width(), area.height()), font, self.words.foot, paper, "muted"
        )
        return top


def paper_style(paper: Paper) -> ChartStyle:
    """How a chart looks on paper."""
    return style_of(paper, paper.font(SMALL_SIZE))


def chart_svg(state: TimelineState, title: str, description: str) -> bytes:
    """The chart alone as SVG, for a page that says the rest itself."""

    def draw(painter: QPainter) -> None:
        style = paper_style(Paper())
        area = QRectF(0, 0, WIDTH, CHART_HEIGHT).adjusted(0, 2, -2, -2)
        paint_chart(painter, lay_out(area, state, style), state, style)

    return svg_bytes(QSize(WIDTH, CHART_HEIGHT), title, description, draw)


def svg_bytes(size: QSize, title: str, description: str, draw: Callable[[QPainter], None]) -> bytes:
    """A picture as SVG. Its size is in pixels, and only that: in millimetres it would depend on the screen."""
    from PySide6.QtSvg import QSvgGenerator

    target = QBuffer()
    target.open(QIODevice.OpenModeFlag.WriteOnly)
    generator = QSvgGenerator()
    generator.setOutputDevice(target)
    generator.setSize(size)
    generator.setViewBox(QRect(QPoint(), size))
    generator.setTitle(title)
    generator.setDescription(description)
    painter = QPainter(generator)
    draw(painter)
    painter.end()
    said = f'width="{size.width()}" height="{size.height()}"'.encode()
    return re.sub(rb'width="[0-9.]+mm" height="[0-9.]+mm"', said, bytes(target.data().data()), count=1)


def _draw_line(painter: QPainter, area: QRectF, font: QFont, text: str, paper: Paper, colour: str = "ink") -> float:
    painter.setFont(font)
    painter.setPen(paper.color(colour))
    height = painter.fontMetrics().height()
    line = QRectF(area.left(), area.top(), area.width(), height)
    shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(area.width()))
    painter.drawText(line, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return line.bottom()
