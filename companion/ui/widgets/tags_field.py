"""Names that the person adds one by one, each a chip that can be taken away again."""

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.translation import _, ngettext
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip_flow import ChipFlow
from companion.ui.widgets.labels import label
from companion.ui.widgets.name_field import Complete, NameField

MOST_CHIPS = 100  # laying out chips takes longer than their number grows, and nobody reads more


class TagsField(QWidget):
    """Enter adds, Backspace in the empty field takes the last one away, Delete on a chip takes that one away.

    Of very many names the last ones are chips; those before them are counted, and kept. `is_aside` where it belongs
    to what stands above it, and its title is less than that.
    """

    changed = Signal()

    def __init__(self, title: str, add: str, theme: Theme, complete: Complete, *, is_aside: bool = False) -> None:
        super().__init__()
        self._without_chip: tuple[str, ...] = ()
        self._earlier = label("", "small", "muted")
        self._earlier.hide()
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
        layout.addWidget(label(title, "small", "muted") if is_aside else label(title))
        layout.addWidget(self._earlier)
        layout.addWidget(self.chips)

    @property
    def names(self) -> tuple[str, ...]:
        """The names in the order they were added, and what is being typed."""
        pending = self.add_field.pending
        return tuple(dict.fromkeys((*self.settled, *((pending,) if pending else ()))))

    @property
    def settled(self) -> tuple[str, ...]:
        """The names that were added, without what is being typed."""
        return (*self._without_chip, *self.chips.chips)

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in it, some time or other."""
        return (*self.chips.chips.values(), self.add_field)

    def put(self, names: tuple[str, ...]) -> None:
        """Shows names that were given earlier, or none; nothing is said."""
        with QSignalBlocker(self):
            self.add_field.clear()
            self._without_chip = names[:-MOST_CHIPS]
            self._show_earlier()
            self.chips.show_names(names[-MOST_CHIPS:])

    def _on_named(self, name: str) -> None:
        if self.chips.like(name) is None and name not in self._without_chip:
            self.chips.add(name)
            announce(self, _("{name} added").format(name=name))
        self.changed.emit()

    def _show_earlier(self) -> None:
        count = len(self._without_chip)
        sentence = ngettext("{count} more, and these:", "{count} more, and these:", count)
        self._earlier.setText(sentence.format(count=count))
        self._earlier.setVisible(count > 0)

    def _on_backed_out(self) -> None:
        last = next(reversed(self.chips.chips), None)
        if last is not None:
            self._take_away(last)

    def _take_away(self, name: str) -> None:
        self.chips.remove(name)
        if not self.chips.chips:
            self.put(self._without_chip)
            self.add_field.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, _("{name} removed").format(name=name))
        self.changed.emit()
