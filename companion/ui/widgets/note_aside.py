"""What stands beside a note: how it shows in the person's check-ins, what they may write to or try, its
neighbours."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from companion.presentation.concept_reading import ConceptState
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM
from companion.ui.widgets.mine_card import MineCard
from companion.ui.widgets.neighbours_card import NeighboursCard
from companion.ui.widgets.prompts_card import PromptsCard


class NoteAside(QScrollArea):
    """A column of cards. `prompt_wanted` brings what to write to, or "" where none is wanted today."""

    concept_wanted = Signal(str)
    prompt_wanted = Signal(str)
    practice_wanted = Signal(str)
    grounding_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def show_state(self, state: ConceptState | None) -> None:
        """What belongs to that note; nothing for none."""
        cards = QWidget()
        cards.setProperty("role", "page")
        column = QVBoxLayout(cards)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROOM)
        for card in self._cards(state) if state is not None else ():
            column.addWidget(card)
        column.addStretch(1)
        self.setWidget(cards)

    def _cards(self, state: ConceptState) -> list[QWidget]:
        cards: list[QWidget] = []
        if state.mine is not None:
            cards.append(MineCard(state.mine, self._theme))
        if state.prompts:
            cards.append(self._prompts(state.prompts))
        if state.practices is not None:
            tries = NeighboursCard(state.practices, self._theme)
            tries.concept_wanted.connect(self.practice_wanted)
            cards.append(tries)
        for neighbours in state.neighbours:
            card = NeighboursCard(neighbours, self._theme)
            card.concept_wanted.connect(self.concept_wanted)
            cards.append(card)
        return cards

    def _prompts(self, prompts: tuple[str, ...]) -> PromptsCard:
        card = PromptsCard(prompts, self._theme)
        card.prompt_wanted.connect(self.prompt_wanted)
        card.grounding_wanted.connect(self.grounding_wanted)
        card.none_wanted.connect(lambda: self.prompt_wanted.emit(""))
        return card
