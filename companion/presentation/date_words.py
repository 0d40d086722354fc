"""Dates and times in words: what the screens need, filled by the desktop's locale."""

from datetime import date, datetime, timedelta
from typing import Protocol

from companion.presentation.translation import _

WEEK = 7


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
    """A coming time in words: today only the time, then "tomorrow", a weekday, and from a week on the date."""
    time = words.time(moment)
    match _days_ahead(moment, now):
        case 0:
            return _("at {time}").format(time=time)
        case 1:
            return _("tomorrow at {time}").format(time=time)
        case days:
            return _("{day} at {time}").format(day=_day_name(words, moment, days), time=time)


def span_text(words: DateWords, start: datetime, end: datetime, now: datetime) -> str:
    """A coming span in words: "between 15:00 and 18:00", with the day before it if it is not today."""
    between = {"start": words.time(start), "end": words.time(end)}
    match _days_ahead(start, now):
        case 0:
            return _("between {start} and {end}").format(**between)
        case 1:
            return _("tomorrow between {start} and {end}").format(**between)
        case days:
            return _("{day} between {start} and {end}").format(day=_day_name(words, start, days), **between)


def _days_ahead(moment: datetime, now: datetime) -> int:
    return (moment.date() - now.astimezone(moment.tzinfo).date()) // timedelta(days=1)


def _day_name(words: DateWords, moment: datetime, days: int) -> str:
    """A weekday's name says which day it is only within the coming week."""
    return words.weekday(moment.weekday()) if 0 < days < WEEK else words.day(moment.date())
