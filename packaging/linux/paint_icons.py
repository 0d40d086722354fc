"""Paints an icon in sizes: `paint_icons.py ICON.svg FOLDER NAME SIZE…` makes FOLDER/SIZExSIZE/apps/NAME.png."""

import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer


def main(picture: Path, folder: Path, name: str, sizes: list[int]) -> None:
    """One PNG for each size."""
    application = QGuiApplication([])
    renderer = QSvgRenderer(str(picture))
    for size in sizes:
        image = QImage(size, size, QImage.Format.Format_ARGB32)
        image.fill(0)
        painter = QPainter(image)
        renderer.render(painter)
        painter.end()
        image.save(str(folder / f"{size}x{size}" / "apps" / f"{name}.png"))
    application.quit()


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], [int(size) for size in sys.argv[4:]])
