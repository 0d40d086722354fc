"""A time that the clocks showed twice: which of the two is meant."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from companion.presentation.twice import TwiceState
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.labels import label
from companion.ui.widgets.reveal import reveal


class WhichOfTwo(QWidget):
    """Hidden while there is nothing to ask. The first is meant until the person chooses the second."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._question = label("", "small", "muted")
        self.first, self.second = QRadioButton(), QRadioButton()
        self.first.setChecked(True)
        self.second.toggled.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HAIR)
        for part in (self._question, self.first, self.second):
            layout.addWidget(part)
        self.hide()

    @property
    def is_second(self) -> bool:
        """True if it is asked and the second is meant."""
        return self.second.isChecked() and not self.isHidden()

    def ask(self, state: TwiceState | None, *, is_second: bool = False) -> None:
        """Asks about another time, or nothing; nothing is said."""
        self.blockSignals(True)
        if state is not None:
            self._question.setText(state.question)
            for button, words in ((self.first, state.first), (self.second, state.second)):
                button.setText(words)
                button.setAccessibleDescription(state.question)
        (self.second if is_second else self.first).setChecked(True)
        comes_new = self.isHidden() and state is not None
        self.setVisible(state is not None)
        if comes_new:
            reveal(self)
        self.blockSignals(False)
