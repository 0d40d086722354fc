"""What somebody wrote, of any length: the beginning at once, the rest on request."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from companion.presentation.translation import _
from companion.ui.theme.tokens import HAIR
from companion.ui.widgets.broken_words import BrokenWords
from companion.ui.widgets.labels import Type, label
from companion.ui.widgets.links import link

# Laying out a note as long as it can be takes a fifth of a second.
SHOWN_AT_FIRST = 4_000
LINES_AT_FIRST = 60
LONGEST_WORD = 24  # one that has room in the narrowest place


class LongWords(QWidget):
    """Shows `text` as it is, never as markup; it can be selected and copied."""

    def __init__(self, text: str, type: Type = "body") -> None:  # noqa: A002 - the property's name
        super().__init__()
        self._text = text
        self.setProperty("personal", True)
        self.words = _place_for(text, type)
        self.rest = link(_("Show all of it"))
        self.rest.clicked.connect(self._on_rest_clicked)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.words)
        column.addWidget(self.rest, 0, Qt.AlignmentFlag.AlignLeading)
        beginning = "\n".join(text[:SHOWN_AT_FIRST].split("\n", LINES_AT_FIRST)[:LINES_AT_FIRST])
        self.rest.setVisible(beginning != text)
        self._show(text if beginning == text else beginning + "…")

    def _show(self, text: str) -> None:
        if isinstance(self.words, QLabel):
            self.words.setText(text)
        else:
            self.words.setPlainText(text)

    def _on_rest_clicked(self) -> None:
        self._show(self._text)
        self.rest.hide()


def _place_for(text: str, type: Type) -> QLabel | BrokenWords:  # noqa: A002 - the property's name
    if any(len(word) > LONGEST_WORD for word in text.split()):
        return BrokenWords(type)
    made = label("", type)
    made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
