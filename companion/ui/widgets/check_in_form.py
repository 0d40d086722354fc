"""The questions of a check-in and what is filled in: the line, the five answers, and what More unfolds."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from companion.presentation.checkin_form import CheckInFormState, Filled, Place, hint_of
from companion.presentation.zones import zone_words
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import SNUG, TIGHT
from companion.ui.widgets.arousal_scale import ArousalScale
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link
from companion.ui.widgets.zone_answers import ZoneAnswers

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QKeyEvent

    from companion.presentation.checkin_more import MoreQuestions
    from companion.presentation.twice import TwiceState
    from companion.ui.widgets.more_fields import MoreFields

# By name: nothing of the form is one of them before "More" is unfolded, so they need not be loaded.
_TEXT_FIELDS = ("QPlainTextEdit", "QAbstractSpinBox", "QLineEdit")
_LINE_HEIGHTS = {Place.TODAY: 330, Place.POPUP: 240}


class CheckInForm(QWidget):
    """Says `touched` when the person changed something, `offer_taken` when they want to continue an earlier one.

    In the popup the button `more` stands in the form; on Today whoever made the form places it among the buttons.
    """

    attended = Signal()
    touched = Signal()
    offer_taken = Signal()
    fields_opened = Signal(QWidget)

    def __init__(
        self,
        theme: Theme,
        wall_now: Callable[[], datetime],
        questions: Callable[[], MoreQuestions],
        place: Place,
        twice: Callable[[datetime], TwiceState | None],
    ) -> None:
        super().__init__()
        self._theme = theme
        self._wall_now = wall_now
        self._questions = questions
        self._twice = twice
        self._scale = ArousalScale(theme, _LINE_HEIGHTS[place])
        self.line = self._scale.line
        self.answers = ZoneAnswers(zone_words(), theme)
        self.more = QPushButton()
        self.fields: MoreFields | None = None
        self._heading = heading()
        self._lead = label("", "small", "muted")
        self._hint = label("", "small", "muted")
        self.offer = link()
        self._lay_out(place)
        self._connect()

    def show_state(self, state: CheckInFormState) -> None:
        """Shows what the form says, with nothing filled in."""
        self._heading.setText(state.heading)
        self._lead.setText(state.lead)
        self.answers.show_words(state.answers)
        self._hint.setText(state.hint)
        self._hint.setVisible(bool(state.hint))
        self.more.setText(state.more)
        self.show_offer(state.offer)
        self.put(Filled())

    def refresh(self) -> None:
        """Shows the words in force and the questions that are asked now; what is filled in stays."""
        answers = zone_words()
        self.answers.show_words(answers)
        if self._hint.text():
            self._hint.setText(hint_of(answers))
        if self.fields is not None:
            self.fields.refresh()

    def show_offer(self, sentence: str) -> None:
        """Offers to continue an earlier one while the form is empty; "" offers nothing."""
        self.offer.setText(sentence)
        # Its room stays when it goes, so that nothing moves under the pointer at the first touch.
        policy = self.offer.sizePolicy()
        policy.setRetainSizeWhenHidden(bool(sentence))
        self.offer.setSizePolicy(policy)
        self._show_offer()

    def filled(self) -> Filled:
        """What stands in the form."""
        line = self.line
        filled = Filled(line.points, self.answers.zone, first_touch=line.first_touch, method=line.method)
        return filled if self.fields is None else self.fields.filled(filled)

    def put(self, filled: Filled) -> None:
        """Fills the form; nothing is said. Empty, it offers what there is to continue."""
        self.line.put(filled.points, filled.first_touch, filled.method)
        self.answers.put(filled.zone)
        self._show_fields(filled.says_more or filled.when is not None)
        if self.fields is not None:
            self.fields.put(filled)
        self._show_offer()

    def unfold(self, unfolded: bool) -> None:
        """Shows what More holds, with the questions that are switched on now; or hides it."""
        self._show_fields(unfolded)
        if self.fields is not None and unfolded:
            self.fields.refresh()

    def take_answer_key(self, event: QKeyEvent) -> bool:
        """Digits and letters answer while no text field has focus; True if the key was one of these."""
        return self.line.take_number_key(event) or self.answers.take_letter_key(event)

    def _lay_out(self, place: Place) -> None:
        self.more.setCheckable(True)
        questions = QHBoxLayout()
        questions.setSpacing(SNUG)
        questions.addWidget(self._scale)
        questions.addWidget(self.answers, 1, Qt.AlignmentFlag.AlignVCenter)
        self._parts = QVBoxLayout(self)
        self._parts.setContentsMargins(0, 0, 0, 0)
        self._parts.setSpacing(TIGHT)
        self._parts.addWidget(self._heading)
        self._parts.addWidget(self._lead)
        self._parts.addWidget(self.offer, 0, Qt.AlignmentFlag.AlignLeading)
        self._parts.addSpacing(SNUG - TIGHT)
        self._parts.addLayout(questions, 1)
        self._parts.addWidget(self._hint)
        if place is Place.POPUP:
            self.more.setProperty("role", "link")
            self._parts.addWidget(self.more, 0, Qt.AlignmentFlag.AlignLeading)

    def _made_fields(self) -> MoreFields:
        from companion.ui.widgets.more_fields import MoreFields

        fields = MoreFields(self._theme, self._wall_now, self._questions(), self._twice)
        fields.changed.connect(self._on_touched)
        self._parts.addWidget(fields)
        fields.order_after(self.more if self.isAncestorOf(self.more) else self.answers.rows[-1])
        return fields

    def _connect(self) -> None:
        self.line.reached.connect(self.attended)
        self.line.value_chosen.connect(self._on_touched)
        self.line.cleared.connect(self._on_touched)
        self.answers.zone_chosen.connect(self._on_touched)
        self.more.toggled.connect(self._on_more_toggled)
        self.offer.clicked.connect(self.offer_taken)

    def _on_touched(self) -> None:
        self._show_offer()
        self.touched.emit()

    def _show_fields(self, shown: bool) -> None:
        if shown and self.fields is None:
            self.fields = self._made_fields()
        if self.fields is not None:
            self.fields.setVisible(shown)
        with QSignalBlocker(self.more):
            self.more.setChecked(shown)

    def _on_more_toggled(self) -> None:
        self.attended.emit()
        self.unfold(self.more.isChecked())
        if self.fields is not None and self.more.isChecked():
            self.fields.first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields_opened.emit(self.fields)

    def _show_offer(self) -> None:
        """It stands beside an empty form only."""
        self.offer.setVisible(bool(self.offer.text()) and self.filled().is_empty)


def is_text_field(widget: QWidget | None) -> bool:
    """True where letters and digits are text."""
    return widget is not None and any(map(widget.inherits, _TEXT_FIELDS))
