"""A card leads to the notes around the one being read."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.presentation.concept_reading import Neighbours, NoteLink
from companion.ui.theme.theme import Theme
from companion.ui.widgets.neighbours_card import NeighboursCard
from companion.ui.widgets.wrapped_link import WrappedLink


def test_each_link_says_its_key(qtbot: QtBot, theme: Theme) -> None:
    card = NeighboursCard(Neighbours("Related", (NoteLink("a", "A"), NoteLink("b", "B")), "and 3 more"), theme)
    qtbot.addWidget(card)
    with qtbot.waitSignal(card.concept_wanted) as said:
        QTest.mouseClick(card.findChildren(WrappedLink)[1], Qt.MouseButton.LeftButton)
    assert said.args == ["b"]
    assert [label.text() for label in card.findChildren(QLabel)] == ["Related", "and 3 more"]
