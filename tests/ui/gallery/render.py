"""Renders every scene to PNG files in build/gallery: each look, 100 % and 200 %, English and the pseudo-language, or
any other language that is asked for."""

import os
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, QLocale, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QApplication

from companion.application.settings import Look
from companion.presentation.translation import PSEUDO, PSEUDO_MIRRORED, use_language
from companion.ui.theme.desktop_wishes import DesktopWishes
from companion.ui.theme.theme import Theme
from tests.support.screen_checks import show_for_checks
from tests.ui.gallery.scenes import Scene, all_scenes

HOUSE = Path(__file__).parents[3]
OUTPUT = HOUSE / "build" / "gallery"
LOOKS = {
    "light": (Look.LIGHT, DesktopWishes()),
    "dark": (Look.DARK, DesktopWishes()),
    "contrast": (Look.CONTRAST, DesktopWishes()),
    "contrast-dark": (Look.CONTRAST, DesktopWishes(is_dark=True)),
}
PERCENTS = (100, 200)
LANGUAGES = {"en": "en", "pseudo": PSEUDO}
LOCALES = HOUSE / "resources" / "locale"


def render(names: list[str], language: str = "") -> int:
    """Renders the scenes whose names begin with one of `names`, or all; returns how many pictures it made.

    With the code of a `language` in that one alone.
    """
    languages = {language: language} if language else LANGUAGES
    app, theme = gallery_theme()
    OUTPUT.mkdir(parents=True, exist_ok=True)
    wanted = [scene for scene in all_scenes() if not names or scene.name.startswith(tuple(names))]
    pictures = 0
    for (look_name, (look, wishes)), percent, (language_name, code) in product(
        LOOKS.items(), PERCENTS, languages.items()
    ):
        use_language(code, LOCALES)
        app.setLayoutDirection(direction_of(code))
        theme.follow_desktop(wishes)
        theme.apply(look, percent, reduce_motion=True)
        for scene in wanted:
            picture(scene, theme, OUTPUT / f"{scene.name}-{look_name}-{percent}-{language_name}.png")
            pictures += 1
    return pictures


def gallery_theme() -> tuple[QApplication, Theme]:
    """The application and the look that scenes are drawn with."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    return app, Theme(app, HOUSE / "resources")


def direction_of(code: str) -> Qt.LayoutDirection:
    """From which side that language is read."""
    if code == PSEUDO_MIRRORED:
        return Qt.LayoutDirection.RightToLeft
    return QLocale(code).textDirection()


def on_ground(seen: QPixmap, theme: Theme) -> QPixmap:
    """The same with the window's ground where nothing is drawn, as in a window."""
    ground = QPixmap(seen.size())
    ground.setDevicePixelRatio(seen.devicePixelRatio())
    ground.fill(theme.color("background"))
    with QPainter(ground) as painter:
        painter.drawPixmap(0, 0, seen)
    return ground


def picture(scene: Scene, theme: Theme, path: Path) -> None:
    """Saves what a scene looks like, and takes it away again."""
    widget = scene.make(theme)
    widget.setAutoFillBackground(True)
    widget.setBackgroundRole(QPalette.ColorRole.Window)
    show_for_checks(widget, scene.width, scene.height)
    on_ground(widget.grab(), theme).save(str(path))
    widget.close()
    widget.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
