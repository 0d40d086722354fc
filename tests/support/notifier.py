"""A notification service that tests own."""

from PySide6.QtCore import QObject, Signal

from companion.presentation.invitation import Invitation


class FakeNotifier(QObject):
    """Shows what it is given, or nothing where `is_there` is False; the test chooses the buttons."""

    acted = Signal(str, str, str)
    popup_needed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.is_there = True
        self.shown: dict[str, Invitation] = {}
        self.sent: list[str] = []

    def send(self, prompt_id: str, invitation: Invitation) -> bool:
        if self.is_there:
            self.shown = {prompt_id: invitation}
            self.sent.append(prompt_id)
        return self.is_there

    def reword(self, prompt_id: str, invitation: Invitation) -> None:
        if prompt_id in self.shown:
            self.shown[prompt_id] = invitation

    def withdraw(self, prompt_id: str) -> None:
        self.shown.pop(prompt_id, None)

    def stop(self) -> None:
        self.shown.clear()

    def press(self, action: str) -> None:
        """The person chooses a button of the notification that is shown."""
        (prompt_id,) = self.shown
        self.acted.emit(prompt_id, action, "")
