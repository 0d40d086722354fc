"""What is filled in for the triangle: a line, and if wanted a few words, for each of the three."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from companion.domain.triangle import LONGEST_WORDS, Corner
from companion.presentation.journal_edit import Kept, NotKept, When
from companion.presentation.translation import _
from companion.presentation.triangle import corner_hint, corner_line, corner_name, words_name
from companion.presentation.triangle_edit import TriangleEdit, TriangleSaid
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, TIGHT
from companion.ui.widgets.journal_forms import JournalForm, Stands
from companion.ui.widgets.labels import label
from companion.ui.widgets.rating_field import RatingField


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
    """The three, one like the other. Nothing is set before it is touched, and everything may stay empty."""

    def __init__(self, edit: TriangleEdit, theme: Theme) -> None:
        is_new = edit.line is None
        super().__init__(edit, _("Mind, body and relationships") if is_new else _("Correct this triangle"))
        self._triangle = edit
        self.corners = {corner: CornerField(corner, theme) for corner in Corner}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(ROOM)
        column.addWidget(label(_("Each stands by itself. Leave out what you like."), "small", "muted"))
        for field in self.corners.values():
            column.addWidget(field)
        self.put(edit.said())
        for field in self.corners.values():
            field.rating.changed.connect(self.changed)
            field.words.textChanged.connect(self.changed)

    @property
    def first(self) -> QWidget:
        """The first line."""
        return self.corners[Corner.MIND].rating.line

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
        """Keeps the triangle."""
        return self._triangle.keep_triangle(self.stands(), when)
