"""A check-in that is taken back and saved again still answers the prompt it answered."""

from dataclasses import replace
from pathlib import Path

import pytest

from companion.application.checkins import Answer
from companion.domain.checkin import CheckIn, Origin
from tests.support.reminding import Desk, at

ANSWERED = ["planned", "due", "shown", "answered"]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """At nine, when a reminder stands there."""
    made = Desk(tmp_path)
    made.reminders.add(at("09:00"))
    made.rounds.start()
    made.wait_until("2026-11-22T09:00")
    return made


def saved_again(desk: Desk, taken_back: CheckIn, answer: Answer | None = None) -> CheckIn:
    """Takes it back, and saves another one in its place."""
    desk.check_ins.take_back(taken_back.id)
    corrected = replace(answer or Answer(arousal=60), corrects=taken_back.prompt_id)
    return desk.check_ins.record(corrected, answers_open_prompt=True)


def test_it_keeps_prompt_and_origin_and_the_ledger_stays_as_it_is(desk: Desk) -> None:
    first = desk.check_in()
    desk.clock.pass_time(seconds=8)
    second = saved_again(desk, first)
    assert first.prompt_id is not None
    assert (second.prompt_id, second.origin, second.arousal) == (first.prompt_id, Origin.FIXED, 60)
    assert desk.story(first.prompt_id) == ANSWERED


def test_it_can_be_corrected_again(desk: Desk) -> None:
    first = desk.check_in()
    third = saved_again(desk, saved_again(desk, first), Answer(arousal=70))
    assert (third.prompt_id, third.origin) == (first.prompt_id, Origin.FIXED)


def test_said_to_have_been_earlier_it_no_longer_answers(desk: Desk) -> None:
    earlier = desk.clock.now()
    desk.clock.pass_time(minutes=5)
    second = saved_again(desk, desk.check_in(), Answer(arousal=60, experienced_at=earlier))
    assert (second.prompt_id, second.origin) == (None, Origin.SELF)


def test_long_after_it_is_a_check_in_of_its_own(desk: Desk) -> None:
    first = desk.check_in()
    desk.clock.pass_time(minutes=31)
    second = saved_again(desk, first)
    assert (second.prompt_id, second.origin) == (None, Origin.SELF)


def test_one_that_answered_nothing_answers_nothing_when_corrected(desk: Desk) -> None:
    desk.check_in()
    second = saved_again(desk, desk.check_in())
    assert (second.prompt_id, second.origin) == (None, Origin.SELF)


def test_a_prompt_that_was_never_answered_cannot_be_corrected(desk: Desk) -> None:
    (record,) = [r for r in desk.ledger() if r.is_open]
    desk.rounds.decline(record.prompt.id)
    second = desk.check_ins.record(Answer(arousal=60, corrects=record.prompt.id), answers_open_prompt=True)
    assert (second.prompt_id, second.origin) == (None, Origin.SELF)
