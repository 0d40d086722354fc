"""Room beside a layout that changes sides with the reading direction, as margins do not."""

from PySide6.QtWidgets import QHBoxLayout, QLayout


def room_after(layout: QLayout, pixels: int) -> QHBoxLayout:
    """`layout` with that much room at the side where lines end."""
    beside = _row()
    beside.addLayout(layout, 1)
    beside.addSpacing(pixels)
    return beside


def room_before(layout: QLayout, pixels: int) -> QHBoxLayout:
    """`layout` with that much room at the side where lines begin."""
    beside = _row()
    beside.addSpacing(pixels)
    beside.addLayout(layout, 1)
    return beside


def _row() -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(0)
    return row
