"""The two ends of the window as numbers."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from companion.domain.arousal import HIGHEST, LOWEST
from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.labels import label
from companion.ui.widgets.number_fields import NumberField


class WindowFields(QWidget):
    """Two ends, always at least a point apart; `moved` has the lower and the upper one, in points."""

    moved = Signal(int, int)

    def __init__(self) -> None:
        super().__init__()
        self.upper_end = NumberField(LOWEST, HIGHEST, HIGHEST)
        self.lower_end = NumberField(LOWEST, HIGHEST, LOWEST)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SNUG)
        grid.setVerticalSpacing(TIGHT)
        grid.setColumnStretch(2, 1)
        for row, (text, field) in enumerate(((_("Upper end"), self.upper_end), (_("Lower end"), self.lower_end))):
            name = label(text)
            name.setBuddy(field)
            grid.addWidget(name, row, 0)
            grid.addWidget(field, row, 1)
            field.valueChanged.connect(self._on_field_changed)

    def put(self, lower: int, upper: int) -> None:
        """Shows these ends; nothing is said."""
        blockers = [QSignalBlocker(self.lower_end), QSignalBlocker(self.upper_end)]
        self.lower_end.setRange(LOWEST, upper - 1)
        self.upper_end.setRange(lower + 1, HIGHEST)
        self.lower_end.setValue(lower)
        self.upper_end.setValue(upper)
        for blocker in blockers:
            blocker.unblock()

    def _on_field_changed(self) -> None:
        lower, upper = self.lower_end.value(), self.upper_end.value()
        self.put(lower, upper)
        self.moved.emit(lower, upper)
