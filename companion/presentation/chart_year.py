"""A year of days: each day as the answer that was given most often on it, or as a dot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from companion.domain.zone import Zone
from companion.presentation.timeline_words import zone_word
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from companion.domain.day_summary import DaySummary
    from companion.presentation.date_words import DateWords


DAYS_A_WEEK = 7


@dataclass(frozen=True, slots=True)
class YearDay:
    """One day: how many check-ins it has, its most frequent answer, or None for none or several, and all in words.

    `label` stands above the week that the first Monday of a month begins.
    """

    day: date
    check_ins: int
    zone: Zone | None
    spoken: str
    label: str = ""


def year_days(first: date, last: date, summaries: Iterable[DaySummary], words: DateWords) -> tuple[YearDay, ...]:
    """Every day from `first`, a Monday, to `last`."""
    by_day = {summary.day: summary for summary in summaries}
    days = (first + timedelta(number) for number in range((last - first).days + 1))
    return tuple(_day(day, by_day.get(day), words) for day in days)


def year_sentence(days: tuple[YearDay, ...]) -> str:
    """How many of the days have check-ins, and what a shape stands for."""
    there = sum(day.check_ins > 0 for day in days)
    counted = ngettext("{count} day with check-ins.", "{count} days with check-ins.", there).format(count=there)
    meaning = _(
        "Each shape is the answer given most often that day; "
        "a ring stands for no answer, or for several equally often."
    )
    return f"{counted} {meaning}"


def _label(day: date, words: DateWords) -> str:
    return words.day(day) if day.weekday() == 0 and day.day <= DAYS_A_WEEK else ""


def _day(day: date, summary: DaySummary | None, words: DateWords) -> YearDay:
    name = _("{day} {year}").format(day=words.long_day(day), year=day.year)
    if summary is None or not summary.check_ins:
        return YearDay(day, 0, None, _("{day}: no check-in").format(day=name), _label(day, words))
    zone = _most_frequent(summary.zones)
    count = ngettext("{count} check-in", "{count} check-ins", summary.check_ins).format(count=summary.check_ins)
    if zone is None:
        spoken = _("{day}: {count}").format(day=name, count=count)
    else:
        spoken = _("{day}: {count}, most often {zone}").format(day=name, count=count, zone=zone_word(zone))
    return YearDay(day, summary.check_ins, zone, spoken, _label(day, words))


def _most_frequent(zones: dict[Zone | None, int]) -> Zone | None:
    answers = {zone: count for zone, count in zones.items() if zone is not None and count}
    most = max(answers.values(), default=0)
    found = [zone for zone, count in answers.items() if count == most]
    return found[0] if len(found) == 1 else None
