"""How things look as JSON."""

from datetime import timedelta

from companion.adapters.transfer.json_shapes import check_in_shape, reminder_shape
from companion.domain.checkin import Origin
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Once,
    Outside,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    Reminder,
    ReminderRule,
    TimeRange,
)
from tests.support.builders import a_check_in, a_moment


def shape_of(rule: ReminderRule) -> dict[str, object]:
    known = {"id", "kind", "on", "purpose", "expiry_minutes", "created_at", "changed_at"}
    known |= {"only_after_silence_minutes"}
    shape = reminder_shape(Reminder("r", rule, True, a_moment(), a_moment()))
    return {name: value for name, value in shape.items() if name not in known}


def test_a_check_in_has_exactly_the_promised_fields() -> None:
    assert list(check_in_shape(a_check_in())) == [
        "id",
        "experienced_at",
        "created_at",
        "timezone",
        "arousal",
        "zone",
        "pleasantness",
        "prompted",
        "origin",
        "prompt",
        "note",
        "tags",
    ]


def test_prompted_means_scheduled() -> None:
    said = {origin: check_in_shape(a_check_in(origin=origin))["prompted"] for origin in Origin}
    assert [origin for origin, prompted in said.items() if prompted] == [Origin.FIXED, Origin.RANDOM, Origin.INTERVAL]


def test_each_rule_says_all_it_needs() -> None:
    between = TimeRange(600, 1440)
    weekend = frozenset({5, 6})
    assert shape_of(FixedTimes((570,), weekend)) == {"times": ["09:30"], "weekdays": ["sat", "sun"]}
    assert shape_of(RandomInBlocks(2, between, timedelta(minutes=45), weekend)) == {
        "count": 2,
        "between": "10:00-24:00",
        "gap_minutes": 45,
        "weekdays": ["sat", "sun"],
    }
    assert shape_of(AtInterval(timedelta(minutes=90), between, weekend)) == {
        "every_minutes": 90,
        "between": "10:00-24:00",
        "weekdays": ["sat", "sun"],
    }
    assert shape_of(Once(a_moment())) == {"at": "2026-11-22T14:06:00+01:00"}
    assert shape_of(AfterCheckIn(Outside.ABOVE, timedelta(minutes=20))) == {"after": "above", "delay_minutes": 20}


def test_further_ranges_stand_beside_the_first() -> None:
    between, monday = TimeRange(600, 720), frozenset({0})
    said = {"between": "14:00-16:00", "weekdays": ["mon"]}
    random = RandomWithGap(2, between, timedelta(minutes=45), monday, (RandomRange(1, TimeRange(840, 960), monday),))
    interval = AtInterval(timedelta(minutes=60), between, monday, (DayRange(TimeRange(840, 960), monday),))
    assert shape_of(random)["further"] == [{"count": 1, **said}]
    assert shape_of(random)["blocks"] is False
    assert shape_of(interval)["further"] == [said]
