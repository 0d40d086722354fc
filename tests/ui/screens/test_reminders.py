"""Reminders: switch, edit, remove and take that back, pause; the keyboard stays where it was."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.domain.reminder import FixedTimes, Reminder
from companion.domain.reminder_questions import Choice, Question
from companion.ui.screens.reminders import RemindersScreen
from companion.ui.theme.theme import Theme
from companion.ui.widgets.reminder_card import ReminderCard
from companion.ui.widgets.reminder_editor import ReminderEditor
from tests.support.reminding import at, at_random
from tests.support.shell_desk import ShellDesk


@pytest.fixture
def desk(tmp_path: Path, theme: Theme) -> ShellDesk:
    made = ShellDesk(tmp_path, theme)
    for rule in (at_random(4, "09:00", "21:00"), at("21:15")):
        made.reminders.add(rule)
    return made


@pytest.fixture
def screen(desk: ShellDesk, qtbot: QtBot) -> Iterator[RemindersScreen]:
    made = desk.reminders_screen()
    qtbot.addWidget(made)
    made.resize(1000, 700)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def kept(desk: ShellDesk) -> list[Reminder]:
    return desk.reminders.reminders()


def card(screen: RemindersScreen, place: int = 0) -> ReminderCard:
    return list(screen.cards.values())[place]


def texts(screen: RemindersScreen) -> list[str]:
    return [found.text() for found in screen.findChildren(QLabel) if found.isVisible()]


def editor_of(screen: RemindersScreen, reminder_id: str | None) -> ReminderEditor:
    editor = screen.edit(reminder_id)
    assert editor is not None
    return editor


def toast_button(screen: RemindersScreen) -> QPushButton:
    found = screen.toast.findChild(QPushButton)
    assert isinstance(found, QPushButton)
    return found


def test_the_switch_switches_and_keeps_the_keyboard(screen: RemindersScreen, desk: ShellDesk) -> None:
    switch = card(screen).row.switch
    switch.setFocus()
    QTest.keyClick(switch, Qt.Key.Key_Space)
    assert [reminder.is_on for reminder in kept(desk)] == [False, True]
    assert QApplication.focusWidget() is switch


def test_a_switch_is_called_by_what_it_switches(screen: RemindersScreen) -> None:
    assert card(screen, 1).row.switch.accessibleName() == "At set times, 21:15, every day"
    assert card(screen, 1).edit.accessibleName() == "Edit 21:15, every day"


def test_what_comes_next_is_said_and_follows_the_switches(screen: RemindersScreen) -> None:
    assert any(text.startswith("Next reminder") for text in texts(screen))
    for place in (0, 1):
        card(screen, place).row.switch.click()
    assert not any(text.startswith("Next reminder") for text in texts(screen))


def test_a_new_reminder_appears_below_the_others(screen: RemindersScreen, desk: ShellDesk) -> None:
    editor = editor_of(screen, None)
    editor.submit()
    assert not editor.isVisible()
    assert len(kept(desk)) == 3
    assert list(screen.cards) == [reminder.id for reminder in kept(desk)]


def test_an_edited_reminder_says_so_on_its_card(screen: RemindersScreen, desk: ShellDesk) -> None:
    before = card(screen, 1)
    editor = editor_of(screen, kept(desk)[1].id)
    editor.parts.times.more.click()
    editor.submit()
    assert kept(desk)[1].rule == FixedTimes((21 * 60 + 15, 23 * 60 + 59))
    assert card(screen, 1) is before
    assert "21:15, 23:59, every day" in texts(screen)


def test_cancelling_changes_nothing(screen: RemindersScreen, desk: ShellDesk) -> None:
    before = kept(desk)
    editor = editor_of(screen, before[1].id)
    editor.parts.times.more.click()
    QTest.keyClick(editor, Qt.Key.Key_Escape)
    assert not editor.isVisible()
    assert kept(desk) == before


def test_one_that_is_gone_meanwhile_has_no_editor(screen: RemindersScreen, desk: ShellDesk) -> None:
    gone = kept(desk)[0]
    desk.reminders.remove(gone.id)
    assert screen.edit(gone.id) is None
    assert gone.id not in screen.cards


def test_a_removed_reminder_can_be_brought_back(screen: RemindersScreen, desk: ShellDesk) -> None:
    removed = kept(desk)[1]
    card(screen, 1).remove.click()
    assert len(kept(desk)) == len(screen.cards) == 1
    assert screen.toast.isVisible()
    toast_button(screen).click()
    assert [reminder.rule for reminder in kept(desk)] == [kept(desk)[0].rule, removed.rule]
    assert len(screen.cards) == 2
    assert not screen.toast.isVisible()


def test_undo_brings_back_once(screen: RemindersScreen, desk: ShellDesk) -> None:
    screen.remove(kept(desk)[0].id)
    assert screen.undo()
    assert not screen.undo()
    assert len(kept(desk)) == 2


def test_after_removing_the_keyboard_is_not_lost(screen: RemindersScreen) -> None:
    card(screen, 1).remove.setFocus()
    card(screen, 1).remove.click()
    assert QApplication.focusWidget() is screen.new


def test_without_reminders_it_says_that_none_are_needed(screen: RemindersScreen, desk: ShellDesk) -> None:
    for reminder in kept(desk):
        screen.remove(reminder.id)
    assert "No reminders yet, and none are needed." in texts(screen)
    assert not screen.pause.isVisible()


def test_a_pause_is_chosen_shown_and_ended(screen: RemindersScreen, desk: ShellDesk) -> None:
    menu = screen.pause.menu()
    chosen = ["Not today", "For an hour", "Until tomorrow", "For a week", "Until I end it"]
    assert [action.text() for action in menu.actions()] == chosen
    menu.actions()[1].trigger()
    assert desk.rounds.paused_until() is not None
    assert "Reminders are paused and go on at 15:06" in texts(screen)
    assert not screen.pause.isVisible()
    screen.end_pause.click()
    assert desk.rounds.paused_until() is None
    assert screen.pause.isVisible()


def test_the_keyboard_goes_from_the_pause_to_its_end_and_back(screen: RemindersScreen) -> None:
    screen.pause.setFocus()
    screen.pause.menu().actions()[1].trigger()
    assert screen.focusWidget() is screen.end_pause
    screen.end_pause.click()
    assert screen.focusWidget() is screen.pause


def test_after_a_pause_the_button_does_not_look_as_if_the_pointer_was_on_it(screen: RemindersScreen) -> None:
    screen.pause.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    screen.pause.menu().actions()[1].trigger()
    screen.end_pause.click()
    assert not screen.pause.underMouse()


def test_a_pause_that_ended_by_itself_is_not_shown_any_more(screen: RemindersScreen, desk: ShellDesk) -> None:
    desk.rounds.pause_for(timedelta(hours=1))
    desk.clock.pass_time(hours=2)
    screen.refresh()
    assert screen.pause.isVisible()
    assert not screen.end_pause.isVisible()


def test_the_days_to_come_are_shown_while_a_reminder_is_on(screen: RemindersScreen) -> None:
    assert screen.fortnight.isVisibleTo(screen)
    for place in (0, 1):
        card(screen, place).row.switch.click()
    assert not screen.fortnight.isVisibleTo(screen)


def test_why_it_asked_is_one_click_away_and_the_way_back_too(screen: RemindersScreen) -> None:
    screen.why.click()
    assert screen.story.isVisible()
    assert not screen.new.isVisible()
    screen.story.back.click()
    assert screen.new.isVisible()
    assert QApplication.focusWidget() is screen.why


def test_the_question_is_answered_here(screen: RemindersScreen, desk: ShellDesk) -> None:
    assert not screen.question.isVisible()
    desk.questions.question = Question.FEW_ANSWERS
    screen.refresh()
    screen.question.buttons[Choice.OTHER_TIMES].click()
    assert desk.questions.answers == [Choice.OTHER_TIMES]
    assert QApplication.focusWidget() is card(screen).edit


def test_what_changed_while_it_was_not_seen_is_shown_once_it_is_seen(
    screen: RemindersScreen, desk: ShellDesk
) -> None:
    screen.hide()
    desk.reminders.remove(kept(desk)[0].id)
    screen.refresh_if_seen()
    assert len(screen.cards) == 2
    screen.show()
    assert len(screen.cards) == 1


def test_a_test_is_asked_for(screen: RemindersScreen, qtbot: QtBot) -> None:
    with qtbot.waitSignal(screen.test_wanted):
        screen.test.click()


def test_while_locked_nothing_of_it_stays(screen: RemindersScreen, desk: ShellDesk) -> None:
    editor = editor_of(screen, kept(desk)[0].id)
    screen.show_story()
    desk.vault.lock()
    screen.put_away()
    assert not editor.isVisible()
    assert screen.cards == {}
    assert not screen.story.isVisible()
    for part in (screen.fortnight, screen.stillness, screen.why):
        assert not part.isVisible()
    assert any(text.startswith("Your notebook is locked.") for text in texts(screen))


def test_what_cannot_be_done_is_said_and_the_truth_is_shown(screen: RemindersScreen, desk: ShellDesk) -> None:
    desk.reminders.remove(kept(desk)[0].id)
    card(screen).row.switch.click()
    assert screen.toast.isVisible()
    assert len(screen.cards) == 1


def test_with_less_room_the_buttons_stand_below_the_words(screen: RemindersScreen) -> None:
    shown = card(screen)
    words = next(found for found in shown.findChildren(QLabel) if found.text() == "Through the day")
    assert top(shown.edit, shown) < top(words, shown) + 2 * words.height()
    screen.resize(440, 700)
    QApplication.processEvents()
    assert top(shown.edit, shown) > top(words, shown) + 2 * words.height()


def test_the_buttons_stand_beside_the_title_only_where_both_are_whole(screen: RemindersScreen) -> None:
    title = next(found for found in screen.findChildren(QLabel) if found.text() == "Reminders")
    assert top(screen.new, screen) < top(title, screen) + title.height()
    screen.resize(520, 700)
    QApplication.processEvents()
    assert top(screen.new, screen) >= top(title, screen) + title.height()
    assert top(screen.new, screen) == top(screen.test, screen)


def top(part: QWidget, whole: QWidget) -> int:
    return part.mapTo(whole, QPoint()).y()
