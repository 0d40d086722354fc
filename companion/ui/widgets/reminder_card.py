"""The card of one reminder: its switch, its rule in words, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from companion.presentation.reminders import ReminderCardState
from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link
from companion.ui.widgets.switch_row import SwitchRow


class ReminderCard(Card):
    """Shows a reminder and says what the person wants of it. With less room the buttons stand below the words."""

    switched = Signal(bool)
    edit_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, state: ReminderCardState) -> None:
        super().__init__()
        self.row = SwitchRow("", type="title")
        self.row.switched.connect(self.switched)
        self.edit, self.remove = link(_("Edit")), link(_("Remove"))
        self.edit.clicked.connect(self.edit_wanted)
        self.remove.clicked.connect(self.remove_wanted)
        self._parts = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._parts.setSpacing(SNUG)
        self._coming = label("", "small", "muted")
        self._coming.setProperty("personal", True)  # with times and days as the locale has them
        self._parts.addWidget(self.row, 3)
        self._parts.addWidget(self._coming, 2, Qt.AlignmentFlag.AlignVCenter)
        self._parts.addLayout(self._buttons())
        self.body.addLayout(self._parts)
        self.show_state(state)

    def show_state(self, state: ReminderCardState) -> None:
        """Shows the reminder as it is now."""
        self.row.show_words(state.name, state.rule)
        self.row.setProperty("personal", state.is_own_name)
        self.row.put(state.is_on)
        self._coming.setText(state.coming)
        self._coming.setVisible(bool(state.coming))
        self.edit.setAccessibleName(_("Edit {rule}").format(rule=state.rule))
        self.remove.setAccessibleName(_("Remove {rule}").format(rule=state.rule))

    def show_narrow(self, is_narrow: bool) -> None:
        """Sets the buttons below the words, or beside them."""
        direction = QBoxLayout.Direction.TopToBottom if is_narrow else QBoxLayout.Direction.LeftToRight
        self._parts.setDirection(direction)
        side = Qt.AlignmentFlag.AlignLeading if is_narrow else Qt.AlignmentFlag.AlignTrailing
        self._coming.setAlignment(side | Qt.AlignmentFlag.AlignVCenter)

    def _buttons(self) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(TIGHT)
        row.addStretch(1)
        row.addWidget(self.edit)
        row.addWidget(self.remove)
        return row
