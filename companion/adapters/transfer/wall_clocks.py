"""Dates and times as other programs write them."""

import re
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from companion.application.foreign import DateOrder
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment, moment_of
from companion.domain.moment_text import moment_at_wall_time, moment_from_text

NOON = time(12)
_TIME = re.compile(r"(\d{1,2})[:.h](\d{2})(?:[:.](\d{2}))?\s*([ap])?\.?m?\.?(?:\s*uhr)?", re.IGNORECASE)
_NUMBERS = re.compile(r"(\d{1,4})[-/. ]+(\d{1,2})[-/. ]+(\d{1,4})\.?")
_NAMED = re.compile(r"(?:(\d{1,2})\.?\s+([a-z]{3})[a-z]*\.?|([a-z]{3})[a-z]*\.?\s+(\d{1,2}))(?:,?\s+(\d{4}))?", re.I)
_EPOCH = re.compile(r"\d{9,10}(?:\.\d+)?|\d{12,13}")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LONGEST = 60  # characters
_KEPT = 2_000  # different times of a day that are not read anew; days come in order


@lru_cache(_KEPT)
def time_from(text: str) -> time:
    """Reads "18:52", "6:52 pm" and what is like it. Raises DomainError(TIME_UNREADABLE)."""
    found = _TIME.fullmatch(_plain(text))
    if found is None:
        raise DomainError(Rule.TIME_UNREADABLE)
    hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
    if found[4]:
        if not 1 <= hour <= 12:
            raise DomainError(Rule.TIME_UNREADABLE)
        hour = hour % 12 + (12 if found[4].lower() == "p" else 0)
    try:
        return time(hour, minute, second)
    except ValueError:
        raise DomainError(Rule.TIME_UNREADABLE) from None


@lru_cache(16)
def date_from(text: str, order: DateOrder = DateOrder.YEAR_FIRST, year: int | None = None) -> date:
    """Reads "2026-11-22", "22.11.2026", "Nov 22, 2026", and with a `year` also "22 Nov".

    A year of four digits in front is seen; for other numbers `order` says which is which. Raises
    DomainError(TIME_UNREADABLE).
    """
    plain = _plain(text)
    try:
        if found := _NUMBERS.fullmatch(plain):
            return _by_numbers([found[1], found[2], found[3]], order)
        if found := _NAMED.fullmatch(plain):
            month = _MONTHS.index((found[2] or found[3]).lower()) + 1
            named_year = int(found[5]) if found[5] else year
            if named_year is not None:
                return date(named_year, month, int(found[1] or found[4]))
    except ValueError:
        pass
    raise DomainError(Rule.TIME_UNREADABLE)


def moment_in(text: str, zone: tzinfo, order: DateOrder = DateOrder.YEAR_FIRST) -> Moment:
    """Reads ISO 8601, a count of seconds or milliseconds since 1970 UTC, or a date and a time with a blank between.

    Without an offset it is the wall clock of `zone`; what is written in UTC is shown by that clock too, since a
    program that writes so does not know where the person was. Raises DomainError(TIME_UNREADABLE).
    """
    plain = _plain(text)
    if _EPOCH.fullmatch(plain):
        return moment_of(datetime.fromtimestamp(_seconds(plain), UTC).astimezone(zone))
    try:
        moment = moment_from_text(plain, zone)
        return moment_of(moment.utc.astimezone(zone)) if plain[-1] in "Zz" else moment
    except DomainError as broken:
        if broken.rule is Rule.TIME_SKIPPED:
            return _wall_after_gap(datetime.fromisoformat(plain.replace(",", ".")), zone)
        if broken.rule is not Rule.TIME_UNREADABLE:
            raise
    return _of_two(plain, zone, order)


def moment_at(day: date, at: time, zone: tzinfo) -> Moment:
    """The moment at which clocks of `zone` showed that. A time that was skipped is one hour later."""
    wall = datetime.combine(day, at)
    try:
        return moment_at_wall_time(wall, zone)
    except DomainError as broken:
        if broken.rule is not Rule.TIME_SKIPPED:
            raise
        return _wall_after_gap(wall, zone)


def _of_two(plain: str, zone: tzinfo, order: DateOrder) -> Moment:
    """Cut at each blank until both sides are what they should be; a date may have blanks too."""
    blanks = [place for place, letter in enumerate(plain) if letter == " "]
    for place in reversed(blanks):
        try:
            return moment_at(date_from(plain[:place], order), time_from(plain[place + 1 :]), zone)
        except DomainError:
            continue
    raise DomainError(Rule.TIME_UNREADABLE)


def _wall_after_gap(wall: datetime, zone: tzinfo) -> Moment:
    return moment_of(wall.replace(tzinfo=zone).astimezone(UTC).astimezone(zone))


def _by_numbers(parts: list[str], order: DateOrder) -> date:
    first, second, third = map(int, parts)
    if len(parts[0]) == 4:
        return date(first, second, third)
    if len(parts[2]) != 4 or order is DateOrder.YEAR_FIRST:
        raise ValueError
    day, month = (first, second) if order is DateOrder.DAY_FIRST else (second, first)
    return date(third, month, day)


def _seconds(digits: str) -> float:
    return float(digits) / (1000 if len(digits) > 11 and "." not in digits else 1)


def _plain(text: str) -> str:
    """Without the narrow and unbreakable blanks that clocks of some systems write."""
    if len(text) > _LONGEST or not (plain := " ".join(text.split())):
        raise DomainError(Rule.TIME_UNREADABLE)
    return plain


def offset_between(wall: datetime, instant: datetime) -> timedelta:
    """How far a wall clock, written as if it were UTC, was from an instant; in whole minutes."""
    return timedelta(minutes=round((wall - instant) / timedelta(minutes=1)))
