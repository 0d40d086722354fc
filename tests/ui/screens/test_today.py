"""Today: the check-in first, and around it only what cannot pull an answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.ui.chart.today_line import TodayLineView
from companion.ui.screens.today import TodayScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.check_in_panel import CheckInPanel
from tests.support.reminding import at
from tests.support.shell_desk import A_CONCEPT, ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    return ShellDesk(tmp_path, theme)


@pytest.fixture
def screen(desk: ShellDesk, qtbot: QtBot) -> Iterator[TodayScreen]:
    made = shown(desk.today_screen(), qtbot)
    yield made
    made.close()


def shown(screen: TodayScreen, qtbot: QtBot) -> TodayScreen:
    qtbot.addWidget(screen)
    screen.resize(1000, 800)
    screen.show()
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    return screen


def texts(screen: TodayScreen) -> list[str]:
    return [found.text() for found in screen.findChildren(QLabel) if found.isVisible()]


def line_of(screen: TodayScreen) -> TodayLineView:
    found = screen.findChild(TodayLineView)
    assert isinstance(found, TodayLineView)
    return found


def save(desk: ShellDesk, points: int = 60) -> None:
    desk.panel.form.line.put(points)
    desk.panel.submit()


def test_given_the_keyboard_it_gives_it_to_the_line(screen: TodayScreen, desk: ShellDesk) -> None:
    screen.setFocus(Qt.FocusReason.OtherFocusReason)
    assert QApplication.focusWidget() is desk.panel.form.line


def test_earlier_values_are_folded_away_while_a_rating_is_open(screen: TodayScreen) -> None:
    assert not line_of(screen).isVisible()
    assert "folded until you save" in texts(screen)


def test_saving_unfolds_the_day_and_another_one_folds_it(screen: TodayScreen, desk: ShellDesk) -> None:
    save(desk)
    assert line_of(screen).isVisible()
    desk.panel.saved_line.another.click()
    assert not line_of(screen).isVisible()


def test_taking_it_back_folds_the_day_again(screen: TodayScreen, desk: ShellDesk) -> None:
    save(desk)
    desk.panel.undo()
    assert not line_of(screen).isVisible()


def test_a_person_may_look_all_the_same(screen: TodayScreen) -> None:
    assert screen.unfold.accessibleName() == "Show today so far"
    QTest.keyClick(screen.unfold, Qt.Key.Key_Space)
    assert line_of(screen).isVisible()
    assert screen.unfold.accessibleName() == "Fold today so far"
    screen.unfold.click()
    assert not line_of(screen).isVisible()


def test_day_and_next_reminder_are_shown_anew(screen: TodayScreen, desk: ShellDesk) -> None:
    assert "2026-11-22" in texts(screen)
    desk.reminders.add(at("21:00"))
    desk.clock.pass_time(hours=14)
    desk.rounds.advance()
    screen.refresh()
    assert "2026-11-23" in texts(screen)
    assert "Next reminder at 21:00" in texts(screen)


def test_a_concept_is_offered_and_leads_to_its_page(screen: TodayScreen) -> None:
    wanted: list[str] = []
    screen.concept_wanted.connect(wanted.append)
    assert A_CONCEPT.title in texts(screen)
    assert (screen.concept_card.read.text(), screen.concept_card.read.accessibleName()) == (
        "Read, 3 min",
        "Read Window of Tolerance",
    )
    screen.concept_card.read.click()
    assert wanted == [A_CONCEPT.key]


def test_without_notes_nothing_is_offered(screen: TodayScreen, desk: ShellDesk) -> None:
    desk.concepts = []
    screen.refresh_concept()
    assert not screen.concept_card.read.isVisible()


def test_while_locked_only_the_check_in_is_there(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    desk = ShellDesk(tmp_path, theme, is_locked=True)
    screen = shown(desk.today_screen(), qtbot)
    assert desk.panel.isVisible()
    assert not screen.unfold.isVisible()
    assert not screen.concept_card.read.isVisible()
    assert any(text.startswith("Your notebook is locked.") for text in texts(screen))
    screen.close()


def test_unlocked_again_the_day_is_there(screen: TodayScreen, desk: ShellDesk) -> None:
    desk.vault.lock()
    screen.refresh()
    assert not screen.unfold.isVisible()
    desk.vault.unlock()
    screen.refresh()
    assert screen.unfold.isVisible()
    assert not any(text.startswith("Your notebook is locked.") for text in texts(screen))


def test_with_less_room_the_cards_stand_below(screen: TodayScreen, desk: ShellDesk) -> None:
    assert top(desk.panel, screen) + 100 > screen.unfold.mapTo(screen, screen.unfold.rect().topLeft()).y()
    screen.resize(600, 800)
    QApplication.processEvents()
    below = screen.unfold.mapTo(screen, screen.unfold.rect().topLeft()).y()
    assert below > top(desk.panel, screen) + desk.panel.height()


def top(panel: CheckInPanel, screen: TodayScreen) -> int:
    return panel.mapTo(screen, panel.rect().topLeft()).y()
