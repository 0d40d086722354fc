"""Reminder due → notification → popup → save → ledger answered → the mark on the chart."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from companion.application.instance_address import Message
from companion.domain.checkin import CheckIn, InputMethod, Origin
from companion.domain.prompt import PromptState
from companion.domain.reminder import FixedTimes
from companion.domain.zone import Zone
from companion.presentation.invitation import CHECK_IN_ACTION, LATER_ACTION, NOT_NOW_ACTION
from companion.presentation.timeline import TimelineMark
from companion.ui.screens.chart import ChartScreen
from companion.ui.shell.screens import ScreenName
from tests.journeys.conftest import Program

NINE = FixedTimes((9 * 60,))


def answer_by_keyboard(program: Program, digits: str, letter: Qt.Key) -> None:
    """Types the answers into the popup once its first moment, in which keys do not count, is over."""
    QTest.qWait(450)
    QTest.keyClicks(program.popup.panel.form.line, digits)
    QTest.keyClick(program.popup.panel.form.line, letter)
    QTest.keyClick(program.popup.panel.form.line, Qt.Key.Key_Return)


def saved(program: Program) -> list[CheckIn]:
    with program.core.vault.reading() as store:
        return store.check_ins.between(None, None)


def states(program: Program) -> list[PromptState]:
    (record,) = [r for r in program.ledger() if r.first(PromptState.SHOWN)]
    return [transition.state for transition in record.transitions]


def test_a_reminder_is_answered_and_stands_on_the_chart(program: Program) -> None:
    program.core.reminders.add(NINE)
    program.pass_time(hours=1)
    assert len(program.notifier.shown) == 1

    program.notifier.press(CHECK_IN_ACTION)
    assert program.popup.isVisible()
    answer_by_keyboard(program, "72", Qt.Key.Key_A)

    (check_in,) = saved(program)
    assert (check_in.arousal, check_in.zone, check_in.origin) == (72, Zone.ABOVE, Origin.FIXED)
    assert check_in.answering.method is InputMethod.DIGITS
    assert states(program) == [PromptState.PLANNED, PromptState.DUE, PromptState.SHOWN, PromptState.ANSWERED]
    assert program.notifier.shown == {}
    assert program.popup.card is not None

    program.desktop.window.open_screen(ScreenName.CHART)
    chart = program.desktop.window.screen_of(ScreenName.CHART)
    assert isinstance(chart, ChartScreen)
    program.settle()
    (mark,) = [moment.shown for moment in chart.chart.moments]
    assert isinstance(mark, TimelineMark)
    assert (mark.id, mark.arousal, mark.zone, mark.was_asked) == (check_in.id, 72, Zone.ABOVE, True)


def test_the_card_leads_to_what_it_means(program: Program) -> None:
    program.desktop.popups.open()
    answer_by_keyboard(program, "80", Qt.Key.Key_A)
    assert program.popup.card is not None
    assert program.popup.card.concept_link is not None
    program.popup.card.concept_link.click()
    program.settle()
    assert program.desktop.window.open_name is ScreenName.CONCEPTS
    assert not program.popup.isVisible()


def test_later_brings_it_once_more_and_not_now_ends_it(program: Program) -> None:
    program.core.reminders.add(NINE)
    program.pass_time(hours=1)
    program.notifier.press(LATER_ACTION)
    assert program.notifier.shown == {}
    program.pass_time(minutes=10)
    assert len(program.notifier.shown) == 1
    program.notifier.press(NOT_NOW_ACTION)
    assert states(program)[-4:] == [PromptState.SNOOZED, PromptState.DUE, PromptState.SHOWN, PromptState.DECLINED]
    assert saved(program) == []


def test_a_prompt_nobody_answers_goes_quietly(program: Program) -> None:
    program.core.reminders.add(NINE)
    program.pass_time(hours=1)
    program.pass_time(minutes=31)
    assert program.notifier.shown == {}
    assert states(program)[-1] is PromptState.EXPIRED


def test_without_a_notification_service_the_popup_comes_by_itself_and_takes_no_keyboard(program: Program) -> None:
    program.notifier.is_there = False
    program.core.reminders.add(NINE)
    program.pass_time(hours=1)
    assert program.popup.isVisible()
    assert program.popup.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    program.pass_time(minutes=31)
    assert not program.popup.isVisible()


def test_a_check_in_on_today_answers_the_open_prompt(program: Program) -> None:
    program.core.reminders.add(NINE)
    program.pass_time(hours=1)
    program.desktop.screens.ways.begin_check_in()
    panel = program.desktop.screens.panel
    assert panel is not None
    QTest.keyClicks(panel.form.line, "40")
    QTest.keyClick(panel.form.line, Qt.Key.Key_Return)
    assert states(program)[-1] is PromptState.ANSWERED
    assert program.notifier.shown == {}
    assert panel.is_folded


def test_a_pause_holds_every_prompt_back_and_ends_by_itself(program: Program) -> None:
    program.core.reminders.add(FixedTimes((9 * 60, 11 * 60)))
    program.desktop.rounds.pause_for(timedelta(hours=2))
    program.pass_time(hours=4)
    finals = [record.state for record in program.ledger()]
    assert finals == [PromptState.SUPPRESSED, PromptState.EXPIRED]
    assert program.notifier.sent == [program.ledger()[1].prompt.id]


def test_a_window_opened_later_offers_a_concept_too(new_program: Callable[[], Program], qtbot: QtBot) -> None:
    program = new_program()
    program.start(message=Message.CHECK_IN)
    program.popup.close()
    program.desktop.show_window()
    today = program.desktop.window.screen_of(ScreenName.TODAY)
    qtbot.waitUntil(lambda: "Read" in " ".join(b.text() for b in today.findChildren(QPushButton) if b.isVisible()))
