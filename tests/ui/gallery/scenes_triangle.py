"""The triangle: its form, and its picture over the weeks, drawn and in words."""

import atexit
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.domain.triangle import TriangleDraft
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.journal import JournalScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.triangle_page import TrianglePage
from tests.support.journal_desk import JournalDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
_WEEKS: tuple[tuple[int | None, int | None, int | None], ...] = (
    (52, 66, 20),
    (38, 60, None),
    (70, 41, 33),
    (64, 44, 51),
    (12, 30, 58),
    (None, None, None),
    (45, 0, 100),
    (50, 38, 74),
    (81, 57, 70),
)


@scene("triangle", WIDTH, 900)
def form(theme: Theme) -> QWidget:
    """A new one: nothing is set, and no earlier week is in sight."""
    made = _screen(theme, _desk())
    made.side.note_triangle()
    return made


@scene("triangle-resumed", WIDTH, 980)
def resumed(theme: Theme) -> QWidget:
    """One that was begun earlier and is not saved yet."""
    desk = _desk()
    desk.triangles.keep_draft(TriangleDraft(desk.ago(hours=3), (62, None, 30), ("busy", "", "")))
    made = _screen(theme, desk)
    made.side.note_triangle()
    return made


@scene("triangle-weeks", WIDTH, HEIGHT)
def weeks(theme: Theme) -> QWidget:
    """Three small rows over the weeks, with gaps."""
    return _opened(theme)


@scene("triangle-words", WIDTH, HEIGHT)
def in_words(theme: Theme) -> QWidget:
    """The same in words."""
    made = _opened(theme)
    assert isinstance(made.side.part, TrianglePage)
    made.side.part.turn.click()
    return made


@scene("triangle-small", 640, 480)
def small(theme: Theme) -> QWidget:
    """The form in a small window."""
    made = _screen(theme, _desk(), 640, 480)
    made.side.note_triangle()
    return made


@scene("triangle-weeks-small", 640, 480)
def weeks_small(theme: Theme) -> QWidget:
    """The picture in a small window."""
    return _opened(theme, 640, 480)


@scene("triangle-weeks-rtl", WIDTH, HEIGHT)
def weeks_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    made = _opened(theme)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def _opened(theme: Theme, width: int = WIDTH, height: int = HEIGHT) -> JournalScreen:
    made = _screen(theme, _desk(), width, height)
    made.side.open_triangles()
    return made


def _screen(theme: Theme, desk: JournalDesk, width: int = WIDTH, height: int = HEIGHT) -> JournalScreen:
    made = desk.screen(theme)
    made.resize(width, height)
    made.refresh()
    return made


def _desk() -> JournalDesk:
    folder = tempfile.mkdtemp(prefix="companion-gallery-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = JournalDesk(Path(folder), LocaleDates(QLocale("en_GB")))
    desk.many(8, apart_hours=9)
    for back, points in enumerate(_WEEKS):
        words = ("screens, mostly", "", "") if back == 0 or points == (None, None, None) else ("", "", "")
        desk.triangles.note(points, words, experienced_at=desk.ago(days=7 * back + 1))
    return desk
