"""A fresh plan held against what the ledger has."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from companion.domain.moment import Moment
from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.prompt_id import prompt_id
from companion.domain.reconcile import Revision, revise
from companion.domain.reminder import FixedTimes, Reminder
from companion.domain.schedule import plan_day, prompt_for
from companion.domain.wall_time import moment_at
from tests.support.reminding import a_reminder, at

BERLIN, LONDON, TOKYO = ZoneInfo("Europe/Berlin"), ZoneInfo("Europe/London"), ZoneInfo("Asia/Tokyo")
DAY = date(2026, 11, 22)
RULE = at("09:00", "15:00")


def moment(time: str, zone: ZoneInfo = BERLIN) -> Moment:
    return moment_at(datetime.fromisoformat(f"2026-11-22T{time}").replace(tzinfo=zone), zone)


def records_of(reminder: Reminder, *lives: tuple[PromptState, ...], planned: str = "00:00") -> list[PromptRecord]:
    """The ledger of the day as planned in Berlin; each slot in turn went through the states given."""
    found = []
    for number, (slot, life) in enumerate(zip(plan_day(reminder, DAY, BERLIN, b""), lives, strict=False)):
        prompt = prompt_for(reminder, DAY, slot, number)
        first = Transition(prompt.id, PromptState.PLANNED, moment(planned))
        later = (Transition(prompt.id, state, slot.at) for state in life)
        found.append(PromptRecord(prompt, (first, *later)))
    return found


def revision(
    reminder: Reminder, records: list[PromptRecord], now: str = "08:00", zone: ZoneInfo = BERLIN
) -> Revision:
    return revise(reminder, DAY, plan_day(reminder, DAY, zone, b""), records, moment(now).utc)


def planned(found: Revision) -> list[str]:
    return [f"{prompt.at.utc:%H:%M}" for prompt in found.planned]


WAITING: tuple[PromptState, ...] = ()
ANSWERED = (PromptState.DUE, PromptState.SHOWN, PromptState.ANSWERED)


def test_an_empty_day_is_planned_as_a_whole() -> None:
    found = revision(a_reminder(RULE), [])
    assert (found.replaced, planned(found)) == ((), ["08:00", "14:00"])


def test_an_empty_day_is_planned_also_where_its_times_have_passed() -> None:
    assert planned(revision(a_reminder(RULE), [], now="23:00")) == ["08:00", "14:00"]


def test_a_planned_day_stays_as_it_is() -> None:
    reminder = a_reminder(RULE)
    assert revision(reminder, records_of(reminder, WAITING, WAITING)) == Revision((), ())


def test_nothing_is_planned_before_the_last_change() -> None:
    assert planned(revision(a_reminder(RULE, changed_at=moment("12:00")), [], now="12:00")) == ["14:00"]


def test_a_slot_that_the_zone_moved_is_replaced_and_planned_anew_with_the_next_number() -> None:
    reminder = a_reminder(RULE)
    records = records_of(reminder, ANSWERED, WAITING)
    found = revision(reminder, records, now="12:00", zone=LONDON)
    assert found.replaced == (records[1].prompt.id,)
    assert planned(found) == ["15:00"]
    assert found.planned[0].id == prompt_id(reminder.id, DAY, 2)


def test_a_slot_that_the_zone_moved_into_the_past_is_replaced_only() -> None:
    reminder = a_reminder(RULE)
    records = records_of(reminder, ANSWERED, WAITING)
    found = revision(reminder, records, now="12:00", zone=TOKYO)
    assert found == Revision((records[1].prompt.id,), ())


@pytest.mark.parametrize(
    "life",
    [
        ANSWERED,
        (PromptState.DUE, PromptState.SHOWN),
        (PromptState.DUE, PromptState.SHOWN, PromptState.SNOOZED),
        (PromptState.DUE, PromptState.SHOWN, PromptState.EXPIRED),
        (PromptState.SUPPRESSED,),
    ],
)
def test_a_time_that_has_come_to_pass_does_not_come_again_on_that_date(life: tuple[PromptState, ...]) -> None:
    reminder = a_reminder(at("09:00"))
    assert revision(reminder, records_of(reminder, life), now="09:30", zone=LONDON) == Revision((), ())


def test_set_back_the_clock_plans_nothing_twice() -> None:
    reminder = a_reminder(RULE)
    records = records_of(reminder, ANSWERED, (PromptState.SUPPRESSED,))
    assert revision(reminder, records, now="07:00") == Revision((), ())


def test_what_was_slept_through_comes_again_if_the_clock_was_set_back_before_it() -> None:
    reminder = a_reminder(RULE)
    records = records_of(reminder, ANSWERED, (PromptState.ASLEEP,))
    assert planned(revision(reminder, records, now="10:00")) == ["14:00"]
    assert planned(revision(reminder, records, now="16:00")) == []


def test_a_prompt_whose_time_is_no_more_is_replaced() -> None:
    old = a_reminder(RULE)
    records = records_of(old, WAITING, WAITING)
    new = a_reminder(FixedTimes((20 * 60,)), changed_at=moment("08:00"))
    found = revision(new, records)
    assert found.replaced == tuple(record.prompt.id for record in records)
    assert planned(found) == ["19:00"]


def test_what_a_reminder_did_before_its_change_does_not_hold_back_its_new_times() -> None:
    records = records_of(a_reminder(RULE), ANSWERED, ANSWERED)
    new = a_reminder(at("20:00"), changed_at=moment("16:00"))
    found = revision(new, records, now="16:00")
    assert planned(found) == ["19:00"]
    assert found.planned[0].id not in {record.prompt.id for record in records}


def test_a_number_is_never_given_twice() -> None:
    reminder = a_reminder(RULE)
    records = [record for record in records_of(reminder, ANSWERED, WAITING) if record.prompt.slot == 1]
    found = revision(reminder, records)
    assert [prompt.id for prompt in found.planned] == [prompt_id(reminder.id, DAY, 0)]


def test_a_replaced_slot_stays_replaced_once_its_time_has_passed() -> None:
    reminder = a_reminder(RULE)
    records = records_of(reminder, (PromptState.REPLACED,), (PromptState.REPLACED,))
    assert planned(revision(reminder, records, now="10:00")) == ["14:00"]


def test_another_zone_with_the_same_clock_changes_nothing() -> None:
    reminder = a_reminder(RULE)
    assert revision(reminder, records_of(reminder, WAITING, WAITING), zone=ZoneInfo("Europe/Rome")) == Revision(
        (), ()
    )
