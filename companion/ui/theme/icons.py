"""Our line icons: drawn when they are first asked for, in the colour asked for, and remembered."""

from pathlib import Path
from typing import Literal

from PySide6.QtCore import QByteArray, QSize, Qt
from PySide6.QtGui import QGuiApplication, QIcon, QPainter, QPixmap

TrayLook = Literal["quiet", "paused", "due"]
ICON_SIZE = 20
_APP_SIZES = (16, 32, 48, 128, 256)
_TRAY_SIZES = (16, 22, 24, 32, 48, 64)


class Icons:
    """The pictures in `folder`: `*.svg` on a 24×24 ground whose strokes are `currentColor`."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    @property
    def marks_folder(self) -> str:
        """Where the style sheet finds its arrows and ticks."""
        return (self._folder / "style").as_posix()

    def icon(self, name: str, color: str, checked_color: str | None = None, size: int = ICON_SIZE) -> QIcon:
        """The icon of that name in "#rrggbb", and in another colour while its button is checked."""
        picture = QIcon(self.pixmap(name, color, size))
        if checked_color is not None:
            picture.addPixmap(self.pixmap(name, checked_color, size), QIcon.Mode.Normal, QIcon.State.On)
        return picture

    def pixmap(self, name: str, color: str, size: int = ICON_SIZE) -> QPixmap:
        """The same as a picture of `size` × `size`, sharp on the sharpest screen."""
        ratio = _sharpest_screen()
        key = (name, color, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._draw(name, color, size, ratio)
        return self._pixmaps[key]

    def app_icon(self) -> QIcon:
        """The program's own icon, in the sizes desktops ask for."""
        return self._in_sizes("companion", _APP_SIZES)

    def tray_icon(self, state: TrayLook) -> QIcon:
        """The tray's icon; the states differ by shape, not only by colour."""
        return self._in_sizes(f"tray-{state}", _TRAY_SIZES)

    def _in_sizes(self, name: str, sizes: tuple[int, ...]) -> QIcon:
        picture = QIcon()
        for size in sizes:
            picture.addPixmap(self._draw(name, "", size, 1.0))
        return picture

    def _draw(self, name: str, color: str, size: int, ratio: float) -> QPixmap:
        from PySide6.QtSvg import QSvgRenderer

        drawing = (self._folder / f"{name}.svg").read_text(encoding="utf-8").replace("currentColor", color)
        pixmap = QPixmap(QSize(size, size) * ratio)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        QSvgRenderer(QByteArray(drawing.encode())).render(painter)
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap


def _sharpest_screen() -> float:
    return max((screen.devicePixelRatio() for screen in QGuiApplication.screens()), default=1.0)
