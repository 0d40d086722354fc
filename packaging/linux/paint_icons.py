"""Paints an icon in sizes: `paint_icons.py ICON.svg FOLDER SIZE…` fills FOLDER/SIZExSIZE/apps."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def main(picture: Path, folder: Path, sizes: list[int]) -> None:
    """One PNG for each size."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(picture))
    for size in sizes:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}x{size}" / "apps" / f"{picture.stem}.png"))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), [int(size) for size in sys.argv[3:]])
