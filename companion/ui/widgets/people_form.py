"""The form in which the person names someone or somewhere to turn to."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from companion.domain.support import LONGEST_NAME, LONGEST_WORDS, SupportKind
from companion.presentation.people import Written
from companion.presentation.support import group_title
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.announce import announce
from companion.ui.widgets.chip import chip
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.page import Page
from companion.ui.widgets.reveal import reveal
from companion.ui.widgets.switch_row import SwitchRow

_WIDEST = 560


class PeopleForm(Page):
    """`save_wanted` and `left` are said; whoever hears the first answers with `say` if it could not be kept."""

    save_wanted = Signal()
    left = Signal()

    def __init__(self, stands: Written, theme: Theme, *, is_new: bool) -> None:
        title = _("Someone or somewhere to turn to") if is_new else _("Change what you wrote")
        super().__init__(theme, _WIDEST, title)
        self.kinds = {kind: chip(group_title(kind)) for kind in SupportKind}
        for kind, button in self.kinds.items():
            button.setChecked(kind is stands.kind)
            button.clicked.connect(lambda _checked=False, kind=kind: self._choose(kind))
        self.name = _field(stands.name, LONGEST_NAME, _("What you call them"))
        self.reach = _field(stands.reach, LONGEST_WORDS, _("How to reach them"))
        self.message = _field(stands.message, LONGEST_WORDS, _("A few words to copy"))
        self.near = _switch(stands.is_near, _("Helps by being near"), _near_words())
        self.checked = _switch(stands.is_checked, _("I checked it"), _checked_words())
        self.locked = _switch(stands.when_locked, _("Show even when locked"), _locked_words())
        self.save, self.cancel = QPushButton(_("Keep")), QPushButton(_("Not now"))
        self.save.setProperty("role", "primary")
        self.save.clicked.connect(self.save_wanted)
        self.cancel.clicked.connect(self.left)
        for field in (self.name, self.reach, self.message):
            field.returnPressed.connect(self.save_wanted)
        self._trouble = label()
        self._trouble.hide()
        self._lay_out(title)
        self._choose(stands.kind)

    @property
    def written(self) -> Written:
        """What stands in the form."""
        words = self.name.text(), self.reach.text(), self.message.text()
        is_checked = self.checked.is_on and not self.checked.isHidden()
        is_near = self.near.is_on and not self.near.isHidden()
        return Written(self._kind, *words, is_near, is_checked, self.locked.is_on)

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def begin(self) -> None:
        """It has just come up: the keyboard is in the name."""
        self.name.setFocus(Qt.FocusReason.OtherFocusReason)

    def say(self, sentence: str) -> None:
        """Shows one calm line."""
        self._trouble.setText(sentence)
        self._trouble.show()
        reveal(self._trouble)
        announce(self._trouble, sentence)

    def _choose(self, kind: SupportKind) -> None:
        self._kind = kind
        for each, button in self.kinds.items():
            button.setChecked(each is kind)
        self.checked.setVisible(kind is SupportKind.SERVICE)
        self.near.setVisible(kind is not SupportKind.SERVICE)

    def _lay_out(self, title: str) -> None:
        self.add(heading(title, "display"))
        self.add_row(_flow(*self.kinds.values()))
        self._add_field(self.name)
        self._add_field(self.reach, _("A number, an address, a room. It is only copied or opened at your click."))
        self._add_field(self.message, _("For a moment when words are hard. You send them, Companion does not."))
        for switch in (self.near, self.checked, self.locked):
            self.add(switch)
        self.add(self._trouble)
        self.add_row(_flow(self.save, self.cancel))
        self.finish()

    def _add_field(self, field: QLineEdit, hint: str = "") -> None:
        hints = (label(hint, "small", "muted"),) if hint else ()
        self.add_together(label(field.accessibleName()), *hints, field)


def _near_words() -> str:
    return _("Then they are offered after a check-in outside your window, too.")


def _checked_words() -> str:
    return _("Numbers change. A year from now, the page will say that it may be time to look again.")


def _locked_words() -> str:
    return _("Anyone at this computer can then read what you wrote here without the passphrase: it is not encrypted.")


def _field(text: str, longest: int, name: str) -> QLineEdit:
    field = QLineEdit(text)
    field.setMaxLength(longest)
    field.setAccessibleName(name)
    return field


def _switch(is_on: bool, text: str, detail: str) -> SwitchRow:
    row = SwitchRow(text, detail)
    row.put(is_on)
    return row


def _flow(*widgets: QWidget) -> FlowLayout:
    flow = FlowLayout()
    flow.setSpacing(SNUG)
    for widget in widgets:
        flow.addWidget(widget)
    return flow
