"""Looking for words in Settings: beginnings of words, in any case, and every one of them."""

import pytest

from companion.presentation.settings_search import found_words, is_found, switch_default

CARD = ("Privacy", "Set a passphrase…", "Lock by itself", "Für später")


@pytest.mark.parametrize("typed", ["pass", "LOCK", "lock pri", "fur spat", "", "  "])
def test_words_are_found_by_their_beginnings(typed: str) -> None:
    assert is_found(typed, CARD)


@pytest.mark.parametrize("typed", ["phrase", "lock zebra"])
def test_each_typed_word_has_to_begin_one(typed: str) -> None:
    assert not is_found(typed, CARD)


def test_where_nothing_is_found_it_says_what_helps() -> None:
    assert "Esc" in found_words(0)
    assert found_words(1) == "1 part of Settings"
    assert found_words(3) == "3 parts of Settings"


def test_a_default_is_a_short_sentence() -> None:
    assert switch_default(is_on=True) == "Default:\N{NO-BREAK SPACE}on"
    assert switch_default(is_on=False) == "Default:\N{NO-BREAK SPACE}off"
