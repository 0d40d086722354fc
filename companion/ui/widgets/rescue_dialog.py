"""The dialog that saves what can still be read of a damaged notebook."""

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QPushButton, QWidget

from companion.presentation.rescuing import RescuePresenter, rescue_words
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.announce import announce
from companion.ui.widgets.asking_where import ask_where
from companion.ui.widgets.labels import label
from companion.ui.widgets.passphrase_field import PassphraseField
from companion.ui.widgets.privacy_frame import PrivacyFrame


class RescueDialog(QDialog):
    """Nothing is written before a place was chosen, and the notebook itself never."""

    def __init__(self, presenter: RescuePresenter, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._presenter = presenter
        self.secret = PassphraseField(_("Passphrase or recovery code"))
        self.lines = label()
        self.lines.setProperty("personal", True)
        self.choose, self.close_button = QPushButton(_("Choose a place…")), QPushButton(_("Close"))
        self._frame = PrivacyFrame(self, theme, _("Save what can be read"))
        self._frame.forget_at_the_end(self.secret, presenter.leave)
        for sentence in rescue_words():
            self._frame.column.addWidget(label(sentence))
        for part in (self.secret, self.lines):
            self._frame.column.addWidget(part)
        self._frame.column.addStretch(1)
        self._frame.add_buttons((self.choose, self.close_button))
        self.choose.setProperty("role", "primary")
        for button in (self.choose, self.close_button):
            button.setAutoDefault(False)  # Enter in the field asks for the place
        self.secret.entered.connect(self._on_choose_clicked)
        self.choose.clicked.connect(self._on_choose_clicked)
        self.close_button.clicked.connect(self.reject)
        presenter.attach(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Shows the state of its presenter."""
        state = self._presenter.state
        self.secret.setVisible(state.asks_secret and not state.is_done)
        self.choose.setVisible(not state.is_done)
        self.choose.setEnabled(not state.is_busy)
        self.lines.setText("\n".join(state.lines))
        self.lines.setVisible(bool(state.lines))
        announce(self.lines, self.lines.text())
        self._frame.fit()

    def showEvent(self, event: QShowEvent) -> None:
        """Only now fonts and the screen are known."""
        super().showEvent(event)
        self._frame.fit()

    def _on_choose_clicked(self) -> None:
        if self._presenter.state.is_busy:
            return
        name, kind = self._presenter.file_name(), _("Everything (*.json)")
        if path := ask_where(self, _("Save what can be read"), name, kind, ".json"):
            self._presenter.write(path, self.secret.typed)
