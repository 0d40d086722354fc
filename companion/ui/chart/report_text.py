"""Text on the page for a session: paragraphs of so many lines at most, one beneath the other."""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from companion.presentation.number_words import with_units
from companion.ui.theme.paper import Paper

MOST_OF_A_LINE = 1000


@dataclass(slots=True)
class Column:
    """A column that is written down from `top`; `painter` None only measures. Lengths in pixels of 1/96 inch."""

    painter: QPainter | None
    paper: Paper
    left: float
    top: float
    width: float

    def write(
        self,
        text: str,
        size: float,
        colour: str = "ink",
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        most_lines: int = 99,
        indent: float = 0.0,
    ) -> None:
        """Writes a paragraph; what is over `most_lines` ends in an ellipsis."""
        font = self.paper.font(size, weight)
        metrics = QFontMetricsF(font)
        for line in wrapped(text, font, self.width - indent, most_lines):
            if self.painter is not None:
                self.painter.setFont(font)
                self.painter.setPen(self.paper.color(colour))
                self.painter.drawText(QPointF(self.left + indent, self.top + metrics.ascent()), line)
            self.top += metrics.height()

    def width_of(self, text: str, size: float) -> float:
        """How wide a line would be."""
        return QFontMetricsF(self.paper.font(size)).horizontalAdvance(text)

    def skip(self, height: float) -> None:
        """Leaves room."""
        self.top += height


def wrapped(text: str, font: QFont, width: float, most_lines: int) -> list[str]:
    """The lines of a paragraph; its own line ends are spaces. The last that may be ends in an ellipsis."""
    whole = with_units(" ".join(text.split()))
    layout = QTextLayout(whole, font)
    # A word longer than the column goes on in the next line, and not off the page.
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    units = whole.encode("utf-16-le")  # Qt counts those, of which an emoji has two
    layout.beginLayout()
    lines: list[str] = []
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        if len(lines) == most_lines - 1:
            rest = _part(units, line.textStart(), MOST_OF_A_LINE)
            lines.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            break
        lines.append(_part(units, line.textStart(), line.textLength()).rstrip())
    layout.endLayout()
    return lines


def _part(units: bytes, start: int, length: int) -> str:
    return units[2 * start : 2 * (start + length)].decode("utf-16-le", "ignore")
