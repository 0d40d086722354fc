"""Names that the person adds one by one, each a chip that can be taken away again."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip_flow import ChipFlow
from companion.ui.widgets.labels import label
from companion.ui.widgets.name_field import Complete, NameField


class TagsField(QWidget):
    """Enter adds, Backspace in the empty field takes the last one away, Delete on a chip takes that one away."""

    changed = Signal()

    def __init__(self, title: str, add: str, theme: Theme, complete: Complete) -> None:
        super().__init__()
        self.add_field = NameField(add, theme, complete)
        self.chips = ChipFlow(theme, self.add_field, are_choices=False)
        self.chips.setAccessibleName(title)
        self.add_field.setAccessibleName(f"{title}, {add}")
        self.chips.removal_wanted.connect(self._take_away)
        self.add_field.named.connect(self._on_named)
        self.add_field.textChanged.connect(self.changed)
        self.add_field.backed_out.connect(self._on_backed_out)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(label(title, "small", "muted"))
        layout.addWidget(self.chips)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the order they were added, and what is being typed."""
        pending = self.add_field.pending
        return tuple(dict.fromkeys((*self.chips.chips, *((pending,) if pending else ()))))

    @property
    def settled(self) -> tuple[str, ...]:
        """The names that were added, without what is being typed."""
        return tuple(self.chips.chips)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in it, some time or other."""
        return (*self.chips.chips.values(), self.add_field)

    def put(self, names: tuple[str, ...]) -> None:
        """Shows names that were given earlier, or none; nothing is said."""
        with QSignalBlocker(self):
            self.add_field.clear()
            self.chips.show_names(names)

    def _on_named(self, name: str) -> None:
        if self.chips.like(name) is None:
            self.chips.add(name)
            announce(self, _("{name} added").format(name=name))
        self.changed.emit()

    def _on_backed_out(self) -> None:
        last = next(reversed(self.chips.chips), None)
        if last is not None:
            self._take_away(last)

    def _take_away(self, name: str) -> None:
        self.chips.remove(name)
        if not self.chips.chips:
            self.add_field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("{name} removed").format(name=name))
        self.changed.emit()
