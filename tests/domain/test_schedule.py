"""The planner: right by the calendar, even within blocks, and the same again when planned again."""

from collections import Counter
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.moment import moment_of
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    Once,
    Outside,
    RandomInBlocks,
    RandomMoments,
    RandomRange,
    RandomWithGap,
    TimeRange,
)
from companion.domain.schedule import Slot, plan_day, prompt_for
from tests.support.reminding import a_reminder, at, at_random, minutes

BERLIN = ZoneInfo("Europe/Berlin")
SUNDAY = date(2026, 11, 22)
SPRING, AUTUMN = date(2026, 3, 29), date(2026, 10, 25)
SECRET = b"secret"
DST_ZONES = [
    "Europe/Berlin",
    "America/New_York",
    "Australia/Lord_Howe",
    "Africa/Cairo",
    "Asia/Beirut",
    "Antarctica/Troll",
    "America/Havana",
    "Pacific/Chatham",
    "Africa/Casablanca",
    "America/Santiago",
]
ZONES = st.sampled_from([ZoneInfo(name) for name in [*DST_ZONES, "Asia/Kathmandu", "America/Nuuk"]])
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))


@st.composite
def random_rules(draw: st.DrawFn) -> RandomInBlocks:
    start = draw(st.integers(0, 1380))
    end = draw(st.integers(start + 30, 1440))
    count = draw(st.integers(1, min(24, end - start)))
    block = timedelta(minutes=end - start) / count
    seconds = draw(st.integers(0, int(block.total_seconds()) - 1))
    return RandomInBlocks(count, TimeRange(start, end), timedelta(seconds=seconds))


@st.composite
def days_of_ranges(draw: st.DrawFn) -> RandomMoments:
    """Up to four ranges of a day, with or without blocks, and a gap that fits into each."""
    bounds = sorted(draw(st.sets(st.integers(0, 48), min_size=2, max_size=8)))
    pairs = [TimeRange(30 * a, 30 * b) for a, b in zip(bounds[::2], bounds[1::2], strict=False)]
    ranges = [RandomRange(draw(st.integers(1, 6)), each) for each in pairs]
    blocks = [timedelta(minutes=r.between.end - r.between.start) / r.count for r in ranges]
    gap = timedelta(seconds=draw(st.integers(0, int(min(blocks).total_seconds()) - 1)))
    kind = draw(st.sampled_from([RandomInBlocks, RandomWithGap]))
    first, *further = ranges
    return kind(first.count, first.between, gap, further=tuple(further))


def times(slots: tuple[Slot, ...]) -> list[str]:
    return [f"{slot.at.local:%H:%M}" for slot in slots]


def test_fixed_times_come_at_their_times_with_half_an_hour_each() -> None:
    slots = plan_day(a_reminder(at("09:00", "15:30")), SUNDAY, BERLIN, SECRET)
    assert times(slots) == ["09:00", "15:30"]
    assert all(slot.block_end.utc - slot.at.utc == timedelta(minutes=30) for slot in slots)


def test_the_weekday_is_the_calendars() -> None:
    rule = at("00:30", weekdays=frozenset({6}))
    days = [SUNDAY + timedelta(days=number) for number in range(14)]
    assert [day for day in days if plan_day(a_reminder(rule), day, BERLIN, SECRET)] == [SUNDAY, date(2026, 11, 29)]


def test_two_times_that_clocks_skip_together_are_one_prompt() -> None:
    slots = plan_day(a_reminder(at("02:15", "02:45", "03:00", "04:00")), SPRING, BERLIN, SECRET)
    assert times(slots) == ["03:00", "04:00"]


def test_a_date_that_a_zone_never_had_has_no_prompts() -> None:
    assert plan_day(a_reminder(at("09:00")), date(2011, 12, 30), ZoneInfo("Pacific/Apia"), SECRET) == ()


@pytest.mark.parametrize("name", DST_ZONES)
def test_a_fixed_time_fires_once_on_each_local_day_of_two_years(name: str) -> None:
    zone, first = ZoneInfo(name), date(2025, 1, 1)
    for minute in range(0, 1440, 45):
        reminder = a_reminder(at(f"{minute // 60}:{minute % 60}"))
        fired = Counter(
            slot.at.local.date()
            for number in range(730)
            for slot in plan_day(reminder, first + timedelta(days=number), zone, SECRET)
        )
        assert fired == Counter(first + timedelta(days=number) for number in range(730))


def test_an_interval_asks_in_the_middle_of_each_whole_interval() -> None:
    rule = AtInterval(timedelta(minutes=90), TimeRange(minutes("09:00"), minutes("14:00")))
    slots = plan_day(a_reminder(rule), SUNDAY, BERLIN, SECRET)
    assert times(slots) == ["09:45", "11:15", "12:45"]
    assert [f"{slot.block_end.local:%H:%M}" for slot in slots] == ["10:30", "12:00", "13:30"]


def test_an_interval_counts_elapsed_time_on_a_shortened_day() -> None:
    rule = AtInterval(timedelta(hours=1), TimeRange(0, minutes("06:00")))
    assert len(plan_day(a_reminder(rule), SPRING, BERLIN, SECRET)) == 5
    assert len(plan_day(a_reminder(rule), AUTUMN, BERLIN, SECRET)) == 7


def test_each_range_has_its_own_moments() -> None:
    evening = RandomRange(1, TimeRange(minutes("19:00"), minutes("21:00")), frozenset({6}))
    rule = RandomInBlocks(3, TimeRange(minutes("09:00"), minutes("12:00")), timedelta(0), further=(evening,))
    sunday, monday = (plan_day(a_reminder(rule), SUNDAY + timedelta(days=n), BERLIN, SECRET) for n in (0, 1))
    assert [f"{slot.block_start.local:%H:%M}" for slot in sunday] == ["09:00", "10:00", "11:00", "19:00"]
    assert [f"{slot.block_start.local:%H:%M}" for slot in monday] == ["09:00", "10:00", "11:00"]
    assert len({slot.place for slot in sunday}) == 4


def test_a_range_put_before_another_does_not_take_its_places() -> None:
    """A place names the same moment in every plan of the rule, on whichever weekdays its ranges are."""
    morning, evening = TimeRange(540, 720), TimeRange(1140, 1260)
    rule = RandomInBlocks(1, evening, timedelta(0), further=(RandomRange(1, morning, frozenset({6})),))
    sunday, monday = (plan_day(a_reminder(rule), SUNDAY + timedelta(days=n), BERLIN, SECRET) for n in (0, 1))
    assert [slot.place for slot in sunday] == [100, 0]
    assert [slot.place for slot in monday] == [0]


def test_an_interval_asks_in_each_of_its_ranges() -> None:
    evening = DayRange(TimeRange(minutes("19:00"), minutes("21:00")), frozenset({6}))
    rule = AtInterval(timedelta(minutes=90), TimeRange(minutes("09:00"), minutes("12:00")), further=(evening,))
    assert times(plan_day(a_reminder(rule), SUNDAY, BERLIN, SECRET)) == ["09:45", "11:15", "19:45"]


def test_without_blocks_each_moment_has_the_whole_range() -> None:
    rule = RandomWithGap(3, TimeRange(minutes("09:00"), minutes("21:00")))
    slots = plan_day(a_reminder(rule), SUNDAY, BERLIN, SECRET)
    spans = {(f"{slot.block_start.local:%H:%M}", f"{slot.block_end.local:%H:%M}") for slot in slots}
    assert (len(slots), spans) == (3, {("09:00", "21:00")})
    assert plan_day(a_reminder(rule), SUNDAY, BERLIN, SECRET) == slots


def test_without_blocks_on_a_shortened_day_what_fits_is_kept() -> None:
    rule = RandomWithGap(3, TimeRange(minutes("01:00"), minutes("04:00")), timedelta(minutes=70))
    for number in range(100):
        slots = plan_day(a_reminder(rule), SPRING, BERLIN, number.to_bytes(2, "big"))
        assert len(slots) == 2
        assert slots[1].at.utc - slots[0].at.utc >= rule.gap


def test_what_follows_a_check_in_is_on_no_calendar() -> None:
    assert plan_day(a_reminder(AfterCheckIn(Outside.ABOVE)), SUNDAY, BERLIN, SECRET) == ()


@given(days_of_ranges(), DAYS, ZONES, st.binary(max_size=8))
def test_across_ranges_the_gap_holds_too_and_each_moment_stays_in_its_block(
    rule: RandomMoments, day: date, zone: ZoneInfo, secret: bytes
) -> None:
    slots = plan_day(a_reminder(rule), day, zone, secret)  # type: ignore[arg-type]  # one of its two kinds
    assert all(b.at.utc - a.at.utc >= rule.gap for a, b in pairwise(slots))
    assert all(slot.block_start.utc <= slot.at.utc < slot.block_end.utc for slot in slots)
    assert len({slot.place for slot in slots}) == len(slots)


def test_once_belongs_to_its_own_local_date() -> None:
    moment = moment_of(datetime(2026, 11, 22, 23, 30, tzinfo=ZoneInfo("Asia/Tokyo")), "Asia/Tokyo")
    (slot,) = plan_day(a_reminder(Once(moment)), SUNDAY, BERLIN, SECRET)
    assert slot.at.utc == datetime(2026, 11, 22, 14, 30, tzinfo=UTC)
    assert plan_day(a_reminder(Once(moment)), date(2026, 11, 23), BERLIN, SECRET) == ()


def test_a_range_may_last_until_midnight() -> None:
    slots = plan_day(a_reminder(at_random(1, "23:00", "24:00")), SUNDAY, BERLIN, SECRET)
    assert slots[0].block_end.local.isoformat() == "2026-11-23T00:00:00+01:00"


def test_a_range_that_clocks_skip_as_a_whole_has_no_prompts() -> None:
    assert plan_day(a_reminder(at_random(2, "02:00", "03:00", 10)), SPRING, BERLIN, SECRET) == ()


def test_random_moments_are_the_same_when_planned_again() -> None:
    reminder = a_reminder(at_random(4, "09:00", "21:00"))
    assert plan_day(reminder, SUNDAY, BERLIN, SECRET) == plan_day(reminder, SUNDAY, BERLIN, SECRET)


def test_random_moments_differ_by_day_reminder_and_secret() -> None:
    rule = at_random(4, "09:00", "21:00")
    plans = [
        plan_day(a_reminder(rule), SUNDAY, BERLIN, SECRET),
        plan_day(a_reminder(rule), SUNDAY + timedelta(days=1), BERLIN, SECRET),
        plan_day(a_reminder(rule, id="other"), SUNDAY, BERLIN, SECRET),
        plan_day(a_reminder(rule), SUNDAY, BERLIN, b"another"),
    ]
    assert len({tuple(times(plan)) for plan in plans}) == 4


@given(random_rules(), DAYS, ZONES, st.binary(max_size=8))
def test_the_gap_always_holds(rule: RandomInBlocks, day: date, zone: ZoneInfo, secret: bytes) -> None:
    instants = [slot.at.utc for slot in plan_day(a_reminder(rule), day, zone, secret)]
    assert all(later - earlier >= rule.gap for earlier, later in pairwise(instants))


@given(random_rules(), DAYS, ZONES, st.binary(max_size=8))
def test_random_moments_are_whole_seconds_within_their_blocks(
    rule: RandomInBlocks, day: date, zone: ZoneInfo, secret: bytes
) -> None:
    for slot in plan_day(a_reminder(rule), day, zone, secret):
        assert slot.block_start.utc <= slot.at.utc < slot.block_end.utc
        assert slot.at.utc.microsecond == 0


@given(random_rules(), DAYS, ZONES)
def test_blocks_are_equal_in_elapsed_time_and_fill_the_range(rule: RandomInBlocks, day: date, zone: ZoneInfo) -> None:
    slots = plan_day(a_reminder(rule), day, zone, SECRET)
    lengths = {round((slot.block_end.utc - slot.block_start.utc).total_seconds(), 3) for slot in slots}
    assert len(lengths) <= 1
    if len(slots) == rule.count:
        assert len(slots) == len({slot.place for slot in slots})
        assert all(a.block_end.utc == b.block_start.utc for a, b in pairwise(slots))


@given(random_rules(), st.dates(date(2026, 11, 1), date(2026, 12, 31)))
def test_every_block_gets_its_moment_on_an_ordinary_day(rule: RandomInBlocks, day: date) -> None:
    seconds = (rule.between.end - rule.between.start) * 60 // rule.count
    if rule.gap.total_seconds() < seconds:  # a gap that leaves less than a second is no gap to plan with
        assert len(plan_day(a_reminder(rule), day, BERLIN, SECRET)) == rule.count


def test_on_a_shortened_day_what_fits_is_kept() -> None:
    """Three hours with blocks of 90 min and 80 min between become two hours with blocks of 60."""
    rule = at_random(2, "01:00", "04:00", gap_minutes=80)
    for number in range(200):
        first, second = plan_day(a_reminder(rule), SPRING, BERLIN, number.to_bytes(2, "big"))
        assert second.at.utc - first.at.utc >= timedelta(minutes=80)


def test_on_a_shortened_day_a_block_without_room_is_left_out() -> None:
    rule = at_random(2, "01:30", "03:30", gap_minutes=59)
    slots = plan_day(a_reminder(rule), SPRING, BERLIN, SECRET)
    assert len(slots) == 2
    narrow = at_random(3, "01:30", "04:00", gap_minutes=49)
    assert len(plan_day(a_reminder(narrow), SPRING, BERLIN, SECRET)) == 2


def test_moments_are_uniform_between_their_bounds() -> None:
    """Kolmogorov and Smirnov's distance of the first block's moments stays below the bound for p = 0.001."""
    rule = at_random(4, "09:00", "21:00")
    drawn: list[list[float]] = [[], [], [], []]
    for number in range(2000):
        previous = None
        for slot in plan_day(a_reminder(rule), SUNDAY, BERLIN, number.to_bytes(2, "big")):
            low = slot.block_start.utc if previous is None else max(slot.block_start.utc, previous + rule.gap)
            drawn[slot.place].append((slot.at.utc - low) / (slot.block_end.utc - low))
            previous = slot.at.utc
    assert all(distance_from_uniform(numbers) < 1.95 / 2000**0.5 for numbers in drawn)


def distance_from_uniform(numbers: list[float]) -> float:
    count = len(numbers)
    return max(max(abs(n - i / count), abs(n - (i + 1) / count)) for i, n in enumerate(sorted(numbers)))


def test_a_prompt_carries_what_its_slot_and_reminder_say() -> None:
    reminder = a_reminder(at("09:00", "15:30"))
    slot = plan_day(reminder, SUNDAY, BERLIN, SECRET)[1]
    prompt = prompt_for(reminder, SUNDAY, slot, index=4)
    assert (prompt.reminder_id, prompt.kind, prompt.day, prompt.slot) == (reminder.id, reminder.kind, SUNDAY, 1)
    assert (prompt.at, prompt.block_end, prompt.expiry_minutes) == (slot.at, slot.block_end, 30)
    assert prompt.id != prompt_for(reminder, SUNDAY, slot, index=1).id
