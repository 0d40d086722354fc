"""What is offered after a check-in outside the window: large words and one action."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.after_check_in import AfterCheckInState
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TITLE_SIZE
from companion.ui.widgets.labels import label
from companion.ui.widgets.wrapped_button import WrappedButton

_LARGE = 58


class CalmOffer(QWidget):
    """Shows the one action of a state that has one: its first practice, or its concept.

    `wanted` brings the key of the concept, `practice_wanted` that of a practice. Other practices come when they are
    asked for.
    """

    wanted = Signal(str)
    practice_wanted = Signal(str)

    def __init__(self, state: AfterCheckInState, theme: Theme) -> None:
        super().__init__()
        self._state = state
        self.others: list[WrappedButton] = []
        self.other: QPushButton | None = None
        self.concept: QPushButton | None = None
        self._column = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        layout.addWidget(label(state.lead))
        if state.practices:
            first = state.practices[0]
            self.action = _LargeButton(first.words, theme)
            self.action.setProperty("personal", True)  # the practice's own words
            self.action.clicked.connect(lambda: self.practice_wanted.emit(first.key))
            layout.addWidget(self.action)
            self._add_remark(first.remark)
            self._add_beside()
        else:
            self.action = _LargeButton(state.concept_action, theme)
            self.action.clicked.connect(self._say_concept)
            layout.addWidget(self.action)

    def _add_beside(self) -> None:
        """What is less than the one action: the way to others, and the concept."""
        if self._state.other_words:
            self.other = QPushButton(self._state.other_words)
            self.other.clicked.connect(self._show_others)
            self._column.addWidget(self.other, 0, Qt.AlignmentFlag.AlignLeading)
        if self._state.concept_key is not None:
            self.concept = WrappedButton(self._state.concept_action)
            self.concept.setProperty("role", "link")
            self.concept.setProperty("personal", True)  # it may be a note's own title
            self.concept.clicked.connect(self._say_concept)
            self._column.addWidget(self.concept, 0, Qt.AlignmentFlag.AlignLeading)

    def _show_others(self) -> None:
        """They take the place of the way to them; the keyboard is on the first."""
        if self.other is None:
            return
        place = self._column.indexOf(self.other)
        for number, offer in enumerate(self._state.practices[1:]):
            button = WrappedButton(offer.words)
            button.setProperty("personal", True)
            button.setAccessibleDescription(offer.remark)
            button.clicked.connect(lambda _checked=False, key=offer.key: self.practice_wanted.emit(key))
            self.others.append(button)
            self._column.insertWidget(place + number, button)
        for button, offer in zip(self.others, self._state.practices[1:], strict=True):
            if offer.remark:
                self._column.insertWidget(self._column.indexOf(button) + 1, label(offer.remark, "small", "muted"))
        self.other.hide()
        self.others[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _add_remark(self, remark: str) -> None:
        if remark:
            self._column.addWidget(label(remark, "small", "muted"))

    def _say_concept(self) -> None:
        self.wanted.emit(self._state.concept_key or "")


class _LargeButton(WrappedButton):
    """Large words, easy to meet, as wide as the card."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        self.setProperty("role", "primary")
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Expanding)
        self.setSizePolicy(policy)
        self._fit_text()
        theme.changed.connect(self._fit_text)

    def sizeHint(self) -> QSize:
        """Half as tall again as other buttons."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.px(_LARGE)))

    def _fit_text(self) -> None:
        font = self.font()
        font.setPixelSize(self._theme.px(TITLE_SIZE))
        self.setFont(font)
