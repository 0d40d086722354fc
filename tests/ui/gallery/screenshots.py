"""`python -m tests.ui.gallery.screenshots` takes the pictures of the user guide anew, from made-up data."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from tests.ui.gallery.render import HOUSE, picture
from tests.ui.gallery.scenes import all_scenes

FOLDER = HOUSE / "packaging" / "screenshots"
# What each picture is called, and the scene that it shows.
PICTURES = {
    "today": "shell-today",
    "chart": "chart-month-whole",
    "journal": "journal-line",
    "concepts": "concepts-at-first",
}


def take(folder: Path = FOLDER) -> None:
    """One PNG for each, in the light look."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, HOUSE / "resources")
    theme.apply(Look.LIGHT, 100, reduce_motion=True)
    scenes = {scene.name: scene for scene in all_scenes()}
    for name, scene in PICTURES.items():
        picture(scenes[scene], theme, folder / f"{name}.png")


if __name__ == "__main__":
    take()
