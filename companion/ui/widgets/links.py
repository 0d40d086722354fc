"""Links: buttons that stand among text."""

from PySide6.QtWidgets import QPushButton

from companion.ui.widgets.flow_layout import FlowLayout

LINK_INSET = 6
"""How far its words stand from its edge, in pixels at 100 %: room for the ring of the focus."""


def link(text: str = "") -> QPushButton:
    """A button that looks like a link."""
    made = QPushButton(text)
    made.setProperty("role", "link")
    return made


def flush(made: QPushButton) -> FlowLayout:
    """A row in which the words of a link begin where all other words begin; the ring of its focus stands out.

    Only where its parent leaves room for the ring: a card does, a widget without margins would cut it off.
    """
    row = FlowLayout(outdent=LINK_INSET)
    row.addWidget(made)
    return row
