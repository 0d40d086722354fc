"""Adding, switching, changing and removing reminders, and what that does to prompts to come."""

from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from companion.application.errors import Trouble, UserError
from companion.application.events import PromptsChanged, RemindersChanged
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import moment_of
from companion.domain.reminder import Once
from tests.support.plan_file import InMemoryPlanFile
from tests.support.reminding import Desk, at, at_random
from tests.support.store import a_vault


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_an_added_reminder_is_there_after_a_restart(desk: Desk) -> None:
    added = desk.reminders.add(at("09:00", "15:00"))
    desk.sit_down()
    assert desk.reminders.reminders() == [added]
    assert added.is_on


def test_what_is_added_is_planned_for_the_rest_of_the_day(desk: Desk) -> None:
    desk.clock.set("2026-11-22T12:00:00")
    desk.reminders.add(at("09:00", "15:00"))
    assert desk.outcomes() == ["15:00 planned"]


def test_one_added_switched_off_plans_nothing(desk: Desk) -> None:
    desk.reminders.add(at("09:00"), is_on=False)
    assert desk.ledger() == []


def test_switching_off_replaces_what_was_to_come(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00"))
    desk.reminders.switch(reminder.id, False)
    assert desk.outcomes() == ["09:00 replaced"]


def test_switching_on_again_plans_what_is_still_ahead(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00", "15:00"))
    desk.reminders.switch(reminder.id, False)
    desk.clock.set("2026-11-22T12:00:00")
    desk.reminders.switch(reminder.id, True)
    assert desk.outcomes() == ["09:00 replaced", "15:00 replaced", "15:00 planned"]


def test_switching_to_what_it_is_already_changes_nothing(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00"))
    desk.clock.pass_time(minutes=1)
    desk.reminders.switch(reminder.id, True)
    assert desk.reminders.reminders() == [reminder]


def test_another_rule_replaces_the_old_times(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00"))
    desk.clock.pass_time(minutes=1)
    desk.reminders.change(reminder.id, at("20:00"))
    assert desk.outcomes() == ["09:00 replaced", "20:00 planned"]


def test_another_rule_in_the_same_instant_replaces_the_old_times_too(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00"))
    desk.reminders.change(reminder.id, at("20:00"))
    assert desk.outcomes() == ["09:00 replaced", "20:00 planned"]


def test_removing_keeps_what_was_and_replaces_what_was_to_come(desk: Desk) -> None:
    reminder = desk.reminders.add(at("09:00", "15:00"))
    desk.rounds.start()
    desk.wait_until("2026-11-22T09:00:00")
    desk.reminders.remove(reminder.id)
    assert desk.reminders.reminders() == []
    assert desk.outcomes() == ["09:00 shown", "15:00 replaced"]


def test_a_change_is_told_after_it_is_durable(desk: Desk) -> None:
    told: list[object] = []
    desk.bus.listen(RemindersChanged, lambda _news: told.append(len(desk.reminders.reminders())))
    desk.bus.listen(PromptsChanged, lambda _news: told.append(len(desk.ledger())))
    desk.reminders.add(at("09:00"))
    assert told == [1, 1]


def test_without_the_rounds_nothing_is_shown_and_nothing_rings(desk: Desk) -> None:
    """A command line that changes reminders leaves the showing to the program with the window."""
    desk.clock.set("2026-11-22T09:00:00")
    desk.reminders.add(at("09:00"))
    assert desk.display.shown == []
    assert desk.alarm.next is None
    assert desk.outcomes() == ["09:00 planned"]


def test_a_reminder_is_found_by_its_id_and_by_the_beginning_of_it(desk: Desk) -> None:
    alone = desk.reminders.add(at("09:00"))
    assert desk.reminders.find(alone.id[:6]) == alone
    second = desk.reminders.add(at("10:00"))
    assert desk.reminders.find(second.id) == second


def test_a_beginning_that_fits_two_is_not_enough(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.reminders.add(at("10:00"))
    with pytest.raises(DomainError) as error:
        desk.reminders.find("0199")
    assert error.value.rule is Rule.PREFIX_NOT_UNIQUE


@pytest.mark.parametrize("prefix", ["", "ffff"])
def test_a_beginning_that_fits_none_is_said(desk: Desk, prefix: str) -> None:
    desk.reminders.add(at("09:00"))
    with pytest.raises(DomainError) as error:
        desk.reminders.find(prefix)
    assert error.value.rule is Rule.NO_SUCH_REMINDER


def test_what_is_not_there_cannot_be_switched(desk: Desk) -> None:
    with pytest.raises(DomainError) as error:
        desk.reminders.switch("nobody", True)
    assert error.value.rule is Rule.NO_SUCH_REMINDER


def test_what_is_not_there_cannot_be_changed(desk: Desk) -> None:
    with pytest.raises(DomainError) as error:
        desk.reminders.change("nobody", at("09:00"))
    assert error.value.rule is Rule.NO_SUCH_REMINDER


def test_what_is_not_there_cannot_be_removed(desk: Desk) -> None:
    with pytest.raises(DomainError) as error:
        desk.reminders.remove("nobody")
    assert error.value.rule is Rule.NO_SUCH_REMINDER


def test_the_preview_begins_today_and_follows_the_clocks_zone(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    items = desk.reminders.preview(days=2)
    assert [item.block_start.iso() for item in items] == ["2026-11-22T09:00:00+01:00", "2026-11-23T09:00:00+01:00"]


def test_the_preview_keeps_random_moments_to_itself(desk: Desk) -> None:
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    assert {item.at for item in desk.reminders.preview()} == {None}


def test_the_plan_beside_the_store_knows_fourteen_days(tmp_path: Path) -> None:
    plan_file = InMemoryPlanFile()
    Desk(tmp_path, plan_file=plan_file).reminders.add(at("09:00"))
    days = [record.prompt.day.isoformat() for record in plan_file.records]
    assert days[0] == "2026-11-22"
    assert days[-1] == "2026-12-05"
    assert len(set(days)) == 14


def test_a_plan_beside_the_store_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    plan_file = InMemoryPlanFile()
    plan_file.full = True
    desk = Desk(tmp_path, plan_file=plan_file)
    desk.reminders.add(at("09:00"))
    assert desk.outcomes() == ["09:00 planned"]


def test_once_today_is_planned_at_once_and_later_on_its_day(desk: Desk) -> None:
    berlin = ZoneInfo("Europe/Berlin")
    for day in (22, 24):
        desk.reminders.add(Once(moment_of(datetime(2026, 11, day, 18, 0, tzinfo=berlin), "Europe/Berlin")))
    assert desk.outcomes() == ["18:00 planned"]
    desk.rounds.start()
    desk.wait_until("2026-11-24T17:00:00")
    assert desk.outcomes() == ["18:00 expired", "18:00 planned"]


def test_while_locked_reminders_cannot_be_read_or_changed(tmp_path: Path) -> None:
    a_vault(tmp_path).close()
    desk = Desk(tmp_path)
    desk.vault = a_vault(tmp_path, locked=True)
    desk.sit_down()
    with pytest.raises(UserError) as error:
        desk.reminders.reminders()
    assert error.value.trouble is Trouble.LOCKED
    with pytest.raises(UserError) as error:
        desk.reminders.add(at("09:00"))
    assert error.value.trouble is Trouble.LOCKED


def test_clearly_apart_reminders_of_one_day_are_planned_together(desk: Desk) -> None:
    desk.reminders.add(at("09:00"))
    desk.reminders.add(at_random(2, "12:00", "18:00"))
    kinds = [record.prompt.kind.value for record in desk.ledger()]
    assert kinds == ["fixed", "random", "random"]
    instants = [record.prompt.at.utc for record in desk.ledger()]
    assert instants[2] - instants[1] >= timedelta(hours=1)


def test_the_plan_beside_the_store_stays_the_same_while_nothing_changes(tmp_path: Path) -> None:
    """Otherwise it would be written anew at every look."""
    plan_file = InMemoryPlanFile()
    desk = Desk(tmp_path, plan_file=plan_file)
    desk.reminders.add(at_random(4, "09:00", "21:00"))
    before = plan_file.records
    desk.clock.pass_time(minutes=1)
    desk.rounds.start()
    assert plan_file.records == before
