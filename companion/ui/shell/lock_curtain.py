"""Out of sight: every window hidden, or everything that stands before and beside the windows put away."""

from collections.abc import Iterator

from PySide6.QtWidgets import QApplication, QDialog, QToolTip, QWidget
from shiboken6 import isValid

from companion.ui.widgets.privacy_clipboard import clear_own_clipboard
from companion.ui.widgets.toast import Toast

_IN_THE_TRAY = "QSystemTrayIcon"


class LockCurtain:
    """Knows what it took off the screen, so that it can come back as it was."""

    def __init__(self) -> None:
        self._hidden_dialogs: list[QDialog] = []

    def hide_every_window(self) -> None:
        """Takes every window off the screen, at once; the program goes on."""
        windows = list(_windows())
        for window in windows:
            window.hide()
        _close_popups()
        self._hidden_dialogs += [window for window in windows if isinstance(window, QDialog)]

    def hide_dialogs(self) -> bool:
        """Takes only dialogs off the screen, which would stand before the window; True if there were any."""
        dialogs = [window for window in _windows() if isinstance(window, QDialog)]
        for dialog in dialogs:
            dialog.hide()
        self._hidden_dialogs += dialogs
        return bool(dialogs)

    def show_dialogs_again(self) -> None:
        """The window is on the screen again: so is what was asked in a dialog."""
        for dialog in self._take_hidden_dialogs():
            dialog.open()

    def finish_typing(self) -> None:
        """What is kept when its field is left is kept now, while that is possible."""
        typed_in = QApplication.focusWidget()
        if typed_in is not None:
            typed_in.clearFocus()

    def put_away(self) -> None:
        """Closes dialogs, menus and tool tips, empties lines about what just happened and our part of the clipboard.

        A dialog ends as by Escape, so nothing in it is taken for an answer.
        """
        _close_popups()
        for dialog in [*self._take_hidden_dialogs(), *_windows()]:
            if isinstance(dialog, QDialog):
                dialog.reject()
        for window in QApplication.topLevelWidgets():
            for toast in window.findChildren(Toast):
                toast.dismiss()
        clear_own_clipboard()

    def _take_hidden_dialogs(self) -> list[QDialog]:
        hidden, self._hidden_dialogs = self._hidden_dialogs, []
        return [dialog for dialog in hidden if isValid(dialog)]


def _close_popups() -> None:
    while (popup := QApplication.activePopupWidget()) is not None:
        popup.close()
    QToolTip.hideText()


def _windows() -> Iterator[QWidget]:
    """Those on the screen; the icon in an older tray is one too, and stays."""
    for window in QApplication.topLevelWidgets():
        if window.isVisible() and not window.metaObject().className().startswith(_IN_THE_TRAY):
            yield window
