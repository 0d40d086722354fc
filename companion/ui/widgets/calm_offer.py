"""What is offered after a check-in outside the window: large words and one action."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPushButton, QSizePolicy, QVBoxLayout, QWidget

from companion.presentation.after_check_in import AfterCheckInState
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TITLE_SIZE
from companion.ui.widgets.labels import label

_LARGE = 58


class CalmOffer(QWidget):
    """Shows the one action of a state that has one; `wanted` brings the key of its concept."""

    wanted = Signal(str)

    def __init__(self, state: AfterCheckInState, theme: Theme) -> None:
        super().__init__()
        self._key = state.concept_key or ""
        self.action = _LargeButton(state.concept_action, theme)
        self.action.clicked.connect(lambda: self.wanted.emit(self._key))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(SNUG)
        layout.addWidget(label(state.lead))
        layout.addWidget(self.action)


class _LargeButton(QPushButton):
    """Large words, easy to meet, as wide as the card."""

    def __init__(self, words: str, theme: Theme) -> None:
        super().__init__(words)
        self._theme = theme
        self.setProperty("role", "primary")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit_text()
        theme.changed.connect(self._fit_text)

    def sizeHint(self) -> QSize:
        """Half as tall again as other buttons."""
        return super().sizeHint().expandedTo(QSize(0, self._theme.px(_LARGE)))

    def _fit_text(self) -> None:
        font = self.font()
        font.setPixelSize(self._theme.px(TITLE_SIZE))
        self.setFont(font)
