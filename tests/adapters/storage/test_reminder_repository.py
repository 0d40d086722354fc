"""Reminders: every kind of rule comes back as it was."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.rule_json import rule_from_json, rule_to_json
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Once,
    Outside,
    Purpose,
    RandomInBlocks,
    RandomRange,
    RandomWithGap,
    Reminder,
    ReminderRule,
    TimeRange,
)
from tests.support.builders import a_moment
from tests.support.store import a_vault

MORNING, EVENING = TimeRange(540, 720), TimeRange(1080, 1320)
RULES: list[ReminderRule] = [
    FixedTimes((0, 1439), frozenset({6})),
    FixedTimes((540,)),
    RandomInBlocks(4, TimeRange(540, 1260), timedelta(minutes=45), frozenset({0, 4})),
    AtInterval(timedelta(minutes=90), TimeRange(0, 1440)),
    Once(a_moment(-5)),
    RandomInBlocks(2, MORNING, timedelta(minutes=30), frozenset({0}), (RandomRange(1, EVENING, frozenset({0, 3})),)),
    RandomWithGap(2, MORNING, timedelta(minutes=30), frozenset({0})),
    RandomWithGap(2, MORNING, further=(RandomRange(3, EVENING), RandomRange(1, TimeRange(0, 60)))),
    AtInterval(timedelta(minutes=45), MORNING, frozenset({5}), (DayRange(EVENING, frozenset({5, 6})),)),
    AfterCheckIn(Outside.BELOW, timedelta(minutes=5)),
]


def a_reminder(number: int, rule: ReminderRule) -> Reminder:
    return Reminder(f"id-{number}", rule, True, a_moment(10 - number), a_moment(5), expiry=timedelta(minutes=25))


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_comes_back_as_it_was(rule: ReminderRule) -> None:
    assert rule_from_json(rule_to_json(rule)) == rule


def test_reminders_come_back_oldest_first(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    reminders = [a_reminder(number, rule) for number, rule in enumerate(RULES)]
    with vault.writing() as store:
        for reminder in reversed(reminders):
            store.reminders.add(reminder)
        assert store.reminders.all() == reminders


def test_a_changed_reminder_takes_the_place_of_the_old_one(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    old = a_reminder(1, RULES[0])
    manner = {"purpose": Purpose.REFLECTION, "only_after_silence": timedelta(hours=2)}
    new = replace(old, is_on=False, rule=RULES[2], changed_at=a_moment(), **manner)  # type: ignore[arg-type]
    with vault.writing() as store:
        store.reminders.add(old)
        store.reminders.change(new)
        assert store.reminders.all() == [new]


def test_a_removed_reminder_is_gone(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    kept = a_reminder(2, RULES[0])
    with vault.writing() as store:
        store.reminders.add(a_reminder(1, RULES[0]))
        store.reminders.add(kept)
        store.reminders.remove("id-1", a_moment())
        assert store.reminders.all() == [kept]


def test_rules_that_were_kept_before_there_were_others_are_kept_the_same() -> None:
    assert rule_to_json(RULES[2]) == (
        '{"kind": "random", "count": 4, "between": [540, 1260], "gap_s": 2700.0, "weekdays": [0, 4]}'
    )
