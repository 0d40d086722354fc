"""Text on a screen: plain, wrapped, in one of four sizes."""

from typing import Literal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

Type = Literal["display", "title", "body", "small"]
Tone = Literal["", "muted", "accent", "above", "inside", "below"]


def label(text: str = "", type: Type = "body", tone: Tone = "") -> QLabel:  # noqa: A002 - the property's name
    """A label that shows `text` as it is, never as markup, and wraps it. Readers hear the text: give it no name."""
    made = QLabel(text)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setProperty("type", type)
    if tone:
        made.setProperty("tone", tone)
    return made


def heading(text: str = "", type: Type = "title") -> QLabel:  # noqa: A002 - the property's name
    """A label that begins a screen ("display") or a card ("title")."""
    return label(text, type)
