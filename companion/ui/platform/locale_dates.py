"""Dates and times as this desktop's locale writes them."""

from datetime import date, datetime

from PySide6.QtCore import QDate, QLocale, QTime


class LocaleDates:
    """Fills `DateWords` with QLocale: its names, and day and month in the order it writes them."""

    def __init__(self, locale: QLocale | None = None) -> None:
        self._locale = locale or QLocale()
        short = self._locale.dateFormat(QLocale.FormatType.ShortFormat)
        is_month_first = short.find("M") < short.find("d")
        day = "d." if "d." in self._locale.dateFormat(QLocale.FormatType.LongFormat) else "d"
        self._day = f"MMM {day}" if is_month_first else f"{day} MMM"
        self._long_day = f"dddd, MMMM {day}" if is_month_first else f"dddd, {day} MMMM"

    def time(self, moment: datetime) -> str:
        """Such as "14:06"."""
        return self._locale.toString(QTime(moment.hour, moment.minute), QLocale.FormatType.ShortFormat)

    def clock_time(self, minutes: int) -> str:
        """Minutes after midnight as a time of day; the day's end is midnight."""
        hours, minute = divmod(minutes, 60)
        return self._locale.toString(QTime(hours % 24, minute), QLocale.FormatType.ShortFormat)

    def day(self, day: date) -> str:
        """Such as "22 Nov"."""
        return self._locale.toString(_qdate(day), self._day)

    def long_day(self, day: date) -> str:
        """Such as "Sunday, 22 November"."""
        return self._locale.toString(_qdate(day), self._long_day)

    def weekday(self, weekday: int) -> str:
        """A short name; 0 is Monday."""
        return self._locale.standaloneDayName(weekday + 1, QLocale.FormatType.ShortFormat)

    def first_weekday(self) -> int:
        """The day a week begins with; 0 is Monday."""
        return self._locale.firstDayOfWeek().value - 1


def _qdate(day: date) -> QDate:
    return QDate(day.year, day.month, day.day)
