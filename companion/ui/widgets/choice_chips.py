"""A question answered by choosing any of several names, or by adding another one."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.checkin_fields import Choice
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.chip_flow import ChipFlow
from companion.ui.widgets.labels import label
from companion.ui.widgets.name_field import Complete, NameField


class ChoiceChips(QWidget):
    """None is chosen first. What is added by hand stands among the others, and is chosen."""

    changed = Signal()

    def __init__(self, choice: Choice, theme: Theme, complete: Complete) -> None:
        super().__init__()
        self._choice = choice
        self.add_field = NameField(choice.add, theme, complete)
        self.chips = ChipFlow(theme, self.add_field, are_choices=True)
        self.add_field.setAccessibleName(f"{choice.question} {choice.add}")
        self.chips.setAccessibleName(choice.question)
        self.chips.toggled.connect(self.changed)
        self.add_field.named.connect(self._on_named)
        self.add_field.textChanged.connect(self.changed)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(label(choice.question))
        layout.addWidget(self.chips)
        self.show_choice(choice)

    @property
    def value(self) -> tuple[str, ...]:
        """The chosen names, and what is being typed."""
        pending = self.add_field.pending
        return (*self.chips.chosen, pending) if pending else self.chips.chosen

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in it, some time or other."""
        return (*self.chips.chips.values(), self.add_field)

    def show_choice(self, choice: Choice) -> None:
        """Offers other names from now on; what is chosen stays."""
        self._choice = choice
        self._show(self.chips.chosen)

    def put(self, value: tuple[str, ...]) -> None:
        """Shows what was chosen earlier, or nothing chosen; nothing is said."""
        with QSignalBlocker(self):
            self.add_field.clear()
            self._show(value)

    def _show(self, chosen: tuple[str, ...]) -> None:
        self.chips.show_names((*self._choice.names, *chosen), chosen)

    def _on_named(self, name: str) -> None:
        known = self.chips.like(name)
        chip = self.chips.add(name) if known is None else self.chips.chips[known]
        chip.setChecked(True)
        self.changed.emit()
