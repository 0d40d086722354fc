"""A toast: one line at the bottom of a window about what just happened, perhaps with a way back."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from companion.ui.theme.motion import move_into_place
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, WIDE
from companion.ui.widgets.announce import announce
from companion.ui.widgets.labels import label

STAYS_MS = 10_000
_RISE = 12
_WIDEST = 560


class Toast(QFrame):
    """Lies over `window`, takes no keyboard, and goes away by itself after ten seconds.

    It waits while the pointer or the keyboard is on it. Readers hear the line.
    """

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._act: Callable[[], object] | None = None
        self.setProperty("role", "toast")
        self._text = label()
        self._button = QPushButton()
        self._button.setProperty("role", "link")
        self._button.clicked.connect(self._on_button_clicked)
        row = QHBoxLayout(self)
        row.setContentsMargins(ROOM, SNUG, ROOM, SNUG)
        row.setSpacing(ROOM)
        row.addWidget(self._text, 1)
        row.addWidget(self._button)
        self.leaving = QTimer(self)
        self.leaving.setSingleShot(True)
        self.leaving.setInterval(STAYS_MS)
        self.leaving.timeout.connect(self._on_time_over)
        window.installEventFilter(self)
        self.hide()

    def say(self, text: str, action: str = "", act: Callable[[], object] | None = None) -> None:
        """Shows `text`, with a button `action` that does `act`; what it said before gives way."""
        self._text.setText(text)
        self._act = act
        self._button.setText(action)
        self._button.setVisible(bool(action))
        self.leaving.start()
        self.ensurePolished()
        place = self._place()
        move_into_place(self, place + QPoint(0, _RISE), place, self._theme)
        self.show()  # only now: shown elsewhere first, it might believe that the pointer is on it
        self.raise_()
        announce(self, f"{text} {action}".strip())

    def dismiss(self) -> None:
        """Takes the line away; it is not to be found either."""
        self.leaving.stop()
        self._act = None
        self._text.clear()
        self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place at the bottom of the window."""
        if event.type() is QEvent.Type.Resize and not self.isHidden():
            self.move(self._place())
        return super().eventFilter(watched, event)

    def _place(self) -> QPoint:
        """Sizes itself to the window and says where it belongs: at the bottom, in the middle."""
        room = self._window.width() - 2 * WIDE
        wish = self._text.fontMetrics().horizontalAdvance(self._text.text()) + ROOM
        wish += self._button.sizeHint().width() + ROOM if self._button.isVisibleTo(self) else 0
        width = min(room, round(_WIDEST * self._theme.text_scale), wish + 2 * ROOM)
        height = max(self.heightForWidth(width), self.minimumSizeHint().height())
        self.resize(width, height)
        return QPoint((self._window.width() - width) // 2, self._window.height() - height - WIDE)

    def _on_button_clicked(self) -> None:
        act = self._act
        self.dismiss()
        if act is not None:
            act()

    def _on_time_over(self) -> None:
        if self.underMouse() or self._button.hasFocus():
            self.leaving.start()
        else:
            self.dismiss()
