"""Pictures of notes: photographs that are what they say, and our own drawings in the colours of the look."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter

from companion.ui.theme.paper import Paper
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import LIGHT, Tokens

WIDEST = 560
MOST_PIXELS = 40_000_000
DRAWING = ".svg"
# Named by what is in the file, never by its name: Qt's own guess would let a drawing of strangers name other files.
_BEGINNINGS = (
    (b"\x89PNG\r\n\x1a\n", b"png"),
    (b"\xff\xd8\xff", b"jpeg"),
    (b"GIF8", b"gif"),
    (b"RIFF", b"webp"),
    (b"BM", b"bmp"),
)
_DRAWN_IN = ("surface", "ink", "muted", "line", "outline", "above", "above_soft", "below", "below_soft")
_DRAWN_TOO = ("accent_soft", "inside_soft", "inside")


def picture_of(address: str, content: bytes | None, theme: Theme | Paper, width: int, ratio: float) -> QImage:
    """What a note's picture looks like, `width` logical pixels at most; nothing to be seen where there is none.

    `address` is what the note calls it: drawings (.svg) are only ever ours.
    """
    if content is None:
        return no_picture()
    is_drawing = address.endswith(DRAWING)
    return drawing(content, theme, width, ratio) if is_drawing else photograph(content, width, ratio)


def no_picture() -> QImage:
    """What stands where there is none: nothing to be seen, instead of a broken sign."""
    image = QImage(1, 1, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def photograph(content: bytes, width: int, ratio: float) -> QImage:
    """The picture in some bytes, at most `width` logical pixels wide; nothing for what is none, or too large."""
    kind = next((kind for beginning, kind in _BEGINNINGS if content.startswith(beginning)), None)
    if kind is None:
        return no_picture()
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(kind))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() > MOST_PIXELS:
        return no_picture()
    most = round(width * ratio)
    if size.width() > most:
        reader.setScaledSize(QSize(most, max(1, round(size.height() * most / size.width()))))
    image = reader.read()
    if image.isNull():
        return no_picture()
    image.setDevicePixelRatio(ratio)
    return image


def drawing(content: bytes, theme: Theme | Paper, width: int, ratio: float) -> QImage:
    """One of our drawings, `width` logical pixels wide, its light colours exchanged for those of the look."""
    from PySide6.QtSvg import QSvgRenderer

    renderer = QSvgRenderer(QByteArray(in_colours_of(theme.tokens, content)))
    size = renderer.defaultSize()
    if not renderer.isValid() or size.width() < 1:
        return no_picture()
    most = round(width * ratio)
    image = QImage(
        most, max(1, round(size.height() * most / size.width())), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.fill(QColor(theme.tokens.surface))
    painter = QPainter(image)
    renderer.render(painter)
    painter.end()
    image.setDevicePixelRatio(ratio)
    return image


def in_colours_of(tokens: Tokens, content: bytes) -> bytes:
    """A drawing in the light look's colours, in those of another look."""
    drawn = content.decode()
    for name in (*_DRAWN_IN, *_DRAWN_TOO):
        drawn = drawn.replace(getattr(LIGHT, name), f"@{name}@")
    for name in (*_DRAWN_IN, *_DRAWN_TOO):
        drawn = drawn.replace(f"@{name}@", getattr(tokens, name))
    return drawn.encode()
