"""The dialog of the page for a session."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QBoxLayout, QFileDialog
from pytestqt.qtbot import QtBot

from companion.bootstrap.report import page_file
from companion.domain.checkin import CheckIn
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from companion.presentation.chart_pictures import FilePresenter
from companion.presentation.report_presenter import ReportPresenter
from companion.ui.screens.report import NOTES_AT_ONCE, ReportDialog
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords
from tests.support.pdf_text import pages_of, text_of
from tests.support.reports import FOUR_WEEKS, ReportAtOnce, a_life_event, a_month, a_report_service, a_store
from tests.support.screen_checks import complaints, show_for_checks
from tests.support.worker import FakeWorker

NOTED = a_check_in(note="after the call", hours_ago=2)


class Desk:
    """The dialog over a store, and what was saved from it."""

    def __init__(
        self,
        qtbot: QtBot,
        theme: Theme,
        place: Path,
        *noted: CheckIn | LifeEvent | Reflection,
        waits: bool = False,
        size: tuple[int, int] = (980, 860),
    ) -> None:
        self.files: dict[str, bytes] = {}
        self.worker = FakeWorker()
        self.looking = ReportAtOnce(a_report_service(a_store(place, *noted)), waits=waits)
        presenter = ReportPresenter(self.looking, PlainDateWords())
        self.dialog = ReportDialog(presenter, FilePresenter(self, self.worker), page_file, theme)
        qtbot.addWidget(self.dialog)
        presenter.look(FOUR_WEEKS)
        show_for_checks(self.dialog, *size)

    def write(self, path: str, content: bytes) -> None:
        self.files[path] = content

    @property
    def said(self) -> list[str]:
        page = self.dialog._page
        return [] if page is None else [note.text for note in page.notes]


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme, tmp_path: Path) -> Desk:
    """Over a month with one note and one life event."""
    return Desk(qtbot, theme, tmp_path, *a_month(), NOTED, a_life_event("New flat"))


def choosing(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The person chooses that file; what was proposed is kept."""
    proposed: list[str] = []

    def choose(_parent: object, _title: str, place: str, _kind: str) -> tuple[str, str]:
        proposed.append(place)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    return proposed


def test_no_note_is_on_the_page_until_it_is_switched_on(desk: Desk) -> None:
    assert desk.said == []
    QTest.keyClick(desk.dialog.notes[NOTED.id].switch, Qt.Key.Key_Space)
    assert desk.said == ["after the call"]


def test_there_is_no_way_to_choose_all_at_once(desk: Desk) -> None:
    assert len(desk.dialog.notes) == 1
    texts = [button.text() for button in (desk.dialog.pdf, desk.dialog.html, desk.dialog.leave, desk.dialog.more)]
    assert texts == ["Save as PDF…", "Save as a web page…", "Close", "More notes"]


def test_life_events_can_be_left_out(desk: Desk) -> None:
    assert desk.dialog.events.is_on
    desk.dialog.events.switch.click()
    assert desk.dialog._page is not None
    assert desk.dialog._page.events == ()


def test_it_is_saved_as_it_is_shown(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    proposed = choosing(tmp_path / "mine.pdf", monkeypatch)
    desk.dialog.notes[NOTED.id].switch.click()
    QTest.mouseClick(desk.dialog.pdf, Qt.MouseButton.LeftButton)
    desk.worker.work()
    content = desk.files[str(tmp_path / "mine.pdf")]
    assert [Path(place).name for place in proposed] == ["page.pdf"]
    assert pages_of(content) == 1
    assert "after the call" in text_of(content)
    assert desk.dialog.news.isVisible()


def test_a_web_page_has_the_whole_of_it(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    choosing(tmp_path / "mine", monkeypatch)
    QTest.mouseClick(desk.dialog.html, Qt.MouseButton.LeftButton)
    desk.worker.work()
    assert desk.files[str(tmp_path / "mine.html")].startswith(b"<!DOCTYPE html>")
    assert b"after the call" not in desk.files[str(tmp_path / "mine.html")]


def test_while_it_is_put_together_there_is_nothing_to_save(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    desk = Desk(qtbot, theme, tmp_path, NOTED, waits=True)
    assert not desk.dialog.pdf.isEnabled()
    assert not desk.dialog.preview.isVisible()
    desk.looking.work()
    assert desk.dialog.pdf.isEnabled()
    assert desk.dialog.preview.isVisible()


def test_closed_nothing_stays_in_it(desk: Desk) -> None:
    desk.dialog.notes[NOTED.id].switch.click()
    desk.dialog.reject()
    assert desk.dialog.notes == {}
    assert desk.dialog.preview.paper is None
    assert desk.dialog.preview.accessibleDescription() == ""
    assert desk.said == []


def test_closed_by_locking_while_a_name_was_chosen_nothing_is_saved(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lock(*_arguments: object) -> tuple[str, str]:
        desk.dialog.reject()
        return str(tmp_path / "mine.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lock))
    desk.dialog._save(".pdf")
    desk.worker.work()
    assert desk.files == {}


def test_many_notes_come_some_at_a_time(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    desk = Desk(qtbot, theme, tmp_path, *(a_check_in(note="words", hours_ago=hours) for hours in range(50)))
    assert len(desk.dialog.notes) == NOTES_AT_ONCE
    desk.dialog.more.click()
    assert list(desk.dialog.notes.values())[NOTES_AT_ONCE].switch.hasFocus()
    desk.dialog.more.click()
    assert len(desk.dialog.notes) == 50
    assert not desk.dialog.more.isVisible()


def test_it_says_when_the_page_is_full(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    long = "A note that goes on and on, about everything there was that day. " * 9
    desk = Desk(qtbot, theme, tmp_path, *a_month(), *(a_check_in(note=long, hours_ago=hours) for hours in range(8)))
    assert not desk.dialog._full.isVisible()
    for row in list(desk.dialog.notes.values()):
        row.switch.click()
    assert desk.dialog._full.text().startswith("The page is full: 6 of the notes")


def test_readers_hear_what_is_on_the_page(desk: Desk) -> None:
    said = desk.dialog.preview.accessibleDescription()
    assert "Self-report, not a measurement." in said
    assert "inside: 50 in 100" in said


def test_the_page_goes_below_where_there_is_no_room_beside(qtbot: QtBot, theme: Theme, tmp_path: Path) -> None:
    wide = Desk(qtbot, theme, tmp_path / "wide", NOTED)
    narrow = Desk(qtbot, theme, tmp_path / "narrow", NOTED, size=(560, 700))
    assert wide.dialog._both.direction() is QBoxLayout.Direction.LeftToRight
    assert narrow.dialog._both.direction() is QBoxLayout.Direction.TopToBottom


@pytest.mark.parametrize("size", [(420, 640), (640, 480), (1100, 900)])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_has_room_at_every_size(
    qtbot: QtBot, theme: Theme, tmp_path: Path, pseudo_language: None, size: tuple[int, int], percent: int
) -> None:
    theme.apply(theme._look, percent)
    desk = Desk(qtbot, theme, tmp_path, NOTED, a_life_event("New flat"), size=size)
    assert complaints(desk.dialog, pseudo=True) == []
