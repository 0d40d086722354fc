"""How long the Journal screen keeps the event loop from anything else while somebody scrolls, jumps and searches."""

import os
import statistics
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from companion.adapters.storage.vault import SqliteVault
from companion.adapters.system.clock import SystemClock
from companion.adapters.system.ids import SystemIds
from companion.application.check_in_setup import CheckInSetupService
from companion.application.days import DayService
from companion.application.event_bus import EventBus
from companion.application.journal import JournalService
from companion.application.preferences import PreferenceService
from companion.application.repairs import RepairService
from companion.application.settings import Look
from companion.application.triangles import TriangleService
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.journal import JournalPresenter
from companion.presentation.journal_edit import JournalEdit
from companion.presentation.journal_pages import JournalPages
from companion.presentation.repair import RepairEdit
from companion.presentation.tag_list import TagListPresenter
from companion.presentation.triangle_edit import TrianglePresenter
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.journal import JournalScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_side import JournalSide
from tests.benchmarks.measure import resident_megabytes
from tests.benchmarks.notebook_of import notebook_with
from tests.support.in_memory_settings import InMemorySettings

RESOURCES = Path(__file__).parents[2] / "resources"
ROWS = 2_000
WHEEL = 120  # pixels of one turn of a fast wheel
KEYS = {
    "Home and End": (Qt.Key.Key_End, Qt.Key.Key_Home) * 5,
    "arrow keys, with the detail": (Qt.Key.Key_Down,) * 300,
    "Page Down": (Qt.Key.Key_PageDown,) * 100,
}
TYPED = tuple("lighthouse term"[:length] for length in range(1, 16))


def journal_screen(check_ins: int = 1_000_000) -> None:
    """Scrolls, jumps, walks and searches; every figure is the time of one step with all that follows from it."""
    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    theme = Theme(app, RESOURCES)
    theme.apply(Look.LIGHT, reduce_motion=True)
    vault = SqliteVault(notebook_with(check_ins))
    screen = _screen(vault, theme)
    print(f"\nthe Journal screen with {check_ins:,} check-ins: one step and all that follows, milliseconds")
    print(f"{'':<40} {'steps':>6} {'median':>8} {'longest':>8}")
    screen.resize(1010, 800)
    _report("opening it", [_timed(screen.show)])
    before = resident_megabytes()
    _report(f"scrolling through {ROWS:,} rows", _scrolled(screen, ROWS))
    _report("back up again", _scrolled(screen, ROWS, forward=False))
    screen.list.setFocus()
    for name, keys in KEYS.items():
        _report(name, [_timed(partial(_press, screen, key)) for key in keys])
    _report("searching while typing", [_timed(partial(_look_for, screen, text)) for text in (*TYPED, "")])
    _report("news", [_timed(screen.refresh) for _ in range(20)])
    print(f"memory: {before:.0f} MB once it is open, {resident_megabytes():.0f} MB at the end")
    screen.close()
    vault.close()


def _press(screen: JournalScreen, key: Qt.Key) -> None:
    QTest.keyClick(screen.list, key)


def _look_for(screen: JournalScreen, text: str) -> None:
    screen.tools.looked_for.emit(text)


def _scrolled(screen: JournalScreen, rows: int, *, forward: bool = True) -> list[float]:
    bar = screen.list.verticalScrollBar()
    seen: set[str] = set()
    steps = []
    while len(seen) < rows:
        before = bar.value()
        steps.append(_timed(partial(bar.setValue, before + (WHEEL if forward else -WHEEL))))
        seen.update(row.id for row in screen.list.rows.rows)
        if bar.value() == before and not (screen.list.rows.has_older if forward else screen.list.rows.has_newer):
            break
    return steps


def _timed(step: Callable[[], object]) -> float:
    """Milliseconds until the step is done, what it set going has run, and everything is painted."""
    start = time.perf_counter()
    step()
    QApplication.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)  # the event loop of the program does that itself
    return (time.perf_counter() - start) * 1000


def _report(name: str, steps: list[float]) -> None:
    print(f"{name:<40} {len(steps):6} {statistics.median(steps):8.1f} {max(steps):8.1f}", flush=True)


def _screen(vault: SqliteVault, theme: Theme) -> JournalScreen:
    clock, bus, words = SystemClock(), EventBus(), LocaleDates()
    journal = JournalService(vault, clock, SystemIds(), bus)
    presenter = JournalPresenter(journal, JournalPages(journal, DayService(vault, clock), clock, words), bus, words)
    setup = CheckInSetupService(vault, clock, PreferenceService(InMemorySettings(), bus), bus)

    def editing(line: object = None) -> JournalEdit:
        return JournalEdit(journal, clock, words)

    def repairing(_line: object = None, check_in_id: str | None = None) -> RepairEdit:
        return RepairEdit(RepairService(vault, clock, SystemIds(), bus), journal, clock, words, None, check_in_id)

    triangles = TrianglePresenter(
        TriangleService(vault, clock, SystemIds(), bus, DayService(vault, clock)), journal, clock, words
    )
    tags = TagListPresenter(journal)
    side = JournalSide(presenter, editing, repairing, triangles, MoreQuestions(setup), tags, theme)
    return JournalScreen(presenter, side, theme)
