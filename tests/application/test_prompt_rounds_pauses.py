"""Pauses of every length: they keep prompts away, say why, and end by themselves or when the person says."""

from datetime import time
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import PlanFile
from companion.application.events import RemindersChanged, VaultUnlocked
from companion.domain.pause import UNTIL_I_SAY
from tests.support.reminding import Desk, at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, plan_file=PlanFile(tmp_path / "store"))
    desk.rounds.start()
    desk.reminders.add(at("09:00"))
    return desk


def end(desk: Desk) -> str:
    until = desk.rounds.paused_until()
    return "" if until is None else f"{until.local:%d %H:%M}"


def test_until_tomorrow_is_until_the_person_s_day_begins(desk: Desk) -> None:
    with desk.vault.writing() as store:
        store.days.begin_days_at(time(5, 30))
    desk.rounds.pause_until_tomorrow()
    assert end(desk) == "23 05:30"
    desk.wait_until("2026-11-23T09:00:00")
    assert desk.outcomes() == ["09:00 suppressed(paused)", "09:00 shown"]


def test_at_night_tomorrow_is_the_day_that_the_person_has_not_begun(desk: Desk) -> None:
    desk.wait_until("2026-11-23T02:00:00")
    desk.rounds.pause_until_tomorrow()
    assert end(desk) == "23 04:00"


def test_a_week_is_seven_of_the_person_s_days(desk: Desk) -> None:
    desk.rounds.pause_for_a_week()
    assert end(desk) == "29 04:00"
    desk.wait_until("2026-11-29T09:00:00")
    assert len(desk.display.shown) == 1


def test_until_i_say_lasts_until_it_is_ended(desk: Desk) -> None:
    desk.rounds.pause_until_i_say()
    assert desk.rounds.paused_until() == UNTIL_I_SAY
    desk.wait_until("2026-12-22T12:00:00")
    assert desk.display.shown == []
    assert desk.rounds.next_prompt() is None
    desk.rounds.end_pause()
    desk.wait_until("2026-12-23T09:00:00")
    assert desk.display.times == ["09:00"]


def test_not_today_says_so_and_ends_with_the_day(desk: Desk) -> None:
    told: list[object] = []
    desk.bus.listen(RemindersChanged, told.append)
    desk.rounds.not_today()
    assert (end(desk), len(told)) == ("23 04:00", 1)
    desk.wait_until("2026-11-23T04:00:00")
    assert (end(desk), len(told)) == ("", 2)
    desk.wait_until("2026-11-23T09:00:00")
    assert desk.outcomes() == ["09:00 suppressed(not_today)", "09:00 shown"]


def test_a_pause_keeps_what_is_held_back_away_too(desk: Desk) -> None:
    desk.desktop.say(is_typing=True)
    desk.wait_until("2026-11-22T09:02:00")
    desk.rounds.not_today()
    assert desk.outcomes() == ["09:00 suppressed(not_today)"]


def test_not_today_while_locked_is_known_after_unlocking(desk: Desk) -> None:
    desk.vault.lock()
    desk.rounds.not_today()
    desk.wait_until("2026-11-22T12:00:00")
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())
    assert desk.outcomes() == ["09:00 suppressed(not_today)"]
    assert end(desk) == "23 04:00"


def test_not_today_does_not_shorten_a_pause(desk: Desk) -> None:
    desk.rounds.pause_for_a_week()
    desk.rounds.not_today()
    assert end(desk) == "29 04:00"
