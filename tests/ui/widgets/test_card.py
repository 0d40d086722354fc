"""A card is one surface with room at its edges."""

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label


def test_a_card_is_on_the_surface_with_round_corners(theme: Theme, qtbot: QtBot) -> None:
    ground = QWidget()
    qtbot.addWidget(ground)
    card = Card(ground)
    card.body.addWidget(label("words"))
    card.resize(200, 100)
    picture = ground.grab().toImage()
    assert picture.pixelColor(100, 90).name() == theme.tokens.surface
    assert picture.pixelColor(100, 0).name() == theme.tokens.line
    assert picture.pixelColor(0, 0).name() == theme.tokens.background
