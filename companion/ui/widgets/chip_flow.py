"""Chips in lines, as words stand, and the field that adds one at their end."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.name_chip import NameChip
from companion.ui.widgets.name_field import NameField


class ChipFlow(QWidget):
    """Holds chips of one kind, each name once. `toggled` and `removal_wanted` carry the name.

    One of them is reached by Tab, the others from there by arrow keys; then Tab comes to the field.
    """

    toggled = Signal(str)
    removal_wanted = Signal(str)

    def __init__(self, theme: Theme, add_field: NameField, *, are_choices: bool) -> None:
        super().__init__()
        self._theme = theme
        self._add_field = add_field
        self._are_choices = are_choices
        self.chips: dict[str, NameChip] = {}
        self._flow = FlowLayout(self)
        self._flow.setSpacing(TIGHT)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._flow.addWidget(add_field)

    @property
    def chosen(self) -> tuple[str, ...]:
        """The names of the chosen chips, in the order in which they stand."""
        return tuple(name for name, chip in self.chips.items() if chip.isChecked())

    def show_names(self, names: Iterable[str], chosen: Iterable[str] = ()) -> None:
        """Shows chips for these names, with these chosen; nothing is said."""
        wanted, on = list(dict.fromkeys(names)), set(chosen)
        if wanted != list(self.chips):
            self._show_anew(wanted)
        for name, chip in self.chips.items():
            chip.setChecked(name in on)

    def like(self, name: str) -> str | None:
        """The name of a chip that says the same but for upper and lower case."""
        folded = name.casefold()
        return next((known for known in self.chips if known.casefold() == folded), None)

    def add(self, name: str) -> NameChip:
        """A chip at the end."""
        chip = NameChip(name, self._theme, is_choice=self._are_choices)
        chip.clicked.connect(lambda: self.toggled.emit(name))
        chip.removal_wanted.connect(lambda: self.removal_wanted.emit(name))
        chip.step_wanted.connect(lambda step: self._move_focus(name, step))
        chip.reached.connect(lambda: self._make_tab_stop(name))
        self.chips[name] = chip
        self._flow.removeWidget(self._add_field)
        self._flow.addWidget(chip)
        self._flow.addWidget(self._add_field)
        chip.show()  # at once, where the layout would do it when it next has time: Tab may come before that
        self._reach_before_field(chip)
        self._make_tab_stop(next(iter(self.chips)))
        return chip

    def remove(self, name: str) -> None:
        """Takes a chip away; the keyboard, if it was there, goes to its neighbour."""
        place = list(self.chips).index(name)
        chip = self.chips.pop(name)
        had_focus = chip.hasFocus()
        if self.chips:
            neighbour = list(self.chips)[min(place, len(self.chips) - 1)]
            self._make_tab_stop(neighbour)
            if had_focus:
                self.chips[neighbour].setFocus(Qt.FocusReason.OtherFocusReason)
        self._flow.removeWidget(chip)
        chip.hide()
        chip.deleteLater()

    def _show_anew(self, names: Sequence[str]) -> None:
        """Chips in this order; the keyboard stays on a name that is still there."""
        focused = next((name for name, chip in self.chips.items() if chip.hasFocus()), None)
        for name in list(self.chips):
            self.remove(name)
        for name in names:
            self.add(name)
        if focused in self.chips:
            self.chips[focused].setFocus(Qt.FocusReason.OtherFocusReason)

    def _reach_before_field(self, chip: NameChip) -> None:
        """Qt can only put one behind another, and only behind one that takes the keyboard."""
        field = self._add_field
        before = field.previousInFocusChain()
        while before is not None and before is not field and before.focusPolicy() is Qt.FocusPolicy.NoFocus:
            before = before.previousInFocusChain()
        if before is not None and before not in (chip, field):
            QWidget.setTabOrder(before, chip)

    def _move_focus(self, name: str, step: int) -> None:
        names = list(self.chips)
        place = (names.index(name) + step) % len(names)
        self.chips[names[place]].setFocus(Qt.FocusReason.OtherFocusReason)

    def _make_tab_stop(self, name: str) -> None:
        for other, chip in self.chips.items():
            chip.setFocusPolicy(Qt.FocusPolicy.StrongFocus if other == name else Qt.FocusPolicy.ClickFocus)
