"""The keys that lock, hide and lead to Support, in every window of the program."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut, QWindow
from PySide6.QtWidgets import QApplication, QWidget

LOCK = "Ctrl+L"
HIDE = "Ctrl+H"
SUPPORT = "Ctrl+Shift+S"
HAS_SUPPORT_KEY = "hasSupportKey"  # the property of a window that brings that key itself


class LockKeys(QObject):
    """From `start` on, each window that gets the keyboard has them: dialogs and popups too, whoever made them."""

    lock_wanted = Signal()
    hide_wanted = Signal()
    support_wanted = Signal()

    def start(self) -> None:
        """Begins with the window that has the keyboard now."""
        self._application().focusWindowChanged.connect(self._on_focus_window_changed)
        self._on_focus_window_changed(QGuiApplication.focusWindow())

    def stop(self) -> None:
        """No other window gets them."""
        self._application().focusWindowChanged.disconnect(self._on_focus_window_changed)

    def _application(self) -> QGuiApplication:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        return application

    def _on_focus_window_changed(self, focused: QWindow | None) -> None:
        for window in QApplication.topLevelWidgets():
            if focused is not None and window.windowHandle() == focused:
                self._give_keys(window)

    def _give_keys(self, window: QWidget) -> None:
        if window.property("hasLockKeys"):
            return
        window.setProperty("hasLockKeys", True)
        if not window.property(HAS_SUPPORT_KEY):
            QShortcut(QKeySequence(SUPPORT), window).activated.connect(self.support_wanted)
        for keys, signal in ((LOCK, self.lock_wanted), (HIDE, self.hide_wanted)):
            shortcut = QShortcut(QKeySequence(keys), window)
            # Not for this window alone: a menu that is open has the keyboard without being a window that is active.
            shortcut.setContext(Qt.ShortcutContext.ApplicationShortcut)
            shortcut.setAutoRepeat(False)
            shortcut.activated.connect(signal)
            shortcut.activatedAmbiguously.connect(signal)  # two windows of ours on the screen both have them
