"""An address outside the program: shown whole first, then copied or opened only if the person says so."""

from collections.abc import Callable

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QPushButton, QVBoxLayout

from companion.presentation.translation import _
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label


class AddressBar(QFrame):
    """Hidden until there is an address. `open_address` hands it to the desktop's browser."""

    closed = Signal()

    def __init__(self, open_address: Callable[[QUrl], object]) -> None:
        super().__init__()
        self._open_address = open_address
        self.setProperty("role", "aside")
        self._address = QLineEdit()
        self._address.setReadOnly(True)
        self._address.setAccessibleName(_("Address"))
        self._address.setProperty("personal", True)
        self._copy = self._button(_("Copy"), self._on_copy_clicked)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(12, SNUG, 12, SNUG)
        layout.setSpacing(TIGHT)
        layout.addWidget(label(_("This lies outside Companion. Nothing is opened until you say so."), "small"))
        layout.addWidget(self._address)
        row = FlowLayout()
        row.addWidget(self._copy)
        row.addWidget(self._button(_("Open in my browser"), self._on_open_clicked))
        row.addWidget(self._button(_("Close"), self.close_bar))
        layout.addLayout(row)
        self.hide()

    def show_address(self, address: str) -> None:
        """Shows an address and takes the keyboard."""
        self._address.setText(address)
        self._address.setCursorPosition(0)
        self.show()
        self._copy.setFocus(Qt.FocusReason.OtherFocusReason)

    def put_away(self) -> None:
        """Hides, and no address is to be found in it."""
        self._address.clear()
        self.hide()

    def close_bar(self) -> None:
        """Hides, and says so."""
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape closes."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def _button(self, text: str, act: Callable[[], None]) -> QPushButton:
        button = QPushButton(text)
        button.setProperty("role", "link")
        button.clicked.connect(act)
        return button

    def _on_copy_clicked(self) -> None:
        QGuiApplication.clipboard().setText(self._address.text())

    def _on_open_clicked(self) -> None:
        self._open_address(QUrl(self._address.text()))
        self.close_bar()
