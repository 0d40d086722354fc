"""Paragraphs under titles: what belongs together stands together."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from companion.presentation.about import Said
from companion.ui.theme.theme import Theme
from companion.ui.widgets.titled_words import TitledWords


def gap(above: QLabel, below: QLabel) -> int:
    return below.mapToGlobal(below.rect().topLeft()).y() - above.mapToGlobal(above.rect().bottomLeft()).y()


def test_a_paragraph_stands_nearer_to_its_own_than_to_the_next_title(theme: Theme, qtbot: QtBot) -> None:
    words = TitledWords()
    qtbot.addWidget(words)
    words.show_parts((Said("What it is", "A notebook.\n\nIt is yours."), Said("What it is not", "A device.")))
    words.show()
    title, one, two, next_title, _last = words.findChildren(QLabel)
    assert gap(title, one) < gap(one, two) < gap(two, next_title)


def test_what_it_showed_before_goes(theme: Theme, qtbot: QtBot) -> None:
    words = TitledWords()
    qtbot.addWidget(words)
    words.show_parts((Said("", "One.\n\nTwo."),))
    words.show()
    words.show_parts((Said("", "Three."),))
    assert [each.text() for each in words.findChildren(QLabel) if each.isVisible()] == ["Three."]
