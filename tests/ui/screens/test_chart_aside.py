"""The chart's screen: its table, its pictures, and the page for a session."""

from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from companion.application.chart_rows import ChartRowService
from companion.application.event_bus import EventBus
from companion.application.events import CheckInRecorded, VaultLocked
from companion.application.vault_ports import Vault
from companion.domain.checkin import CheckIn
from companion.domain.period import Period
from companion.domain.window import STARTING_GUESS
from companion.domain.zone import Zone
from companion.presentation.chart_pictures import FilePresenter, PictureKind
from companion.presentation.chart_range import ChartRange
from companion.presentation.chart_table_pages import ChartTablePages
from companion.presentation.timeline_presenter import TimelinePresenter
from companion.ui.chart.pictures import HEIGHT, WIDTH
from companion.ui.screens.chart import Aside, ChartScreen
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords
from tests.support.noted import NotedVault, insights_into
from tests.support.reports import FOUR_WEEKS
from tests.support.screen_checks import complaints, show_for_checks
from tests.support.worker import FakeWorker


class Files:
    def __init__(self) -> None:
        self.written: dict[str, bytes] = {}

    def write(self, path: str, content: bytes) -> None:
        self.written[path] = content


class Desk:
    """The screen with everything around it."""

    def __init__(self, qtbot: QtBot, theme: Theme, *check_ins: CheckIn) -> None:
        self.bus, self.files, self.worker = EventBus(), Files(), FakeWorker()
        self.vault = NotedVault(check_ins, (STARTING_GUESS,))
        insights = insights_into([], FakeClock())
        insights._vault = cast(Vault, self.vault)
        words = PlainDateWords()
        pages = ChartTablePages(ChartRowService(cast(Vault, self.vault)), words)
        aside = Aside(pages, FilePresenter(self.files, self.worker))
        self.screen = ChartScreen(TimelinePresenter(insights, self.bus, words), theme, aside=aside)
        assert self.screen.tools is not None
        self.tools = self.screen.tools
        qtbot.addWidget(self.screen)
        show_for_checks(self.screen, 1000, 560)

    @property
    def rows(self) -> int:
        return 0 if self.screen.table is None else self.screen.table.rows.rowCount()


@pytest.fixture
def desk(qtbot: QtBot, theme: Theme) -> Desk:
    """With a check-in of today and one of six weeks ago."""
    return Desk(qtbot, theme, a_check_in(71, Zone.ABOVE, 2), a_check_in(20, Zone.BELOW, 24 * 42))


def saving_to(path: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The person chooses that file; what was proposed is kept."""
    proposed: list[str] = []

    def choose(_parent: object, _title: str, place: str, _kind: str) -> tuple[str, str]:
        proposed.append(place)
        return str(path), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(choose))
    return proposed


def test_the_table_takes_the_place_of_the_chart_and_gives_it_back(desk: Desk) -> None:
    QTest.mouseClick(desk.tools.table, Qt.MouseButton.LeftButton)
    assert desk.screen.table is not None
    assert (desk.screen.table.isVisible(), desk.screen.chart.isVisible()) == (True, False)
    assert desk.rows == 2
    QTest.mouseClick(desk.tools.table, Qt.MouseButton.LeftButton)
    assert (desk.screen.table.isVisible(), desk.screen.chart.isVisible()) == (False, True)
    assert desk.rows == 0


def test_its_days_are_those_of_the_chart(desk: Desk) -> None:
    desk.tools.table.click()
    QTest.mouseClick(desk.screen._range_buttons[ChartRange.ALL], Qt.MouseButton.LeftButton)
    assert desk.rows == 3
    QTest.mouseClick(desk.screen._range_buttons[ChartRange.DAY], Qt.MouseButton.LeftButton)
    assert desk.rows == 2


def test_what_is_noted_meanwhile_comes_into_it(desk: Desk) -> None:
    desk.tools.table.click()
    new = a_check_in(50)
    desk.vault.noted.append(new)
    desk.bus.publish(CheckInRecorded(new))
    assert desk.rows == 3


def test_the_keyboard_goes_along(desk: Desk) -> None:
    desk.screen.chart.setFocus()
    desk.tools.table.setChecked(True)
    assert desk.screen.table is not None
    assert desk.screen.table.table.hasFocus()
    desk.tools.table.setChecked(False)
    assert desk.screen.chart.hasFocus()


def test_where_nothing_was_noted_the_kind_words_stand_and_no_empty_table(qtbot: QtBot, theme: Theme) -> None:
    desk = Desk(qtbot, theme, a_check_in(hours_ago=24 * 60))
    desk.tools.table.click()
    assert desk.screen._note.isVisible()
    assert desk.rows == 0


def test_locked_nothing_is_left_in_it(desk: Desk) -> None:
    desk.tools.table.click()
    desk.vault.is_locked = True
    desk.bus.publish(VaultLocked())
    assert desk.rows == 0
    assert not any(button.isEnabled() for button in desk.tools.buttons)


@pytest.mark.parametrize("kind", PictureKind)
def test_a_picture_is_saved_under_a_name_that_says_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, kind: PictureKind
) -> None:
    path = tmp_path / f"mine{kind.ending}"
    proposed = saving_to(path, monkeypatch)
    desk.tools.picture_wanted.emit(kind)
    desk.worker.work()
    assert [Path(place).name for place in proposed] == [f"chart{kind.ending}"]
    assert len(desk.files.written[str(path)]) > 1000
    assert desk.screen._toast is not None
    assert desk.screen._toast.isVisible()


def test_a_picture_of_which_the_person_thought_better_is_not_made(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lambda *_arguments: ("", "")))
    desk.tools.picture_wanted.emit(PictureKind.PNG)
    desk.worker.work()
    assert desk.files.written == {}


def test_locked_while_a_name_was_chosen_no_picture_is_made(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lock(*_arguments: object) -> tuple[str, str]:
        desk.vault.is_locked = True
        desk.bus.publish(VaultLocked())
        return str(tmp_path / "mine.png"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", staticmethod(lock))
    desk.tools.picture_wanted.emit(PictureKind.PNG)
    desk.worker.work()
    assert desk.files.written == {}


def test_the_menu_names_every_kind_and_copying(desk: Desk) -> None:
    said = [action.text() for action in desk.tools.menu.actions() if not action.isSeparator()]
    assert len(said) == len(PictureKind) + 1
    assert said[-1] == "Copy picture"


def test_a_copy_is_on_the_clipboard(desk: Desk) -> None:
    desk.tools.menu.actions()[-1].trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (2 * WIDTH, 2 * HEIGHT)
    QGuiApplication.clipboard().clear()


def test_the_page_is_asked_for_with_the_days_that_are_shown(qtbot: QtBot, desk: Desk) -> None:
    with qtbot.waitSignal(desk.screen.report_wanted) as asked:
        QTest.mouseClick(desk.tools.report, Qt.MouseButton.LeftButton)
    assert asked.args == [Period(FOUR_WEEKS.first, FOUR_WEEKS.last)]


@pytest.mark.parametrize("width", [420, 700, 1200])
@pytest.mark.parametrize("percent", [100, 200])
def test_every_word_has_room_at_every_size(
    qtbot: QtBot, theme: Theme, pseudo_language: None, width: int, percent: int
) -> None:
    theme.apply(theme._look, percent)
    desk = Desk(qtbot, theme, a_check_in(hours_ago=24 * 3))
    desk.tools.table.click()
    desk.screen.resize(width, 900)
    desk.screen.grab()
    assert complaints(desk.screen, pseudo=True) == []


@pytest.mark.parametrize("width", [700, 1010, 1400])
def test_the_heading_keeps_to_one_line_whatever_stands_beside_it(
    qtbot: QtBot, theme: Theme, pseudo_language: None, width: int
) -> None:
    desk = Desk(qtbot, theme, a_check_in(hours_ago=24 * 3))
    desk.screen.resize(width, 900)
    desk.screen.grab()
    title = desk.screen._title
    assert title.width() >= title.fontMetrics().horizontalAdvance(title.text())
