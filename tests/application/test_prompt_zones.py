"""Two weeks round clock changes, with everything that can happen; `tests.fuzz.reminders` lives through all."""

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from companion.application.prompt_plan import Plan
from tests.support.simulated_reminders import Life, faults_of

WEEK = timedelta(days=7)
CHANGES = [
    ("Europe/Berlin", "2026-03-29"),
    ("Europe/Berlin", "2026-10-25"),
    ("America/Santiago", "2026-09-06"),
    ("Australia/Lord_Howe", "2026-10-04"),
    ("Africa/Cairo", "2026-04-24"),
    ("Antarctica/Troll", "2026-03-29"),
    ("Pacific/Apia", "2011-12-30"),
]
FAR_APART = tuple(map(ZoneInfo, ("Europe/Berlin", "Pacific/Auckland", "Pacific/Honolulu")))


@pytest.fixture(autouse=True)
def _nothing_beside_the_store(monkeypatch: pytest.MonkeyPatch) -> None:
    """Which is not read here, and costs most of the time."""
    monkeypatch.setattr(Plan, "for_locked_times", lambda _plan: [])


def life(zone: str, day: str, journeys: tuple[ZoneInfo, ...] = ()) -> Life:
    middle = datetime.fromisoformat(day).replace(tzinfo=UTC)
    lived = Life(ZoneInfo(zone), middle - WEEK, middle + WEEK, (zone, day), journeys)
    lived.live()
    return lived


@pytest.mark.parametrize(("zone", "day"), CHANGES)
def test_every_promise_is_kept_where_clocks_change(zone: str, day: str) -> None:
    lived = life(zone, day)
    assert len(lived.display.shown) > 20
    assert faults_of(lived) == []


@pytest.mark.parametrize("day", ["2026-03-29", "2026-10-25"])
def test_every_promise_is_kept_on_journeys_and_when_the_clock_is_set(day: str) -> None:
    assert faults_of(life("Europe/Berlin", day, FAR_APART)) == []
