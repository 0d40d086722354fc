"""The rounds and the kinds of reminders: at an interval, anywhere, after a check-in, once more, for a reflection."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import PlanFile
from companion.application.checkins import Answer
from companion.application.events import StoreChangedElsewhere, VaultUnlocked
from companion.application.journal import JournalService
from companion.application.triangles import TriangleService
from companion.domain.checkin import CheckIn, Origin
from companion.domain.errors import DomainError, Rule
from companion.domain.journal import place_of
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    Manner,
    Outside,
    Purpose,
    RandomWithGap,
    TimeRange,
)
from companion.domain.zone import Zone
from tests.support.reminding import Desk, at

AFTER_ABOVE = AfterCheckIn(Outside.ABOVE, timedelta(minutes=20))


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path, plan_file=PlanFile(tmp_path / "store"))
    desk.rounds.start()
    return desk


def journal(desk: Desk) -> JournalService:
    return JournalService(desk.vault, desk.clock, desk.ids, desk.bus)


def triangles(desk: Desk) -> TriangleService:
    return TriangleService(desk.vault, desk.clock, desk.ids, desk.bus, desk.days)


def noted(desk: Desk, zone: Zone = Zone.ABOVE) -> CheckIn:
    return desk.check_ins.record(Answer(arousal=80, zone=zone), answers_open_prompt=True)


def test_at_an_interval(desk: Desk) -> None:
    desk.reminders.add(AtInterval(timedelta(hours=2), TimeRange(540, 900)))
    desk.wait_until("2026-11-22T23:00:00")
    assert desk.display.times == ["10:00", "12:00", "14:00"]


def test_anywhere_within_the_day(desk: Desk) -> None:
    desk.reminders.add(RandomWithGap(3, TimeRange(540, 1260), timedelta(hours=2)))
    told = desk.rounds.next_prompt()
    assert told is not None
    assert (told.at, f"{told.block_start.local:%H:%M}", f"{told.block_end.local:%H:%M}") == (None, "09:00", "21:00")
    desk.wait_until("2026-11-22T23:00:00")
    assert len(desk.display.shown) == 3


def test_after_a_check_in_it_comes_so_much_later(desk: Desk) -> None:
    desk.reminders.add(AFTER_ABOVE)
    desk.wait_until("2026-11-22T09:07:30")
    noted(desk)
    assert desk.alarm.next is not None
    desk.wait_until("2026-11-22T12:00:00")
    assert [f"{prompt.at.local:%H:%M:%S}" for prompt in desk.display.shown] == ["09:27:30"]
    assert desk.outcomes() == ["09:27 expired"]


def test_its_answer_is_no_scheduled_one_and_is_followed_by_no_other(desk: Desk) -> None:
    desk.reminders.add(AFTER_ABOVE)
    noted(desk)
    desk.wait_until("2026-11-22T08:21:00")
    answer = noted(desk)
    assert (answer.origin, answer.is_scheduled) == (Origin.EVENT, False)
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.outcomes() == ["08:20 answered"]


@pytest.mark.parametrize("zone", [Zone.INSIDE, Zone.BELOW, Zone.UNSURE])
def test_nothing_follows_a_check_in_on_another_side(desk: Desk, zone: Zone) -> None:
    desk.reminders.add(AFTER_ABOVE)
    noted(desk, zone)
    assert desk.ledger() == []


def test_nothing_follows_one_that_was_taken_back(desk: Desk) -> None:
    desk.reminders.add(AFTER_ABOVE)
    desk.check_ins.take_back(noted(desk).id)
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.outcomes() == ["08:20 replaced"]
    assert desk.display.shown == []


def test_nor_one_that_was_corrected_to_another_side(desk: Desk) -> None:
    from dataclasses import replace

    desk.reminders.add(AFTER_ABOVE)
    check_in = noted(desk)
    journal(desk).amend(replace(check_in, zone=Zone.INSIDE))
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.display.shown == []


def test_what_is_brought_back_is_followed_again(desk: Desk) -> None:
    desk.reminders.add(AFTER_ABOVE)
    check_in = noted(desk)
    journal(desk).forget([place_of(check_in)])
    journal(desk).restore([place_of(check_in)])
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.outcomes() == ["08:20 replaced", "08:20 expired"]


def test_a_check_in_from_another_process_is_followed_too(desk: Desk) -> None:
    desk.reminders.add(AFTER_ABOVE)
    bus, desk.check_ins._bus = desk.bus, type(desk.bus)()
    noted(desk)
    bus.publish(StoreChangedElsewhere())
    desk.wait_until("2026-11-22T08:20:00")
    assert desk.display.times == ["08:20"]


def test_a_journey_makes_no_second_one_of_it(desk: Desk) -> None:
    desk.reminders.add(AfterCheckIn(Outside.OUTSIDE, timedelta(hours=5)))
    noted(desk)
    for zone in ("America/New_York", "Pacific/Auckland", "Europe/Berlin"):
        desk.clock.travel_to(zone)
        desk.rounds.advance()
    desk.wait_until("2026-11-22T23:00:00")
    assert desk.outcomes() == ["13:00 expired"]


def test_a_check_in_while_locked_is_followed_once_it_is_known(desk: Desk) -> None:
    """What the plan said beside the locked store would say how the person is."""
    desk.reminders.add(AfterCheckIn(Outside.ABOVE, timedelta(hours=1)))
    desk.vault.lock()
    noted(desk)
    desk.wait_until("2026-11-22T08:30:00")
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())
    desk.wait_until("2026-11-22T09:00:00")
    assert desk.display.times == ["09:00"]


def test_what_follows_a_check_in_of_a_computer_that_slept_is_asleep(desk: Desk) -> None:
    desk.reminders.add(AFTER_ABOVE)
    noted(desk)
    desk.sleep_until("2026-11-22T10:00:00")
    assert desk.outcomes() == ["08:20 asleep"]


def test_switched_off_it_follows_nothing(desk: Desk) -> None:
    reminder = desk.reminders.add(AFTER_ABOVE)
    noted(desk)
    desk.reminders.switch(reminder.id, False)
    noted(desk)
    assert desk.outcomes() == ["08:20 replaced"]


def test_ask_again_comes_without_any_reminder(desk: Desk) -> None:
    at_moment = desk.rounds.ask_again()
    assert f"{at_moment.local:%H:%M}" == "08:30"
    desk.wait_until("2026-11-22T08:30:00")
    assert desk.display.times == ["08:30"]
    assert desk.check_in().origin is Origin.ONCE


def test_ask_again_right_after_a_check_in_is_not_too_close_to_it(desk: Desk) -> None:
    desk.check_in()
    desk.rounds.ask_again(timedelta(minutes=15))
    desk.wait_until("2026-11-22T08:15:00")
    assert desk.display.times == ["08:15"]


def test_ask_again_stays_when_reminders_are_switched_or_the_program_starts_anew(desk: Desk) -> None:
    reminder = desk.reminders.add(at("12:00"))
    desk.rounds.ask_again()
    desk.reminders.switch(reminder.id, False)
    desk.restart()
    assert [told.at is not None for told in desk.reminders.coming()] == [True]
    desk.wait_until("2026-11-22T08:30:00")
    assert desk.display.times == ["08:30"]


def test_after_the_clock_was_set_back_ask_again_comes_as_long_from_then(desk: Desk) -> None:
    desk.rounds.ask_again()
    desk.clock.set("2026-11-20T12:00:00")
    desk.rounds.advance()
    desk.wait_until("2026-11-20T12:30:00")
    assert len(desk.display.shown) == 1
    assert desk.outcomes() == ["12:30 shown", "08:30 replaced"]


def test_ask_again_works_while_locked(desk: Desk) -> None:
    desk.vault.lock()
    desk.rounds.ask_again()
    desk.wait_until("2026-11-22T08:31:00")
    assert desk.display.times == ["08:30"]
    desk.rounds.decline(desk.display.shown[0].id)
    desk.vault.unlock()
    desk.bus.publish(VaultUnlocked())
    assert desk.story(desk.display.shown[0].id) == ["planned", "due", "shown", "declined"]


def test_a_reflection_answers_what_asks_for_one_and_a_check_in_does_not(desk: Desk) -> None:
    desk.reminders.add(at("09:00"), manner=Manner(Purpose.REFLECTION))
    desk.wait_until("2026-11-22T09:01:00")
    assert desk.check_in().origin is Origin.SELF
    assert desk.rounds.open_prompt() is not None
    journal(desk).reflect("What helped?", "Rain")
    assert desk.display.withdrawn == [desk.display.shown[0].id]
    assert desk.outcomes() == ["09:00 answered"]


def test_a_triangle_answers_what_asks_for_one_and_a_reflection_does_not(desk: Desk) -> None:
    desk.reminders.add(at("09:00"), manner=Manner(Purpose.TRIANGLE))
    desk.wait_until("2026-11-22T09:01:00")
    journal(desk).reflect("What helped?", "Rain")
    assert desk.rounds.open_prompt() is not None
    triangles(desk).note((None, 0, None), ("", "", ""))
    assert desk.display.withdrawn == [desk.display.shown[0].id]
    assert desk.outcomes() == ["09:00 answered"]


def test_after_a_triangle_one_that_asks_only_after_silence_keeps_still(desk: Desk) -> None:
    manner = Manner(Purpose.TRIANGLE, only_after_silence=timedelta(days=6))
    desk.reminders.add(at("09:00"), manner=manner)
    triangles(desk).note((None, 0, None), ("", "", ""), experienced_at=desk.clock.now())
    desk.check_in()
    desk.wait_until("2026-11-28T12:00:00")
    assert desk.outcomes()[:7] == [*["09:00 suppressed(recently_logged)"] * 6, "09:00 expired"]


def test_a_reflection_about_another_moment_answers_nothing(desk: Desk) -> None:
    desk.reminders.add(at("09:00"), manner=Manner(Purpose.REFLECTION))
    earlier = desk.clock.now()
    desk.wait_until("2026-11-22T09:01:00")
    journal(desk).reflect("What helped?", "Rain", experienced_at=earlier)
    assert desk.rounds.open_prompt() is not None


def test_a_check_in_cannot_name_what_asks_for_a_reflection(desk: Desk) -> None:
    desk.reminders.add(at("09:00"), manner=Manner(Purpose.REFLECTION))
    desk.wait_until("2026-11-22T09:01:00")
    named = Answer(arousal=40, prompt_id=desk.display.shown[0].id)
    with pytest.raises(DomainError) as raised:
        desk.check_ins.record(named, answers_open_prompt=False)
    assert raised.value.rule is Rule.PROMPT_NOT_OPEN


def test_after_a_reflection_one_that_asks_only_after_silence_keeps_still(desk: Desk) -> None:
    manner = Manner(Purpose.REFLECTION, only_after_silence=timedelta(hours=3))
    desk.reminders.add(at("09:00", "12:00"), manner=manner)
    journal(desk).reflect("What helped?", "Rain")
    desk.wait_until("2026-11-22T12:00:00")
    assert desk.outcomes() == ["09:00 suppressed(recently_logged)", "12:00 shown"]


def test_what_is_coming_is_told_without_what_is_paused_quiet_or_a_surprise(desk: Desk) -> None:
    desk.reminders.add(at("10:00"))
    desk.reminders.add(RandomWithGap(1, TimeRange(720, 780)))
    desk.rounds.pause_until_tomorrow()
    coming = desk.reminders.coming()
    assert len(coming) == 2 * 13
    assert [told.at is None for told in coming[:2]] == [False, True]
    assert f"{coming[0].block_start.local:%d %H:%M}" == "23 10:00"


def test_what_comes_today_is_told_also_before_any_program_ran_today(desk: Desk) -> None:
    desk.reminders.add(at("07:00", "10:00"))
    desk.clock.set("2026-11-25T08:00:00")
    first, second, *_ = desk.reminders.coming()
    assert [f"{told.block_start.local:%d %H:%M}" for told in (first, second)] == ["25 10:00", "26 07:00"]
