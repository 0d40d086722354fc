"""The quiet card after saving: Undo for ten seconds, one concept, and less of it outside the window."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from companion.domain.concept import Concept
from companion.domain.zone import Zone
from companion.presentation.after_check_in import build_state
from companion.ui.theme.theme import Theme
from companion.ui.widgets.after_card import UNDO_FOR_MS, AfterCard
from tests.support.builders import a_check_in
from tests.support.date_words import PlainDateWords

A_CONCEPT = Concept(
    "ours/window-of-tolerance", "Window of Tolerance", "word " * 600, summary="Where feeling and thinking meet."
)
CardMaker = Callable[[Zone], AfterCard]


@pytest.fixture
def card_after(theme: Theme, qtbot: QtBot) -> Iterator[CardMaker]:
    shown: list[AfterCard] = []

    def make(zone: Zone, concept: Concept | None = A_CONCEPT) -> AfterCard:
        card = AfterCard(build_state(a_check_in(zone=zone), concept, PlainDateWords()), theme)
        qtbot.addWidget(card)
        card.resize(380, 300)
        card.show()
        shown.append(card)
        return card

    yield make
    for card in shown:
        card.close()


def words_on(card: AfterCard) -> list[str]:
    labels = [label.text() for label in card.findChildren(QLabel) if label.isVisible()]
    return labels + [button.text() for button in card.findChildren(QPushButton) if button.isVisible()]


def test_inside_the_window_it_offers_a_concept_with_its_reading_time(card_after: CardMaker, qtbot: QtBot) -> None:
    card = card_after(Zone.INSIDE)
    assert card.action is not None
    assert card.action.text() == "Read, 3 min"
    assert "Where feeling and thinking meet." in words_on(card)
    with qtbot.waitSignal(card.concept_wanted) as wanted:
        card.action.click()
    assert wanted.args == ["ours/window-of-tolerance"]


def test_outside_there_is_one_action_and_no_number(card_after: CardMaker) -> None:
    card = card_after(Zone.ABOVE)
    words = words_on(card)
    words.remove("Saved 14:06")
    assert sorted(words) == sorted(
        ["·", "Undo", "You noticed.\nThat is enough for now.", "If you like, one thing:",
         "What is happening in my body?", "Close"]
    )  # fmt: skip


def test_outside_its_words_are_large(card_after: CardMaker, theme: Theme) -> None:
    card = card_after(Zone.BELOW)
    heading = next(label for label in card.findChildren(QLabel) if label.text().startswith("You noticed"))
    assert heading.fontInfo().pixelSize() >= theme.px(24)
    assert card.action is not None
    assert card.action.height() >= theme.px(56)


def test_undo_stands_there_for_ten_seconds(card_after: CardMaker) -> None:
    card = card_after(Zone.INSIDE)
    assert UNDO_FOR_MS == 10_000
    assert card.saved_line.undo.isVisible()
    card.end_undo()
    assert not card.saved_line.undo.isVisible()


def test_undo_waits_while_the_keyboard_is_on_it(card_after: CardMaker, qtbot: QtBot) -> None:
    card = card_after(Zone.INSIDE)
    card.activateWindow()
    qtbot.waitUntil(card.isActiveWindow)
    card.saved_line.undo.setFocus()
    card.end_undo()
    assert card.saved_line.undo.isVisible()


def test_undo_and_close_are_passed_on(card_after: CardMaker, qtbot: QtBot) -> None:
    card = card_after(Zone.INSIDE)
    with qtbot.waitSignal(card.undo_wanted):
        QTest.mouseClick(card.saved_line.undo, Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(card.close_wanted):
        QTest.mouseClick(card.close_button, Qt.MouseButton.LeftButton)


def test_every_button_has_a_name_of_its_own(card_after: CardMaker) -> None:
    card = card_after(Zone.INSIDE)
    assert card.action is not None
    assert card.action.accessibleName() == "Read Window of Tolerance"
