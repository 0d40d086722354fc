"""The Support page: where to turn, the same from every screen, with no form and no question."""

from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.presentation.support import Place, SupportState, build_state
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page

WIDEST = 720
NARROW_BELOW = 380
COPIED_FOR_MS = 3000


class SupportScreen(QWidget):
    """Shows the page; Back, or Escape, leads to where the person was."""

    back_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        state = build_state()
        page = Page(theme, WIDEST, state.title)
        self.setFocusProxy(page)
        page.add(heading(state.title, "display"))
        page.add(heading(state.opening))
        page.add(_section(state.emergency_title, state.emergency))
        page.add(_section(state.near_title, state.near))
        page.add(self._lines_card(state))
        page.add(_section(state.ground_title, state.ground))
        page.add(label(state.closing, "small", "muted"))
        page.add(self._back_button(), Qt.AlignmentFlag.AlignLeading)
        page.finish()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(page)
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.back_wanted)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """With less room the button of an address stands below it."""
        is_narrow = event.size().width() < self._theme.px(NARROW_BELOW)
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        for row in self._place_rows:
            row.setDirection(direction)
        super().resizeEvent(event)

    def _lines_card(self, state: SupportState) -> Card:
        card = _section(state.lines_title, state.lines)
        self.copies = [self._copy_button(place) for place in state.places]
        self._place_rows = [_place_row(place, copy) for place, copy in zip(state.places, self.copies, strict=True)]
        for row in self._place_rows:
            card.body.addLayout(row)
        return card

    def _copy_button(self, place: Place) -> QPushButton:
        copy = QPushButton(_("Copy"))
        copy.setAccessibleName(_("Copy {address}").format(address=place.address))
        copy.clicked.connect(partial(self._on_copy_clicked, place, copy))
        return copy

    def _on_copy_clicked(self, place: Place, copy: QPushButton) -> None:
        QGuiApplication.clipboard().setText(place.address)
        copy.setText(_("Copied"))
        announce(copy, _("Copied"))
        QTimer.singleShot(COPIED_FOR_MS, copy, lambda: copy.setText(_("Copy")))

    def _back_button(self) -> QPushButton:
        self.back = QPushButton(_("Back"))
        self.back.clicked.connect(self.back_wanted)
        return self.back


def _place_row(place: Place, copy: QPushButton) -> QBoxLayout:
    address = label(place.address, "title")
    address.setProperty("personal", True)  # an address is the same in every language
    address.setTextInteractionFlags(
        Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
    )
    words = QVBoxLayout()
    words.setSpacing(HAIR // 2)
    words.addWidget(address)
    words.addWidget(label(place.what, "small", "muted"))
    row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
    row.setSpacing(SNUG)
    row.addLayout(words, 1)
    row.addWidget(copy, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
    return row


def _section(title: str, text: str) -> Card:
    card = Card()
    card.body.addWidget(heading(title))
    card.body.addWidget(label(text))
    return card
