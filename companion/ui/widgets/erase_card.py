"""The card in Settings that deletes everything."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from companion.presentation.erasing import ErasingPresenter, what_goes
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.card import Card
from companion.ui.widgets.erase_dialog import EraseDialog
from companion.ui.widgets.labels import heading, label


class EraseCard(Card):
    """Says what goes; the button asks once more, in a dialog. While locked nothing can be deleted."""

    def __init__(self, presenter: ErasingPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self.dialog: EraseDialog | None = None
        self.erase = QPushButton(_("Delete everything…"))
        self.erase.clicked.connect(self.begin)
        self.body.addWidget(heading(_("Delete everything")))
        self.body.addWidget(label(what_goes(), "body", "muted"))
        self.body.addWidget(self.erase, 0, Qt.AlignmentFlag.AlignLeading)

    def begin(self) -> EraseDialog:
        """Opens the dialog."""
        dialog = EraseDialog(self._presenter, self._theme, self.window())
        dialog.finished.connect(self._on_dialog_finished)
        self.dialog = dialog
        dialog.open()
        return dialog

    def show_locked(self, is_locked: bool) -> None:
        """Locked, the dialog goes too."""
        self.erase.setEnabled(not is_locked)
        if is_locked and self.dialog is not None:
            self.dialog.reject()

    def _on_dialog_finished(self) -> None:
        self.dialog = None
