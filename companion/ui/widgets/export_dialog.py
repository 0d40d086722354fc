"""The dialog before the notebook goes out to a file: what goes out, a passphrase of its own, the settings or not."""

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QRadioButton, QWidget

from companion.application.export_wish import ExportForm
from companion.domain.passphrase import strength_of
from companion.presentation.carrying import CarryingPresenter, ExportTyped
from companion.presentation.privacy import strength_words
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.announce import announce
from companion.ui.widgets.asking_where import ask_where
from companion.ui.widgets.labels import label
from companion.ui.widgets.passphrase_field import PassphraseField
from companion.ui.widgets.privacy_frame import PrivacyFrame
from companion.ui.widgets.switch_row import SwitchRow

SETTLED_MS = 600  # readers hear how strong it is once typing pauses, not at each letter


class ExportDialog(QDialog):
    """Nothing is written before a place was chosen; nothing typed outlives the dialog."""

    def __init__(self, presenter: CarryingPresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.everything = QRadioButton(_("Everything, to keep or to take along"))
        self.table = QRadioButton(_("A table of the check-ins (CSV)"))
        self.sealed = SwitchRow(
            _("With a passphrase of its own"), _("Without this passphrase nobody can open the file, not even you.")
        )
        self.new = PassphraseField(_("Passphrase of the file"))
        self.again = PassphraseField(_("The same once more"), offers_sight=False)  # it is seen with the first
        self.strength = label("", "small", "muted")
        self.settings = SwitchRow(
            _("My settings as well"),
            _("Look, language, questions, locking, and what reminders wait for; not the folders of this computer."),
        )
        self.clear = label(_("Anyone who has this file can read it."), "body", "muted")
        self._trouble = label()
        self.choose, self.leave = QPushButton(_("Choose a place…")), QPushButton(_("Not now"))
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._frame = PrivacyFrame(self, theme, _("Export"))
        self._lay_out()
        self._connect()
        self.show_parts()

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def typed(self) -> ExportTyped:
        """What stands in it."""
        is_table = self.table.isChecked()
        return ExportTyped(is_table, self.sealed.is_on, self.new.typed, self.again.typed, self.settings.is_on)

    def show_parts(self) -> None:
        """Shows what belongs to what is chosen."""
        form = self.typed().form
        for choice in (self.sealed, self.settings):
            choice.setVisible(form is not ExportForm.TABLE)
        for field in (self.new, self.again, self.strength):
            field.setVisible(form is ExportForm.SEALED)
        self.clear.setVisible(form is not ExportForm.SEALED)
        self._say("")
        self._frame.fit()

    def done(self, result: int) -> None:
        """However it ends, nothing that was typed stays in it."""
        for field in (self.new, self.again):
            field.empty()
        super().done(result)
        self.deleteLater()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def _on_choose_clicked(self) -> None:
        typed = self.typed()
        refusal = self._presenter.refusal(typed)
        self._say(refusal)
        if refusal:
            (self.again if typed.new else self.new).setFocus()
            return
        kind, ending = {
            ExportForm.EVERYTHING: (_("Everything (*.json)"), ".json"),
            ExportForm.SEALED: (_("Everything, encrypted (*.sealed)"), ".sealed"),
            ExportForm.TABLE: (_("A table of check-ins (*.csv)"), ".csv"),
        }[typed.form]
        if path := ask_where(self, _("Export"), self._presenter.file_name(typed.form), kind, ending):
            self._presenter.take_out(path, typed)
            self.accept()

    def _on_new_edited(self) -> None:
        self.strength.setText(strength_words(strength_of(self.new.typed)))
        self._settled.start()
        self._say("")

    def _on_entered(self) -> None:
        """Enter goes on to the field that is still empty."""
        waiting = next((field for field in (self.new, self.again) if not field.typed), None)
        self.choose.click() if waiting is None else waiting.setFocus()

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self._trouble, sentence)
        self._frame.fit()

    def _connect(self) -> None:
        self.table.toggled.connect(lambda _is_on: self.show_parts())
        self.sealed.switched.connect(lambda _is_on: self.show_parts())
        self.new.edited.connect(self._on_new_edited)
        self.new.sight.clicked.connect(lambda: self.again.show_typed(self.new.is_typed_shown))
        for field in (self.new, self.again):
            field.entered.connect(self._on_entered)
        self._settled.timeout.connect(lambda: announce(self.strength, self.strength.text()))
        self.choose.clicked.connect(self._on_choose_clicked)
        self.leave.clicked.connect(self.reject)

    def _lay_out(self) -> None:
        self.everything.setChecked(True)
        for part in (self.everything, self.table, self.sealed, self.new, self.again, self.strength, self.settings):
            self._frame.column.addWidget(part)
        self._frame.column.addWidget(self.clear)
        self._frame.column.addStretch(1)
        self._trouble.hide()
        self._frame.below.addWidget(self._trouble)
        self._frame.add_buttons((self.choose, self.leave))
        self.choose.setProperty("role", "primary")
        for button in (self.choose, self.leave):
            button.setAutoDefault(False)  # Enter belongs to the fields
