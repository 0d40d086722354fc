"""Paragraphs, each under a few words of its own."""

from collections.abc import Iterable

from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.about import Said
from companion.ui.theme.tokens import HAIR, SNUG, WIDE
from companion.ui.widgets.labels import label


class TitledWords(QWidget):
    """What is to be read at leisure. What it showed before goes."""

    def __init__(self) -> None:
        super().__init__()
        self._shown: tuple[Said, ...] = ()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(WIDE)

    def show_parts(self, parts: Iterable[Said]) -> None:
        """Shows these."""
        wanted = tuple(parts)
        if wanted == self._shown:
            return
        self._shown = wanted
        while (item := self._column.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for part in map(_part, wanted):
            self._column.addWidget(part)
            part.show()  # the layout by itself would show it only a moment later


def _part(part: Said) -> QWidget:
    made = QWidget()
    column = QVBoxLayout(made)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SNUG)
    first, *others = part.text.split("\n\n")
    column.addLayout(_under_title(part.title, first))
    for paragraph in others:
        column.addWidget(label(paragraph))
    return made


def _under_title(words: str, paragraph: str) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(HAIR)
    if words:
        title = label(words)
        title.setProperty("weight", "strong")
        column.addWidget(title)
    column.addWidget(label(paragraph))
    return column
