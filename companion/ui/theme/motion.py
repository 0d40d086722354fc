"""Motion: little of it, short, and none where stillness is wanted."""

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QPoint, QPropertyAnimation
from PySide6.QtWidgets import QWidget

from companion.ui.theme.theme import Theme

SHORT_MS = 160


def move_into_place(widget: QWidget, start: QPoint, end: QPoint, theme: Theme) -> None:
    """Lets `widget` glide from `start` to `end` in its parent; it is there at once where motion is not wanted."""
    if not theme.motion_wanted:
        widget.move(end)
        return
    glide = QPropertyAnimation(widget, b"pos", widget)
    glide.setDuration(SHORT_MS)
    glide.setStartValue(start)
    glide.setEndValue(end)
    glide.setEasingCurve(QEasingCurve.Type.OutCubic)
    glide.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
