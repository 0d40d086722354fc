"""Reminders of every kind through every clock change there is: 2024 to 2034 in all zones, and ten years in twelve.

Runs by hand: `python -m tests.fuzz.reminders [weeks|years|journeys] [part of]` prints every promise that was not
kept, then how much was lived through. `weeks` are the 21 days round each transition, once for each set of zones whose
clocks change alike; `years` the ten years from 2025 in twelve zones; `journeys` weeks in which zone and clock change.
With "3 10" only every tenth of them is lived, beginning with the third. All of it takes hours on one core.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

from companion.application.prompt_plan import Plan
from tests.support.simulated_reminders import Life, faults_of

FIRST, LAST = datetime(2024, 1, 1, tzinfo=UTC), datetime(2035, 1, 1, tzinfo=UTC)
AN_HOUR, AROUND = timedelta(hours=1), timedelta(days=10, hours=12)
TWELVE = (
    *("Europe/Berlin", "America/New_York", "America/Santiago", "America/Havana", "America/Sao_Paulo"),
    *("Africa/Cairo", "Africa/Casablanca", "Asia/Kolkata", "Asia/Beirut", "Australia/Lord_Howe"),
    *("Pacific/Chatham", "Antarctica/Troll"),
)
JOURNEYS = tuple(map(ZoneInfo, ("Europe/Berlin", "America/New_York", "Pacific/Auckland", "Pacific/Honolulu")))


def transitions(zone: ZoneInfo) -> tuple[tuple[datetime, timedelta], ...]:
    """The instants, to the minute, from which a zone has another offset, and that offset."""
    found, at = [], FIRST
    before = _offset(at, zone)
    while at < LAST:
        later = at + 12 * AN_HOUR
        if _offset(later, zone) != before:
            at = _first_with_another(at, later, zone)
            before = _offset(at, zone)
            found.append((at, before))
        else:
            at = later
    return tuple(found)


def alike() -> dict[tuple[tuple[datetime, timedelta], ...], list[ZoneInfo]]:
    """The zones with transitions, by what these are."""
    groups: dict[tuple[tuple[datetime, timedelta], ...], list[ZoneInfo]] = {}
    for name in sorted(available_timezones()):
        zone = ZoneInfo(name)
        groups.setdefault(transitions(zone), []).append(zone)
    return groups


def weeks() -> Iterator[Life]:
    """The 21 days round every transition."""
    for changes, zones in alike().items():
        for at, _offset_then in changes:
            yield Life(zones[0], at - AROUND, at + AROUND, (zones[0].key, at))


def years() -> Iterator[Life]:
    """Ten years, in pieces of one, so that the share of a part is even."""
    for name in TWELVE:
        for year in range(2025, 2035):
            start = datetime(year, 1, 1, tzinfo=UTC)
            yield Life(ZoneInfo(name), start, start.replace(year=year + 1), (name, year))


def journeys() -> Iterator[Life]:
    """Half a year of weeks in which zone and clock are changed, in each of the twelve zones."""
    for name in TWELVE:
        for week in range(26):
            start = datetime(2026, 1, 1, tzinfo=UTC) + timedelta(weeks=week)
            yield Life(ZoneInfo(name), start, start + timedelta(days=21), (name, week), JOURNEYS)


KINDS = {"weeks": weeks, "years": years, "journeys": journeys}


def main(kind: str, first: int, of: int) -> int:
    """Lives every `of`th life of that kind, from the `first`; the exit code says whether every promise was kept."""
    setattr(Plan, "for_locked_times", lambda _plan: [])  # noqa: B010 - the plan beside the store is not read here
    begun, days, prompts, shown, wrong = time.monotonic(), 0.0, 0, 0, 0
    happened, ends = Counter[str](), Counter[str]()
    lives = 0
    for number, life in enumerate(KINDS[kind]()):
        if number % of != first % of:
            continue
        life.live()
        lives += 1
        days += (life.end - life.start) / timedelta(days=1)
        prompts, shown = prompts + len(life.ledger), shown + len(life.display.shown)
        happened.update(life.happened)
        ends.update(record.state.value for record in life.ledger)
        for fault in faults_of(life):
            wrong += 1
            print(f"{life.zone.key} {life.seed}: {fault}", flush=True)
    took = time.monotonic() - begun
    print(f"{kind}: {lives} lives, {days:.0f} days, {prompts} prompts, {shown} shown, {took:.0f} s, {wrong} wrong")
    print(" ".join(f"{what} {count};" for what, count in (*happened.most_common(), *ends.most_common())))
    return 1 if wrong else 0


def _offset(at: datetime, zone: ZoneInfo) -> timedelta:
    return at.astimezone(zone).utcoffset() or timedelta(0)


def _first_with_another(before: datetime, after: datetime, zone: ZoneInfo) -> datetime:
    offset = _offset(before, zone)
    while after - before > timedelta(minutes=1):
        middle = before + (after - before) / 2
        before, after = (middle, after) if _offset(middle, zone) == offset else (before, middle)
    return after.replace(second=0, microsecond=0)


if __name__ == "__main__":
    chosen = sys.argv[1] if len(sys.argv) > 1 else "weeks"
    part = tuple(map(int, sys.argv[2:4])) if len(sys.argv) > 3 else (0, 1)
    sys.exit(main(chosen, *part))
