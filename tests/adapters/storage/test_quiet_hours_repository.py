"""Quiet hours: one row, none at first."""

from pathlib import Path

from companion.domain.quiet_hours import NO_QUIET_HOURS, QuietHours
from companion.domain.time_range import DayRange, TimeRange
from tests.support.builders import a_moment
from tests.support.store import a_vault


def test_those_set_last_are_kept(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    night = DayRange(TimeRange(0, 420)), DayRange(TimeRange(1320, 1440), frozenset({4, 5}))
    with vault.writing() as store:
        assert store.quiet_hours.current() == NO_QUIET_HOURS
        for quiet_hours in (QuietHours(night[:1]), QuietHours(night)):
            store.quiet_hours.set(quiet_hours, a_moment())
            assert store.quiet_hours.current() == quiet_hours
        store.quiet_hours.set(NO_QUIET_HOURS, a_moment())
        assert store.quiet_hours.current() == NO_QUIET_HOURS
