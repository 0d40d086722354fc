"""The card that asks whether it helps: one click, a way back, and where it weighs, somewhere to go."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from companion.domain.is_helping import Helping
from companion.presentation.is_helping import HelpingOffer, HelpingPresenter
from companion.ui.widgets.is_helping_card import IsHelpingCard
from tests.support.people import FakeHelping, FakeResting


@pytest.fixture
def asking() -> FakeHelping:
    return FakeHelping()


@pytest.fixture
def resting() -> FakeResting:
    return FakeResting()


@pytest.fixture
def card(asking: FakeHelping, resting: FakeResting, qtbot: QtBot) -> Iterator[IsHelpingCard]:
    made = IsHelpingCard(HelpingPresenter(asking, resting))
    qtbot.addWidget(made)
    made.refresh()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    made.close()


def test_all_answers_look_alike(card: IsHelpingCard) -> None:
    assert list(card.buttons) == list(Helping)
    assert {button.property("role") for button in card.buttons.values()} == {None}


def test_after_heavier_what_can_be_done_stands_there_and_leads_on(card: IsHelpingCard) -> None:
    wanted: list[HelpingOffer] = []
    card.offer_wanted.connect(wanted.append)
    card.buttons[Helping.HEAVIER].click()
    assert QApplication.focusWidget() is card.undo
    for offer in (HelpingOffer.PEOPLE, HelpingOffer.EXPORT, HelpingOffer.DELETE):
        card.buttons[offer].click()
    assert wanted == [HelpingOffer.PEOPLE, HelpingOffer.EXPORT, HelpingOffer.DELETE]


def test_a_rest_begins_at_once(card: IsHelpingCard, resting: FakeResting) -> None:
    card.buttons[Helping.HEAVIER].click()
    card.buttons[HelpingOffer.PAUSE].click()
    assert (resting.pauses, HelpingOffer.PAUSE in card.buttons) == (1, False)


def test_it_can_be_taken_back(card: IsHelpingCard, asking: FakeHelping) -> None:
    card.buttons[Helping.HEAVIER].click()
    card.undo.click()
    assert (asking.answers, list(card.buttons)) == ([], list(Helping))
    assert QApplication.focusWidget() is card.buttons[Helping.HELPING]


@pytest.mark.parametrize("answer", [Helping.HELPING, Helping.NEUTRAL])
def test_it_goes_when_it_is_closed(card: IsHelpingCard, answer: Helping) -> None:
    card.buttons[answer].click()
    card.close_link.click()
    assert card.isHidden()


def test_not_now_is_one_click(card: IsHelpingCard) -> None:
    card.buttons[Helping.NOT_NOW].click()
    assert card.isHidden()
