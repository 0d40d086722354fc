"""What leaves the chart: its table to read, pictures to keep, and a page to take along to somebody."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from companion.application.checkins import Answer
from companion.domain.zone import Zone
from companion.presentation.chart_pictures import PictureKind
from companion.ui.screens.chart import ChartScreen
from companion.ui.screens.report import ReportDialog
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program
from tests.journeys.test_locking import lock, set_passphrase
from tests.support.pdf_text import pages_of, text_of


@pytest.fixture
def chart(program: Program) -> ChartScreen:
    """The chart of a notebook with two check-ins, one of them with a note."""
    for answer in (Answer(arousal=40, zone=Zone.INSIDE), Answer(arousal=82, zone=Zone.ABOVE, note="after the call")):
        program.core.check_ins.record(answer, answers_open_prompt=False)
        program.clock.pass_time(minutes=10)
    program.core.journal.note_life_event("New flat")
    program.desktop.window.open_screen(ScreenName.CHART)
    screen = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(screen, ChartScreen)
    return screen


def saving_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: (str(path), "")))


def page_dialog(chart: ChartScreen, qtbot: QtBot) -> ReportDialog:
    """The dialog, once the page is put together."""
    assert chart.tools is not None
    QTest.mouseClick(chart.tools.report, Qt.MouseButton.LeftButton)
    [dialog] = [
        window for window in QApplication.topLevelWidgets() if isinstance(window, ReportDialog) and window.isVisible()
    ]
    qtbot.waitUntil(dialog.pdf.isEnabled, timeout=10_000)
    return dialog


def logged(program: Program) -> str:
    return "".join(file.read_text(encoding="utf-8") for file in program.folders.logs.rglob("*") if file.is_file())


def test_the_table_has_the_chart_in_rows_and_opens_one_in_the_journal(program: Program, chart: ChartScreen) -> None:
    assert chart.tools is not None
    QTest.mouseClick(chart.tools.table, Qt.MouseButton.LeftButton)
    table = chart.table
    assert table is not None
    rows = [table.rows.pages.row(number).cells for number in range(table.rows.rowCount())]
    assert [row[2] for row in rows] == [
        "New flat",
        "Above my window",
        "Inside my window",
        "My window from here on, a starting guess",
    ]
    table.table.setFocus()
    table.table.selectRow(1)
    QTest.keyClick(table.table, Qt.Key.Key_Return)
    assert program.desktop.window.open_name is ScreenName.JOURNAL


def test_the_page_is_put_together_beside_the_window_and_holds_what_was_chosen(
    program: Program, chart: ChartScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "mine.pdf"
    saving_to(file, monkeypatch)
    dialog = page_dialog(chart, qtbot)
    [row] = dialog.notes.values()
    row.switch.click()
    QTest.mouseClick(dialog.pdf, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(dialog.news.isVisible, timeout=10_000)
    assert pages_of(file.read_bytes()) == 1
    assert "after the call" in text_of(file.read_bytes())
    assert "New flat" in text_of(file.read_bytes())
    assert dialog.windowTitle() == "Companion"
    dialog.leave.click()
    assert "after the call" not in logged(program)


def test_locking_closes_the_page(program: Program, chart: ChartScreen, qtbot: QtBot) -> None:
    set_passphrase(program, qtbot)
    program.desktop.window.open_screen(ScreenName.CHART)
    dialog = page_dialog(chart, qtbot)
    lock(program)
    assert not isValid(dialog)
    assert chart.tools is not None
    assert not chart.tools.report.isEnabled()


def test_a_picture_that_cannot_be_written_is_told_calmly(
    program: Program, chart: ChartScreen, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saving_to(tmp_path / "gone" / "chart.png", monkeypatch)
    assert chart.tools is not None
    chart.tools.picture_wanted.emit(PictureKind.PNG)
    qtbot.waitUntil(lambda: chart._toast is not None and chart._toast.isVisible(), timeout=10_000)
    assert chart._toast is not None
    assert "gone" in chart._toast._text.text()
    saving_to(tmp_path / "chart.svg", monkeypatch)
    chart.tools.picture_wanted.emit(PictureKind.SVG)
    qtbot.waitUntil((tmp_path / "chart.svg").exists, timeout=10_000)
    assert b"</svg>" in (tmp_path / "chart.svg").read_bytes()
