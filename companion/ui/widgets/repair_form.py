"""What is filled in to write or correct a note for repair: what happened, where each was, what helped or could."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from companion.presentation.journal_edit import Kept, NotKept, When
from companion.presentation.note_prompts import to_grounding
from companion.presentation.repair import Mended, RepairEdit, RepairWords, offer_words, repair_words
from companion.presentation.translation import _
from companion.presentation.zones import zone_words
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import HAIR, ROOM, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.arousal_scale import ArousalScale
from companion.ui.widgets.check_in_form import is_text_field
from companion.ui.widgets.growing_note import GrowingNote
from companion.ui.widgets.journal_forms import LINE_HEIGHT, JournalForm, Stands
from companion.ui.widgets.labels import label
from companion.ui.widgets.wrapped_link import WrappedLink
from companion.ui.widgets.zone_answers import ZoneAnswers

KEEP_AFTER_MS = 500


class RepairForm(JournalForm):
    """Begins with for whom it is not; has a way out where it stirs too much up.

    What is written to a new one is kept by itself until it is saved.
    """

    support_wanted = Signal()
    grounding_wanted = Signal()

    def __init__(self, edit: RepairEdit, theme: Theme) -> None:
        super().__init__(edit, offer_words() if edit.line is None else _("Correct this repair"))
        self._repair = edit
        self._theme = theme
        self._is_done = self._is_emptied = False
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(ROOM)
        self._lay_out(repair_words())
        self.put(edit.mended())
        self._kept = self.stands(), edit.when
        self._show_origin()
        self._connect()

    @property
    def first(self) -> QWidget:
        """What happened."""
        return self.happened

    @property
    def keeps_for_later(self) -> bool:
        """True for a new one."""
        return self._edit.line is None

    def stands(self) -> Mended:
        """Everything that is filled in."""
        words = (field.toPlainText() for field in (self.happened, self.them, self.helped))
        happened, them, helped = words
        return Mended(happened, self.line.points, self.answers.zone, them, helped)

    def put(self, stands: Stands) -> None:
        """Fills in what is given."""
        assert isinstance(stands, Mended)
        self.happened.setPlainText(stands.happened)
        self.line.put(stands.points)
        self.answers.put(stands.zone)
        self.them.setPlainText(stands.them)
        self.helped.setPlainText(stands.helped)
        for field in (self.happened, self.them, self.helped):
            field.moveCursor(QTextCursor.MoveOperation.End)

    def keep(self, when: When) -> Kept | NotKept:
        """Keeps the repair; nothing waits for later then."""
        outcome = self._repair.keep_repair(self.stands(), when)
        self._is_done = isinstance(outcome, Kept)
        return outcome

    def keep_for_later(self) -> None:
        """What stands in it is durable, and not saved."""
        self._keeping.stop()
        stands = self.stands(), self.when()
        if self._is_done or not self.keeps_for_later or stands == self._kept:
            return
        refused = self._repair.keep_for_later(*stands)
        self._kept = stands
        if refused is not None:
            self._say(refused.sentence)

    def take_key(self, event: QKeyEvent) -> bool:
        """Digits and letters answer while no text field has the keyboard."""
        if is_text_field(QApplication.focusWidget()):
            return False
        return self.line.take_number_key(event) or self.answers.take_letter_key(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was written is kept at once."""
        super().hideEvent(event)
        self.keep_for_later()

    def _on_changed(self) -> None:
        if self.keeps_for_later:
            self._keeping.start()
        self._show_anew()

    def _on_anew_clicked(self) -> None:
        """Empties it, or brings back what stood there."""
        self._keeping.stop()
        if self._is_emptied:
            self._is_emptied = False
            self.put(self._repair.bring_back())
        else:
            self._say(trouble := self._repair.begin_anew(self.stands()))
            if trouble:
                return
            self.put(Mended())
            self._is_emptied = True  # only now: on the way some fields are empty, and others are not yet
            self._kept = Mended(), self._repair.when
        self._show_origin()
        self.began_anew.emit()
        self.happened.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_origin(self) -> None:
        self._say(self._repair.resumed_line if self.keeps_for_later else "")
        self._show_anew()

    def _show_anew(self) -> None:
        """The way to an empty form where there is something in it, and back where there was."""
        is_empty = self.stands().is_empty
        self._is_emptied = self._is_emptied and is_empty
        self.anew.setText(_("Bring back what stood here") if self._is_emptied else _("Begin with an empty one"))
        self.anew.setVisible(self.keeps_for_later and (self._is_emptied or not is_empty))

    def _say(self, sentence: str) -> None:
        self._line.setText(sentence)
        self._line.setVisible(bool(sentence))
        announce(self._line, sentence)

    def _lay_out(self, words: RepairWords) -> None:
        self.support = WrappedLink(words.support, self._theme)
        self.happened, self.them, self.helped = (GrowingNote(self._theme) for _number in range(3))
        scale = ArousalScale(self._theme, LINE_HEIGHT)
        self.line, self.answers = scale.line, ZoneAnswers(zone_words(), self._theme)
        self.answers.setAccessibleName(words.me)
        self.anew = WrappedLink("", self._theme)
        self._line = label("", "small")
        if self.keeps_for_later:
            self._ask(label(words.before), "", self.support)
        else:
            self.support.hide()
        self._column.addWidget(self._line)
        where = QWidget()
        side_by_side = QHBoxLayout(where)
        side_by_side.setContentsMargins(0, 0, 0, 0)
        side_by_side.setSpacing(SNUG)
        side_by_side.addWidget(scale)
        side_by_side.addWidget(self.answers, 1, Qt.AlignmentFlag.AlignVCenter)
        self._ask_in_words(words.happened, "", self.happened)
        if self.keeps_for_later:
            self.happened.setAccessibleDescription(
                words.before
            )  # where the keyboard begins, past what is said before
        self._ask(_strong(words.me), words.me_more, where, TIGHT)
        self._ask_in_words(words.them, words.them_more, self.them)
        self._ask_in_words(words.helped, words.helped_more, self.helped)
        self.grounding = WrappedLink(to_grounding(), self._theme)
        self._column.addWidget(self.grounding)
        if self.keeps_for_later:
            self._ask(label(words.kept, "small", "muted"), "", self.anew)
        else:
            self.anew.hide()

    def _ask_in_words(self, question: str, more: str, field: GrowingNote) -> None:
        field.setAccessibleName(question)
        field.setAccessibleDescription(more)
        field.setProperty("personal", True)
        self._ask(_strong(question), more, field)

    def _ask(self, question: QLabel, more: str, part: QWidget, room: int = 0) -> None:
        together = QVBoxLayout()
        together.setSpacing(HAIR)
        together.addWidget(question)
        if more:
            together.addWidget(label(more, "small", "muted"))
        together.addSpacing(room)
        together.addWidget(part)
        self._column.addLayout(together)

    def _connect(self) -> None:
        for field in (self.happened, self.them, self.helped):
            field.textChanged.connect(self.changed)
        for said in (self.line.value_chosen, self.line.cleared, self.answers.zone_chosen):
            said.connect(self.changed)
        self.changed.connect(self._on_changed)
        self.anew.clicked.connect(self._on_anew_clicked)
        self.support.clicked.connect(self.support_wanted)
        self.grounding.clicked.connect(self.grounding_wanted)
        self._keeping.timeout.connect(self.keep_for_later)


def _strong(words: str) -> QLabel:
    made = label(words)
    made.setProperty("weight", "strong")
    return made
