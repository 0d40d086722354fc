"""Asking something that may hang."""

import logging
from threading import Event

import pytest

from companion.adapters.system.asked import Asked


def test_what_is_answered_in_time_comes_back() -> None:
    asked = Asked[int]()
    asked.begin(lambda: 7)
    assert asked.answer(5) == 7


def test_what_hangs_is_not_waited_for_and_not_asked_twice() -> None:
    goes_on = Event()
    asked = Asked[bool]()
    asked.begin(lambda: goes_on.wait(20))
    assert asked.answer(0.01) is None
    asked.begin(lambda: pytest.fail("asked again"))
    assert asked.answer(5) is None
    goes_on.set()


def test_what_fails_says_nothing_and_logs_no_words(caplog: pytest.LogCaptureFixture) -> None:
    def fails() -> int:
        raise ValueError("private words")

    asked = Asked[int]()
    with caplog.at_level(logging.INFO):
        asked.begin(fails)
        assert asked.answer(5) is None
    assert "ValueError" in caplog.text
    assert "private words" not in caplog.text
