"""The teaser of a concept tells how long it takes to read."""

import pytest

from companion.domain.concept import Concept
from companion.presentation.concept_teaser import reading_minutes, teaser_of


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (199, 1), (400, 2), (520, 3)])
def test_reading_takes_whole_minutes_and_at_least_one(words: int, minutes: int) -> None:
    assert reading_minutes("word " * words) == minutes


def test_a_teaser_says_what_the_note_says_of_itself() -> None:
    teaser = teaser_of(Concept("ours/window", "Window", "word " * 400, summary="A range."))
    assert (teaser.key, teaser.title, teaser.summary, teaser.minutes) == ("ours/window", "Window", "A range.", 2)
