"""Reminders wait for what the person wants them to wait for, and for nothing else."""

from datetime import timedelta

import pytest

from companion.application.heeded_desktop import HeededDesktop
from companion.application.settings import Settings
from companion.domain.desktop import Desktop
from companion.domain.holding import reason_to_hold
from companion.domain.prompt import Reason
from tests.support.builders import NOW
from tests.support.desktop_state import FakeDesktopState

SITUATIONS = [
    (Desktop(is_typing=True, idle_for=timedelta(seconds=2)), "waits_while_typing", Reason.TYPING),
    (Desktop(is_full_screen=True), "waits_in_full_screen", Reason.FULL_SCREEN),
    (Desktop(do_not_disturb=True), "waits_for_do_not_disturb", Reason.DO_NOT_DISTURB),
    (Desktop(screen_locked=True), "waits_while_locked", Reason.SCREEN_LOCKED),
    (Desktop(idle_for=timedelta(hours=1)), "waits_while_away", Reason.AWAY),
    (Desktop(resumed_at=NOW - timedelta(minutes=1)), "waits_after_start", Reason.START_UP),
]


def heeded(says: Desktop, settings: Settings) -> Desktop:
    desktop = FakeDesktopState()
    desktop.says = says
    return HeededDesktop(desktop, lambda: settings).look()


@pytest.mark.parametrize(("says", "switch", "reason"), SITUATIONS)
def test_a_situation_holds_a_prompt_back_until_it_is_switched_off(says: Desktop, switch: str, reason: Reason) -> None:
    assert reason_to_hold(heeded(says, Settings()), NOW) is reason
    unheeded = Settings()._replace(**{switch: False})  # type: ignore[arg-type]  # a setting by its name
    assert reason_to_hold(heeded(says, unheeded), NOW) is None


@pytest.mark.parametrize(("says", "switch", "reason"), SITUATIONS)
def test_the_other_switches_do_not_matter_to_it(says: Desktop, switch: str, reason: Reason) -> None:
    others = {other: False for _says, other, _reason in SITUATIONS if other != switch}
    settings = Settings()._replace(**others)  # type: ignore[arg-type]  # settings by their names
    assert reason_to_hold(heeded(says, settings), NOW) is reason


def test_what_the_desktop_does_not_say_stays_unknown() -> None:
    assert heeded(Desktop(), Settings()) == Desktop()


def test_a_practice_is_heeded_whatever_is_switched_off() -> None:
    nothing = Settings()._replace(**{switch: False for _says, switch, _reason in SITUATIONS})  # type: ignore[arg-type]
    desktop = HeededDesktop(FakeDesktopState(), lambda: nothing, lambda: True)
    assert reason_to_hold(desktop.look(), NOW) is Reason.PRACTISING
