"""The note for repair: empty, gone on with, in the journal, in a small window; and reflections beside it."""

import atexit
import shutil
import tempfile
from pathlib import Path

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QWidget

from companion.domain.checkin import Origin
from companion.domain.repair import Repair, RepairDraft
from companion.domain.zone import Zone
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.journal import JournalScreen
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1010, 800
NARROW = 584
LATE = "I came late again, and she had waited with the food. I made a joke, and it landed wrong."
TIRED = "Tired, and not sure that she counted for me."
HELPED = "I went back into the kitchen and said that it was rude. We ate, and it was warm again."


@scene("repair", WIDTH, HEIGHT)
def empty(theme: Theme) -> QWidget:
    """A new one, from its beginning."""
    return _written(theme, _desk())


@scene("repair-whole", WIDTH, 1300)
def whole(theme: Theme) -> QWidget:
    """All of one that was begun earlier and is not saved yet."""
    desk = _desk()
    desk.repairs.keep_draft(RepairDraft(desk.ago(hours=1), LATE, 74, Zone.ABOVE, TIRED))
    return _written(theme, desk)


@scene("repair-line", WIDTH, HEIGHT)
def line(theme: Theme) -> QWidget:
    """One in the journal, beside the check-in that it grew from."""
    desk = _desk()
    check_in = next(row for row in desk.pages.newest().rows if row.zone is Zone.ABOVE)
    repair = _noted(desk, check_in.id)
    made = _screen(theme, desk)
    made.open_line(repair.id, repair.experienced_at.utc)
    return made


@scene("repair-grows", WIDTH, HEIGHT)
def grows(theme: Theme) -> QWidget:
    """A check-in from which one may grow."""
    desk = _desk()
    row = next(row for row in desk.pages.newest().rows if row.zone is Zone.ABOVE)
    made = _screen(theme, desk)
    made.open_line(row.id, row.place.at)
    return made


@scene("repair-correcting", WIDTH, 1000)
def correcting(theme: Theme) -> QWidget:
    """One that is corrected."""
    desk = _desk()
    repair = _noted(desk)
    made = _screen(theme, desk)
    made.open_line(repair.id, repair.experienced_at.utc)
    made.side.correct()
    return made


@scene("repair-narrow", NARROW, 480)
def narrow(theme: Theme) -> QWidget:
    """A new one over the list in a small window."""
    return _written(theme, _desk(), NARROW)


@scene("reflection-about", WIDTH, HEIGHT)
def reflection_about(theme: Theme) -> QWidget:
    """A reflection that grows from a check-in."""
    desk = _desk()
    made = _screen(theme, desk)
    made.side.reflect_on(next(row for row in desk.pages.newest().rows if row.zone is Zone.ABOVE))
    return made


@scene("reflection-line", WIDTH, HEIGHT)
def reflection_line(theme: Theme) -> QWidget:
    """A reflection of a note, from which one may go back to it."""
    desk = _desk()
    kept = desk.journal.reflect("What helps you settle?", "Being asked.", concept="ours/mindsight")
    made = _screen(theme, desk)
    made.open_line(kept.id, kept.experienced_at.utc)
    return made


def _written(theme: Theme, desk: JournalDesk, width: int = WIDTH) -> JournalScreen:
    made = _screen(theme, desk, width)
    made.side.repair()
    return made


def _screen(theme: Theme, desk: JournalDesk, width: int = WIDTH) -> JournalScreen:
    made = desk.screen(theme)
    made.resize(width, HEIGHT)
    made.refresh()
    return made


def _noted(desk: JournalDesk, check_in_id: str | None = None) -> Repair:
    begun = desk.ago(hours=5)
    return desk.repairs.note(RepairDraft(begun, LATE, 74, Zone.ABOVE, TIRED, HELPED, check_in_id, begun))


def _desk() -> JournalDesk:
    folder = tempfile.mkdtemp(prefix="companion-gallery-")
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    desk = JournalDesk(Path(folder), LocaleDates(QLocale("en_GB")))
    desk.note(
        [
            a_check_in(52, Zone.INSIDE, 0.6, note="Slow lunch.", origin=Origin.RANDOM),
            a_check_in(84, Zone.ABOVE, 5.1, note="After the joke."),
            *(a_check_in(40 + n, Zone.INSIDE, 30 + 5 * n, origin=Origin.RANDOM) for n in range(8)),
        ]
    )
    return desk
