"""The triangle over the weeks: three small rows, or the same in words, and what can be done with it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.domain.triangle import Corner
from companion.presentation.translation import _
from companion.presentation.triangle import TrianglePicture, note_words
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.long_words import LongWords
from companion.ui.widgets.triangle_rows import TriangleRow
from companion.ui.widgets.wrapped_link import WrappedLink


class TrianglePage(QWidget):
    """Shows a picture; says that this week is to be noted, or that a reminder for it is wanted."""

    note_wanted = Signal()
    reminder_wanted = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._picture: TrianglePicture | None = None
        self.sentence = label("", "small", "muted")
        self.ends = label("", "small", "muted")
        self.rows = {corner: TriangleRow(theme) for corner in Corner}
        self._names = {corner: label() for corner in Corner}
        self._first, self._last = label("", "small", "muted"), label("", "small", "muted")
        self.note = QPushButton(note_words())
        self.note.setProperty("role", "primary")
        self.note.clicked.connect(self.note_wanted)
        self.turn = WrappedLink(_("Show it in words"), theme)
        self.turn.clicked.connect(self._on_turn_clicked)
        self.remind = WrappedLink(_("If you like, be asked once a week"), theme)
        self.remind.clicked.connect(self.reminder_wanted)
        self._lay_out()
        self.setFocusProxy(self.note)

    @property
    def is_in_words(self) -> bool:
        """True while the words stand in the place of the rows."""
        return not self._words.isHidden()

    def show_state(self, picture: TrianglePicture) -> None:
        """Shows other weeks."""
        if picture == self._picture:
            return
        self._picture = picture
        self.sentence.setText(picture.sentence)
        self.ends.setText(picture.ends)
        for row in picture.rows:
            self.rows[row.corner].show_row(row)
            self._names[row.corner].setText(row.name)
        self._first.setText(picture.weeks[0] if picture.weeks else "")
        self._last.setText(picture.weeks[-1] if picture.weeks else "")
        self._fill_words(picture)
        if not picture.table:
            self._words.hide()
        self.turn.setVisible(bool(picture.table))
        self._show_one()

    def _lay_out(self) -> None:
        self._drawn, self._words = QWidget(), QWidget()
        self._words.hide()
        for part in (self._drawn, self._words):
            part.setProperty("personal", True)
        self._lay_out_rows()
        self._lines = QVBoxLayout(self._words)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(SNUG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        column.addWidget(heading(_("Mind, body and relationships")))
        words = _("These three affect one another. Each stands by itself here; none counts more than the others.")
        column.addWidget(label(words, "body", "muted"))
        column.addWidget(self.note, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.sentence)
        column.addWidget(self._drawn)
        column.addWidget(self._words)
        column.addWidget(self.turn)
        column.addWidget(self.remind)
        column.addStretch(1)

    def _lay_out_rows(self) -> None:
        column = QVBoxLayout(self._drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(self.ends)
        column.addSpacing(HAIR)
        for corner in Corner:
            self._names[corner].setProperty("weight", "strong")
            column.addWidget(self._names[corner])
            column.addWidget(self.rows[corner])
        ends = QHBoxLayout()
        ends.addWidget(self._first)
        ends.addStretch(1)
        ends.addWidget(self._last)
        column.addLayout(ends)

    def _fill_words(self, picture: TrianglePicture) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
        for row in picture.table:
            self._lines.addWidget(_week(picture.headings, row))

    def _show_one(self) -> None:
        has_some = self._picture is not None and bool(self._picture.table)
        self._drawn.setVisible(has_some and not self.is_in_words)
        self.turn.setText(_("Show it as rows") if self.is_in_words else _("Show it in words"))

    def _on_turn_clicked(self) -> None:
        self._words.setVisible(not self.is_in_words)
        self._show_one()


def _week(headings: tuple[str, ...], row: tuple[str, ...]) -> QWidget:
    part = QWidget()
    grid = QGridLayout(part)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(ROOM)
    grid.setVerticalSpacing(HAIR)
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    title = label(_("{heading} {day}").format(heading=headings[0], day=row[0]))
    title.setProperty("weight", "strong")
    grid.addWidget(title, 0, 0, 1, 2)
    for line, (name, text) in enumerate(zip(headings[1:], row[1:], strict=True), start=1):
        grid.addWidget(label(name, "small", "muted"), line, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(LongWords(text, "small"), line, 1, Qt.AlignmentFlag.AlignTop)
    return part
