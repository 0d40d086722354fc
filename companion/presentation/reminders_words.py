"""A reminder in plain words: what its kind is called, and what its rule will do, in one sentence."""

from collections.abc import Sequence
from datetime import timedelta

from companion.domain.reminder import (
    EVERY_DAY,
    MINUTES_A_DAY,
    AfterCheckIn,
    AtInterval,
    FixedTimes,
    Manner,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomMoments,
    RandomRange,
    RandomWithGap,
    Reminder,
    ReminderKind,
    ReminderRule,
    TimeRange,
)
from companion.presentation.date_words import DateWords
from companion.presentation.translation import _, ngettext

WORKING_WEEK = frozenset(range(5))
_HOUR, _DAY = 60, 24 * 60


def name_of(rule: ReminderRule) -> str:
    """A short name for a kind of reminder."""
    return kind_name(rule.kind)


def kind_name(kind: ReminderKind) -> str:
    """The same for a kind alone."""
    return {
        ReminderKind.FIXED: _("At set times"),
        ReminderKind.RANDOM: _("Through the day"),
        ReminderKind.INTERVAL: _("Every so often"),
        ReminderKind.ONCE: _("Once"),
        ReminderKind.EVENT: _("After a check-in"),
    }[kind]


def reminder_sentence(reminder: Reminder, words: DateWords) -> str:
    """Everything a reminder does, such as "21:15, every day, to reflect on something"."""
    return manner_sentence(reminder.rule, reminder.manner, words)


def manner_sentence(rule: ReminderRule, manner: Manner, words: DateWords) -> str:
    """The rule, and what is special in how it asks."""
    parts = [rule_sentence(rule, words)]
    if manner.purpose is Purpose.REFLECTION:
        parts.append(_("to reflect on something"))
    if manner.purpose is Purpose.TRIANGLE:
        parts.append(_("for mind, body and relationships"))
    if manner.only_after_silence is not None:
        parts.append(_("only if nothing was noted for {time}").format(time=length_text(manner.only_after_silence)))
    return ", ".join(parts)


def rule_sentence(rule: ReminderRule, words: DateWords) -> str:
    """The rule in plain words."""
    match rule:
        case FixedTimes(times, weekdays):
            at = ", ".join(words.clock_time(minute) for minute in times)
            return _("{times}, {days}").format(times=at, days=weekdays_text(weekdays, words))
        case RandomInBlocks() | RandomWithGap():
            return _random_sentence(rule, words)
        case AtInterval(every=every):
            between = [(_between(each.between, words), each.weekdays) for each in rule.ranges]
            return _("Every {minutes} min {ranges}").format(
                minutes=_minutes(every), ranges=_ranges_text(between, words)
            )
        case Once(at):
            return _("{day}, {time}").format(day=words.day(at.local.date()), time=words.time(at.local))
        case AfterCheckIn(side, delay):
            return _after_sentence(side, length_text(delay))


def weekdays_text(weekdays: frozenset[int], words: DateWords) -> str:
    """Such as "every day", "Mon to Fri" or "Mon Wed Fri"."""
    if weekdays == EVERY_DAY:
        return _("every day")
    if weekdays == WORKING_WEEK:
        return _("{first} to {last}").format(first=words.weekday(0), last=words.weekday(4))
    first = words.first_weekday()
    ordered = sorted(weekdays, key=lambda day: (day - first) % 7)
    return " ".join(words.weekday(day) for day in ordered)


def length_text(length: timedelta) -> str:
    """Such as "45 min", "2 hours" or "3 days"."""
    minutes = _minutes(length)
    if minutes and minutes % _DAY == 0:
        days = minutes // _DAY
        return ngettext("{count} day", "{count} days", days).format(count=days)
    if minutes and minutes % _HOUR == 0:
        hours = minutes // _HOUR
        return ngettext("{count} hour", "{count} hours", hours).format(count=hours)
    return _("{count} min").format(count=minutes)


def side_name(side: Outside) -> str:
    """Which check-ins a reminder follows."""
    return {
        Outside.OUTSIDE: _("Outside my window"),
        Outside.ABOVE: _("Above my window"),
        Outside.BELOW: _("Below my window"),
    }[side]


def _after_sentence(side: Outside, delay: str) -> str:
    return {
        Outside.OUTSIDE: _("{time} after a check-in outside my window"),
        Outside.ABOVE: _("{time} after a check-in above my window"),
        Outside.BELOW: _("{time} after a check-in below my window"),
    }[side].format(time=delay)


def _random_sentence(rule: RandomMoments, words: DateWords) -> str:
    """Such as "4 moments between 09:00 and 21:00, at least 60 min apart, every day"."""
    apart = _apart_text(rule)
    moments = [(_moments_text(each, words), each.weekdays) for each in rule.ranges]
    if len({weekdays for _text, weekdays in moments}) == 1:
        times = ", ".join(text for text, _weekdays in moments)
        days = weekdays_text(moments[0][1], words)
        parts = (times, *apart, days)
        return ", ".join(parts)
    return "; ".join((_ranges_text(moments, words), *apart))


def _apart_text(rule: RandomMoments) -> list[str]:
    """Where there is only one moment on every day, nothing can be too close."""
    said = []
    if rule.gap and any(sum(each.count for _place, each in rule.on(day)) > 1 for day in EVERY_DAY):
        said.append(_("at least {gap} min apart").format(gap=_minutes(rule.gap)))
    if isinstance(rule, RandomWithGap):
        said.append(_("wherever they fall"))
    return said


def _moments_text(each: RandomRange, words: DateWords) -> str:
    return ngettext(
        "{count} moment between {start} and {end}", "{count} moments between {start} and {end}", each.count
    ).format(count=each.count, start=words.clock_time(each.between.start), end=end_text(each.between.end, words))


def _between(between: TimeRange, words: DateWords) -> str:
    return _("between {start} and {end}").format(
        start=words.clock_time(between.start), end=end_text(between.end, words)
    )


def _ranges_text(ranges: Sequence[tuple[str, frozenset[int]]], words: DateWords) -> str:
    """Each range with its weekdays; those that hold for all are said once."""
    if len({weekdays for _text, weekdays in ranges}) == 1:
        texts = ", ".join(text for text, _weekdays in ranges)
        return _("{times}, {days}").format(times=texts, days=weekdays_text(ranges[0][1], words))
    return "; ".join(
        _("{times}, {days}").format(times=text, days=weekdays_text(weekdays, words)) for text, weekdays in ranges
    )


def end_text(minute: int, words: DateWords) -> str:
    """The end of a range in words: the day's end is midnight."""
    return _("midnight") if minute == MINUTES_A_DAY else words.clock_time(minute)


def _minutes(length: timedelta) -> int:
    return int(length.total_seconds() // 60)
