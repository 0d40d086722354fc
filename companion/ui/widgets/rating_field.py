"""An optional rating: its question, a short lying line, and the words for its two ends."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from companion.presentation.checkin_form import LineWords
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.labels import label
from companion.ui.widgets.rating_line import RatingLine

_LENGTH = 220


class RatingField(QWidget):
    """Empty until the person puts a value on it, by the same hand and keys as the line of energy."""

    changed = Signal()

    def __init__(self, words: LineWords, theme: Theme) -> None:
        super().__init__()
        self.line = RatingLine(words, theme, _LENGTH, is_upright=False)
        self.line.value_chosen.connect(lambda _points, _method: self.changed.emit())
        self.line.cleared.connect(self.changed)
        ends = QHBoxLayout()
        ends.setSpacing(SNUG)
        self._low, self._high = label(words.low, "small", "muted"), label(words.high, "small", "muted")
        ends.addWidget(self._low, 1, Qt.AlignmentFlag.AlignTop)
        ends.addWidget(self._high, 1, Qt.AlignmentFlag.AlignTop)
        self._align_ends()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(HAIR // 2)
        layout.addWidget(label(words.question))
        layout.addWidget(self.line)
        layout.addLayout(ends)

    @property
    def value(self) -> int | None:
        """The points, or None while it is empty."""
        return self.line.points

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab goes in it."""
        return (self.line,)

    def put(self, value: int | None) -> None:
        """Shows points that were given earlier, or none; nothing is said."""
        self.line.put(value)

    def changeEvent(self, event: QEvent) -> None:
        """From right to left the ends change places."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align_ends()

    def _align_ends(self) -> None:
        """By the side: a label by itself would go by the letters of its words."""
        sides = [Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight]
        if self.isRightToLeft():
            sides.reverse()
        for words, side in zip((self._low, self._high), sides, strict=True):
            words.setAlignment(side | Qt.AlignmentFlag.AlignAbsolute)
