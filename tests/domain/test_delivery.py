"""What becomes of one prompt at one moment."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.domain.delivery import (
    Surroundings,
    is_expected,
    is_over,
    is_waiting,
    last_call,
    may_snooze,
    next_change,
    next_steps,
    snoozed_until,
)
from companion.domain.desktop import Desktop
from companion.domain.moment import Moment
from companion.domain.noting import LastNoted
from companion.domain.pause import Pause, PauseKind
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import Purpose, ReminderKind
from companion.domain.schedule import plan_day, prompt_for
from companion.domain.time_range import DayRange, TimeRange
from companion.domain.wall_time import moment_at
from tests.support.reminding import a_reminder, at, minutes

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


def quiet(start: str, end: str) -> QuietHours:
    return QuietHours((DayRange(TimeRange(minutes(start), minutes(end))),))


def desk(**says: object) -> Desktop:
    return Desktop(**says)  # type: ignore[arg-type]  # facts by name


def held_since(time: str, why: Reason = Reason.TYPING, prompt: Prompt | None = None) -> PromptRecord:
    record = a_record((PromptState.DUE, time), prompt=prompt)
    due = replace(record.transitions[-1], reason=why)
    return replace(record, transitions=(record.transitions[0], due))


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


def shown_last(time: str) -> dict[str, object]:
    return {"last_shown": moment(time).utc}


def noted_last(time: str) -> dict[str, object]:
    return {"noted": LastNoted(unasked=moment(time).utc)}


@pytest.mark.parametrize("last", [shown_last, noted_last])
def test_less_than_half_an_hour_after_the_last_it_is_too_close(last: Callable[[str], dict[str, object]]) -> None:
    assert reason(a_record(), around("09:00", **last("08:30:01"))) is Reason.TOO_CLOSE
    assert states(a_record(), around("09:00", **last("08:30"))) == SHOWN


def test_what_lies_in_the_future_since_the_clock_was_set_back_is_not_close() -> None:
    assert states(a_record(), around("09:00", last_shown=moment("09:10").utc)) == SHOWN


def test_without_a_way_to_show_it_is_suppressed() -> None:
    assert reason(a_record(), around("09:00", can_show=False)) is Reason.NO_WAY_TO_SHOW


def test_a_prompt_that_fell_due_in_a_program_that_ended_is_still_shown() -> None:
    assert states(a_record((PromptState.DUE, "09:00")), around("09:01")) == [PromptState.SHOWN]


def test_a_shown_prompt_waits_and_then_expires() -> None:
    assert states(shown_at("09:05"), around("09:34:59")) == []
    assert states(shown_at("09:05"), around("09:35")) == [PromptState.EXPIRED]


@pytest.mark.parametrize("state", [state for state in PromptState if state.is_final])
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


def test_it_is_expected_half_an_hour_after_the_last_and_once_the_pause_ends() -> None:
    for time, expected in (("08:31", False), ("08:30", True)):
        assert is_expected(a_record(), around("08:45", **shown_last(time))) is expected
        assert is_expected(a_record(), around("08:45", **noted_last(time))) is expected
    for end, expected in (("09:01", False), ("09:00", True)):
        pause = Pause(moment("08:00"), moment(end))
        assert is_expected(a_record(), around("08:45", pause=pause)) is expected
    assert is_expected(a_record(), around("08:45", last_shown=moment("09:00").utc + timedelta(days=1)))
    assert not is_expected(a_record(), around("09:01"))


def test_in_quiet_hours_none_is_expected() -> None:
    assert not is_expected(a_record(), around("08:00", quiet_hours=quiet("08:30", "09:01")))
    assert is_expected(a_record(), around("08:00", quiet_hours=quiet("08:30", "09:00")))


TYPING = desk(is_typing=True)


def test_what_the_desktop_holds_back_is_due_with_the_reason() -> None:
    assert next_steps(a_record(), around("09:00", desktop=TYPING)) == ((PromptState.DUE, Reason.TYPING),)


def test_while_it_is_held_back_nothing_more_happens() -> None:
    assert next_steps(held_since("09:00"), around("09:04", desktop=TYPING)) == ()


def test_it_is_shown_as_soon_as_nothing_holds_it() -> None:
    assert states(held_since("09:00"), around("09:04")) == [PromptState.SHOWN]


def test_held_back_for_ten_minutes_it_is_suppressed_for_the_last_reason() -> None:
    full_screen = around("09:10", desktop=desk(is_full_screen=True))
    assert reason(held_since("09:00"), full_screen) is Reason.FULL_SCREEN


def test_looked_at_only_later_it_is_suppressed_for_the_reason_it_was_held_for() -> None:
    assert reason(held_since("09:00"), around("09:10:01")) is Reason.TYPING
    assert reason(held_since("09:00"), around("15:00")) is Reason.TYPING


def test_held_back_at_the_very_last_moment_it_is_due_and_suppressed() -> None:
    assert next_steps(a_record(), around("09:10", desktop=TYPING)) == (
        (PromptState.DUE, Reason.TYPING),
        (PromptState.SUPPRESSED, Reason.TYPING),
    )


def test_it_is_never_held_back_past_its_block() -> None:
    prompt = replace(the_prompt(), kind=ReminderKind.RANDOM, block_end=moment("09:03"))
    assert reason(held_since("09:00", prompt=prompt), around("09:03", desktop=TYPING)) is Reason.TYPING


def test_while_it_may_be_held_back_it_is_looked_at_every_ten_seconds() -> None:
    assert next_change(held_since("09:00"), moment("09:04").utc) == moment("09:04:10").utc
    assert next_change(held_since("09:00"), moment("09:09:55").utc) == moment("09:10").utc


@pytest.mark.parametrize(
    ("facts", "why"),
    [
        ({"quiet_hours": quiet("08:59", "09:05")}, Reason.QUIET_HOURS),
        ({"pause": Pause(moment("08:00"), moment("12:00"))}, Reason.PAUSED),
        ({"last_shown": moment("08:50").utc}, Reason.TOO_CLOSE),
    ],
)
def test_other_reasons_end_it_also_while_it_is_held_back(facts: dict[str, object], why: Reason) -> None:
    assert reason(held_since("09:00"), around("09:04", desktop=TYPING, **facts)) is why


def test_quiet_hours_that_begin_while_it_is_held_back_are_never_entered() -> None:
    assert reason(held_since("09:00"), around("09:05", quiet_hours=quiet("09:05", "10:00"))) is Reason.QUIET_HOURS


def test_after_not_today_the_reason_says_so() -> None:
    pause = Pause(moment("08:00"), moment("12:00"), PauseKind.NOT_TODAY)
    assert reason(a_record(), around("09:00", pause=pause)) is Reason.NOT_TODAY


def test_what_was_slept_through_at_its_time_is_asleep_and_not_the_start_of_the_computer() -> None:
    woken = around("09:05", desktop=desk(resumed_at=moment("09:04").utc))
    assert states(a_record(), woken) == [PromptState.ASLEEP]
    assert next_steps(held_since("09:00", Reason.START_UP), woken) == ()


def test_just_after_the_start_of_the_computer_it_waits() -> None:
    woken = around("09:00", desktop=desk(resumed_at=moment("08:55").utc))
    assert next_steps(a_record(), woken) == ((PromptState.DUE, Reason.START_UP),)


@pytest.mark.parametrize("facts", [{"desktop": TYPING}, {"quiet_hours": quiet("09:10", "09:30")}])
def test_a_snoozed_prompt_waits_too_and_stays_open(facts: dict[str, object]) -> None:
    record = shown_at("09:01", (PromptState.SNOOZED, "09:05"))
    assert states(record, around("09:16", **facts)) == []
    assert states(record, around("09:31", **facts)) == [PromptState.EXPIRED]


def only_after_silence(length: int, purpose: Purpose = Purpose.CHECK_IN) -> PromptRecord:
    return a_record(prompt=replace(the_prompt(), silence_minutes=length, purpose=purpose))


def test_only_if_nothing_was_noted_for_that_long() -> None:
    noted = LastNoted(check_in=moment("07:30").utc)
    assert reason(only_after_silence(91), around("09:00", noted=noted)) is Reason.RECENTLY_LOGGED
    assert states(only_after_silence(90), around("09:00", noted=noted)) == SHOWN
    assert states(a_record(), around("09:00", noted=noted)) == SHOWN


def test_for_a_reflection_it_counts_when_one_was_written() -> None:
    written = LastNoted(reflection=moment("08:00").utc)
    record = only_after_silence(120, Purpose.REFLECTION)
    assert reason(record, around("09:00", noted=written)) is Reason.RECENTLY_LOGGED
    assert states(record, around("09:00", noted=LastNoted(check_in=moment("08:00").utc))) == SHOWN


@pytest.mark.parametrize("kind", [ReminderKind.EVENT, ReminderKind.ONCE])
def test_what_was_asked_for_is_not_too_close_to_what_it_was_asked_after(kind: ReminderKind) -> None:
    prompt = replace(the_prompt(), kind=kind)
    record = PromptRecord(prompt, (Transition(prompt.id, PromptState.PLANNED, moment("08:45")),))
    assert states(record, around("09:00", **noted_last("08:45"))) == SHOWN
    assert states(record, around("09:00", **shown_last("08:40"))) == SHOWN
    assert reason(record, around("09:00", **noted_last("08:46"))) is Reason.TOO_CLOSE
