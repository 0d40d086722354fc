"""The page for a session on the screen, as it will be on paper."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.presentation.report import ReportPage
from companion.presentation.translation import _
from companion.ui.chart.report_paper import HEIGHT, WIDTH, ReportPaper
from companion.ui.theme.theme import Theme

LEAST_WIDTH, MOST_WIDTH = 280, 900


class ReportPreview(QWidget):
    """As wide as there is room, and as high as the page then is. `left_out` notes found no room on it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._paper: ReportPaper | None = None
        self._picture: QImage | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMinimumWidth(LEAST_WIDTH)
        self.setMaximumWidth(MOST_WIDTH)
        self.setAccessibleName(_("The page as it will be"))

    @property
    def paper(self) -> ReportPaper | None:
        """What is drawn."""
        return self._paper

    @property
    def left_out(self) -> int:
        """How many notes found no room."""
        return 0 if self._paper is None else self._paper.left_out

    def show_page(self, page: ReportPage | None) -> None:
        """Shows a page, or none. Readers hear what it is about; its words are those that can be chosen beside it."""
        self._paper = None if page is None else ReportPaper(page)
        self._picture = None
        self.setAccessibleDescription("" if page is None else _spoken(page))
        self.update()

    def hasHeightForWidth(self) -> bool:
        """As a sheet of paper has."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As a sheet of paper has."""
        return round(width * HEIGHT / WIDTH)

    def sizeHint(self) -> QSize:
        """About two thirds of its size on paper."""
        return QSize(520, self.heightForWidth(520))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The sheet with a fine edge."""
        if self._paper is None:
            return
        painter = QPainter(self)
        painter.drawImage(0, 0, self._drawn(self._paper))
        painter.setPen(QPen(self._theme.color("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5))

    def _drawn(self, paper: ReportPaper) -> QImage:
        ratio = self.devicePixelRatioF()
        size = self.size() * ratio
        if self._picture is None or self._picture.size() != size:
            self._picture = QImage(size, QImage.Format.Format_ARGB32_Premultiplied)
            self._picture.setDevicePixelRatio(ratio)
            painter = QPainter(self._picture)
            painter.scale(self.width() / WIDTH, self.height() / HEIGHT)
            paper.draw(painter)
            painter.end()
        return self._picture


def _spoken(page: ReportPage) -> str:
    said = [page.lead, page.caution]
    for section in page.sections:
        said += [section.title, section.headline]
        said += [f"{share.name}: {share.words}" for share in section.shares]
        said += [f"{reach.name}: {reach.words}" for reach in section.reaches]
        said += section.lines
    return "\n".join(filter(None, said))
