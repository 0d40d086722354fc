"""Pictures of notes: photographs that are what they say, and drawings in the colours of the look."""

from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QColor, QImage, QImageWriter

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import DARK, LIGHT
from companion.ui.widgets.note_pictures import in_colours_of, picture_of

DRAWING = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" '
    f'fill="{LIGHT.inside_soft}"/></svg>'
).encode()


def a_photograph(width: int, height: int, kind: str = "PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#336699"))
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, QByteArray(kind.encode())).write(image)
    return bytes(content.data())


def size_of(image: QImage) -> tuple[int, int]:
    return image.width(), image.height()


@pytest.mark.parametrize("kind", ["PNG", "JPG", "BMP"])
def test_a_photograph_is_shown_as_large_as_it_is(theme: Theme, kind: str) -> None:
    assert size_of(picture_of("a.png", a_photograph(30, 20, kind), theme, 300, 1.0)) == (30, 20)


def test_a_wide_photograph_fits_into_the_column(theme: Theme) -> None:
    assert size_of(picture_of("a.png", a_photograph(600, 400), theme, 300, 1.0)) == (300, 200)


def test_a_drawing_fills_the_column_in_the_colours_of_the_look(theme: Theme) -> None:
    theme.apply(Look.DARK)
    image = picture_of("a.svg", DRAWING, theme, 300, 2.0)
    assert size_of(image) == (600, 300)
    assert image.pixelColor(300, 150) == QColor(DARK.inside_soft)


def test_colours_are_exchanged_all_at_once() -> None:
    drawn = f"{LIGHT.ink} {LIGHT.surface}".encode()
    assert in_colours_of(DARK, drawn) == f"{DARK.ink} {DARK.surface}".encode()


@pytest.mark.parametrize(
    "content",
    [None, b"", b"words", b"\x89PNG\r\n\x1a\nno picture", b"GIF89a", b"RIFF....WEBP", DRAWING],
)
def test_what_is_no_photograph_shows_nothing(theme: Theme, content: bytes | None) -> None:
    assert size_of(picture_of("a.png", content, theme, 300, 1.0)) == (1, 1)


@pytest.mark.qt_log_ignore("JPEG datastream contains no image")
def test_a_photograph_that_breaks_off_shows_nothing(theme: Theme) -> None:
    assert size_of(picture_of("a.jpg", b"\xff\xd8\xff", theme, 300, 1.0)) == (1, 1)


def test_a_drawing_that_calls_itself_a_photograph_reads_no_other_file(theme: Theme, tmp_path: Path) -> None:
    (tmp_path / "b.png").write_bytes(a_photograph(10, 10))
    thief = f'<svg xmlns="http://www.w3.org/2000/svg"><image href="{tmp_path}/b.png"/></svg>'.encode()
    assert size_of(picture_of("a.png", thief, theme, 300, 1.0)) == (1, 1)


def test_a_picture_of_too_many_pixels_shows_nothing(theme: Theme) -> None:
    header = bytearray(a_photograph(8, 8))
    header[16:24] = (60_000).to_bytes(4) + (60_000).to_bytes(4)
    assert size_of(picture_of("a.png", bytes(header), theme, 300, 1.0)) == (1, 1)
