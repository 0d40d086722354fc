"""Why did it ask me, why not."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.application.errors import UserError
from companion.application.prompt_stories import PromptStories
from companion.domain.answered_of_shown import AnsweredOfShown
from companion.domain.prompt import PromptState, Reason
from tests.support.reminding import Desk, at


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = Desk(tmp_path)
    desk.rounds.start()
    return desk


@pytest.fixture
def stories(desk: Desk) -> PromptStories:
    return PromptStories(desk.vault, desk.clock)


def test_each_prompt_of_a_day_tells_every_step_with_its_reason(desk: Desk, stories: PromptStories) -> None:
    desk.reminders.add(at("09:00", "15:00"))
    desk.desktop.say(is_typing=True)
    desk.wait_until("2026-11-22T09:05:00")
    desk.desktop.say(is_typing=False)
    desk.wait_until("2026-11-22T12:00:00")
    first, second = stories.on_day(date(2026, 11, 22))
    assert [(step.state, step.reason) for step in first.transitions] == [
        (PromptState.PLANNED, None),
        (PromptState.DUE, Reason.TYPING),
        (PromptState.SHOWN, None),
        (PromptState.EXPIRED, None),
    ]
    assert [f"{step.at.local:%H:%M:%S}" for step in first.transitions[1:]] == ["09:00:00", "09:05:10", "09:35:10"]
    assert second.state is PromptState.PLANNED


def test_days_come_newest_first_and_only_those_with_prompts(desk: Desk, stories: PromptStories) -> None:
    desk.reminders.add(at("09:00", weekdays=frozenset({0, 2, 6})))
    desk.wait_until("2026-11-29T12:00:00")
    assert [day.day for day in stories.days_before(None, 3)] == [29, 25, 23]
    assert [day.day for day in stories.days_before(date(2026, 11, 25), 9)] == [23, 22]


def test_each_reminder_has_its_counts_of_the_last_quarter(desk: Desk, stories: PromptStories) -> None:
    first, second = desk.reminders.add(at("09:00")), desk.reminders.add(at("15:00"))
    desk.wait_until("2026-11-22T09:01:00")
    desk.check_in()
    desk.wait_until("2026-11-22T16:00:00")
    assert stories.answered_of_shown() == {first.id: AnsweredOfShown(1, 1, 1), second.id: AnsweredOfShown(0, 1, 1)}
    now = desk.clock.now().utc
    assert set(stories.answered_of_shown(since=now - timedelta(hours=2))) == {second.id}
    for reminder in (first, second):
        desk.reminders.remove(reminder.id)
    desk.clock.pass_time(days=92)
    assert stories.answered_of_shown() == {}


def test_while_locked_nothing_is_told(desk: Desk, stories: PromptStories) -> None:
    desk.vault.lock()
    with pytest.raises(UserError):
        stories.days_before(None, 1)
