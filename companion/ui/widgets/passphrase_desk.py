"""Setting, changing and removing the passphrase from some part of a screen: the dialogs, and what came of them."""

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from companion.presentation.privacy import PrivacyPresenter, Task, TaskOutcome, Typed, not_kept_words, task_words
from companion.ui.theme.theme import Theme
from companion.ui.widgets.passphrase_dialog import PassphraseDialog
from companion.ui.widgets.recovery_dialog import RecoveryDialog


class PassphraseDesk(QObject):
    """`said` has what came of a task, in a line, or ""; `closed` comes when its dialog is gone.

    A recovery code waits until `home` is seen, which then calls `show_code`; `code_waits` says that one does.
    """

    said = Signal(str)
    closed = Signal()
    code_waits = Signal()

    def __init__(self, presenter: PrivacyPresenter, theme: Theme, home: QWidget) -> None:
        super().__init__(home)
        self._presenter = presenter
        self._theme = theme
        self._home = home
        self._code = ""
        self.dialog: PassphraseDialog | None = None
        self.code_dialog: RecoveryDialog | None = None

    def begin(self, task: Task) -> None:
        """Opens the dialog of a task."""
        dialog = PassphraseDialog(
            task_words(task),
            self._presenter.strength,
            partial(self._on_wanted, task),
            self._theme,
            self._home.window(),
        )
        dialog.finished.connect(partial(self._on_dialog_finished, dialog))
        self.dialog = dialog
        self.said.emit("")
        dialog.open()

    def show_code(self) -> None:
        """Shows a recovery code that waits, this once."""
        code, self._code = self._code, ""
        if code:
            self.code_dialog = RecoveryDialog(code, self._theme, self._home.window())
            self.code_dialog.rejected.connect(self._on_code_not_kept)
            self.code_dialog.finished.connect(self.code_dialog.deleteLater)
            self.code_dialog.open()

    def _on_wanted(self, task: Task, typed: Typed) -> None:
        self._presenter.begin(task, typed, self._on_told)

    def _on_told(self, outcome: TaskOutcome) -> None:
        """Said in the dialog where it still stands open, else at home: writing anew closes it."""
        if self.dialog is not None and not outcome.is_done:
            self.dialog.refuse(outcome.line)
            return
        if self.dialog is not None:
            self.dialog.accept()
        self.said.emit(outcome.line)
        self._code = outcome.code
        if self._home.isVisible():
            self.show_code()
        elif self._code:
            self.code_waits.emit()

    def _on_code_not_kept(self) -> None:
        self.said.emit(not_kept_words())

    def _on_dialog_finished(self, dialog: PassphraseDialog, _result: int) -> None:
        self.dialog = None
        dialog.deleteLater()
        self.closed.emit()
