"""What is filled in to correct a check-in, and to write or correct a reflection or a life event."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from companion.domain.life_event import LONGEST_TITLE
from companion.presentation.checkin_form import Filled
from companion.presentation.checkin_more import MoreQuestions
from companion.presentation.journal_edit import JournalEdit, Kept, NotKept, When, Written
from companion.presentation.note_prompts import to_grounding
from companion.presentation.repair import Mended
from companion.presentation.translation import _
from companion.presentation.triangle_edit import TriangleSaid
from companion.presentation.zones import zone_words
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, SNUG
from companion.ui.widgets.arousal_scale import ArousalScale
from companion.ui.widgets.check_in_form import is_text_field
from companion.ui.widgets.growing_note import GrowingNote
from companion.ui.widgets.labels import label
from companion.ui.widgets.more_fields import MoreFields
from companion.ui.widgets.wrapped_link import WrappedLink
from companion.ui.widgets.zone_answers import ZoneAnswers

if TYPE_CHECKING:
    from datetime import datetime

LINE_HEIGHT = 220
Stands = Filled | Written | Mended | TriangleSaid


class JournalForm(QWidget):
    """A form of the journal: `stands` is what is filled in, `keep` makes it durable with that moment.

    `began_anew` says that it begins with another moment now; `when` tells the one that is chosen.
    """

    changed = Signal()
    began_anew = Signal()

    def __init__(self, edit: JournalEdit, heading: str) -> None:
        super().__init__()
        self._edit = edit
        self.heading = heading
        self.when: Callable[[], When] = lambda: edit.when

    @property
    def keeps_for_later(self) -> bool:
        """True if leaving it loses nothing: what was written waits until it is saved."""
        return False

    @property
    def first(self) -> QWidget:
        """Where the keyboard begins."""
        raise NotImplementedError

    def stands(self) -> Stands:
        """What is filled in now."""
        raise NotImplementedError

    def put(self, stands: Stands) -> None:
        """Fills in what `stands` of a form of the same line said."""
        raise NotImplementedError

    def keep(self, when: When) -> Kept | NotKept:
        """Makes it durable, or says why that cannot be."""
        raise NotImplementedError

    def keep_for_later(self) -> None:
        """What is written waits until it is saved, in a form that keeps for later."""

    def take_key(self, event: QKeyEvent) -> bool:
        """True if the key answered something."""
        return False


class CheckInCorrection(JournalForm):
    """The line, the five answers, and everything that More can hold and holds here."""

    def __init__(self, edit: JournalEdit, theme: Theme, questions: MoreQuestions) -> None:
        super().__init__(edit, _("Correct this check-in"))
        scale = ArousalScale(theme, LINE_HEIGHT)
        self.line = scale.line
        self.answers = ZoneAnswers(zone_words(), theme)
        self.fields = MoreFields(theme, self._wall, questions)
        self.fields.moment.hide()
        self.put(edit.filled())
        asked = QHBoxLayout()
        asked.setSpacing(SNUG)
        asked.addWidget(scale)
        asked.addWidget(self.answers, 1, Qt.AlignmentFlag.AlignVCenter)
        column = _column(self)
        column.addLayout(asked)
        column.addWidget(self.fields)
        self.fields.order_after(self.answers.rows[-1])
        self.line.value_chosen.connect(self.changed)
        self.line.cleared.connect(self.changed)
        self.answers.zone_chosen.connect(self.changed)
        self.fields.changed.connect(self.changed)

    @property
    def first(self) -> QWidget:
        """The line."""
        return self.line

    def stands(self) -> Filled:
        """The answers and everything else."""
        return self.fields.filled(Filled(self.line.points, self.answers.zone))._replace(when=None)

    def put(self, stands: Stands) -> None:
        """Fills in the answers and everything else."""
        assert isinstance(stands, Filled)
        self.line.put(stands.points)
        self.answers.put(stands.zone)
        self.fields.put(stands)

    def keep(self, when: When) -> Kept | NotKept:
        """Puts the correction in its place."""
        return self._edit.keep_check_in(self.stands(), when)

    def take_key(self, event: QKeyEvent) -> bool:
        """Digits and letters answer while no text field has the keyboard."""
        if is_text_field(QApplication.focusWidget()):
            return False
        return self.line.take_number_key(event) or self.answers.take_letter_key(event)

    def _wall(self) -> "datetime":
        return self._edit.when.wall


class ReflectionForm(JournalForm):
    """The question, where there was one, and what is written to it; and the way out where it stirs too much up."""

    grounding_wanted = Signal()

    def __init__(self, edit: JournalEdit, theme: Theme) -> None:
        super().__init__(edit, _("A reflection") if edit.line is None else _("Correct this reflection"))
        written = edit.written()
        self._question = written.title
        self.text = _text_field(theme, _("What I wrote"), written.text)
        self.text.textChanged.connect(self.changed)
        column = _column(self)
        if edit.about_line:
            column.addWidget(label(edit.about_line, "small"))
        if written.title:
            question = label(written.title)
            question.setProperty("personal", True)
            column.addWidget(question)
        _add(column, _("A few words, or many"), self.text)
        self.grounding = WrappedLink(to_grounding(), theme)
        self.grounding.clicked.connect(self.grounding_wanted)
        column.addWidget(self.grounding)

    @property
    def first(self) -> QWidget:
        """The text."""
        return self.text

    def stands(self) -> Written:
        """What is written."""
        return Written(self._question, self.text.toPlainText())

    def put(self, stands: Stands) -> None:
        """Writes that."""
        assert isinstance(stands, Written)
        self.text.setPlainText(stands.text)

    def keep(self, when: When) -> Kept | NotKept:
        """Keeps what is written."""
        return self._edit.keep_reflection(self.stands(), when)


class LifeEventForm(JournalForm):
    """What happened, in a line, and what there is to remember of it."""

    def __init__(self, edit: JournalEdit, theme: Theme) -> None:
        super().__init__(edit, _("A life event") if edit.line is None else _("Correct this life event"))
        written = edit.written()
        self.title = QLineEdit(written.title)
        self.title.setMaxLength(2 * LONGEST_TITLE)  # what is too long is said, and never cut unseen
        self.title.setAccessibleName(_("What happened"))
        self.title.textChanged.connect(self.changed)
        self.text = _text_field(theme, _("Note"), written.text)
        self.text.textChanged.connect(self.changed)
        column = _column(self)
        _add(column, _("What happened, in a few words"), self.title)
        _add(column, _("Note"), self.text)

    @property
    def first(self) -> QWidget:
        """The title."""
        return self.title

    def stands(self) -> Written:
        """Title and note."""
        return Written(self.title.text(), self.text.toPlainText())

    def put(self, stands: Stands) -> None:
        """Fills in title and note."""
        assert isinstance(stands, Written)
        self.title.setText(stands.title)
        self.text.setPlainText(stands.text)

    def keep(self, when: When) -> Kept | NotKept:
        """Keeps the life event."""
        return self._edit.keep_life_event(self.stands(), when)


def _column(form: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(form)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(SNUG)
    return column


def _add(column: QVBoxLayout, name: str, field: QWidget) -> None:
    pair = QVBoxLayout()
    pair.setSpacing(HAIR)
    pair.addWidget(label(name, "small", "muted"))
    pair.addWidget(field)
    column.addLayout(pair)


def _text_field(theme: Theme, name: str, text: str) -> GrowingNote:
    field = GrowingNote(theme)
    field.setAccessibleName(name)
    field.setPlainText(text)
    return field
