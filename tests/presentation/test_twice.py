"""A time that came twice asks which of the two was meant."""

from datetime import datetime
from zoneinfo import ZoneInfo

from companion.presentation.twice import twice_state
from tests.support.date_words import PlainDateWords

BERLIN = ZoneInfo("Europe/Berlin")


def test_the_question_names_the_time_and_the_answers_say_which() -> None:
    state = twice_state(datetime(2026, 10, 25, 2, 30), BERLIN, PlainDateWords())
    assert state is not None
    assert "02:30" in state.question
    assert (state.first, state.second) == ("The first, before they went back", "The second, after they went back")


def test_nothing_is_asked_about_a_time_that_came_once() -> None:
    assert twice_state(datetime(2026, 10, 25, 3, 30), BERLIN, PlainDateWords()) is None
