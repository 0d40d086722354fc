"""What this desktop can do, in words."""

from dataclasses import replace

import pytest

from companion.application.desktop_abilities import Ability, DesktopAbilities
from companion.presentation.desktop_words import AbilityWords, ability_words, state_word
from tests.support.desktop_setup import ALL_THERE


def words_of(abilities: DesktopAbilities, ability: Ability) -> AbilityWords:
    return next(words for words in ability_words(abilities) if words.ability is ability)


@pytest.mark.parametrize("ability", Ability)
@pytest.mark.parametrize("is_there", [True, False, None])
def test_every_ability_has_whole_sentences_whatever_was_found(ability: Ability, is_there: bool | None) -> None:
    words = words_of(replace(ALL_THERE, **{ability.value: is_there}), ability)
    assert (words.is_there, words.state) == (is_there, state_word(is_there))
    assert words.title
    assert words.meaning.endswith(".")


@pytest.mark.parametrize("ability", Ability)
def test_what_is_not_there_names_what_happens_instead(ability: Ability) -> None:
    missing = words_of(replace(ALL_THERE, **{ability.value: False}), ability)
    assert missing.instead.endswith(".")
    assert words_of(ALL_THERE, ability).instead == ""


def test_waiting_while_typing_is_promised_only_where_typing_is_known() -> None:
    assert "type" in words_of(ALL_THERE, Ability.IDLE).meaning
    assert "type" not in words_of(replace(ALL_THERE, typing=False), Ability.IDLE).meaning


def test_without_notifications_nothing_is_said_of_their_buttons() -> None:
    shown = [words.ability for words in ability_words(replace(ALL_THERE, notifications=False))]
    assert Ability.BUTTONS not in shown
    assert len(shown) == len(Ability) - 1
