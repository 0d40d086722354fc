"""The Support page: where to turn, the same from every screen, with no form and no question."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.presentation.support import Place, SupportState, build_state
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.page import Page

WIDEST = 720


class SupportScreen(QWidget):
    """Shows the page; Back leads to where the person was."""

    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        state = build_state()
        page = Page(theme, widest=WIDEST)
        page.add(label(state.title, "display"))
        page.add(label(state.opening, "title"))
        page.add(_section(state.emergency_title, state.emergency))
        page.add(_section(state.near_title, state.near))
        page.add(self._lines_card(state))
        page.add(_section(state.ground_title, state.ground))
        page.add(label(state.closing, "small", "muted"))
        page.add(self._back_button(), Qt.AlignmentFlag.AlignLeft)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)

    def _lines_card(self, state: SupportState) -> Card:
        card = _section(state.lines_title, state.lines)
        for place in state.places:
            card.body.addLayout(self._place_row(place))
        return card

    def _place_row(self, place: Place) -> QHBoxLayout:
        address = label(place.address, "title")
        address.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        copy = QPushButton(_("Copy"))
        copy.setAccessibleName(_("Copy {address}").format(address=place.address))
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(place.address))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(address)
        words.addWidget(label(place.what, "small", "muted"))
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(copy)
        return row

    def _back_button(self) -> QPushButton:
        back = QPushButton(_("Back"))
        back.clicked.connect(self.back_wanted)
        return back


def _section(title: str, text: str) -> Card:
    card = Card()
    card.body.addWidget(label(title, "title"))
    card.body.addWidget(label(text))
    return card
