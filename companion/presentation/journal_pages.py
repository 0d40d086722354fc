"""The journal page by page, as rows: what the list asks for while it scrolls and jumps."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple

from companion.application.days import DayService
from companion.application.journal import JournalService
from companion.application.ports import Clock
from companion.domain.errors import DomainError
from companion.domain.journal import JournalFilter, JournalKind, JournalPage, JournalPlace
from companion.domain.moment import EPOCH
from companion.domain.wall_time import instant_of
from companion.presentation.date_words import DateWords
from companion.presentation.journal_row import JournalRow, rows_of

PAGE = 40
_BEFORE_EVERYTHING = JournalPlace(EPOCH - timedelta(seconds=1), JournalKind.CHECK_IN, "")
_END_OF_TIME = datetime.max.replace(tzinfo=UTC)


class Stretch(NamedTuple):
    """Some rows in a row, newest first, and whether there is more beyond its ends."""

    rows: tuple[JournalRow, ...] = ()
    has_newer: bool = False
    has_older: bool = False


class JournalPages:
    """Reads what `wanted` asks for; while locked there is nothing. A page takes the same time wherever it lies."""

    def __init__(self, journal: JournalService, days: DayService, clock: Clock, words: DateWords) -> None:
        self._journal = journal
        self._days = days
        self._clock = clock
        self._words = words
        self.wanted = JournalFilter()

    @property
    def widest_time(self) -> str:
        """As wide as a time of day gets, for the column of times."""
        return max((self._words.clock_time(minutes) for minutes in (12 * 60 + 58, 22 * 60 + 58)), key=len)

    def newest(self, limit: int = PAGE) -> Stretch:
        """From the newest on."""
        return self._read(lambda: self._journal.older(self.wanted, None, limit))

    def oldest(self) -> Stretch:
        """Up to the oldest."""
        return self._read(lambda: self._journal.newer(self.wanted, _BEFORE_EVERYTHING, PAGE))

    def older(self, than: JournalRow) -> Stretch:
        """What stands below that row."""
        return self._read(lambda: self._journal.older(self.wanted, than.place, PAGE))

    def newer(self, than: JournalRow) -> Stretch:
        """What stands above that row."""
        return self._read(lambda: self._journal.newer(self.wanted, than.place, PAGE))

    def at(self, instant: datetime, limit: int = PAGE) -> Stretch:
        """From that instant back in time; `instant` is aware."""
        return self._read(lambda: self._journal.at(self.wanted, instant, limit))

    def day(self, day: date) -> Stretch:
        """From the end of that day of the person's back in time."""
        return self.at(self._end_of(day))

    def again(self, top: JournalRow | None, limit: int) -> Stretch:
        """What stands there now where `top` was the first of `limit` rows; from the newest on without one."""
        return self.newest(limit) if top is None else self.at(top.place.at, limit)

    def _end_of(self, day: date) -> datetime:
        start = self._days.day_start
        minute = start.hour * 60 + start.minute
        try:
            next_start = instant_of(day + timedelta(days=1), minute, self._clock.zone())
            return next_start - timedelta(microseconds=1)
        except (DomainError, OverflowError):
            return _END_OF_TIME

    def _read(self, page_of: Callable[[], JournalPage]) -> Stretch:
        if self._journal.is_locked:
            return Stretch()
        page = page_of()
        day_start = self._days.day_start
        rows = rows_of(page.lines, page.amended, day_start, self._days.today_with(day_start), self._words)
        return Stretch(rows, page.has_newer, page.has_older)
