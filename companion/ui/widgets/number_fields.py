"""Fields for a number and for a time of day; the wheel turns them only while they have the keyboard."""

from PySide6.QtCore import Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QSpinBox, QTimeEdit

from companion.ui.widgets.full_year import keep_order

LAST_MINUTE = 24 * 60 - 1


class NumberField(QSpinBox):
    """A whole number from `lowest` to `highest`, with a `unit` behind it."""

    def __init__(self, lowest: int, highest: int, value: int, unit: str = "") -> None:
        super().__init__()
        self.setRange(lowest, highest)
        self.setValue(value)
        self.setSuffix(unit)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the pointer changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


class TimeField(QTimeEdit):
    """A time of day in minutes after midnight; the day's end shows as its last minute."""

    def __init__(self, minutes: int) -> None:
        at = min(minutes, LAST_MINUTE)
        super().__init__(QTime(at // 60, at % 60))
        keep_order(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def put(self, minutes: int) -> None:
        """Shows another time."""
        at = min(minutes, LAST_MINUTE)
        self.setTime(QTime(at // 60, at % 60))

    @property
    def minutes(self) -> int:
        """Minutes after midnight."""
        return self.time().hour() * 60 + self.time().minute()

    @property
    def minutes_as_end(self) -> int:
        """The same for the end of a range: midnight and the last minute both mean the day's end, 1440."""
        return self.minutes if 0 < self.minutes < LAST_MINUTE else LAST_MINUTE + 1

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A page that scrolls under the pointer changes nothing."""
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()
