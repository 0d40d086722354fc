"""The icon in the desktop's tray, there as soon as there is a tray."""

from collections.abc import Callable

from PySide6.QtCore import SLOT, QObject, QTimer, Signal, Slot
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon

from companion.presentation.reminders_pause import PauseChoice
from companion.presentation.tray import TrayLook, TrayState

WATCHER = "org.kde.StatusNotifierWatcher"
WATCHER_PATH = "/StatusNotifierWatcher"
PATIENCE_MS = 300


class TrayIcon(QObject):
    """Shows the state and says what was asked for. Left click asks for the check-in."""

    check_in_requested = Signal()
    open_requested = Signal()
    lock_requested = Signal()
    pause_requested = Signal(PauseChoice)
    end_pause_requested = Signal()
    support_requested = Signal()
    quit_requested = Signal()

    def __init__(
        self, state: TrayState, icon_for: Callable[[TrayLook], QIcon], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._state = state
        self._icon_for = icon_for
        self._menu = QMenu()
        self._pause_entries: dict[PauseChoice, QAction] = {}
        self._fill_menu()
        self._click_settles = QTimer(self, singleShot=True, interval=QApplication.doubleClickInterval())
        self._icon = self._new_icon()
        self._is_with_the_watcher = _host_is_there()
        self._watch_for_trays()
        self.show_state(state)

    @property
    def is_there(self) -> bool:
        """True if there is a tray now. Asks the desktop each time: Qt's own `isVisible` says yes without one."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_state(self, state: TrayState) -> None:
        """Shows the look, the tooltip and the labels of `state`."""
        self._state = state
        self._dress(self._icon)
        self._check_in.setText(state.check_in)
        self._open.setText(state.open)
        self._lock.setText(state.lock)
        self._show_pause(state)
        self._support.setText(state.support)
        self._quit.setText(state.quit)

    def offer_lock(self, is_offered: bool) -> None:
        """The menu has an entry that locks only where there is something to lock."""
        self._lock.setVisible(is_offered)

    def take_away(self) -> None:
        """Takes the icon out of the tray."""
        self._icon.hide()

    def _fill_menu(self) -> None:
        self._check_in = self._entry(self.check_in_requested.emit)
        self._open = self._entry(self.open_requested.emit)
        self._lock = self._entry(self.lock_requested.emit)
        self._lock.setVisible(False)
        self._menu.addSeparator()
        self._pauses = self._menu.addMenu("")
        self._end_pause = self._entry(self.end_pause_requested.emit)
        self._support = self._entry(self.support_requested.emit)
        self._menu.addSeparator()
        self._quit = self._entry(self.quit_requested.emit)

    def _show_pause(self, state: TrayState) -> None:
        """The menu of pauses, or the entry that ends one: a menu that came and went would confuse some trays."""
        self._end_pause.setText(state.pause)
        self._end_pause.setVisible(state.is_paused)
        self._pauses.setTitle(state.pause)
        self._pauses.menuAction().setVisible(not state.is_paused)
        for choice, words in state.pauses:
            if choice not in self._pause_entries:
                entry = self._pauses.addAction(words)
                entry.triggered.connect(lambda _checked=False, choice=choice: self.pause_requested.emit(choice))
                self._pause_entries[choice] = entry
            self._pause_entries[choice].setText(words)

    def _entry(self, chosen: Callable[[], object]) -> QAction:
        entry = QAction(self._menu)
        entry.triggered.connect(lambda: chosen())
        self._menu.addAction(entry)
        return entry

    def _new_icon(self) -> QSystemTrayIcon:
        icon = QSystemTrayIcon(self)
        icon.setContextMenu(self._menu)
        icon.activated.connect(self._on_icon_activated)
        self._dress(icon)
        icon.show()
        return icon

    def _dress(self, icon: QSystemTrayIcon) -> None:
        icon.setIcon(self._icon_for(self._state.look))
        icon.setToolTip(self._state.tooltip)

    def _watch_for_trays(self) -> None:
        from PySide6.QtDBus import QDBusConnection, QDBusServiceWatcher

        bus = QDBusConnection.sessionBus()
        if not bus.isConnected():
            return
        self._watcher = QDBusServiceWatcher(WATCHER, bus, parent=self)
        self._watcher.serviceRegistered.connect(self._on_tray_appeared)
        registered = (WATCHER, WATCHER_PATH, WATCHER, "StatusNotifierHostRegistered")
        # The type stubs ask for bytes, which are refused when it runs.
        bus.connect(*registered, self, SLOT("_on_tray_appeared()"))  # type: ignore[call-overload]

    @Slot()
    def _on_tray_appeared(self) -> None:
        """An icon made before there was a tray never appears in it: a new one does.

        One that was registered once registers again by itself when its tray comes back.
        """
        if self._is_with_the_watcher or not _host_is_there():
            return
        self._is_with_the_watcher = True
        self._icon.hide()
        self._icon.deleteLater()
        self._icon = self._new_icon()

    def _on_icon_activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        # A double click comes as two single ones where the desktop draws the icon.
        if reason is QSystemTrayIcon.ActivationReason.Trigger and not self._click_settles.isActive():
            self._click_settles.start()
            self.check_in_requested.emit()


def _host_is_there() -> bool:
    """True if a StatusNotifier tray is ready to show icons. One that hangs is none, and is not waited for long."""
    from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

    bus = QDBusConnection.sessionBus()
    if not bus.isConnected() or not bus.interface().isServiceRegistered(WATCHER).value():
        return False
    question = QDBusMessage.createMethodCall(WATCHER, WATCHER_PATH, "org.freedesktop.DBus.Properties", "Get")
    question.setArguments([WATCHER, "IsStatusNotifierHostRegistered"])
    answer = bus.call(question, QDBus.CallMode.Block, PATIENCE_MS)
    return answer.type() is QDBusMessage.MessageType.ReplyMessage and bool(answer.arguments()[0].variant())
