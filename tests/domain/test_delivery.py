"""What becomes of one prompt at one moment."""

from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.domain.delivery import (
    Surroundings,
    is_over,
    is_waiting,
    last_call,
    may_snooze,
    next_change,
    next_steps,
    quiet_until,
    snoozed_until,
)
from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.prompt import FINAL_STATES, Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.reminder import ReminderKind
from companion.domain.schedule import plan_day, prompt_for
from companion.domain.wall_time import moment_at
from tests.support.reminding import a_reminder, at

BERLIN = ZoneInfo("Europe/Berlin")
DAY = date(2026, 11, 22)


def moment(time: str) -> Moment:
    return moment_at(datetime.fromisoformat(f"2026-11-22T{time}").replace(tzinfo=BERLIN), BERLIN)


def the_prompt() -> Prompt:
    reminder = a_reminder(at("09:00"))
    return prompt_for(reminder, DAY, plan_day(reminder, DAY, BERLIN, b"")[0], 0)


def a_record(*states: tuple[PromptState, str], prompt: Prompt | None = None) -> PromptRecord:
    prompt = prompt or the_prompt()
    planned = Transition(prompt.id, PromptState.PLANNED, moment("00:00"))
    return PromptRecord(prompt, (planned, *(Transition(prompt.id, state, moment(time)) for state, time in states)))


def shown_at(time: str, *states: tuple[PromptState, str]) -> PromptRecord:
    return a_record((PromptState.DUE, time), (PromptState.SHOWN, time), *states)


def shown_twice(first: str, second: str) -> PromptRecord:
    return shown_at(first, (PromptState.SNOOZED, first), (PromptState.DUE, second), (PromptState.SHOWN, second))


def around(time: str, **facts: object) -> Surroundings:
    return replace(Surroundings(moment(time)), **facts)  # type: ignore[arg-type]  # facts by name


def states(record: PromptRecord, surroundings: Surroundings) -> list[PromptState]:
    return [state for state, _reason in next_steps(record, surroundings)]


def reason(record: PromptRecord, surroundings: Surroundings) -> Reason | None:
    ((state, found),) = next_steps(record, surroundings)
    assert state is PromptState.SUPPRESSED
    return found


SHOWN = [PromptState.DUE, PromptState.SHOWN]


def test_before_its_time_nothing_happens() -> None:
    assert states(a_record(), around("08:59:59")) == []


@pytest.mark.parametrize("time", ["09:00", "09:04", "09:10"])
def test_it_is_shown_from_its_time_on_for_ten_minutes(time: str) -> None:
    assert states(a_record(), around(time)) == SHOWN


@pytest.mark.parametrize("time", ["09:10:01", "09:31", "23:00"])
def test_later_than_that_nothing_was_running(time: str) -> None:
    assert states(a_record(), around(time)) == [PromptState.ASLEEP]


def test_it_is_never_held_past_its_block() -> None:
    prompt = replace(the_prompt(), block_end=moment("09:04"))
    assert last_call(prompt) == moment("09:04").utc
    assert states(a_record(prompt=prompt), around("09:04:01")) == [PromptState.ASLEEP]


def test_a_pause_suppresses_it() -> None:
    pause = Pause(moment("08:00"), moment("10:00"))
    assert reason(a_record(), around("09:00", pause=pause)) is Reason.PAUSED


def test_a_pause_that_is_over_does_nothing() -> None:
    pause = Pause(moment("08:00"), moment("09:00"))
    assert states(a_record(), around("09:00", pause=pause)) == SHOWN


def test_another_open_prompt_suppresses_it() -> None:
    assert reason(a_record(), around("09:00", is_another_open=True)) is Reason.TOO_CLOSE


@pytest.mark.parametrize("fact", ["last_shown", "last_noted"])
def test_less_than_half_an_hour_after_the_last_it_is_too_close(fact: str) -> None:
    assert reason(a_record(), around("09:00", **{fact: moment("08:30:01").utc})) is Reason.TOO_CLOSE
    assert states(a_record(), around("09:00", **{fact: moment("08:30").utc})) == SHOWN


def test_what_lies_in_the_future_since_the_clock_was_set_back_is_not_close() -> None:
    assert states(a_record(), around("09:00", last_shown=moment("09:10").utc)) == SHOWN


def test_without_a_way_to_show_it_is_suppressed() -> None:
    assert reason(a_record(), around("09:00", can_show=False)) is Reason.NO_WAY_TO_SHOW


def test_a_prompt_that_fell_due_in_a_program_that_ended_is_still_shown() -> None:
    assert states(a_record((PromptState.DUE, "09:00")), around("09:01")) == [PromptState.SHOWN]


def test_a_shown_prompt_waits_and_then_expires() -> None:
    assert states(shown_at("09:05"), around("09:34:59")) == []
    assert states(shown_at("09:05"), around("09:35")) == [PromptState.EXPIRED]


@pytest.mark.parametrize("state", FINAL_STATES)
def test_after_its_end_nothing_happens_any_more(state: PromptState) -> None:
    record = a_record((state, "09:00"))
    assert next_steps(record, around("09:05")) == ()
    assert next_change(record, moment("08:00").utc) is None
    assert not is_waiting(record)


def test_a_snoozed_prompt_comes_again_after_ten_minutes() -> None:
    record = shown_at("09:00", (PromptState.SNOOZED, "09:05"))
    assert snoozed_until(record) == moment("09:15").utc
    assert states(record, around("09:14:59")) == []
    assert states(record, around("09:15", is_another_open=True, last_shown=moment("09:00").utc)) == SHOWN


def test_a_snoozed_prompt_is_not_shown_in_a_pause() -> None:
    record = shown_at("09:00", (PromptState.SNOOZED, "09:05"))
    pause = Pause(moment("09:06"), moment("10:00"))
    assert states(record, around("09:15", pause=pause)) == []
    assert states(record, around("09:30", pause=pause)) == [PromptState.EXPIRED]


def test_a_snoozed_prompt_is_not_shown_past_its_block() -> None:
    prompt = replace(the_prompt(), block_end=moment("09:17"))
    record = a_record(
        (PromptState.DUE, "09:00"), (PromptState.SHOWN, "09:00"), (PromptState.SNOOZED, "09:05"), prompt=prompt
    )
    assert states(record, around("09:16")) == SHOWN
    assert states(record, around("09:17")) == []


def test_a_snooze_that_ended_with_the_program_is_finished() -> None:
    record = shown_at("09:00", (PromptState.SNOOZED, "09:05"), (PromptState.DUE, "09:15"))
    assert states(record, around("09:16")) == [PromptState.SHOWN]


def test_later_is_possible_while_two_minutes_are_left_afterwards() -> None:
    assert may_snooze(shown_at("09:00"), moment("09:18").utc)
    assert not may_snooze(shown_at("09:00"), moment("09:18:01").utc)


def test_later_never_leads_past_the_block() -> None:
    prompt = replace(the_prompt(), kind=ReminderKind.RANDOM, block_end=moment("09:11"))
    record = a_record((PromptState.DUE, "09:00"), (PromptState.SHOWN, "09:00"), prompt=prompt)
    assert not may_snooze(record, moment("09:00").utc)


def test_later_is_possible_once() -> None:
    again = shown_at(
        "09:00", (PromptState.SNOOZED, "09:00"), (PromptState.DUE, "09:10"), (PromptState.SHOWN, "09:10")
    )
    assert not may_snooze(again, moment("09:11").utc)


def test_later_means_nothing_for_a_prompt_that_was_not_shown() -> None:
    assert not may_snooze(a_record(), moment("09:00").utc)


def test_expiry_counts_from_the_first_showing() -> None:
    again = shown_at(
        "09:00", (PromptState.SNOOZED, "09:05"), (PromptState.DUE, "09:15"), (PromptState.SHOWN, "09:15")
    )
    assert not is_over(again, moment("09:29").utc)
    assert is_over(again, moment("09:30").utc)


def test_a_prompt_shown_far_in_the_future_is_over_since_the_clock_was_set_back() -> None:
    assert not is_over(shown_at("09:00"), moment("08:59:58").utc)
    assert is_over(shown_at("09:00"), moment("08:30").utc)


def test_the_next_change_is_its_time_then_the_end_of_the_snooze_then_its_expiry() -> None:
    snoozed = shown_at("09:01", (PromptState.SNOOZED, "09:05"))
    assert next_change(a_record(), moment("08:00").utc) == moment("09:00").utc
    assert next_change(snoozed, moment("09:05").utc) == moment("09:15").utc
    assert next_change(shown_at("09:01"), moment("09:01").utc) == moment("09:31").utc


def test_it_is_quiet_until_half_an_hour_after_the_last_and_until_the_pause_ends() -> None:
    assert quiet_until(around("09:00")) == moment("09:00").utc
    assert quiet_until(around("09:00", last_shown=moment("08:50").utc)) == moment("09:20").utc
    assert quiet_until(around("09:00", last_noted=moment("08:55").utc)) == moment("09:25").utc
    assert quiet_until(around("09:00", pause=Pause(moment("08:00"), moment("11:00")))) == moment("11:00").utc
    assert quiet_until(around("09:00", last_shown=moment("09:00").utc + timedelta(days=1))) == moment("09:00").utc
