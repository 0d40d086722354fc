"""The looks that stay as they are unless somebody means to change them: small pictures of chosen scenes.

`python -m tests.ui.gallery --reference` draws them anew; a change of looks is committed together with them.
"""

from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QImage, QPalette
from PySide6.QtWidgets import QApplication

from companion.application.settings import Look
from companion.ui.theme.desktop_wishes import DesktopWishes
from companion.ui.theme.theme import Theme
from tests.support.screen_checks import show_for_checks
from tests.ui.gallery.scenes import Scene, all_scenes

FOLDER = Path(__file__).parent / "reference"
THUMB_WIDTH = 200
NOTICED = 16  # of 255, in any channel: more than another smoothing of an edge makes of a small picture
EVERYWHERE = (
    "chart-month",
    "check-in-popup",
    "concepts",
    "journal",
    "lock",
    "player-circle",
    "practices",
    "reminders",
    "shell-settings",
    "shell-today",
    "support-own",
    "widgets-buttons",
    "widgets-choices",
    "widgets-fields",
)
IN_LIGHT = (
    "chart-all-many",
    "chart-cards-month",
    "chart-none-at-all",
    "chart-rtl",
    "check-in-card-inside",
    "check-in-card-outside",
    "erase",
    "help-privacy",
    "import-words",
    "journal-empty",
    "passphrase-set",
    "player-steps",
    "reminders-editor-random",
    "repair",
    "report",
    "restore-preview",
    "shell-locked",
    "shell-today-rtl",
    "shell-today-saved",
    "shell-today-small",
    "shell-trouble",
    "today-calm",
    "triangle",
    "triangle-weeks",
    "welcome-2-window",
    "window-card-learned",
)


class Sight(NamedTuple):
    """A scene in one look and text size."""

    scene: str
    look: str
    percent: int

    @property
    def path(self) -> Path:
        return FOLDER / f"{self.scene}-{self.look}-{self.percent}.png"


LOOKS = {"light": Look.LIGHT, "dark": Look.DARK, "contrast": Look.CONTRAST}
SIGHTS = (
    *(Sight(scene, "light", 100) for scene in (*EVERYWHERE, *IN_LIGHT)),
    *(Sight(scene, look, 100) for scene in EVERYWHERE for look in ("dark", "contrast")),
    *(Sight(scene, "light", 200) for scene in EVERYWHERE),
)


def thumbnail(sight: Sight, theme: Theme) -> QImage:
    """What a scene looks like now, made small."""
    theme.follow_desktop(DesktopWishes())
    theme.apply(LOOKS[sight.look], sight.percent, reduce_motion=True)
    found = _scene(sight.scene)
    widget = found.make(theme)
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(QPalette.ColorRole.Window)
    show_for_checks(widget, found.width, found.height)
    picture = widget.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return picture.scaledToWidth(THUMB_WIDTH, Qt.TransformationMode.SmoothTransformation)


def changed_share(one: QImage, other: QImage) -> float:
    """The share of pixels that look different, 1.0 where even the size is another."""
    if one.size() != other.size():
        return 1.0
    points = [(x, y) for y in range(one.height()) for x in range(one.width())]
    return sum(_is_noticed(one, other, x, y) for x, y in points) / len(points)


def draw_anew(theme: Theme) -> int:
    """Writes every small picture, takes away those that are no longer kept, and returns how many there are."""
    FOLDER.mkdir(exist_ok=True)
    for old in set(FOLDER.glob("*.png")) - {sight.path for sight in SIGHTS}:
        old.unlink()
    for sight in SIGHTS:
        thumbnail(sight, theme).save(str(sight.path))
    return len(SIGHTS)


def _scene(name: str) -> Scene:
    return next(scene for scene in all_scenes() if scene.name == name)


def _is_noticed(one: QImage, other: QImage, x: int, y: int) -> bool:
    left, right = one.pixel(x, y), other.pixel(x, y)
    return any(abs((left >> shift & 255) - (right >> shift & 255)) > NOTICED for shift in (0, 8, 16))
