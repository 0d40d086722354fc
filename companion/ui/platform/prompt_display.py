"""Puts a prompt before the person: as a notification, or by a quiet popup where that cannot be done."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from companion.domain.prompt import Prompt
from companion.domain.reminder import Purpose
from companion.presentation.invitation import (
    CHECK_IN_ACTION,
    LATER_ACTION,
    NOT_NOW_ACTION,
    OPEN_ACTION,
    Invitation,
    invitation_to,
)
from companion.ui.platform.notifier import Notifier


class DesktopPromptDisplay(QObject):
    """Fills the PromptDisplay port. What the person chose comes back as signals."""

    check_in_wanted = Signal(str, str)
    """Prompt id and activation token: the person asked for the check-in, which may take the keyboard."""
    reflection_wanted = Signal(str)
    """Activation token: the person asked for something to reflect on."""
    triangle_wanted = Signal(str)
    """Activation token: the person asked for mind, body and relationships."""
    snooze_wanted = Signal(str)
    decline_wanted = Signal(str)
    popup_wanted = Signal(str, bool)
    """Prompt id, may be put off: the popup shall appear by itself, without taking the keyboard."""
    popup_unwanted = Signal(str)

    def __init__(self, notifier: Notifier, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._notifier = notifier
        self._may_snooze = True
        self._purposes: dict[str, Purpose] = {}
        self._shown: tuple[Prompt, Invitation] | None = None
        self._is_discreet: Callable[[], bool] = lambda: False
        self._has_tray: Callable[[], bool] = lambda: False
        notifier.acted.connect(self._on_notifier_acted)
        notifier.popup_needed.connect(self._on_notifier_popup_needed)

    def can_show(self) -> bool:
        """Always: where there is no notification service, the popup is shown."""
        return True

    def be_discreet_while(self, is_discreet: Callable[[], bool], has_tray: Callable[[], bool]) -> None:
        """Asked each time: while `is_discreet` the icon in the tray alone says it, or without one no words do."""
        self._is_discreet, self._has_tray = is_discreet, has_tray

    def show(self, prompt: Prompt, may_snooze: bool) -> bool:
        """Shows the notification. Without a service, or where it has no buttons, the popup comes by itself."""
        self._may_snooze = may_snooze
        self._purposes[prompt.id] = prompt.purpose
        is_discreet = self._is_discreet()
        if is_discreet and self._has_tray():
            return True
        invitation = invitation_to(prompt, may_snooze=may_snooze, is_discreet=is_discreet)
        self._shown = prompt, invitation
        if not self._notifier.send(prompt.id, invitation):
            self._on_notifier_popup_needed(prompt.id)
        return True

    def put_away_own_text(self) -> None:
        """It is locked: what stands on the screen with a text of the person's own says ours from now on."""
        if self._shown is not None:
            prompt, before = self._shown
            now = invitation_to(prompt, may_snooze=self._may_snooze, is_discreet=self._is_discreet())
            self._shown = prompt, now
            if now != before:
                self._notifier.reword(prompt.id, now)

    def withdraw(self, prompt_id: str) -> None:
        """Takes the notification away, and a popup that came by itself and was not touched."""
        self._purposes.pop(prompt_id, None)
        if self._shown is not None and self._shown[0].id == prompt_id:
            self._shown = None
        self._notifier.withdraw(prompt_id)
        self.popup_unwanted.emit(prompt_id)

    def stop(self) -> None:
        """Takes away what is shown; the prompt itself stays as it is."""
        self._notifier.stop()

    def _on_notifier_acted(self, prompt_id: str, action: str, token: str) -> None:
        if action in (OPEN_ACTION, CHECK_IN_ACTION):
            self._open(prompt_id, token)
        elif action == LATER_ACTION:
            self.snooze_wanted.emit(prompt_id)
        elif action == NOT_NOW_ACTION:
            self.decline_wanted.emit(prompt_id)

    def _open(self, prompt_id: str, token: str) -> None:
        match self._purposes.get(prompt_id):
            case Purpose.REFLECTION:
                self.reflection_wanted.emit(token)
            case Purpose.TRIANGLE:
                self.triangle_wanted.emit(token)
            case _:
                self.check_in_wanted.emit(prompt_id, token)

    def _on_notifier_popup_needed(self, prompt_id: str) -> None:
        """Only a check-in has a popup: for anything else the icon says it."""
        if self._purposes.get(prompt_id, Purpose.CHECK_IN) is Purpose.CHECK_IN:
            self.popup_wanted.emit(prompt_id, self._may_snooze)
