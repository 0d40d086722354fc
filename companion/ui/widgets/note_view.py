"""Where a note is read: text alone. It loads nothing, follows nothing by itself, and says which link was chosen."""

from collections.abc import Iterator

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser

from companion.presentation.note_links import NOTE_SCHEME, TAG_SCHEME
from companion.ui.theme.theme import Theme
from companion.ui.widgets.note_style import HEADING_SIZES, note_style

CHIP_HEIGHT = 26


class NoteView(QTextBrowser):
    """Shows a page made by `presentation.note_page`; links are reached with Tab and chosen with Enter."""

    concept_wanted = Signal(str)
    tag_wanted = Signal(str)
    address_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._page = ""
        self.setAccessibleName(name)
        self.setProperty("personal", True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.changed.connect(self._dress)

    def show_page(self, page: str) -> None:
        """Shows a page from its beginning."""
        self._page = page
        self._dress()
        self.verticalScrollBar().setValue(0)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Nothing: a note brings no picture, no style and no other file along."""
        return None

    def doSetSource(
        self,
        name: QUrl | str,
        type: QTextDocument.ResourceType = QTextDocument.ResourceType.UnknownResource,  # noqa: A002 - Qt's name
    ) -> None:
        """Nothing: no address takes the place of the page."""

    def paintEvent(self, event: QPaintEvent) -> None:
        """Chips around the tags, then the text."""
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self._theme.color("outline"), 1))
        painter.translate(-self.horizontalScrollBar().value(), -self.verticalScrollBar().value())
        for chip in self._chips():
            painter.drawRoundedRect(chip, chip.height() / 2, chip.height() / 2)
        painter.end()
        super().paintEvent(event)

    def _chips(self) -> list[QRectF]:
        height = self._theme.px(CHIP_HEIGHT)
        block = self.document().begin()
        while block.isValid():
            tags = [_place_of(block, fragment, height) for fragment in _tags_in(block)]
            if tags:
                return tags
            block = block.next()
        return []

    def _dress(self) -> None:
        place = self.verticalScrollBar().value()
        self.document().setDefaultStyleSheet(note_style(self._theme))
        self.setHtml(self._page)
        self._size_headings()
        self.verticalScrollBar().setValue(place)

    def _size_headings(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # one new layout for all of them
        block = self.document().begin()
        while block.isValid():
            size = HEADING_SIZES.get(block.blockFormat().headingLevel())
            if size is not None:
                for fragment in list(_fragments(block)):
                    _resize(cursor, fragment, self._theme.px(size))
            block = block.next()
        cursor.endEditBlock()

    def _on_anchor_clicked(self, address: QUrl) -> None:
        written = bytes(address.toEncoded().data()).decode()
        if written.startswith("#"):
            self.scrollToAnchor(address.fragment())
        elif written.startswith(NOTE_SCHEME):
            self.concept_wanted.emit(_decoded(written.removeprefix(NOTE_SCHEME)))
        elif written.startswith(TAG_SCHEME):
            self.tag_wanted.emit(_decoded(written.removeprefix(TAG_SCHEME)))
        else:
            self.address_wanted.emit(written)


def _resize(cursor: QTextCursor, fragment: QTextFragment, pixels: int) -> None:
    style = fragment.charFormat()
    # The view's own idea of a heading's size would win over ours.
    style.clearProperty(QTextFormat.Property.FontSizeAdjustment.value)
    style.setProperty(QTextFormat.Property.FontPixelSize.value, pixels)
    cursor.setPosition(fragment.position())
    cursor.setPosition(fragment.position() + fragment.length(), QTextCursor.MoveMode.KeepAnchor)
    cursor.setCharFormat(style)


def _decoded(address: str) -> str:
    return QUrl.fromPercentEncoding(address.encode())


def _tags_in(block: QTextBlock) -> Iterator[QTextFragment]:
    return (part for part in _fragments(block) if part.charFormat().anchorHref().startswith(TAG_SCHEME))


def _fragments(block: QTextBlock) -> Iterator[QTextFragment]:
    parts = block.begin()
    while not parts.atEnd():
        yield parts.fragment()
        parts += 1


def _place_of(block: QTextBlock, fragment: QTextFragment, height: float) -> QRectF:
    """Where a stretch of text stands in the document, as a pill of that height."""
    layout = block.layout()
    start = fragment.position() - block.position()
    line = layout.lineForTextPosition(start)
    left, right = (_x(line.cursorToX(at)) for at in (start, start + fragment.length()))
    middle = line.y() + line.height() - line.descent() - line.ascent() / 2.6
    pill = QRectF(left, middle - height / 2, right - left, height).translated(layout.position())
    # On whole pixels, or the fine line turns grey.
    return QRectF(pill.toRect()).translated(0.5, 0.5)


def _x(place: object) -> float:
    return float(place[0] if isinstance(place, tuple) else place)  # type: ignore[arg-type]
