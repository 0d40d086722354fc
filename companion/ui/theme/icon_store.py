"""Draws our pictures from their files when they are first asked for, and remembers them."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication, QPainter, QPixmap


class IconStore:
    """The pictures in `folder`: `*.svg`, whose strokes are `currentColor` where a colour is to be chosen."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def marks_folder(self) -> str:
        """Where the style sheet finds its arrows and ticks."""
        return (self._folder / "style").as_posix()

    def pixmap(self, name: str, color: str, size: int, ratio: float | None = None) -> QPixmap:
        """That picture in "#rrggbb", `size` × `size` logical pixels; by default sharp on the sharpest screen."""
        key = (name, color, size, ratio or _sharpest_screen())
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(*key)
        return self._pixmaps[key]

    def _draw(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        if color or not _is_drawn_plain(drawing, painter, pixmap.width()):
            from PySide6.QtSvg import QSvgRenderer  # nothing of a window without icons needs it

            QSvgRenderer(drawing.encode()).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _is_drawn_plain(drawing: str, painter: QPainter, width: int) -> bool:
    from companion.ui.theme.plain_shapes import draw_plain

    return draw_plain(drawing, painter, width)


def _sharpest_screen() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
