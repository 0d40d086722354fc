"""The rounds: prompts come when they should, once, and each has one end."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.application.checkins import Answer
from companion.application.errors import Trouble, UserError
from companion.application.events import PromptsChanged, RemindersChanged, StoreChangedElsewhere
from companion.application.journal import JournalService
from companion.application.prompt_rounds import ALARM
from companion.domain.errors import DomainError, Rule
from companion.domain.journal import place_of
from companion.domain.wall_time import moment_at
from tests.support.display import CrashError
from tests.support.reminding import Desk, at, at_random


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.rounds.start()
    return desk


def test_a_prompt_is_shown_at_its_time(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T08:59:59")
    assert desk.display.shown == []
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]
    assert desk.outcomes() == ["09:00 shown"]


def test_it_is_written_down_as_shown_before_it_is_shown(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.display.crashes = True
    with pytest.raises(CrashError):
        desk.wait_until("2026-11-22T09:00:00")
    assert desk.outcomes() == ["09:00 shown"]


def test_after_a_crash_while_showing_it_is_not_shown_again_and_stays_open_until_it_expires(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.display.crashes = True
    with pytest.raises(CrashError):
        desk.wait_until("2026-11-22T09:00:00")
    desk.display.crashes = False
    desk.restart()
    assert desk.display.shown == []
    assert desk.rounds.open_prompt() is not None
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.display.shown == []
    assert desk.outcomes() == ["09:00 expired"]


def test_looking_again_shows_nothing_again(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:00:00")
    for _ in range(3):
        desk.rounds.advance()
    assert desk.display.times == ["09:00"]


def test_a_restart_shows_nothing_again(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:05:00")
    desk.restart()
    assert desk.display.times == ["09:00"]


def test_a_restart_draws_no_other_random_moments(desk: Desk) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    before = desk.ledger()
    desk.restart()
    assert desk.ledger() == before


def test_an_answer_withdraws_the_notification(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:05:00")
    check_in = desk.check_in()
    assert check_in.prompt_id == desk.display.shown[0].id
    assert desk.display.withdrawn == [desk.display.shown[0].id]
    assert desk.outcomes() == ["09:00 answered"]


def test_an_unanswered_prompt_expires_and_is_withdrawn(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:29:59")
    assert desk.rounds.open_prompt() is not None
    desk.wait_until("2026-11-22T09:30:00")
    assert desk.rounds.open_prompt() is None
    assert desk.display.withdrawn == [desk.display.shown[0].id]
    assert desk.outcomes() == ["09:00 expired"]


def test_an_answer_from_another_process_withdraws_the_notification_too(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:05:00")
    bus, desk.check_ins._bus = desk.bus, type(desk.bus)()
    desk.check_ins.record(Answer(arousal=40, prompt_id=desk.display.shown[0].id), answers_open_prompt=False)
    bus.publish(StoreChangedElsewhere())
    assert desk.display.withdrawn == [desk.display.shown[0].id]


def test_later_brings_it_back_once_after_ten_minutes(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:05:00")
    prompt = desk.display.shown[0]
    assert desk.rounds.snooze(prompt.id)
    assert desk.display.withdrawn == [prompt.id]
    desk.wait_until("2026-11-22T09:15:00")
    assert desk.display.shown == [prompt, prompt]
    assert desk.display.could_snooze == [True, False]
    assert not desk.rounds.snooze(prompt.id)
    desk.wait_until("2026-11-22T10:00:00")
    assert desk.story(prompt.id) == ["planned", "due", "shown", "snoozed", "due", "shown", "expired"]


def test_a_snoozed_prompt_can_be_answered_meanwhile(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:05:00")
    desk.rounds.snooze(desk.display.shown[0].id)
    desk.check_in()
    desk.wait_until("2026-11-22T12:00:00")
    assert len(desk.display.shown) == 1
    assert desk.outcomes() == ["09:00 answered"]


def test_later_too_late_leaves_it_open(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:19:00")
    assert not desk.rounds.snooze(desk.display.shown[0].id)
    assert desk.rounds.open_prompt() is not None


def test_not_now_ends_it(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:05:00")
    assert desk.rounds.decline(desk.display.shown[0].id)
    assert desk.display.withdrawn == [desk.display.shown[0].id]
    assert desk.outcomes() == ["09:00 declined"]


def test_a_button_of_a_prompt_that_is_gone_does_nothing(desk: Desk) -> None:
    assert not desk.rounds.snooze("nobody")
    assert not desk.rounds.decline("nobody")


def test_a_check_in_pushes_the_next_prompt_back(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "09:31"))
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_in()
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.display.times == ["09:31"]
    assert desk.outcomes() == ["09:00 suppressed(too_close)", "09:31 expired"]


def test_a_check_in_pushes_back_after_a_restart_too(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_in()
    desk.restart()
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.outcomes() == ["09:00 suppressed(too_close)"]


def test_a_check_in_about_another_moment_pushes_nothing_back(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    earlier = desk.clock.now()
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_ins.record(Answer(arousal=50, experienced_at=earlier), answers_open_prompt=True)
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]


def test_a_check_in_taken_back_pushes_nothing_back(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_ins.take_back(desk.check_in().id)
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]


@pytest.mark.parametrize("deleted", [("forget", "forget"), ("purge",)])
def test_check_ins_that_go_through_the_journal_push_nothing_back(desk: Desk, deleted: tuple[str, ...]) -> None:
    journal = JournalService(desk.vault, desk.clock, desk.ids, desk.bus)
    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-22T08:45:00")
    places = [place_of(desk.check_in()) for _ in deleted]
    getattr(journal, deleted[0])(places)
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]


def test_at_most_one_prompt_is_open(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.reminders.add(at("09:00", "09:20"))
    desk.wait_until("2026-11-22T09:25:00")
    assert desk.display.times == ["09:00"]
    assert sorted(desk.outcomes()) == [
        "09:00 shown",
        "09:00 suppressed(too_close)",
        "09:20 suppressed(too_close)",
    ]


def test_a_pause_keeps_prompts_away_and_ends_by_itself(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "10:00"))
    desk.clock.set("2026-11-22T08:30:00")
    desk.rounds.pause_for(timedelta(hours=1))
    until = desk.rounds.paused_until()
    assert until is not None
    assert f"{until.local:%H:%M}" == "09:30"
    told: list[object] = []
    desk.bus.listen(RemindersChanged, told.append)
    desk.wait_until("2026-11-22T09:30:00")
    assert desk.rounds.current_pause() is None
    assert len(told) == 1
    desk.wait_until("2026-11-22T10:00:00")
    assert desk.display.times == ["10:00"]
    assert desk.outcomes() == ["09:00 suppressed(paused)", "10:00 shown"]


def test_a_pause_can_be_ended(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.rounds.pause_for(timedelta(hours=4))
    desk.rounds.end_pause()
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]


def test_a_pause_until_a_moment_that_has_passed_is_none(desk: Desk) -> None:
    desk.rounds.pause_for(timedelta(hours=4))
    desk.rounds.pause(moment_at(desk.clock.now().utc - timedelta(minutes=1), desk.clock.zone()))
    assert desk.rounds.paused_until() is None


def test_a_pause_survives_a_restart(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.rounds.pause_for(timedelta(hours=4))
    desk.restart()
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.shown == []


def test_without_a_way_to_show_the_ledger_says_so(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.display.is_there = False
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.outcomes() == ["09:00 suppressed(no_way_to_show)"]


def test_after_sleep_there_is_no_flood(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "12:00", "15:00"))
    desk.sleep_until("2026-11-22T15:30:00")
    assert desk.display.shown == []
    assert desk.outcomes() == ["09:00 asleep", "12:00 asleep", "15:00 asleep"]


def test_a_prompt_that_waking_up_finds_less_than_ten_minutes_old_is_shown(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.sleep_until("2026-11-22T15:10:00")
    assert desk.display.times == ["15:00"]
    assert desk.outcomes() == ["09:00 asleep", "15:00 shown"]


def test_days_on_which_the_program_did_not_run_are_in_the_ledger(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-25T12:00:00")
    desk.restart()
    assert desk.outcomes() == ["09:00 asleep"] * 4
    assert [record.prompt.day.day for record in desk.ledger()] == [22, 23, 24, 25]


def test_no_more_than_a_year_is_looked_back(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.clock.set("2030-11-25T12:00:00")
    desk.restart()
    assert len(desk.ledger()) == 366 + 1


def test_the_next_day_is_planned_when_it_begins(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T23:59:59")
    assert len(desk.ledger()) == 1
    desk.wait_until("2026-11-23T00:00:00")
    assert desk.outcomes() == ["09:00 expired", "09:00 planned"]


def test_the_alarm_is_set_to_what_comes_next(desk: Desk) -> None:
    assert desk.alarm.next is None
    desk.reminders.add(at("09:00"))
    assert desk.alarm.times == {ALARM: moment_at_wall(desk, "2026-11-22T09:00:00")}
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.alarm.next == moment_at_wall(desk, "2026-11-22T09:30:00")
    desk.wait_until("2026-11-22T09:30:00")
    assert desk.alarm.next == moment_at_wall(desk, "2026-11-23T00:00:00")


def test_without_reminders_nothing_rings(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00"))
    desk.reminders.switch(reminder.id, False)
    assert desk.alarm.next is None


def test_in_a_journey_west_no_time_of_a_date_comes_twice(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.wait_until("2026-11-22T12:00:00")
    desk.clock.travel_to("America/New_York")
    desk.rounds.advance()
    desk.wait_until("2026-11-22T23:00:00")
    assert desk.display.times == ["09:00", "15:00"]
    assert [f"{p.at.utc:%H:%M}" for p in desk.display.shown] == ["08:00", "20:00"]
    assert "15:00 replaced" in desk.outcomes()


def test_across_the_date_line_no_time_of_a_date_comes_twice(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "2026-11-22T20:00:00", "Pacific/Auckland")
    desk.rounds.start()
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-23T10:00:00")
    desk.clock.travel_to("Pacific/Honolulu")
    desk.rounds.advance()
    desk.wait_until("2026-11-24T08:00:00")
    assert [p.day.day for p in desk.display.shown] == [23]
    desk.wait_until("2026-11-24T10:00:00")
    assert [p.day.day for p in desk.display.shown] == [23, 24]


def test_a_clock_set_back_shows_nothing_again(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.wait_until("2026-11-22T12:00:00")
    desk.clock.set("2026-11-22T08:00:00")
    desk.rounds.advance()
    desk.wait_until("2026-11-22T16:00:00")
    assert desk.display.times == ["09:00", "15:00"]
    assert desk.outcomes() == ["09:00 expired", "15:00 expired"]


def test_a_clock_that_was_a_year_ahead_leaves_no_silence(desk: Desk) -> None:
    desk.clock.set("2027-11-22T08:00:00")
    desk.rounds.advance()
    desk.reminders.add(at("09:00"))
    desk.clock.set("2026-11-22T08:00:00")
    desk.rounds.advance()
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]
    desk.wait_until("2026-11-23T09:00:00")
    assert desk.display.times == ["09:00", "09:00"]


def test_a_clock_that_leapt_ahead_and_back_leaves_no_silence(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.sleep_until("2027-11-22T12:00:00")
    desk.clock.set("2026-11-22T08:30:00")
    desk.rounds.advance()
    desk.wait_until("2026-11-23T12:00:00")
    assert desk.display.times == ["09:00", "09:00"]


def test_on_the_day_clocks_go_forward_a_skipped_time_comes_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "2026-03-28T12:00:00")
    desk.rounds.start()
    desk.reminders.add(at("02:30"))
    desk.wait_until("2026-03-31T12:00:00")
    assert [f"{p.at.local:%d %H:%M}" for p in desk.display.shown] == ["29 03:00", "30 02:30", "31 02:30"]


def test_on_the_day_clocks_go_back_a_repeated_time_comes_once(tmp_path: Path) -> None:
    desk = Desk(tmp_path, "2026-10-24T12:00:00")
    desk.rounds.start()
    desk.reminders.add(at("02:30"))
    desk.wait_until("2026-10-26T12:00:00")
    assert [p.at.iso() for p in desk.display.shown] == ["2026-10-25T02:30:00+02:00", "2026-10-26T02:30:00+01:00"]


def test_the_next_prompt_is_told_with_its_time_if_it_is_no_surprise(desk: Desk) -> None:
    assert desk.rounds.next_prompt() is None
    desk.reminders.add(at("09:00"))
    told = desk.rounds.next_prompt()
    assert told is not None
    assert told.at is not None
    assert f"{told.at.local:%H:%M}" == "09:00"


def test_a_random_one_is_told_as_its_block(desk: Desk) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    told = desk.rounds.next_prompt()
    assert told is not None
    assert told.at is None
    assert f"{told.block_start.local:%H:%M} {told.block_end.local:%H:%M}" == "09:00 12:00"


def test_what_is_too_close_is_not_told_as_next(desk: Desk) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.clock.set("2026-11-22T08:45:00")
    desk.check_in()
    told = desk.rounds.next_prompt()
    assert told is not None
    assert told.at is not None
    assert f"{told.at.local:%H:%M}" == "15:00"


def test_after_the_last_of_today_the_first_of_another_day_is_told(desk: Desk) -> None:
    desk.reminders.add(at("09:00", weekdays=frozenset({2})))
    told = desk.rounds.next_prompt()
    assert told is not None
    assert told.at is not None
    assert told.at.iso() == "2026-11-25T09:00:00+01:00"


def test_what_changed_is_told_once_it_is_durable(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    told: list[str] = []
    desk.bus.listen(PromptsChanged, lambda _news: told.append(desk.outcomes()[0]))
    desk.wait_until("2026-11-22T09:00:00")
    assert told == ["09:00 shown"]
    desk.rounds.advance()
    assert told == ["09:00 shown"]


def test_while_the_store_cannot_be_written_it_is_tried_again_in_a_minute(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.reminders.add(at("09:00"))
    with monkeypatch.context() as world:
        world.setattr(desk.vault, "writing", busy)
        desk.wait_until("2026-11-22T09:00:00")
        assert desk.display.shown == []
        assert desk.alarm.next == moment_at_wall(desk, "2026-11-22T09:01:00")
    desk.wait_until("2026-11-22T09:01:00")
    assert desk.display.times == ["09:00"]


def test_answering_after_expiry_counts_as_by_oneself(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.wait_until("2026-11-22T09:31:00")
    with pytest.raises(DomainError) as error:
        desk.check_ins.record(Answer(arousal=50, prompt_id=desk.display.shown[0].id), answers_open_prompt=False)
    assert error.value.rule is Rule.PROMPT_NOT_OPEN
    assert desk.check_in().prompt_id is None


def moment_at_wall(desk: Desk, wall: str) -> object:
    clock = type(desk.clock)(wall, desk.clock.zone().key)
    return clock.now().utc


def busy() -> None:
    raise UserError(Trouble.STORE_BUSY)
