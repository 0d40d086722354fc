"""The prompt that the person wished for."""

from datetime import timedelta

from companion.domain.asking_again import prompt_to_ask_again
from companion.domain.reminder import ReminderKind
from tests.support.builders import a_moment


def test_it_comes_once_at_its_moment_with_half_an_hour() -> None:
    prompt = prompt_to_ask_again(a_moment())
    assert (prompt.kind, prompt.at, prompt.day.isoformat()) == (ReminderKind.ONCE, a_moment(), "2026-11-22")
    assert prompt.block_end.utc - prompt.at.utc == timedelta(minutes=30)


def test_wished_for_twice_it_is_the_same() -> None:
    assert prompt_to_ask_again(a_moment()).id == prompt_to_ask_again(a_moment()).id
    assert prompt_to_ask_again(a_moment()).id != prompt_to_ask_again(a_moment(1 / 3600)).id
