"""Links: buttons that stand among text."""

from PySide6.QtWidgets import QPushButton


def link(text: str = "") -> QPushButton:
    """A button that looks like a link."""
    made = QPushButton(text)
    made.setProperty("role", "link")
    return made
