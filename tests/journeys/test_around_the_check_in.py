"""What is around the check-in on Today: something to reflect on, a note to read, and calm where that is needed."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton
from pytestqt.qtbot import QtBot

from companion.application.practices import FOR_GROUNDING
from companion.domain.reflection import Reflection
from companion.domain.zone import Zone
from companion.presentation.checkin_form import Filled
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.note_view import NoteView
from companion.ui.widgets.practice_player import PracticePlayerView
from tests.journeys.conftest import Program


def today(program: Program, qtbot: QtBot) -> TodayScreen:
    """Today, once the notes are read."""
    screen = program.desktop.window.screen_of(ScreenName.TODAY)
    assert isinstance(screen, TodayScreen)
    qtbot.waitUntil(lambda: screen.concept_card.isVisible() and screen.reflection_card.isVisible(), timeout=10_000)
    return screen


def reflections(program: Program) -> list[Reflection]:
    with program.core.vault.reading() as store:
        return store.reflections.between(None, None)


def check_in(program: Program, zone: Zone) -> None:
    panel = program.desktop.screens.panel
    assert panel is not None
    panel.form.put(Filled(80, zone))
    panel.submit()


def large_actions(screen: TodayScreen) -> list[QPushButton]:
    """What the calm offers."""
    words = "What is happening in my body?"
    return [found for found in screen.findChildren(QPushButton) if found.isVisible() and found.text() == words]


def test_a_question_is_answered_with_the_keyboard_and_asked_no_more_that_day(program: Program, qtbot: QtBot) -> None:
    card = today(program, qtbot).reflection_card
    card.write.setFocus()
    QTest.keyClick(card.write, Qt.Key.Key_Space)
    QTest.keyClicks(card.field, "a slow walk")
    QTest.keyClick(card.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    (reflection,) = reflections(program)
    assert reflection.text == "a slow walk"
    assert reflection.question in [
        question
        for concept in program.core.library.concepts()
        if concept.key == reflection.concept
        for question in concept.prompts
    ]
    program.desktop.window.open_screen(ScreenName.CHART)
    program.desktop.window.open_screen(ScreenName.TODAY)
    assert not card.isVisible()


def test_not_today_holds_over_a_new_start_until_the_next_day(
    program: Program, new_program: Callable[[], Program], qtbot: QtBot
) -> None:
    today(program, qtbot).reflection_card.not_today.click()
    program.stop()
    again = new_program()
    again.start()
    screen = again.desktop.window.screen_of(ScreenName.TODAY)
    assert isinstance(screen, TodayScreen)
    qtbot.waitUntil(screen.concept_card.isVisible, timeout=10_000)
    assert not screen.reflection_card.isVisible()
    again.pass_time(hours=24)
    again.desktop.window.activated.emit()
    assert screen.reflection_card.isVisible()


def test_a_question_that_stirs_things_up_leads_to_grounding_and_what_was_written_stays(
    program: Program, qtbot: QtBot
) -> None:
    card = today(program, qtbot).reflection_card
    card.write.click()
    QTest.keyClicks(card.field, "it was")
    card.grounding.click()
    part = program.desktop.screens.practices.part
    assert isinstance(part, PracticePlayerView)
    assert part.isVisible()
    assert part.presenter.playing.practice.key == FOR_GROUNDING
    program.desktop.window.open_screen(ScreenName.TODAY)
    assert card.field.isVisible()
    assert card.field.toPlainText() == "it was"


def test_read_opens_the_note_with_the_keyboard_in_its_text(program: Program, qtbot: QtBot) -> None:
    program.desktop.window.resize(1000, 480)
    today(program, qtbot).concept_card.read.click()
    program.settle()
    view = QApplication.focusWidget()
    assert isinstance(view, NoteView)
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    qtbot.waitUntil(lambda: view.verticalScrollBar().value() > 0)


def test_after_a_hard_moment_there_is_one_thing_and_then_everything_again(program: Program, qtbot: QtBot) -> None:
    screen = today(program, qtbot)
    check_in(program, Zone.ABOVE)
    program.settle()
    assert "You noticed. That is enough for now." in [found.text() for found in screen.findChildren(QLabel)]
    assert not screen.concept_card.isVisible()
    assert not screen.reflection_card.isVisible()
    (action,) = large_actions(screen)
    action.click()
    assert program.desktop.window.open_name is ScreenName.CONCEPTS
    program.clock.pass_time(minutes=6)
    program.desktop.window.open_screen(ScreenName.TODAY)
    assert screen.concept_card.isVisible()
    assert screen.reflection_card.isVisible()
    assert large_actions(screen) == []
