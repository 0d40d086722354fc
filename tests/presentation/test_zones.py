"""The five answers: their order, their words, and a letter for each."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.zone import Zone
from companion.presentation.translation import PSEUDO, use_language
from companion.presentation.zones import our_zone_words, own_letters, use_own_words, zone_label, zone_words


@pytest.fixture
def pseudo_language() -> Iterator[None]:
    use_language(PSEUDO, None)
    yield
    use_language("en", None)


def test_the_answers_stand_in_the_order_of_the_picture() -> None:
    labels = [words.label for words in zone_words()]
    assert labels == ["Above my window", "Inside my window", "Below my window", "Mixed", "Not sure"]


def test_the_english_letters_are_the_first_ones() -> None:
    assert [words.letter for words in zone_words()] == ["a", "i", "b", "m", "n"]


@pytest.mark.usefixtures("pseudo_language")
def test_every_answer_keeps_its_own_letter_in_another_language() -> None:
    letters = [words.letter for words in zone_words()]
    assert len(set(letters)) == 5
    assert all(letter in words.label.casefold() for letter, words in zip(letters, zone_words(), strict=True))


def test_labels_that_begin_alike_get_the_beginning_of_another_word() -> None:
    assert own_letters(["My above", "My below"]) == [0, 3]


def test_an_earlier_label_gives_way_where_a_later_one_has_only_one_letter() -> None:
    assert own_letters(["ab", "a"]) == [1, 0]


def test_a_label_goes_without_letter_where_there_are_too_few() -> None:
    assert own_letters(["a", "a"]) == [0, None]


@given(st.lists(st.text(max_size=12), max_size=5))
def test_no_letter_is_given_twice(labels: list[str]) -> None:
    found = own_letters(labels)
    letters = [label[at].casefold() for label, at in zip(labels, found, strict=True) if at is not None]
    assert len(set(letters)) == len(letters)


def test_a_check_in_without_zone_has_no_label() -> None:
    assert zone_label(None) == ""
    assert zone_label(Zone.UNSURE) == "Not sure"


@pytest.fixture
def own_words() -> Iterator[None]:
    use_own_words(
        {"zone.above.label": "Too much", "zone.below.words": "like under water", "zone.mixed.label": "Torn"}
    )
    yield
    use_own_words({})


@pytest.mark.usefixtures("own_words")
def test_own_words_stand_in_place_of_ours_wherever_an_answer_is_named() -> None:
    above, inside, below, mixed, _unsure = zone_words()
    assert (above.label, above.description) == ("Too much", "on edge, flooded, cannot settle")
    assert (below.label, below.description) == ("Below my window", "like under water")
    assert zone_label(Zone.MIXED) == "Torn"
    assert inside.label == "Inside my window"
    assert mixed.description == "wired and numb at once"


@pytest.mark.usefixtures("own_words")
def test_letters_come_from_the_labels_in_force_and_stay_different() -> None:
    assert [words.letter for words in zone_words()] == ["t", "i", "b", "o", "n"]


@pytest.mark.usefixtures("own_words")
def test_ours_can_be_asked_for_all_the_same() -> None:
    assert our_zone_words()[0].label == "Above my window"


def test_without_own_words_an_answer_goes_back_to_ours() -> None:
    use_own_words({"zone.above.label": "Too much"})
    use_own_words({"zone.above.label": ""})
    assert zone_label(Zone.ABOVE) == "Above my window"
    use_own_words({})


def test_labels_without_any_letter_leave_the_others_theirs() -> None:
    long = "abcdefghijklmnopqrstuvwxyzåäöéèêçñß"
    assert own_letters([long, long[::-1], long, "\N{FIRE}", "7"])[3:] == [None, None]


def test_letters_of_every_script_are_letters() -> None:
    assert own_letters(["فوق", "上", "\N{FIRE} zu viel"]) == [0, 0, 2]
