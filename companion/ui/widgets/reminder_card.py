"""The card of one reminder: its switch, its rule in words, and what can be done with it."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from companion.presentation.reminders import ReminderCardState
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.links import link
from companion.ui.widgets.switch_row import SwitchRow


class ReminderCard(Card):
    """Shows a reminder and says what the person wants of it. With less room the rest stands below the words."""

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
        self._coming = _Coming()
        self._aside = self._made_aside()
        self.row.add_beside(self._aside)
        self.body.addWidget(self.row)
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
        """Sets when it comes next and the buttons below the words, or beside them."""
        if is_narrow:
            self.row.add_below(self._aside)
        else:
            self.row.add_beside(self._aside)

    def _made_aside(self) -> QWidget:
        buttons = QWidget()
        pair = QHBoxLayout(buttons)
        pair.setContentsMargins(0, 0, 0, 0)
        pair.setSpacing(TIGHT)
        pair.addWidget(self.edit)
        pair.addWidget(self.remove)
        aside = QWidget()
        flow = FlowLayout(aside)
        flow.addWidget(self._coming)
        flow.addWidget(buttons)
        return aside


class _Coming(QLabel):
    """When it comes next: in one line, unless there is no room for that."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setProperty("type", "small")
        self.setProperty("tone", "muted")
        self.setProperty("personal", True)  # with times and days as the locale has them

    def sizeHint(self) -> QSize:
        """A label that wraps would rather be high than wide, and ask for less than one line."""
        return self.fontMetrics().size(0, self.text()) + QSize(1, 0)
