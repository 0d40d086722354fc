"""The rounds while the store is locked: prompts come all the same, and the ledger has them afterwards, once."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import PlanFile
from companion.adapters.storage.vault import SqliteVault
from companion.application.checkins import Answer
from companion.application.events import VaultUnlocked
from companion.domain.checkin import Origin
from tests.support.reminding import Desk, at, at_random


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, plan_file=PlanFile(tmp_path / "store"))
    desk.rounds.start()
    return desk


def unlock(desk: Desk) -> None:
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())


def start_locked(desk: Desk, folder: Path) -> None:
    """The program ended while locked, and begins locked."""
    desk.vault = SqliteVault(folder / "store", start_locked=True)
    desk.restart()


def test_a_prompt_comes_while_locked(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]
    assert desk.rounds.open_prompt() is not None


def test_what_became_of_it_is_in_the_ledger_after_unlocking(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "12:00", "15:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:05:00")
    desk.rounds.decline(desk.display.shown[0].id)
    desk.sleep_until("2026-11-22T13:00:00")
    unlock(desk)
    assert desk.outcomes() == ["09:00 declined", "12:00 asleep", "15:00 planned"]


def test_a_check_in_while_locked_answers_the_open_prompt(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:05:00")
    desk.check_in()
    assert desk.display.withdrawn == [desk.display.shown[0].id]
    unlock(desk)
    assert desk.outcomes() == ["09:00 answered"]
    with desk.vault.reading() as store:
        newest = store.check_ins.newest()
    assert newest is not None
    assert newest.origin is Origin.FIXED


def test_later_works_while_locked(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:05:00")
    prompt = desk.display.shown[0]
    assert desk.rounds.snooze(prompt.id)
    desk.wait_until("2026-11-22T10:00:00")
    unlock(desk)
    assert desk.display.shown == [prompt, prompt]
    assert desk.story(prompt.id) == ["planned", "due", "shown", "snoozed", "due", "shown", "expired"]


def test_a_restart_while_locked_shows_nothing_again(desk: Desk, tmp_path: Path) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:05:00")
    start_locked(desk, tmp_path)
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.display.times == ["09:00"]


def test_a_prompt_shown_just_before_locking_is_not_shown_again(desk: Desk, tmp_path: Path) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:00:00")
    desk.vault.lock()
    start_locked(desk, tmp_path)
    assert desk.display.times == ["09:00"]
    assert desk.rounds.open_prompt() is not None


def test_days_that_begin_while_locked_have_their_prompts_once(desk: Desk) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-25T15:00:00")
    shown = len(desk.display.shown)
    unlock(desk)
    assert len(desk.display.shown) == shown
    per_day = [sum(r.prompt.day.day == day for r in desk.ledger()) for day in (22, 23, 24, 25)]
    assert per_day == [4, 4, 4, 4]
    desk.wait_until("2026-11-25T23:00:00")
    assert len({prompt.id for prompt in desk.display.shown}) == len(desk.display.shown) == 16


def test_a_check_in_while_locked_pushes_the_next_prompt_back(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_in()
    desk.wait_until("2026-11-22T09:00:00")
    unlock(desk)
    assert desk.outcomes() == ["09:00 suppressed(too_close)"]


def test_a_prompt_answered_just_before_locking_still_keeps_its_distance(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "09:20"))
    desk.wait_until("2026-11-22T09:05:00")
    desk.check_in()
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:20:00")
    assert desk.display.times == ["09:00"]


def test_a_pause_set_while_locked_holds_and_ends(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "10:00"))
    desk.vault.lock()
    desk.rounds.pause_for(timedelta(hours=1, minutes=30))
    assert desk.rounds.paused_until() is not None
    desk.wait_until("2026-11-22T10:00:00")
    unlock(desk)
    assert desk.outcomes() == ["09:00 suppressed(paused)", "10:00 shown"]


def test_the_next_prompt_is_told_while_locked_too(desk: Desk) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    open_told = desk.rounds.next_prompt()
    desk.vault.lock()
    assert desk.rounds.next_prompt() == open_told
    assert open_told is not None


def test_a_reminder_switched_off_without_the_rounds_does_not_ring_while_locked(desk: Desk, tmp_path: Path) -> None:
    """The command line changed it while no program ran, and then the program began locked."""
    reminder = desk.reminders.add(at("09:00"))
    desk.sit_down()
    desk.reminders.switch(reminder.id, False)
    desk.vault.lock()
    start_locked(desk, tmp_path)
    desk.wait_until("2026-11-23T12:00:00")
    assert desk.display.shown == []


def test_a_named_prompt_can_be_answered_while_locked(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.vault.lock()
    desk.wait_until("2026-11-22T09:05:00")
    named = Answer(arousal=40, prompt_id=desk.display.shown[0].id)
    assert desk.check_ins.record(named, answers_open_prompt=False).is_scheduled
