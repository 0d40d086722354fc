"""A program made of our platform parts alone: it says on its output what it hears."""

import sys

from PySide6.QtCore import QElapsedTimer, QSocketNotifier
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QApplication

from companion.adapters.system.clock import SystemClock
from companion.presentation.invitation import build_invitation
from companion.presentation.tray import TrayLook, build_state
from companion.ui.platform.notifier import Notifier
from companion.ui.platform.wake_watcher import WakeWatcher
from companion.ui.shell.tray_icon import TrayIcon
from tests.support.builders import a_moment
from tests.support.date_words import PlainDateWords

COLOURS: dict[TrayLook, str] = {"quiet": "#1c6f68", "paused": "#8a5a00", "due": "#4656a0"}


def say(*words: object) -> None:
    """One line, at once."""
    print(*words, flush=True)


class PlatformProgram:
    """Hears the desktop; a line on its input is a command: notify, again, withdraw, probe, tray, due, quit."""

    def __init__(self) -> None:
        self._application = QApplication([])
        self._application.setQuitOnLastWindowClosed(False)
        self._notifier = Notifier("companion")
        self._notifier.acted.connect(lambda *args: say("acted", *args))
        self._notifier.popup_needed.connect(lambda prompt_id: say("popup", prompt_id))
        self._watcher = WakeWatcher(SystemClock())
        self._watcher.woke.connect(lambda: say("woke"))
        self._watcher.start()
        self._watch = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
        self._watch.activated.connect(lambda: self.obey(sys.stdin.readline().strip()))

    def run(self) -> int:
        """Runs until it is told to quit."""
        say("ready")
        return self._application.exec()

    def obey(self, command: str) -> None:
        """Does what a line says."""
        getattr(self, f"_{command or 'quit'}")()

    def _probe(self) -> None:
        self._notifier.probe()

    def _notify(self, *, may_snooze: bool = True) -> None:
        timer = QElapsedTimer()
        timer.start()
        will_do = self._notifier.send("p1", build_invitation(may_snooze=may_snooze))
        say("sent", will_do, timer.nsecsElapsed() // 1000, "us")

    def _again(self) -> None:
        self._notify(may_snooze=False)

    def _withdraw(self) -> None:
        self._notifier.withdraw("p1")
        say("withdrawn")

    def _tray(self) -> None:
        quiet = build_state(a_moment().local, None, is_due=False, words=PlainDateWords())
        self._icon = TrayIcon(quiet, _icon_for)
        self._icon.check_in_requested.connect(lambda: say("check-in"))
        self._icon.quit_requested.connect(lambda: say("quit"))
        say("tray", self._icon.is_there)

    def _there(self) -> None:
        say("there", self._icon.is_there)

    def _due(self) -> None:
        self._icon.show_state(build_state(a_moment().local, None, is_due=True, words=PlainDateWords()))
        say("due")

    def _quit(self) -> None:
        self._application.quit()


def _icon_for(look: TrayLook) -> QIcon:
    picture = QPixmap(22, 22)
    picture.fill(QColor(COLOURS[look]))
    return QIcon(picture)


if __name__ == "__main__":
    sys.exit(PlatformProgram().run())
