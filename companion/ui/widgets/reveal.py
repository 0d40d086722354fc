"""Scrolling to a part that has just been unfolded."""

from PySide6.QtCore import QPoint, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

_ROOM = 12


def reveal(part: QWidget) -> None:
    """Scrolls the area around `part`, if there is one, once everything has its place.

    What is higher than the area is shown from its beginning.
    """
    area = _area_around(part)
    if area is not None:
        QTimer.singleShot(0, part, lambda: _scroll_to(area, part))


def _area_around(part: QWidget) -> QScrollArea | None:
    around = part.parentWidget()
    while around is not None and not isinstance(around, QScrollArea):
        around = around.parentWidget()
    return around


def _scroll_to(area: QScrollArea, part: QWidget) -> None:
    content = area.widget()
    if part.height() + 2 * _ROOM > area.viewport().height() and content is not None:
        area.verticalScrollBar().setValue(part.mapTo(content, QPoint(0, -_ROOM)).y())
    else:
        area.ensureWidgetVisible(part, _ROOM, _ROOM)
