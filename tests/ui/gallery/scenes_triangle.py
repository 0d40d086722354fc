"""The triangle: its form, one in the journal, and its picture over the weeks, drawn and in words."""

import atexit
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

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


@scene("triangle-line", WIDTH, HEIGHT)
def line(theme: Theme) -> QWidget:
    """One in the journal."""
    desk = _desk()
    made = _screen(theme, desk)
    triangle = desk.triangles.note((45, None, 0), ("a lot to read", "", "Noor was near"))
    made.open_line(triangle.id, triangle.experienced_at.utc)
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


@scene("triangle-none", WIDTH, HEIGHT)
def none(theme: Theme) -> QWidget:
    """Nothing noted yet."""
    made = _screen(theme, _desk(is_empty=True))
    made.side.open_triangles()
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


@scene("triangle-rtl", WIDTH, 900)
def form_mirrored(theme: Theme) -> QWidget:
    """The form from right to left."""
    made = _screen(theme, _desk())
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made.side.note_triangle()
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


def _desk(*, is_empty: bool = False) -> JournalDesk:
    folder = tempfile.mkdtemp(prefix="companion-gallery-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = JournalDesk(Path(folder), LocaleDates(QLocale("en_GB")))
    if not is_empty:
        desk.many(8, apart_hours=9)
        for back, points in enumerate(_WEEKS):
            words = ("screens, mostly", "", "") if back == 0 or points == (None, None, None) else ("", "", "")
            desk.triangles.note(points, words, experienced_at=desk.ago(days=7 * back + 1))
    return desk
