"""A reminder's rule as JSON."""

import json
from datetime import timedelta
from typing import Any

from companion.adapters.storage.rows import moment_from_json, moment_to_json
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    FixedTimes,
    Once,
    Outside,
    RandomInBlocks,
    RandomMoments,
    RandomWithGap,
    ReminderKind,
    ReminderRule,
)
from companion.domain.time_range import DayRange, RandomRange, TimeRange


def rule_to_json(rule: ReminderRule) -> str:
    """A rule as text; what is not there in most rules is left out, so that those stay as they were."""
    content: dict[str, object] = {"kind": rule.kind.value}
    match rule:
        case FixedTimes():
            content |= {"times": rule.times, "weekdays": sorted(rule.weekdays)}
        case RandomInBlocks() | RandomWithGap():
            content |= {"count": rule.count, "between": _range(rule.between), "gap_s": _seconds(rule.gap)}
            content |= {"weekdays": sorted(rule.weekdays), **_of_random(rule)}
        case AtInterval():
            content |= {"every_s": _seconds(rule.every), "between": _range(rule.between)}
            content |= {"weekdays": sorted(rule.weekdays)}
            if rule.further:
                content["further"] = [[*_range(each.between), sorted(each.weekdays)] for each in rule.further]
        case Once():
            content |= {"at": moment_to_json(rule.at)}
        case AfterCheckIn():
            content |= {"side": rule.side.value, "delay_s": _seconds(rule.delay)}
    return json.dumps(content)


def rule_from_json(text: str) -> ReminderRule:
    """The rule of `rule_to_json`."""
    content = json.loads(text)
    weekdays = frozenset(content.get("weekdays", ()))
    match ReminderKind(content["kind"]):
        case ReminderKind.FIXED:
            return FixedTimes(tuple(content["times"]), weekdays)
        case ReminderKind.RANDOM:
            return _random_from(content, weekdays)
        case ReminderKind.INTERVAL:
            further = tuple(DayRange(TimeRange(s, e), frozenset(days)) for s, e, days in content.get("further", ()))
            return AtInterval(
                timedelta(seconds=content["every_s"]), TimeRange(*content["between"]), weekdays, further
            )
        case ReminderKind.ONCE:
            return Once(moment_from_json(content["at"]))
        case ReminderKind.EVENT:
            return AfterCheckIn(Outside(content["side"]), timedelta(seconds=content["delay_s"]))


def _of_random(rule: RandomMoments) -> dict[str, object]:
    said: dict[str, object] = {}
    if rule.further:
        said["further"] = [[each.count, *_range(each.between), sorted(each.weekdays)] for each in rule.further]
    if isinstance(rule, RandomWithGap):
        said["in_blocks"] = False
    return said


def _random_from(content: dict[str, Any], weekdays: frozenset[int]) -> ReminderRule:
    kind = RandomInBlocks if content.get("in_blocks", True) else RandomWithGap
    further = tuple(
        RandomRange(count, TimeRange(start, end), frozenset(days))
        for count, start, end, days in content.get("further", ())
    )
    gap = timedelta(seconds=content["gap_s"])
    return kind(content["count"], TimeRange(*content["between"]), gap, weekdays, further)


def _seconds(length: timedelta) -> float:
    return length.total_seconds()


def _range(between: TimeRange) -> list[int]:
    return [between.start, between.end]
