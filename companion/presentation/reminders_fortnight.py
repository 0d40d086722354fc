"""The next fourteen days as a picture and in words: surprises only as the spans that hold them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import groupby
from typing import Protocol

from companion.domain.moment import Moment
from companion.domain.pause import Pause
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import MINUTES_A_DAY
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_stillness import night_of
from companion.presentation.reminders_words import end_text
from companion.presentation.translation import _, ngettext

FORTNIGHT = 14
_TICK_HOURS = (0, 4, 8, 12, 16, 20, 24)


class Coming(Protocol):
    """A prompt to come: `at` is None where it stays a surprise in its block."""

    @property
    def at(self) -> Moment | None: ...
    @property
    def block_start(self) -> Moment: ...
    @property
    def block_end(self) -> Moment: ...


@dataclass(frozen=True, slots=True, order=True)
class DaySpan:
    """Part of a day by its wall clock, in minutes after midnight: 0 <= start < end <= 1440."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DayRow:
    """One day. In each of `spans` lies one moment nobody can foresee; `points` are times that are known.

    In `quiet` nothing is shown. `sentence` says the same in words.
    """

    name: str
    quiet: tuple[DaySpan, ...]
    spans: tuple[DaySpan, ...]
    points: tuple[int, ...]
    sentence: str


@dataclass(frozen=True, slots=True)
class FortnightState:
    """Its days in order, the hours along its top as (minute, label), and when it is quiet, or ""."""

    rows: tuple[DayRow, ...]
    hours: tuple[tuple[int, str], ...]
    when_quiet: str

    @property
    def note(self) -> str:
        """What the picture cannot say by itself."""
        bars = _("Each bar holds one surprise.") if any(row.spans for row in self.rows) else ""
        return " ".join(filter(None, (self.when_quiet, bars)))

    @property
    def in_words(self) -> str:
        """Everything the picture shows, a line for each day."""
        return "\n".join(row.sentence for row in self.rows)


def build_fortnight(
    items: Sequence[Coming],
    quiet: QuietHours,
    pause: Pause | None,
    now: datetime,
    words: DateWords,
) -> FortnightState:
    """Fourteen days from `now` (aware, local). In `quiet` hours nothing is shown, nor in the pause in force.

    What has passed today is left out. A pause without an end goes on to the end of the picture.
    """
    first = now.date()
    by_day = {day: list(found) for day, found in groupby(_coming(items, now), _day_of)}
    rows = tuple(
        _row(day, by_day.get(day, []), _still_spans(day, quiet, pause), first, words)
        for day in (first + timedelta(number) for number in range(FORTNIGHT))
    )
    hours = tuple((hour * 60, words.clock_time(hour * 60)) for hour in _TICK_HOURS)
    return FortnightState(rows, hours, _when_quiet(quiet, words))


def joined(parts: Sequence[str]) -> str:
    """Such as "a", "a and b", or "a, b and c"."""
    if len(parts) < 2:
        return "".join(parts)
    return _("{several} and {last}").format(several=", ".join(parts[:-1]), last=parts[-1])


def _coming(items: Sequence[Coming], now: datetime) -> list[Coming]:
    return [item for item in items if (item.at or item.block_end).utc > now]


def _day_of(item: Coming) -> date:
    return (item.at or item.block_start).local.date()


def _row(day: date, items: list[Coming], quiet: tuple[DaySpan, ...], today: date, words: DateWords) -> DayRow:
    spans = tuple(sorted({_span(item) for item in items if item.at is None}))
    points = tuple(sorted({_minute(item.at.local) for item in items if item.at is not None}))
    name = _("Today") if day == today else words.weekday(day.weekday())
    return DayRow(name, quiet, spans, points, _sentence(name, day, spans, points, words))


def _span(item: Coming) -> DaySpan:
    start, end = item.block_start.local, item.block_end.local
    last = _minute(end) if end.date() == start.date() else MINUTES_A_DAY
    first = min(_minute(start), MINUTES_A_DAY - 1)
    return DaySpan(first, max(last, first + 1))


def _minute(local: datetime) -> int:
    return local.hour * 60 + local.minute


def _still_spans(day: date, quiet: QuietHours, pause: Pause | None) -> tuple[DaySpan, ...]:
    """The quiet hours of a day, and what of it a pause holds."""
    spans = [DaySpan(each.between.start, each.between.end) for each in quiet.ranges if day.weekday() in each.weekdays]
    if pause is not None:
        spans += _held_by(pause, day)
    return tuple(_merged(spans))


def _held_by(pause: Pause, day: date) -> list[DaySpan]:
    first, last = pause.since.local, pause.until.local
    if not first.date() <= day <= last.date():
        return []
    start = _minute(first) if day == first.date() else 0
    end = _minute(last) if day == last.date() else MINUTES_A_DAY
    return [DaySpan(start, end)] if start < end else []


def _merged(spans: Sequence[DaySpan]) -> Iterator[DaySpan]:
    held: DaySpan | None = None
    for span in sorted(spans):
        if held is None or span.start > held.end:
            if held is not None:
                yield held
            held = span
        else:
            held = DaySpan(held.start, max(held.end, span.end))
    if held is not None:
        yield held


def _sentence(name: str, day: date, spans: tuple[DaySpan, ...], points: tuple[int, ...], words: DateWords) -> str:
    parts = [
        ngettext("{count} between {start} and {end}", "{count} between {start} and {end}", count).format(
            count=count, start=words.clock_time(span.start), end=end_text(span.end, words)
        )
        for span, count in _runs(spans)
    ]
    if points:
        parts.append(_("at {times}").format(times=joined([words.clock_time(minute) for minute in points])))
    what = joined(parts) or _("nothing planned")
    return _("{day}, {date}: {what}").format(day=name, date=words.day(day), what=what)


def _runs(spans: tuple[DaySpan, ...]) -> list[tuple[DaySpan, int]]:
    """Spans that follow one another without a gap, as one with how many it was."""
    runs: list[tuple[DaySpan, int]] = []
    for span in spans:
        if runs and span.start <= runs[-1][0].end:
            before, count = runs[-1]
            runs[-1] = DaySpan(before.start, max(before.end, span.end)), count + 1
        else:
            runs.append((span, 1))
    return runs


def _when_quiet(quiet: QuietHours, words: DateWords) -> str:
    night = night_of(quiet)
    if night is None:
        return ""
    start, end = night
    return _("Quiet from {start} to {end}.").format(start=words.clock_time(start), end=words.clock_time(end))
