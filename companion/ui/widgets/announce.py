"""Saying something to screen readers that the eye sees at once."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, text: str) -> None:
    """Readers say `text` when they have finished what they are saying."""
    if text:
        from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent  # 2 ms of names, and a start says nothing

        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
