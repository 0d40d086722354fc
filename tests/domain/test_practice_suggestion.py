"""Which practices fit an answer, and in which order."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.library.practice_library import FilePracticeLibrary
from companion.domain.practice_own import PracticePlace
from companion.domain.practice_session import Felt
from companion.domain.practice_suggestion import fits, in_order, lately_heavier, suggested
from companion.domain.zone import Zone
from tests.support.builders import NOW
from tests.support.practices import a_practice, a_session

OURS = FilePracticeLibrary(Path(__file__).parents[2] / "resources").read("en")[0]
OUTWARD = {"five-senses", "orienting", "name-it", "walk", "reach-out"}
TABLE = {
    Zone.BELOW: {"five-senses", "orienting", "walk", "wake-the-muscles", "light-and-window", "own-music"}
    | {"bright-taste", "smallest-next-step", "fuller-in-breath", "reach-out"},
    Zone.ABOVE: {"cyclic-sighing", "slow-breathing", "box-breathing", "muscle-relaxation", "five-senses"}
    | {"orienting", "cool-face", "hand-on-heart", "name-it", "distanced-self-talk", "walk", "reach-out"}
    | {"hug-with-consent", "kind-break"},
    Zone.MIXED: OUTWARD,
    Zone.UNSURE: OUTWARD,
    Zone.INSIDE: set[str](),
}
ABOVE = [a_practice(name, Zone.ABOVE, order=order) for order, name in enumerate("abcde")]


def names(zone: Zone | None, *places: PracticePlace, heavier: tuple[str, ...] = ()) -> list[str]:
    found = suggested(ABOVE, zone, {place.key: place for place in places}, heavier)
    return [suggestion.practice.name for suggestion in found]


@pytest.mark.parametrize("zone", TABLE)
def test_ours_fit_the_answers_as_the_table_says(zone: Zone) -> None:
    assert {practice.name for practice in OURS if fits(practice, zone)} == TABLE[zone]


@pytest.mark.parametrize("zone", [Zone.INSIDE, None])
def test_inside_the_window_nothing_is_pushed(zone: Zone | None) -> None:
    assert suggested(OURS, zone, {}) == ()


@pytest.mark.parametrize("zone", [Zone.MIXED, Zone.UNSURE])
def test_mixed_and_not_sure_never_get_anything_about_the_breath(zone: Zone) -> None:
    assert not any(practice.is_about_breath for practice in OURS if fits(practice, zone))


def test_there_are_at_most_three() -> None:
    assert names(Zone.ABOVE) == ["a", "b", "c"]


def test_stars_come_first_in_the_order_of_the_person() -> None:
    stars = [PracticePlace("ours/d", is_starred=True, place=1), PracticePlace("ours/e", is_starred=True, place=0)]
    assert names(Zone.ABOVE, *stars) == ["e", "d", "a"]


def test_what_was_lately_heavier_comes_last_even_with_a_star_and_is_marked() -> None:
    star = PracticePlace("ours/a", is_starred=True, place=0)
    assert names(Zone.ABOVE, star, heavier=("ours/a",)) == ["b", "c", "d"]
    few = suggested(ABOVE[:2], Zone.ABOVE, {star.key: star}, ("ours/a",))
    assert [(one.practice.name, one.was_heavier) for one in few] == [("b", False), ("a", True)]


def test_hidden_ones_are_never_offered() -> None:
    assert names(Zone.ABOVE, PracticePlace("ours/a", is_hidden=True)) == ["b", "c", "d"]


def test_a_list_has_the_stars_first_too() -> None:
    star = PracticePlace("ours/c", is_starred=True)
    assert [each.name for each in in_order(ABOVE, {star.key: star})] == ["c", "a", "b", "d", "e"]


def test_the_newest_note_within_a_fortnight_says_whether_it_was_heavier() -> None:
    sessions = [
        a_session("ours/a", 1, felt=Felt.HEAVIER),
        a_session("ours/a", 5, felt=Felt.LIGHTER),
        a_session("ours/b", 5, felt=Felt.HEAVIER),
        a_session("ours/b", 1, felt=Felt.SAME),
        a_session("ours/b", 0.5),
        a_session("ours/c", 24 * 15, felt=Felt.HEAVIER),
    ]
    assert lately_heavier(sessions, NOW + timedelta(minutes=1)) == {"ours/a"}
