"""Dates and times written one plain way, whatever the machine's locale."""

from datetime import date, datetime


class PlainDateWords:
    """Fills `DateWords`: 24-hour times, ISO dates."""

    def time(self, moment: datetime) -> str:
        return f"{moment:%H:%M}"

    def clock_time(self, minutes: int) -> str:
        return f"{minutes // 60 % 24:02}:{minutes % 60:02}"

    def day(self, day: date) -> str:
        return day.isoformat()

    def long_day(self, day: date) -> str:
        return day.isoformat()

    def weekday(self, weekday: int) -> str:
        return ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")[weekday]

    def first_weekday(self) -> int:
        return 0
