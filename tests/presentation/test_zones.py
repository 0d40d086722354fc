"""The five answers: their order, their words, and a letter for each."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.zone import Zone
from companion.presentation.translation import PSEUDO, use_language
from companion.presentation.zones import own_letters, zone_label, zone_words


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
