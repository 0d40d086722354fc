"""A chip: a small rounded button, for a choice among a few."""

from PySide6.QtWidgets import QPushButton


def chip(text: str, *, checkable: bool = True) -> QPushButton:
    """A button in the shape of a pill that, if checkable, stays chosen."""
    made = QPushButton(text)
    made.setProperty("role", "chip")
    made.setCheckable(checkable)
    return made
