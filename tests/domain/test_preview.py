"""The preview tells what comes, and keeps random moments a surprise."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.preview import preview
from companion.domain.schedule import plan_day
from tests.support.reminding import a_reminder, at, at_random

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 11, 22)
RANDOM = a_reminder(at_random(4, "09:00", "21:00"), id="r")
FIXED = a_reminder(at("12:00"), id="f")


def test_random_moments_of_the_real_plan_are_told_as_blocks_only() -> None:
    items = preview([RANDOM], SUNDAY, 1, BERLIN)
    assert [item.at for item in items] == [None] * 4
    assert [f"{item.block_start.local:%H:%M}" for item in items] == ["09:00", "12:00", "15:00", "18:00"]


def test_fixed_times_are_told() -> None:
    (item,) = preview([FIXED], SUNDAY, 1, BERLIN)
    assert item.at is not None
    assert f"{item.at.local:%H:%M}" == "12:00"


def test_a_seed_fills_in_a_simulated_draw_that_can_be_repeated() -> None:
    items = preview([RANDOM], SUNDAY, 3, BERLIN, seed=7)
    assert all(item.at is not None for item in items)
    assert items == preview([RANDOM], SUNDAY, 3, BERLIN, seed=7)
    assert items != preview([RANDOM], SUNDAY, 3, BERLIN, seed=8)


def test_a_simulated_draw_is_not_the_real_one() -> None:
    real = [slot.at for slot in plan_day(RANDOM, SUNDAY, BERLIN, b"secret")]
    assert [item.at for item in preview([RANDOM], SUNDAY, 1, BERLIN, seed=0)] != real


def test_reminders_that_are_off_ask_for_nothing() -> None:
    assert preview([a_reminder(is_on=False)], SUNDAY, 14, BERLIN) == []


def test_items_of_all_reminders_are_in_order_of_time() -> None:
    items = preview([RANDOM, FIXED], SUNDAY, 2, BERLIN, seed=1)
    instants = [item.at.utc for item in items if item.at is not None]
    assert instants == sorted(instants)
    assert {item.reminder_id for item in items} == {"r", "f"}


def test_a_zone_shifts_the_wall_clock() -> None:
    (item,) = preview([FIXED], SUNDAY, 1, ZoneInfo("Asia/Tokyo"))
    assert item.block_start.iso() == "2026-11-22T12:00:00+09:00"


@pytest.mark.parametrize("first", [date(9999, 12, 30), date(9999, 12, 31)])
def test_where_the_calendar_ends_there_is_nothing_to_preview(first: date) -> None:
    with pytest.raises(DomainError) as error:
        preview([FIXED], first, 3, BERLIN)
    assert error.value.rule is Rule.TIME_UNREADABLE
