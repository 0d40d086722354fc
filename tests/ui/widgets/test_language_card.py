"""The card that chooses the language: one chip each, what is honest to say of it, and why one could not be kept."""

import pytest
from pytestqt.qtbot import QtBot

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.preferences import PreferenceService
from companion.application.settings import Settings
from companion.presentation.language_choice import OWN_NAMES, LanguageChoice
from companion.ui.widgets.language_card import LanguageCard
from tests.support.in_memory_settings import InMemorySettings
from tests.support.recipes import recipe


def a_card(store: InMemorySettings, qtbot: QtBot) -> LanguageCard:
    card = LanguageCard(LanguageChoice(PreferenceService(store, EventBus())))
    qtbot.addWidget(card)
    return card


def test_every_language_that_is_translated_into_can_be_chosen() -> None:
    assert set(OWN_NAMES) == {"en", *recipe("languages").languages()}


def test_each_language_has_its_own_name_and_the_first_choice_is_the_systems(qtbot: QtBot) -> None:
    card = a_card(InMemorySettings(), qtbot)
    assert [chip.text() for chip in card.chips.values()] == ["Like the system", "English", "Deutsch"]
    assert card.chips["system"].isChecked()


def test_one_is_chosen_and_kept(qtbot: QtBot) -> None:
    store = InMemorySettings()
    a_card(store, qtbot).chips["de"].click()
    assert store.kept.language == "de"


def test_one_that_could_not_be_kept_is_not_shown_as_chosen(qtbot: QtBot) -> None:
    store = InMemorySettings()
    card = a_card(store, qtbot)
    store.trouble = UserError(Trouble.DISK_FULL, data_is_safe=True)
    card.chips["de"].click()
    assert card.chips["system"].isChecked()
    assert "disk is full" in card.note.text()


def test_of_english_there_is_nothing_to_say(qtbot: QtBot) -> None:
    assert a_card(InMemorySettings(), qtbot).note.isHidden()


@pytest.mark.usefixtures("german")
def test_a_translation_says_that_nobody_reviewed_it_and_what_stays_english(qtbot: QtBot) -> None:
    note = a_card(InMemorySettings(), qtbot).note.text()
    assert "ohne Durchsicht" in note
    assert "auf Englisch" in note


def test_a_language_written_into_the_settings_by_hand_is_shown(qtbot: QtBot) -> None:
    card = a_card(InMemorySettings(Settings(language="fr")), qtbot)
    assert card.chips["fr"].isChecked()
