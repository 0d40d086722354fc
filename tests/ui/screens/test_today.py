"""Today: the check-in first, and around it only what cannot pull an answer."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.zone import Zone
from companion.ui.chart.today_line import TodayLineView
from companion.ui.screens.today import TodayScreen
from companion.ui.theme.theme import Theme
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


def save(desk: ShellDesk, points: int = 60, zone: Zone | None = None) -> None:
    desk.panel.form.line.put(points)
    desk.panel.form.answers.put(zone)
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


@pytest.mark.parametrize("key", [Qt.Key.Key_5, Qt.Key.Key_Up, Qt.Key.Key_A])
def test_the_first_answer_folds_the_day_that_was_looked_at(screen: TodayScreen, desk: ShellDesk, key: Qt.Key) -> None:
    screen.unfold.click()
    desk.panel.focus_line()
    QTest.keyClick(desk.panel.form.line, key)
    assert not line_of(screen).isVisible()
    assert "folded until you save" in texts(screen)


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


def test_a_question_is_asked_below_the_concept(screen: TodayScreen) -> None:
    assert A_CONCEPT.prompts[0] in texts(screen)
    assert bottom(screen.concept_card, screen) <= top(screen.reflection_card, screen)


def test_not_today_puts_the_question_away_and_the_keyboard_stays_on_the_screen(screen: TodayScreen) -> None:
    screen.reflection_card.not_today.setFocus()
    screen.reflection_card.not_today.click()
    assert not screen.reflection_card.isVisible()
    assert QApplication.focusWidget() is screen.unfold
    screen.refresh_offers()
    assert not screen.reflection_card.isVisible()


@pytest.mark.parametrize("zone", [Zone.ABOVE, Zone.BELOW, Zone.MIXED])
def test_outside_the_window_there_is_one_action_in_large_words_and_no_number(
    screen: TodayScreen, desk: ShellDesk, zone: Zone
) -> None:
    save(desk, 90, zone)
    assert "You noticed. That is enough for now." in texts(screen)
    assert not any(character.isdigit() for text in texts(screen) for character in without_date_and_saved(text))
    assert not line_of(screen).isVisible()
    assert not screen.concept_card.isVisible()
    assert not screen.reflection_card.isVisible()
    buttons = [b.text() for b in screen.findChildren(QPushButton) if b.isVisible() and b.property("role") != "link"]
    assert buttons == ["What is happening in my body?"]


def test_the_one_action_leads_to_the_note_and_is_reached_with_tab(screen: TodayScreen, desk: ShellDesk) -> None:
    wanted: list[str] = []
    screen.concept_wanted.connect(wanted.append)
    save(desk, 90, Zone.ABOVE)
    desk.panel.saved_line.another.setFocus()
    QTest.keyClick(desk.panel.saved_line.another, Qt.Key.Key_Tab)
    focused = QApplication.focusWidget()
    assert isinstance(focused, QPushButton)
    QTest.keyClick(focused, Qt.Key.Key_Space)
    assert wanted == [A_CONCEPT.key]


@pytest.mark.parametrize("zone", [Zone.INSIDE, Zone.UNSURE, None])
def test_inside_or_not_sure_everything_stays_around_it(
    screen: TodayScreen, desk: ShellDesk, zone: Zone | None
) -> None:
    save(desk, 50, zone)
    assert "How are you right now?" in texts(screen)
    assert line_of(screen).isVisible()
    assert screen.concept_card.isVisible()


def test_the_calm_ends_when_the_form_stands_open_again(screen: TodayScreen, desk: ShellDesk) -> None:
    desk.reminders.add(at("21:00"))
    screen.refresh()
    save(desk, 90, Zone.ABOVE)
    assert "Next reminder at 21:00" not in texts(screen)
    screen.refresh()
    screen.refresh_offers()
    assert not screen.concept_card.isVisible()
    assert "Next reminder at 21:00" not in texts(screen)
    desk.panel.saved_line.another.click()
    assert "How are you right now?" in texts(screen)
    assert "Next reminder at 21:00" in texts(screen)
    assert screen.concept_card.isVisible()
    assert screen.reflection_card.isVisible()
    assert "What is happening in my body?" not in [
        b.text() for b in screen.findChildren(QPushButton) if b.isVisible()
    ]


def test_in_the_calm_a_person_may_look_at_their_day_all_the_same(screen: TodayScreen, desk: ShellDesk) -> None:
    save(desk, 90, Zone.ABOVE)
    screen.unfold.click()
    assert line_of(screen).isVisible()


def test_while_locked_only_the_check_in_is_there(tmp_path: Path, theme: Theme, qtbot: QtBot) -> None:
    desk = ShellDesk(tmp_path, theme, is_locked=True)
    screen = shown(desk.today_screen(), qtbot)
    assert desk.panel.isVisible()
    assert not screen.unfold.isVisible()
    assert not screen.concept_card.read.isVisible()
    assert not screen.reflection_card.isVisible()
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


def test_on_the_widest_screen_what_stands_beside_it_stays_within_reach(screen: TodayScreen, qtbot: QtBot) -> None:
    screen.resize(3840, 2160)
    qtbot.waitUntil(lambda: screen.unfold.mapTo(screen, screen.unfold.rect().topRight()).x() > 1000)
    assert screen.unfold.mapTo(screen, screen.unfold.rect().topRight()).x() < 1400


def test_with_less_room_the_cards_stand_below(screen: TodayScreen, desk: ShellDesk) -> None:
    assert top(desk.panel, screen) + 100 > screen.unfold.mapTo(screen, screen.unfold.rect().topLeft()).y()
    screen.resize(600, 800)
    QApplication.processEvents()
    below = screen.unfold.mapTo(screen, screen.unfold.rect().topLeft()).y()
    assert below > top(desk.panel, screen) + desk.panel.height()


def without_date_and_saved(text: str) -> str:
    return "" if text in ("2026-11-22", "Saved 14:06") else text


def bottom(widget: QWidget, screen: TodayScreen) -> int:
    return top(widget, screen) + widget.height()


def top(panel: QWidget, screen: TodayScreen) -> int:
    return panel.mapTo(screen, panel.rect().topLeft()).y()


def test_without_numbers_there_is_no_line_of_the_day_after_saving_either(
    screen: TodayScreen, desk: ShellDesk
) -> None:
    screen.show_numbers(False)
    save(desk)
    screen.refresh()
    assert not line_of(screen).isVisible()
    screen.show_numbers(True)
    assert line_of(screen).isVisible()


def test_without_numbers_what_is_typed_moves_the_handle_and_shows_no_number(
    screen: TodayScreen, desk: ShellDesk
) -> None:
    line = desk.panel.form.line
    QTest.keyClicks(line, "37")
    typed = line.grab().toImage()
    screen.show_numbers(False)
    plain = line.grab().toImage()
    line.end_typing()
    assert line.points == 37
    assert plain != typed
    assert line.grab().toImage() == plain
