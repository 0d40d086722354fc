"""A field for a passphrase: hidden while it is typed, unless the person wants to see it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link

_HINTS = (
    Qt.InputMethodHint.ImhSensitiveData
    | Qt.InputMethodHint.ImhHiddenText
    | Qt.InputMethodHint.ImhNoPredictiveText
    | Qt.InputMethodHint.ImhNoAutoUppercase
)


class PassphraseField(QWidget):
    """`edited` says that something was typed, `entered` that Enter was pressed. `offers_sight` adds Show and Hide."""

    edited = Signal()
    entered = Signal()

    def __init__(self, name: str, *, offers_sight: bool = True) -> None:
        super().__init__()
        self.field = QLineEdit()
        self.field.setInputMethodHints(_HINTS)
        self.field.textEdited.connect(lambda _text: self.edited.emit())
        self.field.returnPressed.connect(self.entered)
        self.sight = link()
        keeps_its_room = self.sight.sizePolicy()
        keeps_its_room.setRetainSizeWhenHidden(True)  # one field below another is as wide
        self.sight.setSizePolicy(keeps_its_room)
        self.sight.setVisible(offers_sight)
        self.sight.setAutoDefault(False)  # Enter in a dialog would show what was typed
        self.sight.clicked.connect(lambda: self.show_typed(not self.is_typed_shown))
        self._name = label("", "small", "muted")
        self._name.setBuddy(self.field)
        self.setFocusProxy(self.field)
        self._lay_out()
        self.show_name(name)
        self.show_typed(False)

    @property
    def typed(self) -> str:
        """What stands in it."""
        return self.field.text()

    @property
    def is_typed_shown(self) -> bool:
        """True while what is typed can be read."""
        return self.field.echoMode() is QLineEdit.EchoMode.Normal

    def show_name(self, name: str) -> None:
        """What is asked for now."""
        self._name.setText(name)
        self.field.setAccessibleName(name)

    def show_typed(self, is_shown: bool) -> None:
        """Lets what is typed be read, or hides it."""
        self.field.setEchoMode(QLineEdit.EchoMode.Normal if is_shown else QLineEdit.EchoMode.Password)
        self.sight.setText(_("Hide") if is_shown else _("Show"))
        self.sight.setAccessibleName(_("Hide what is typed") if is_shown else _("Show what is typed"))

    def empty(self) -> None:
        """Lets go of what was typed, and hides what comes."""
        self.field.clear()
        self.show_typed(False)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(SNUG)
        row.addWidget(self.field, 1)
        row.addWidget(self.sight)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self._name)
        column.addLayout(row)
