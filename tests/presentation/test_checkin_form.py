"""What the empty form says."""

from companion.domain.draft import Draft
from companion.presentation.checkin_form import Filled, Place, build_state
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords

WORDS = PlainDateWords()


def test_today_clears_and_the_popup_says_not_now() -> None:
    today = build_state(Place.TODAY, None, WORDS)
    popup = build_state(Place.POPUP, None, WORDS)
    assert (today.save, today.leave) == ("Save check-in", "Clear")
    assert (popup.save, popup.leave) == ("Save", "Not now")


def test_the_hint_names_the_letters_and_keeps_them_on_one_line() -> None:
    letters = ",\N{NO-BREAK SPACE}".join("AIBMN")
    assert build_state(Place.TODAY, None, WORDS).hint.endswith(f" {letters}.")


def test_a_half_filled_one_is_offered_with_its_time() -> None:
    state = build_state(Place.POPUP, Draft(a_moment(hours_ago=2), arousal=70), WORDS)
    assert state.offer == "Continue the one from 12:06"


def test_nothing_is_offered_where_there_is_nothing() -> None:
    assert build_state(Place.POPUP, None, WORDS).offer == ""


def test_blank_lines_are_not_worth_keeping() -> None:
    assert Filled(note=" \n").is_empty
    assert not Filled(points=0).is_empty
