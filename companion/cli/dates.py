"""Dates and times as the terminal shows them: the same everywhere, and sortable."""

from datetime import date, datetime

from companion.domain.moment import Moment
from companion.presentation.translation import _


class TerminalDates:
    """ISO dates and 24-hour times; weekdays by short names, Monday first."""

    def time(self, moment: datetime) -> str:
        """Such as "14:06"."""
        return moment.strftime("%H:%M")

    def clock_time(self, minutes: int) -> str:
        """Minutes after midnight as a time of day; 1440 is "24:00"."""
        return f"{minutes // 60:02d}:{minutes % 60:02d}"

    def day(self, day: date) -> str:
        """Such as "2026-11-22"."""
        return day.isoformat()

    def long_day(self, day: date) -> str:
        """Such as "Sun 2026-11-22"."""
        return f"{self.weekday(day.weekday())} {day.isoformat()}"

    def weekday(self, weekday: int) -> str:
        """A short name; 0 is Monday."""
        return (_("Mon"), _("Tue"), _("Wed"), _("Thu"), _("Fri"), _("Sat"), _("Sun"))[weekday]

    def first_weekday(self) -> int:
        """Monday."""
        return 0


def day_and_time(moment: Moment) -> str:
    """Such as "2026-11-22 14:06", by the wall clock of its place."""
    return moment.local.strftime("%Y-%m-%d %H:%M")
