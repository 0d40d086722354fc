"""A card of links to the notes around the one being read."""

from PySide6.QtCore import Signal

from companion.presentation.concept_reading import Neighbours
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.wrapped_link import LINK_EDGE, WrappedLink


class NeighboursCard(Card):
    """Says which note was chosen, by its key."""

    concept_wanted = Signal(str)

    def __init__(self, neighbours: Neighbours, theme: Theme) -> None:
        super().__init__()
        self.body.setSpacing(HAIR)
        heading = label(neighbours.heading)
        heading.setProperty("weight", "strong")
        heading.setContentsMargins(LINK_EDGE, 0, 0, 0)
        self.body.addWidget(heading)
        for link in neighbours.links:
            button = WrappedLink(link.words, theme)
            button.setProperty("personal", True)
            button.clicked.connect(lambda _checked=False, key=link.key: self.concept_wanted.emit(key))
            self.body.addWidget(button)
        if neighbours.more:
            self.body.addWidget(label(neighbours.more, "small", "muted"))
