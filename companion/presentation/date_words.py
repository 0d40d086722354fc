"""Dates and times in words: what the screens need, filled by the desktop's locale."""

from datetime import date, datetime, timedelta
from typing import Protocol

from companion.presentation.translation import _


class DateWords(Protocol):
    """How this locale writes dates and times. Datetimes are aware and shown by their own wall clock."""

    def time(self, moment: datetime) -> str:
        """Such as "14:06"."""

    def clock_time(self, minutes: int) -> str:
        """Minutes after midnight as a time of day; 1440 is the day's end."""

    def day(self, day: date) -> str:
        """Such as "22 Nov"."""

    def long_day(self, day: date) -> str:
        """Such as "Sunday, 22 November"."""

    def weekday(self, weekday: int) -> str:
        """A short name; 0 is Monday."""

    def first_weekday(self) -> int:
        """The day a week begins with; 0 is Monday."""


def when_text(words: DateWords, moment: datetime, now: datetime) -> str:
    """A coming time in words: only the time today, "tomorrow at …", or the weekday's name before it."""
    days = (moment.date() - now.astimezone(moment.tzinfo).date()) // timedelta(days=1)
    time = words.time(moment)
    if days == 0:
        return _("at {time}").format(time=time)
    if days == 1:
        return _("tomorrow at {time}").format(time=time)
    return _("{weekday} at {time}").format(weekday=words.weekday(moment.weekday()), time=time)


def span_text(words: DateWords, start: datetime, end: datetime, now: datetime) -> str:
    """A coming span in words: "between 15:00 and 18:00", with the day before it if it is not today."""
    days = (start.date() - now.astimezone(start.tzinfo).date()) // timedelta(days=1)
    between = {"start": words.time(start), "end": words.time(end)}
    if days == 0:
        return _("between {start} and {end}").format(**between)
    if days == 1:
        return _("tomorrow between {start} and {end}").format(**between)
    return _("{weekday} between {start} and {end}").format(weekday=words.weekday(start.weekday()), **between)
