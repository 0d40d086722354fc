"""Whether the popup stands there with an open check-in."""

from PySide6.QtCore import QEvent, QObject, Signal

from companion.ui.screens.checkin_popup import CheckInPopup


class Asking(QObject):
    """Says `changed` with True when the form comes before the person, with False once it is saved or gone."""

    changed = Signal(bool)

    def __init__(self, popup: CheckInPopup) -> None:
        super().__init__(popup)
        self._popup = popup
        popup.installEventFilter(self)
        popup.saved.connect(self._tell)
        popup.panel.reopened.connect(self._tell)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """It came, or it went."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide):
            self._tell()
        return super().eventFilter(watched, event)

    def _tell(self) -> None:
        """While Show and Hide are delivered, Qt says already whether it is visible."""
        self.changed.emit(self._popup.isVisible() and not self._popup.panel.is_folded)
