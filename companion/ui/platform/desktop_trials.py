"""Tries what this desktop can do, for real and only on request: blinks, notifies, watches for a minute."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtCore import QObject, QTimer, Signal

from companion.application.desktop_abilities import Ability
from companion.application.ports import DesktopState
from companion.domain.desktop import Desktop
from companion.presentation.desktop_check import Told, trial_invitation
from companion.ui.platform.notifier import Notifier

EVERY_MS = 1000
LOOKS = 60
UNTOUCHED = timedelta(seconds=10)
_TEST = "test"

_SIGNS: dict[Ability, Callable[[Desktop], bool]] = {
    Ability.IDLE: lambda says: says.idle_for is not None and says.idle_for >= UNTOUCHED,
    Ability.DO_NOT_DISTURB: lambda says: says.do_not_disturb is True,
    Ability.FULL_SCREEN: lambda says: says.is_full_screen is True,
    Ability.SCREEN_LOCK: lambda says: says.screen_locked is True,
}


class DesktopTrials(QObject):
    """`told` brings what each trial has to say. The notifier is one of its own, beside that of the reminders."""

    told = Signal(Ability, Told)

    def __init__(
        self,
        desktop: DesktopState,
        notifier: Notifier,
        blink: Callable[[], None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desktop = desktop
        self._notifier = notifier
        self._blink = blink
        self._left: dict[Ability, int] = {}
        self._is_sleep_awaited = False
        self._timer = QTimer(self, interval=EVERY_MS)
        self._timer.timeout.connect(self.look)
        notifier.acted.connect(self._on_notifier_acted)
        notifier.popup_needed.connect(lambda _prompt_id: self.told.emit(Ability.NOTIFICATIONS, Told.REFUSED))

    @property
    def is_watching(self) -> bool:
        """True while it looks at the desktop every second."""
        return self._timer.isActive()

    def begin(self, ability: Ability) -> None:
        """Tries it. What is watched for is watched for a minute; of waking up it tells whenever it comes."""
        if ability is Ability.TRAY:
            self._blink()
        elif ability is Ability.SLEEP:
            self._is_sleep_awaited = True
        elif ability in _SIGNS:
            self._left[ability] = LOOKS
            self._timer.start()
        elif not self._notifier.send(_TEST, trial_invitation()):
            self.told.emit(ability, Told.REFUSED)
            return
        self.told.emit(ability, Told.BEGUN)

    def look(self) -> None:
        """One look for everything that is watched for."""
        says = self._desktop.look()
        for ability in tuple(self._left):
            self._left[ability] -= 1
            if _SIGNS[ability](says):
                self._end(ability, Told.NOTICED)
            elif not self._left[ability]:
                self._end(ability, Told.NOTHING)

    def note_woken(self) -> None:
        """The computer woke up."""
        if self._is_sleep_awaited:
            self.told.emit(Ability.SLEEP, Told.NOTICED)

    def stop(self) -> None:
        """Ends what is watched for, and takes away what is shown."""
        self._left.clear()
        self._timer.stop()
        self._notifier.withdraw(_TEST)

    def _end(self, ability: Ability, told: Told) -> None:
        del self._left[ability]
        if not self._left:
            self._timer.stop()
        self.told.emit(ability, told)

    def _on_notifier_acted(self, _prompt_id: str, _action: str, _token: str) -> None:
        self._notifier.withdraw(_TEST)
        self.told.emit(Ability.NOTIFICATIONS, Told.NOTICED)
