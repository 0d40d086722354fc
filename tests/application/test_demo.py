"""The made-up year: believable, and the same for the same seed."""

from collections import Counter
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.application.demo import DAYS, LOWER, UPPER, demo_year
from companion.domain.checkin import CheckIn, Origin
from companion.domain.zone import Zone
from tests.support.clock import FakeClock

NEVER = {"score", "streak", "missed", "failed", "good", "bad", "optimal", "normal", "symptom"}


@pytest.fixture(scope="module")
def year() -> list[CheckIn]:
    clock = FakeClock()
    return demo_year(clock.now(), clock.zone(), seed=7)


def by_day(year: list[CheckIn]) -> dict[date, list[CheckIn]]:
    days: dict[date, list[CheckIn]] = {}
    for check_in in year:
        days.setdefault(check_in.experienced_at.local.date(), []).append(check_in)
    return days


def test_the_same_seed_makes_the_same_year(year: list[CheckIn]) -> None:
    clock = FakeClock()

    assert demo_year(clock.now(), clock.zone(), seed=7) == year
    assert demo_year(clock.now(), clock.zone(), seed=8) != year


def test_it_ends_now_and_begins_a_year_ago(year: list[CheckIn]) -> None:
    now = FakeClock().now()

    assert all(check_in.experienced_at.utc <= now.utc for check_in in year)
    assert timedelta(DAYS - 7) < now.utc - year[0].experienced_at.utc < timedelta(DAYS + 1)


def test_it_is_in_the_order_of_time_and_so_are_its_ids(year: list[CheckIn]) -> None:
    instants = [check_in.experienced_at.utc for check_in in year]

    assert instants == sorted(instants)
    assert len({check_in.id for check_in in year}) == len(year)
    assert [check_in.id[:13] for check_in in year] == sorted(check_in.id[:13] for check_in in year)


def test_about_four_a_day_are_asked_and_some_stay_unanswered(year: list[CheckIn]) -> None:
    asked = [sum(c.origin is Origin.RANDOM for c in found) for found in by_day(year).values()]

    assert max(asked) == 4
    assert 3.0 < sum(asked) / len(asked) < 3.7


def test_some_days_have_none(year: list[CheckIn]) -> None:
    assert 3 <= DAYS + 1 - len(by_day(year)) <= 40


def test_some_are_started_by_oneself(year: list[CheckIn]) -> None:
    assert 0.05 < sum(check_in.origin is Origin.SELF for check_in in year) / len(year) < 0.25


def test_answers_agree_with_the_window_most_of_the_time(year: list[CheckIn]) -> None:
    placed = [c for c in year if c.arousal is not None and c.zone in (Zone.ABOVE, Zone.INSIDE, Zone.BELOW)]
    agreeing = sum(
        (c.zone is Zone.ABOVE) == (c.arousal > UPPER) and (c.zone is Zone.BELOW) == (c.arousal < LOWER)
        for c in placed
        if c.arousal is not None
    )

    assert 0.8 < agreeing / len(placed) < 1.0


def test_every_answer_occurs_and_most_are_inside(year: list[CheckIn]) -> None:
    counts = Counter(check_in.zone for check_in in year)

    assert set(counts) == {*Zone, None}
    assert 0.55 < counts[Zone.INSIDE] / len(year) < 0.8


def test_times_have_the_offset_of_that_day_in_that_zone(year: list[CheckIn]) -> None:
    berlin = ZoneInfo("Europe/Berlin")

    assert {check_in.experienced_at.offset for check_in in year} == {timedelta(hours=1), timedelta(hours=2)}
    assert all(c.experienced_at.utc.astimezone(berlin).utcoffset() == c.experienced_at.offset for c in year)
    assert {check_in.experienced_at.zone_name for check_in in year} == {"Europe/Berlin"}


def test_some_have_a_short_neutral_note(year: list[CheckIn]) -> None:
    notes = {check_in.note for check_in in year if check_in.note}

    assert len(notes) > 5
    assert all(len(note) < 40 and not set(note.split()) & NEVER for note in notes)
