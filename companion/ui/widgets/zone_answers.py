"""The five answers one above the other, none of them chosen until the person chooses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QGroupBox, QSizePolicy

from companion.domain.zone import Zone
from companion.presentation.translation import _
from companion.presentation.zones import ZoneWords
from companion.ui.theme.theme import Theme
from companion.ui.widgets.answer_row import AnswerRow

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QResizeEvent

_GAP = 9.0
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


class ZoneAnswers(QGroupBox):
    """At most one is chosen; the same again un-chooses it. All are of one size, that of the largest."""

    zone_chosen = Signal(object)

    def __init__(self, answers: Sequence[ZoneWords], theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(_("Where is that for you?"))
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.rows: list[AnswerRow] = []
        self._row_heights: dict[int, int] = {}
        self._wished_width = 0
        for words in answers:
            self._add_row(words)
        theme.changed.connect(self._measure_anew)

    @property
    def zone(self) -> Zone | None:
        """The chosen answer."""
        return next((row.words.zone for row in self.rows if row.isChecked()), None)

    def put(self, zone: Zone | None) -> None:
        """Shows an answer that was given earlier, or none; nothing is said."""
        for row in self.rows:
            row.choose(row.words.zone is zone)

    def show_words(self, answers: Sequence[ZoneWords]) -> None:
        """Says the same answers in other words; what is chosen stays chosen."""
        if answers == tuple(row.words for row in self.rows):
            return
        for row, words in zip(self.rows, answers, strict=True):
            row.show_words(words)
        self._measure_anew()

    def take_letter_key(self, event: QKeyEvent) -> bool:
        """The letter of an answer chooses it; True if the key was one of the letters."""
        letter = event.text().casefold()
        if not letter or event.modifiers() & _COMMANDS:
            return False
        row = next((row for row in self.rows if row.words.letter == letter), None)
        if row is None:
            return False
        if not event.isAutoRepeat():
            row.click()
        return True

    def hasHeightForWidth(self) -> bool:
        """Narrow, the rows grow."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Five times the tallest row, and the gaps."""
        return len(self.rows) * self._row_height(width) + (len(self.rows) - 1) * self._gap

    def sizeHint(self) -> QSize:
        """Every row on as few lines as it has."""
        if not self._wished_width:
            self._wished_width = max(row.sizeHint().width() for row in self.rows)
        return QSize(self._wished_width, self.heightForWidth(self._wished_width))

    def minimumSizeHint(self) -> QSize:
        """Narrow, words wrap; how tall it is then, heightForWidth knows."""
        return QSize(max(row.minimumSizeHint().width() for row in self.rows), self.sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shares the height out evenly."""
        self._place_rows()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A group to readers only: it has no frame of its own."""

    @property
    def _gap(self) -> int:
        return self._theme.px(_GAP)

    def _add_row(self, words: ZoneWords) -> None:
        row = AnswerRow(words, self._theme)
        row.setParent(self)
        row.answered.connect(lambda: self._on_row_answered(row))
        row.step_wanted.connect(lambda step: self._move_focus(row, step))
        self.rows.append(row)

    def _on_row_answered(self, answered: AnswerRow) -> None:
        for row in self.rows:
            if row is not answered:
                row.choose(False)
        self.zone_chosen.emit(self.zone)

    def _move_focus(self, row: AnswerRow, step: int) -> None:
        place = (self.rows.index(row) + step) % len(self.rows)
        self.rows[place].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row_height(self, width: int) -> int:
        """Asked for many times while a window finds its size, and each answer lays ten texts out."""
        if width not in self._row_heights:
            self._row_heights[width] = max(row.heightForWidth(width) for row in self.rows)
        return self._row_heights[width]

    def _place_rows(self) -> None:
        height = max(self._row_height(self.width()), (self.height() + self._gap) // len(self.rows) - self._gap)
        for place, row in enumerate(self.rows):
            row.setGeometry(0, place * (height + self._gap), self.width(), height)

    def _measure_anew(self) -> None:
        self._row_heights.clear()
        self._wished_width = 0
        self.updateGeometry()
        self._place_rows()
