"""Where a note is read. It loads nothing but pictures it is given, follows nothing by itself, and says which link
was chosen."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QRectF, Qt, QUrl, Signal
from PySide6.QtGui import (
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextBlock,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFragment,
)
from PySide6.QtWidgets import QTextBrowser

from companion.presentation.note_links import (
    GROUNDING_ADDRESS,
    MORE_ADDRESS,
    NOTE_SCHEME,
    PICTURE_SCHEME,
    PRACTICE_SCHEME,
    PROMPT_SCHEME,
    TAG_SCHEME,
)
from companion.ui.theme.theme import Theme
from companion.ui.widgets.note_pictures import WIDEST, picture_of
from companion.ui.widgets.note_style import HEADING_SIZES, close_up_below_pictures, fragments_of, note_style

CHIP_HEIGHT = 26
_INDENT = 26.0  # of a list, in pixels at 100 %

PictureFor = Callable[[str], bytes | None]


class NoteView(QTextBrowser):
    """Shows a page made by `presentation.note_page`; links are reached with Tab and chosen with Enter.

    `part_wanted` brings a note's key and the name of the place in it; `prompt_wanted` what to write to, or "" where
    the person wants nothing of the kind today.
    """

    concept_wanted = Signal(str)
    part_wanted = Signal(str, str)
    prompt_wanted = Signal(str)
    practice_wanted = Signal(str)
    more_wanted = Signal()
    grounding_wanted = Signal()
    tag_wanted = Signal(str)
    address_wanted = Signal(str)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self._page = ""
        self._picture_for: PictureFor = _no_picture_for
        self._percent = 100
        self._drawn_width = 0
        self.setAccessibleName(name)
        self.setProperty("personal", True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme.changed.connect(self._dress)

    def show_page(self, page: str, picture_for: PictureFor | None = None, *, stays: bool = False) -> None:
        """Shows a page from its beginning, or with `stays` where it was being read.

        `picture_for` gives the bytes of a picture for what the note calls it.
        """
        self._page = page
        self._picture_for = picture_for or _no_picture_for
        self._dress()
        if not stays:
            self.verticalScrollBar().setValue(0)

    def show_larger(self, percent: int) -> None:
        """The page in that size; 100 is that of the other texts."""
        if percent != self._percent:
            self._percent = percent
            self._dress()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """A picture that was given for the page; nothing else, no style and no other file."""
        written = bytes(QUrl(name).toEncoded().data()).decode()
        if kind != QTextDocument.ResourceType.ImageResource.value or not written.startswith(PICTURE_SCHEME):
            return None
        address = _decoded(written.removeprefix(PICTURE_SCHEME))
        content = self._picture_for(address)
        return picture_of(address, content, self._theme, self._room_for_pictures(), self.devicePixelRatioF())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Pictures are as wide as there is room."""
        super().resizeEvent(event)
        if PICTURE_SCHEME in self._page and self._room_for_pictures() != self._drawn_width:
            self._dress()

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
        self._drawn_width = self._room_for_pictures()
        self.document().setDefaultStyleSheet(note_style(self._theme, self._percent))
        self.document().setIndentWidth(self._theme.px(_INDENT))
        self.setHtml(self._page)
        self._size_headings()
        if PICTURE_SCHEME in self._page:
            close_up_below_pictures(self.document())
        self.verticalScrollBar().setValue(place)

    def _size_headings(self) -> None:
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()  # one new layout for all of them
        block = self.document().begin()
        while block.isValid():
            size = HEADING_SIZES.get(block.blockFormat().headingLevel())
            if size is not None:
                for fragment in list(fragments_of(block)):
                    _resize(cursor, fragment, self._theme.px(size * self._percent / 100))
            block = block.next()
        cursor.endEditBlock()

    def _room_for_pictures(self) -> int:
        """Beside the scroll bar, also while it is not there: a picture that is drawn may be what makes it come."""
        taken = 2 * round(self.document().documentMargin()) + self.verticalScrollBar().sizeHint().width()
        return max(1, min(self._theme.px(WIDEST), self.width() - taken))

    def _on_anchor_clicked(self, address: QUrl) -> None:
        written = bytes(address.toEncoded().data()).decode()
        if written.startswith("#"):
            self.scrollToAnchor(written[1:])
        elif written.startswith(NOTE_SCHEME):
            key, _hash, part = written.removeprefix(NOTE_SCHEME).partition("#")
            if part:
                self.part_wanted.emit(_decoded(key), part)
            else:
                self.concept_wanted.emit(_decoded(key))
        elif written == MORE_ADDRESS:
            self.more_wanted.emit()
        elif written == GROUNDING_ADDRESS:
            self.grounding_wanted.emit()
        elif written.startswith(PROMPT_SCHEME):
            self.prompt_wanted.emit(_decoded(written.removeprefix(PROMPT_SCHEME)))
        elif written.startswith(PRACTICE_SCHEME):
            self.practice_wanted.emit(_decoded(written.removeprefix(PRACTICE_SCHEME)))
        elif written.startswith(TAG_SCHEME):
            self.tag_wanted.emit(_decoded(written.removeprefix(TAG_SCHEME)))
        else:
            self.address_wanted.emit(written)


def _no_picture_for(_address: str) -> None:
    """There is none."""


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
    return (part for part in fragments_of(block) if part.charFormat().anchorHref().startswith(TAG_SCHEME))


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
