"""What is filled in for the triangle: a line, and if wanted a few words, for each of the three."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from companion.domain.triangle import LONGEST_WORDS, Corner
from companion.presentation.journal_edit import Kept, NotKept, When
from companion.presentation.translation import _
from companion.presentation.triangle import corner_hint, corner_line, corner_name, words_name
from companion.presentation.triangle_edit import TriangleEdit, TriangleSaid
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.journal_forms import JournalForm, Stands
from companion.ui.widgets.labels import label
from companion.ui.widgets.rating_field import RatingField
from companion.ui.widgets.wrapped_link import WrappedLink

KEEP_AFTER_MS = 500


class CornerField(QWidget):
    """One corner: its name, its line, and a line of words."""

    def __init__(self, corner: Corner, theme: Theme) -> None:
        super().__init__()
        self.rating = RatingField(corner_line(corner), theme)
        self.words = QLineEdit()
        self.words.setMaxLength(2 * LONGEST_WORDS)  # what is too long is said, and never cut unseen
        self.words.setAccessibleName(words_name(corner))
        self.words.setPlaceholderText(corner_hint(corner))
        self.words.setProperty("personal", True)
        name = label(corner_name(corner))
        name.setProperty("weight", "strong")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(HAIR)
        column.addWidget(name)
        column.addWidget(self.rating)
        column.addSpacing(TIGHT)  # the words of its ends belong to the line
        column.addWidget(self.words)


class TriangleForm(JournalForm):
    """The three, one like the other. Nothing is set before it is touched, and everything may stay empty.

    What is answered in a new one is kept by itself until it is saved.
    """

    def __init__(self, edit: TriangleEdit, theme: Theme) -> None:
        is_new = edit.line is None
        super().__init__(edit, _("Mind, body and relationships") if is_new else _("Correct this triangle"))
        self._triangle = edit
        self._is_done = self._is_emptied = False
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._line = label("", "small")
        kept = _("It waits here for a day until you save it, also when you leave.")
        self._kept_line = label(kept, "small", "muted")
        self.anew = WrappedLink("", theme)
        self.corners = {corner: CornerField(corner, theme) for corner in Corner}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROOM)
        column.addWidget(label(_("Each stands by itself. Leave out what you like."), "small", "muted"))
        for part in (self._line, *self.corners.values(), self._kept_line, self.anew):
            column.addWidget(part)
        self.put(edit.said())
        self._kept = self.stands(), edit.when
        self._show_origin()
        for field in self.corners.values():
            field.rating.changed.connect(self.changed)
            field.words.textChanged.connect(self.changed)
        self.changed.connect(self._on_changed)
        self.anew.clicked.connect(self._on_anew_clicked)
        self._keeping.timeout.connect(self.keep_for_later)

    @property
    def first(self) -> QWidget:
        """The first line."""
        return self.corners[Corner.MIND].rating.line

    @property
    def keeps_for_later(self) -> bool:
        """True for a new one."""
        return self._edit.line is None

    def stands(self) -> TriangleSaid:
        """The three positions and words."""
        fields = self.corners
        mind, body, relationships = (fields[corner].rating.value for corner in Corner)
        words = tuple(fields[corner].words.text() for corner in Corner)
        return TriangleSaid((mind, body, relationships), (words[0], words[1], words[2]))

    def put(self, stands: Stands) -> None:
        """Fills them in."""
        assert isinstance(stands, TriangleSaid)
        for field, points, words in zip(self.corners.values(), stands.points, stands.words, strict=True):
            field.rating.put(points)
            field.words.setText(words)

    def keep(self, when: When) -> Kept | NotKept:
        """Keeps the triangle; nothing waits for later then."""
        outcome = self._triangle.keep_triangle(self.stands(), when)
        self._is_done = isinstance(outcome, Kept)
        return outcome

    def keep_for_later(self) -> None:
        """What stands in it is durable, and not saved."""
        self._keeping.stop()
        stands = self.stands(), self.when()
        if self._is_done or not self.keeps_for_later or stands == self._kept:
            return
        refused = self._triangle.keep_for_later(*stands)
        self._kept = stands
        if refused is not None:
            self._say(refused.sentence)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was answered is kept at once."""
        super().hideEvent(event)
        self.keep_for_later()

    def _on_changed(self) -> None:
        if self.keeps_for_later:
            self._keeping.start()
        self._show_anew()

    def _on_anew_clicked(self) -> None:
        """Empties it, or brings back what stood there."""
        self._keeping.stop()
        if was_emptied := self._is_emptied:
            self._triangle.bring_back()
        elif trouble := self._triangle.begin_anew(self.stands()):
            self._say(trouble)
            return
        self.put(self._triangle.said())
        self._is_emptied = not was_emptied
        if self._is_emptied:
            self._kept = self.stands(), self._triangle.when
        self._show_origin()
        self.began_anew.emit()
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_origin(self) -> None:
        self._say(self._triangle.resumed_line if self.keeps_for_later else "")
        self._show_anew()

    def _show_anew(self) -> None:
        """The way to an empty form where there is something in it, and back where there was."""
        is_empty = self.stands() == TriangleSaid()
        self._is_emptied = self._is_emptied and is_empty
        self.anew.setText(_("Bring back what stood here") if self._is_emptied else _("Begin with an empty one"))
        self.anew.setVisible(self.keeps_for_later and (self._is_emptied or not is_empty))
        self._kept_line.setVisible(self.keeps_for_later and not is_empty)

    def _say(self, sentence: str) -> None:
        self._line.setText(sentence)
        self._line.setVisible(bool(sentence))
        announce(self._line, sentence)
