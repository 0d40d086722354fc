"""From a reminder over a check-in to a practice and what it left; and practices begun by one's own wish."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.application.checkins import Answer
from companion.bootstrap.background import Background
from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.practice import Step
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.prompt import Reason
from companion.domain.zone import Zone
from companion.ui.screens.concepts import ConceptsScreen
from companion.ui.screens.journal import JournalScreen
from companion.ui.screens.practices import PracticesScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.calm_offer import CalmOffer
from companion.ui.widgets.practice_after import PracticeAfterView
from companion.ui.widgets.practice_editor import PracticeEditor
from companion.ui.widgets.practice_player import PracticePlayerView
from tests.journeys.conftest import Program
from tests.journeys.test_locking import lock, set_passphrase, unlock
from tests.journeys.test_the_loop import NINE, answer_by_keyboard
from tests.support.everything_said import everything_said
from tests.support.practice_desk import FakeSteadyClock

CANARY = "Archaeopteryx"


def steady(program: Program) -> FakeSteadyClock:
    """From now on the steady clock stands still until it is told to go on."""
    clock = FakeSteadyClock()
    program.core.__dict__["steady_clock"] = clock
    return clock


def sessions(program: Program) -> list[PracticeSession]:
    with program.core.vault.reading() as store:
        lines = store.journal.older(JournalFilter(kinds=frozenset({JournalKind.PRACTICE})), None, 9).lines
    return [line for line in lines if isinstance(line, PracticeSession)]


def saved(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


def played(program: Program) -> PracticePlayerView:
    part = program.desktop.screens.practices.part
    assert isinstance(part, PracticePlayerView)
    return part


def asked(program: Program) -> PracticeAfterView:
    part = program.desktop.screens.practices.part
    assert isinstance(part, PracticeAfterView)
    return part


def opened(program: Program, key: str = "") -> PracticesScreen:
    program.desktop.window.open_screen(ScreenName.PRACTICES)
    made = program.desktop.window.screen_of(ScreenName.PRACTICES)
    assert isinstance(made, PracticesScreen)
    program.settle()
    if key:
        made.open_practice(key)
    return made


def begin(program: Program, key: str = "ours/orienting") -> PracticePlayerView:
    """Starts one from its page."""
    page = opened(program, key).page
    assert page is not None
    page.start.click()
    program.settle()
    return played(program)


def practise(program: Program, clock: FakeSteadyClock, seconds: float) -> None:
    """So much later, seen as the timer of the player would show it."""
    clock.go_on(seconds)
    program.pass_time(seconds=seconds)
    played(program).refresh()


def test_a_reminder_leads_over_a_check_in_to_a_practice_and_what_it_left(program: Program) -> None:
    clock = steady(program)
    program.core.reminders.add(NINE)
    program.pass_time(hours=1, minutes=1)
    program.desktop.popups.open()
    answer_by_keyboard(program, "80", Qt.Key.Key_A)
    card = program.popup.card
    assert card is not None
    assert card.action is not None
    assert card.action.text() == "Look around the room, slowly"
    card.action.click()
    program.settle()
    assert not program.popup.isVisible()
    assert played(program).window().isVisible()
    assert played(program).window() is not program.desktop.window
    practise(program, clock, 80)
    after = asked(program)
    after.line.put(0)
    after.answers[Felt.LIGHTER].click()
    after.done.click()
    (session,), (check_in,) = sessions(program), saved(program)
    assert (session.practice, session.check_in_id, session.before) == ("ours/orienting", check_in.id, 80)
    assert (session.after, session.felt, session.stopped_early) == (0, Felt.LIGHTER, False)
    assert not program.desktop.screens.practices.is_window_open
    program.desktop.window.open_screen(ScreenName.JOURNAL)
    program.settle()
    journal = program.desktop.window.screen_of(ScreenName.JOURNAL)
    assert isinstance(journal, JournalScreen)
    assert "Orienting" in everything_said()


def test_by_the_keyboard_alone_one_is_found_begun_paused_and_stopped(program: Program, qtbot: QtBot) -> None:
    clock = steady(program)
    screen = opened(program)
    program.desktop.window.bring_up()
    qtbot.waitUntil(program.desktop.window.isActiveWindow)
    QTest.keyClicks(program.desktop.window.focusWidget(), "slow br")
    screen.open_practice("ours/slow-breathing")
    assert screen.page is not None
    screen.page.start.setFocus()
    QTest.keyClick(screen.page.start, Qt.Key.Key_Space)
    view = played(program)
    assert view.window() is program.desktop.window
    assert view.pause.hasFocus()
    practise(program, clock, 12)
    QTest.keyClick(view.pause, Qt.Key.Key_Space)
    assert view.pause.text() == "Go on"
    QTest.keyClick(view.pause, Qt.Key.Key_Escape)
    after = asked(program)
    assert after.done.hasFocus()
    QTest.keyClick(after.done, Qt.Key.Key_Escape)
    (session,) = sessions(program)
    assert (session.stopped_early, session.after, session.felt) == (True, None, None)
    assert screen.stage is None


def test_what_was_begun_by_mistake_is_not_kept_and_nothing_is_asked(program: Program) -> None:
    clock = steady(program)
    view = begin(program)
    clock.go_on(5)
    view.stop.click()
    assert sessions(program) == []
    assert program.desktop.screens.practices.part is None


def test_switching_to_grounding_keeps_what_was_and_looks_around_instead(program: Program) -> None:
    clock = steady(program)
    view = begin(program, "ours/slow-breathing")
    practise(program, clock, 30)
    view.ground.click()
    assert played(program).presenter.playing.practice.key == "ours/orienting"
    assert played(program).ground.isHidden()
    assert [(s.practice, s.stopped_early) for s in sessions(program)] == [("ours/slow-breathing", True)]


def test_it_goes_on_in_a_small_window_when_the_main_window_is_closed(
    program: Program, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = steady(program)
    view = begin(program)
    monkeypatch.setattr(Background, "is_in_tray", property(lambda _self: True))
    practise(program, clock, 20)
    program.desktop.window.closed_by_person.emit()
    program.desktop.window.hide()
    assert played(program) is view
    assert view.isVisible()
    assert view.window().windowTitle() == "Companion"
    practise(program, clock, 60)
    asked(program).done.click()
    assert [session.stopped_early for session in sessions(program)] == [False]


def test_from_the_small_window_it_comes_back_to_the_main_one(program: Program) -> None:
    steady(program)
    view = begin(program)
    view.own_window.click()
    assert view.window() is not program.desktop.window
    view.on_top.setChecked(True)
    assert view.window().windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    view.own_window.click()
    assert view.window() is program.desktop.window


def test_one_of_ours_goes_on_while_locked_and_is_noted_afterwards(program: Program, qtbot: QtBot) -> None:
    set_passphrase(program, qtbot)
    clock = steady(program)
    view = begin(program)
    lock(program)
    assert played(program) is view
    practise(program, clock, 80)
    asked(program).answers[Felt.SAME].click()
    asked(program).done.click()
    unlock(program, qtbot)
    assert [(session.practice, session.felt) for session in sessions(program)] == [("ours/orienting", Felt.SAME)]


def test_one_of_their_own_is_kept_and_gone_from_sight_when_it_is_locked(program: Program, qtbot: QtBot) -> None:
    set_passphrase(program, qtbot)
    clock = steady(program)
    own = program.core.practices.add(CANARY, (Step(f"Call {CANARY}", seconds=60),))
    begin(program, own.key)
    practise(program, clock, 20)
    lock(program)
    assert CANARY not in everything_said()
    unlock(program, qtbot)
    assert [session.title for session in sessions(program)] == [CANARY]


def test_one_of_ones_own_is_written_starred_and_then_offered_first(program: Program) -> None:
    screen = opened(program)
    screen.new.click()
    editor = screen.stage
    assert isinstance(editor, PracticeEditor)
    QTest.keyClicks(editor.title, "Tea")
    editor.lines.setPlainText("Warm the pot\nSit outside (5 min)")
    editor.zones[Zone.BELOW].click()
    editor.save.click()
    assert screen.stage is None
    assert screen.page is not None
    screen.page.star.click()
    first, *_others = program.core.practices.suggest(Zone.BELOW)
    assert (first.practice.title, first.practice.steps[1].seconds) == ("Tea", 300)


def test_what_was_removed_comes_back_with_undo(program: Program) -> None:
    own = program.core.practices.add("Tea", (Step("Warm the pot"),))
    screen = opened(program, own.key)
    assert screen.page is not None
    screen.page.remove.click()
    assert own.key not in [each.key for each in program.core.practices.all()]
    program.desktop.window.undo_wanted.emit()
    assert own.key in [each.key for each in program.core.practices.all()]


def test_a_program_that_ends_keeps_what_was_practised(new_program: Callable[[], Program]) -> None:
    program = new_program()
    program.start()
    clock = steady(program)
    begin(program)
    practise(program, clock, 30)
    program.stop()
    again = new_program()
    again.start()
    assert [session.stopped_early for session in sessions(again)] == [True]


def test_on_today_one_thing_is_offered_too_and_played_where_the_person_is(program: Program) -> None:
    clock = steady(program)
    panel = program.desktop.screens.panel
    assert panel is not None
    QTest.keyClicks(panel.form.line, "15")
    QTest.keyClick(panel.form.line, Qt.Key.Key_B)
    QTest.keyClick(panel.form.line, Qt.Key.Key_Return)
    program.settle()
    (offer,) = program.desktop.window.findChildren(CalmOffer)
    assert offer.other is not None
    offer.other.click()
    offer.others[0].click()
    program.settle()
    assert program.desktop.window.open_name is ScreenName.PRACTICES
    assert played(program).window() is program.desktop.window
    practise(program, clock, 20)
    played(program).stop.click()
    (session,), (check_in,) = sessions(program), saved(program)
    assert (session.check_in_id, session.before) == (check_in.id, 15)


def test_a_concept_leads_to_what_can_be_tried(program: Program, qtbot: QtBot) -> None:
    program.desktop.screens.ways.open_concept("ours/below-the-window")
    program.settle()
    concepts = program.desktop.window.screen_of(ScreenName.CONCEPTS)
    assert isinstance(concepts, ConceptsScreen)
    concepts.practice_wanted.emit("ours/wake-the-muscles")
    program.settle()
    assert program.desktop.window.open_name is ScreenName.PRACTICES
    qtbot.waitUntil(lambda: "Press, push, shake" in everything_said())  # they are read beside


def test_what_was_half_written_is_out_of_sight_while_locked_and_there_again(program: Program, qtbot: QtBot) -> None:
    set_passphrase(program, qtbot)
    screen = opened(program)
    screen.new.click()
    editor = screen.stage
    assert isinstance(editor, PracticeEditor)
    editor.title.setText(CANARY)
    editor.lines.setPlainText(f"Call {CANARY}")
    lock(program)
    assert CANARY not in everything_said()
    unlock(program, qtbot)
    again = screen.stage
    assert isinstance(again, PracticeEditor)
    assert (again.written.title, again.written.lines) == (CANARY, f"Call {CANARY}")


def test_hidden_with_everything_else_it_goes_on_and_is_there_again(program: Program) -> None:
    clock = steady(program)
    view = begin(program)
    view.own_window.click()
    program.desktop.locking.hide()
    program.settle()
    assert not view.isVisible()
    practise(program, clock, 20)
    program.desktop.show_window()
    assert view.isVisible()
    assert "1:00 left" in view.presenter.look().below  # type: ignore[union-attr]


def test_the_journal_tells_what_was_noted_and_which_check_in_led_to_it(program: Program) -> None:
    clock = steady(program)
    check_in = program.core.check_ins.record(Answer(arousal=80, zone=Zone.ABOVE), answers_open_prompt=False)
    program.desktop.screens.practices.begin_after("ours/orienting", check_in)
    practise(program, clock, 80)
    asked(program).answers[Felt.HEAVIER].click()
    asked(program).done.click()
    program.desktop.window.open_screen(ScreenName.JOURNAL)
    program.settle()
    journal = program.desktop.window.screen_of(ScreenName.JOURNAL)
    assert isinstance(journal, JournalScreen)
    (session,) = sessions(program)
    journal.open_line(session.id, session.started_at.utc)
    program.settle()
    said = everything_said()
    assert "After the check-in" in said
    assert "It left me" in said


def test_a_reminder_waits_until_a_practice_is_over_and_comes_then(program: Program) -> None:
    clock = steady(program)
    program.core.reminders.add(NINE)
    program.pass_time(minutes=59)
    begin(program)
    program.pass_time(minutes=2)
    assert program.notifier.sent == []
    with program.core.vault.reading() as store:
        (record,) = store.ledger.unfinished()
    assert record.transitions[-1].reason is Reason.PRACTISING
    practise(program, clock, 80)
    asked(program).done.click()
    program.pass_time(seconds=10)
    assert len(program.notifier.sent) == 1


def test_stopped_at_once_the_keyboard_is_where_it_can_be_started_again(program: Program) -> None:
    player = begin(program)
    QTest.keyClick(player.pause, Qt.Key.Key_Escape)
    program.settle()
    focused = program.desktop.window.focusWidget()
    page = opened(program).page
    assert page is not None
    assert focused is page.start
