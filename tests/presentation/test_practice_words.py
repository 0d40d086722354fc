"""Words for practices."""

from datetime import timedelta

import pytest

from companion.domain.practice import Phase, Step
from companion.domain.practice_session import Felt
from companion.presentation.practice_words import (
    clock_words,
    lasted_words,
    length_words,
    rhythm_words,
    session_line,
    step_line,
)
from tests.support.practices import a_session


@pytest.mark.parametrize(
    ("seconds", "words"),
    [(None, "As long as you like"), (18, "20 s"), (60, "1 min"), (80, "80 s"), (90, "90 s"), (600, "10 min")],
)
def test_lengths(seconds: float | None, words: str) -> None:
    assert length_words(seconds) == words


@pytest.mark.parametrize(("seconds", "words"), [(108, "1:48"), (59.2, "1:00"), (0.0, "0:00"), (600, "10:00")])
def test_what_is_left_counts_begun_seconds_whole(seconds: float, words: str) -> None:
    assert clock_words(seconds) == words


def test_a_rhythm_is_one_sentence() -> None:
    steps = tuple(Step("x", seconds=4, phase=phase) for phase in (Phase.IN, Phase.HOLD, Phase.OUT, Phase.REST))
    assert rhythm_words(steps) == "In for 4, hold for 4, out for 4, wait for 4."
    assert rhythm_words((Step("Look", seconds=4),)) == ""


@pytest.mark.parametrize(
    ("step", "line"),
    [
        (Step("Sit"), "Sit"),
        (Step("Sit", "Softly.", 20), "Sit. Softly. (20\N{NO-BREAK SPACE}s)"),
        (Step("Breathe in", "gently", 4), "Breathe in, gently (4\N{NO-BREAK SPACE}s)"),
        (Step("Walk", seconds=300), "Walk (5\N{NO-BREAK SPACE}min)"),
    ],
)
def test_a_step_is_one_line(step: Step, line: str) -> None:
    assert step_line(step) == line


@pytest.mark.parametrize(
    ("before", "after", "felt", "line"),
    [
        (60, 0, Felt.HEAVIER, "energy 60, then 0 · heavier"),
        (0, None, None, "energy 0"),
        (None, 30, Felt.SAME, "energy 30 · the same"),
        (None, None, None, ""),
    ],
)
def test_a_session_says_what_was_noted_and_no_more(
    before: int | None, after: int | None, felt: Felt | None, line: str
) -> None:
    assert session_line(a_session(before=before, after=after, felt=felt)) == line


def test_how_long_a_session_lasted() -> None:
    assert lasted_words(timedelta(seconds=20)) == "20 seconds"
    assert lasted_words(timedelta(seconds=61)) == "1 minute"
