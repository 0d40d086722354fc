"""The rounds and what holds a prompt back: it waits, it comes as soon as it may, and else it says why not."""

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import PlanFile
from companion.application.events import PromptsPassed, VaultUnlocked
from companion.application.prompt_rounds import PromptRounds
from companion.domain.desktop import SILENT, Desktop
from companion.domain.pause import Pause
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import DayRange, Manner, Purpose, TimeRange
from companion.domain.wall_time import moment_at
from tests.support.builders import a_check_in
from tests.support.reminding import Desk, at, minutes


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, plan_file=PlanFile(tmp_path / "store"))
    desk.rounds.start()
    return desk


def quiet(start: str, end: str) -> QuietHours:
    return QuietHours((DayRange(TimeRange(minutes(start), minutes(end))),))


def only_after(hours: float, purpose: Purpose = Purpose.CHECK_IN) -> Manner:
    return Manner(purpose, only_after_silence=timedelta(hours=hours))


HELD = [
    ({"is_typing": True}, "typing"),
    ({"is_full_screen": True}, "full_screen"),
    ({"do_not_disturb": True}, "do_not_disturb"),
    ({"screen_locked": True}, "screen_locked"),
    ({"idle_for": timedelta(minutes=6)}, "away"),
]


@pytest.mark.parametrize(("says", "why"), HELD)
def test_it_comes_as_soon_as_the_desktop_lets_it(desk: Desk, says: dict[str, object], why: str) -> None:
    reminder = desk.reminders.add(at("09:00"))
    desk.desktop.say(**says)
    desk.wait_until("2026-11-22T09:06:00")
    assert desk.display.shown == []
    desk.desktop.say(**dict.fromkeys(says))
    desk.wait_until("2026-11-22T09:06:10")
    assert desk.display.times == ["09:00"]
    assert reminder.id == desk.display.shown[0].reminder_id
    assert desk.story(desk.display.shown[0].id) == ["planned", f"due({why})", "shown"]


@pytest.mark.parametrize(("says", "why"), HELD)
def test_after_ten_minutes_it_says_why_it_did_not_come(desk: Desk, says: dict[str, object], why: str) -> None:
    desk.reminders.add(at("09:00"))
    desk.desktop.say(**says)
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.display.shown == []
    assert desk.outcomes() == [f"09:00 suppressed({why})"]


def test_the_desktop_is_asked_only_while_a_prompt_may_come(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.wait_until("2026-11-22T14:59:59")
    assert desk.desktop.looks == 1
    desk.wait_until("2026-11-22T23:00:00")
    assert desk.desktop.looks == 2


def test_whoever_comes_back_finds_one_prompt_and_not_many(desk: Desk) -> None:
    for _ in range(3):
        desk.reminders.add(at("09:00"))
    desk.desktop.say(idle_for=timedelta(minutes=30))
    desk.wait_until("2026-11-22T09:05:00")
    desk.desktop.say(idle_for=timedelta(0))
    desk.wait_until("2026-11-22T12:00:00")
    assert len(desk.display.shown) == 1
    assert sorted(desk.outcomes()) == [
        "09:00 expired",
        "09:00 suppressed(too_close)",
        "09:00 suppressed(too_close)",
    ]


def test_a_restart_while_it_is_held_back_changes_nothing(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.desktop.say(is_typing=True)
    desk.wait_until("2026-11-22T09:03:00")
    desk.restart()
    desk.wait_until("2026-11-22T09:05:00")
    assert desk.display.shown == []
    desk.desktop.say(is_typing=False)
    desk.wait_until("2026-11-22T09:05:10")
    assert desk.display.times == ["09:00"]


def test_asleep_while_it_is_held_back_it_does_not_come_later(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.desktop.say(is_full_screen=True)
    desk.wait_until("2026-11-22T09:03:00")
    desk.sleep_until("2026-11-22T11:00:00")
    assert desk.outcomes() == ["09:00 suppressed(full_screen)"]


def test_just_after_waking_it_waits_and_what_was_slept_through_is_asleep(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "11:04", "15:00"))
    desk.clock.set("2026-11-22T11:03:00")
    desk.desktop.say(resumed_at=desk.clock.now().utc)
    desk.rounds.advance()
    desk.wait_until("2026-11-22T11:12:59")
    assert desk.display.shown == []
    desk.wait_until("2026-11-22T11:13:10")
    assert desk.display.times == ["11:04"]
    assert desk.outcomes() == ["09:00 asleep", "11:04 shown", "15:00 planned"]


def test_what_passed_while_nothing_was_running_is_told_once(desk: Desk) -> None:
    told: list[PromptsPassed] = []
    desk.bus.listen(PromptsPassed, told.append)
    desk.reminders.add(at("09:00", "12:00", "15:00"))
    desk.sleep_until("2026-11-22T13:00:00")
    desk.rounds.advance()
    assert [[f"{prompt.at.local:%H:%M}" for prompt in news.prompts] for news in told] == [["09:00", "12:00"]]


def test_in_quiet_hours_nothing_comes_and_nothing_comes_later_either(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "12:30", "15:00"))
    desk.reminders.keep_quiet(quiet("12:00", "14:00"))
    assert desk.reminders.quiet_hours() == quiet("12:00", "14:00")
    desk.wait_until("2026-11-22T16:00:00")
    assert desk.display.times == ["09:00", "15:00"]
    assert "12:30 suppressed(quiet_hours)" in desk.outcomes()


def test_quiet_hours_that_begin_while_it_is_held_back_are_not_entered(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.reminders.keep_quiet(quiet("09:05", "10:00"))
    desk.desktop.say(is_typing=True)
    desk.wait_until("2026-11-22T09:04:55")
    desk.desktop.say(is_typing=False)
    desk.clock.set("2026-11-22T09:05:00")
    desk.rounds.advance()
    assert desk.outcomes() == ["09:00 suppressed(quiet_hours)"]


def test_a_snoozed_prompt_does_not_come_again_in_quiet_hours(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.reminders.keep_quiet(quiet("09:05", "10:00"))
    desk.wait_until("2026-11-22T09:01:00")
    desk.rounds.snooze(desk.display.shown[0].id)
    desk.wait_until("2026-11-22T10:30:00")
    assert len(desk.display.shown) == 1
    assert desk.outcomes() == ["09:00 expired"]


def test_quiet_hours_hold_while_locked_too(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.reminders.keep_quiet(quiet("08:30", "10:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T15:00:00")
    assert desk.display.times == ["15:00"]
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())
    assert desk.outcomes() == ["09:00 suppressed(quiet_hours)", "15:00 shown"]


def test_what_is_held_back_while_locked_is_in_the_ledger_afterwards(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.desktop.say(is_typing=True)
    desk.wait_until("2026-11-22T12:00:00")
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())
    (record,) = desk.ledger()
    assert desk.story(record.prompt.id) == ["planned", "due(typing)", "suppressed(typing)"]


def test_one_that_asks_only_after_silence_does_not_ask_after_a_check_in(desk: Desk) -> None:
    desk.reminders.add(at("10:00", "12:00"), manner=only_after(3))
    desk.wait_until("2026-11-22T08:30:00")
    desk.check_in()
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.display.times == ["12:00"]
    assert desk.outcomes() == ["10:00 suppressed(recently_logged)", "12:00 shown"]


def test_an_answer_counts_as_noted_too(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.reminders.add(at("10:00"), manner=only_after(2))
    desk.wait_until("2026-11-22T09:05:00")
    desk.check_in()
    desk.wait_until("2026-11-22T10:00:00")
    assert "10:00 suppressed(recently_logged)" in desk.outcomes()


def test_what_was_noted_while_locked_counts_after_a_restart_too(desk: Desk, tmp_path: Path) -> None:
    from companion.adapters.storage.vault import SqliteVault

    desk.reminders.add(at("09:00"))
    desk.reminders.add(at("11:00"), manner=only_after(4))
    desk.vault.lock()
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_in()
    desk.vault = SqliteVault(tmp_path / "store", start_locked=True)
    desk.restart()
    desk.wait_until("2026-11-22T11:00:00")
    assert desk.display.shown == []


def test_a_changed_manner_counts_from_then_on(desk: Desk) -> None:
    reminder = desk.reminders.add(at("10:00"))
    desk.check_in()
    desk.reminders.change(reminder.id, reminder.rule, only_after(6))
    desk.wait_until("2026-11-22T10:00:00")
    assert desk.outcomes() == ["10:00 replaced", "10:00 suppressed(recently_logged)"]


def test_an_expiry_of_one_s_own_counts(desk: Desk) -> None:
    desk.reminders.add(at("09:00"), manner=Manner(expiry=timedelta(minutes=10)))
    desk.wait_until("2026-11-22T09:09:59")
    assert desk.rounds.open_prompt() is not None
    desk.wait_until("2026-11-22T09:10:00")
    assert desk.outcomes() == ["09:00 expired"]


class _LooksAt:
    """A desktop that is silent, and on which something else goes on while it is asked."""

    def __init__(self, goes_on: Callable[[], None]) -> None:
        self._goes_on = goes_on

    def look(self) -> Desktop:
        self._goes_on()
        return SILENT


def beside(desk: Desk, goes_on: Callable[[], None]) -> PromptRounds:
    """Rounds at that desk whose desktop takes long enough to answer for something else to go on."""
    return PromptRounds(desk.vault, desk.clock, desk.alarm, desk.display, desk.bus, desk.plan_file, _LooksAt(goes_on))


def pause_from_elsewhere(desk: Desk) -> None:
    """Another process pauses the reminders, over a connection of its own."""
    now = desk.clock.now()
    other = desk.vault.worker()
    with other.writing() as store:
        store.pauses.set(Pause(now, moment_at(now.utc + timedelta(hours=2), desk.clock.zone())))
    other.close()


def test_nobody_waits_for_the_store_while_the_desktop_is_asked(desk: Desk) -> None:
    saved: list[str] = []
    check_in = a_check_in(hours_ago=30)

    def save_from_elsewhere() -> None:
        other = desk.vault.worker()
        with other.writing() as store:
            store.check_ins.add(check_in)
        other.close()
        saved.append(check_in.id)

    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-22T09:00:00")
    beside(desk, save_from_elsewhere).advance()
    assert len(saved) == 1
    assert desk.display.times == ["09:00"]


def test_a_pause_that_begins_while_the_desktop_is_asked_holds(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-22T09:00:00")
    beside(desk, lambda: pause_from_elsewhere(desk)).advance()
    assert desk.display.shown == []
    assert desk.outcomes() == ["09:00 suppressed(paused)"]
