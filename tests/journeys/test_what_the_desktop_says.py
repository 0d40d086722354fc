"""Reminders heed what the desktop says, as far as the person wants; and Settings try it."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.application.desktop_abilities import Ability
from companion.domain.prompt import PromptState, Reason
from companion.domain.reminder import FixedTimes
from companion.ui.shell.screens import ScreenName
from companion.ui.widgets.desktop_check_card import DesktopCheckCard
from tests.journeys.conftest import Program

NINE = FixedTimes((9 * 60,))


def story(program: Program) -> list[tuple[PromptState, Reason | None]]:
    """What became of the prompt that has gone furthest."""
    record = max(program.ledger(), key=lambda record: len(record.transitions))
    return [(transition.state, transition.reason) for transition in record.transitions]


def test_what_is_held_back_comes_once_the_desktop_lets_it(program: Program) -> None:
    program.core.reminders.add(NINE)
    program.says.say(do_not_disturb=True)
    program.pass_time(hours=1, minutes=2)
    assert program.notifier.shown == {}
    program.says.say(do_not_disturb=False)
    program.pass_time(minutes=1)
    assert len(program.notifier.shown) == 1
    assert story(program) == [
        (PromptState.PLANNED, None),
        (PromptState.DUE, Reason.DO_NOT_DISTURB),
        (PromptState.SHOWN, None),
    ]


def test_what_the_person_does_not_want_to_be_waited_for_holds_nothing_back(program: Program) -> None:
    program.core.preferences.change(waits_for_do_not_disturb=False)
    program.core.reminders.add(NINE)
    program.says.say(do_not_disturb=True)
    program.pass_time(hours=1)
    assert len(program.notifier.shown) == 1


def test_the_desktop_is_asked_only_when_a_prompt_is_due(program: Program) -> None:
    program.core.reminders.add(NINE)
    before = program.says.looks
    program.pass_time(minutes=59)
    assert program.says.looks == before
    program.pass_time(minutes=1)
    assert program.says.looks > before


def test_settings_tell_what_a_test_brought(program: Program, qtbot: QtBot) -> None:
    window = program.desktop.window
    window.open_screen(ScreenName.SETTINGS)
    (card,) = window.screen_of(ScreenName.SETTINGS).findChildren(DesktopCheckCard)
    qtbot.waitUntil(lambda: not card.unfold.isHidden(), timeout=10_000)
    card.unfold.click()
    card.trial_wanted.emit(Ability.FULL_SCREEN)
    program.says.say(is_full_screen=True)
    program.desktop.background.setup.trials.look()
    assert "Noticed: a window fills the screen." in [label.text() for label in card.findChildren(QLabel)]
