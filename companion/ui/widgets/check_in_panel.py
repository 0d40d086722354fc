"""The check-in as a whole: the form, saving and leaving it, and the line it folds to. On Today and in the popup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from companion.presentation.checkin_form import CheckInFormState, Filled, Place, Refused, Saved
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import ROOM, SNUG, TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.check_in_form import CheckInForm, is_text_field
from companion.ui.widgets.fitting_scroll import FittingScroll
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.saved_line import SavedLine

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from companion.presentation.checkin_more import MoreQuestions
    from companion.presentation.checkin_presenter import CheckInPresenter
    from companion.presentation.twice import TwiceState

KEEP_AFTER_MS = 500
BESIDE = 14  # beside what stands in the popup, so that a bar takes nothing from the form
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class CheckInPanel(QWidget):
    """Passes intents to its presenter. On Today it folds to one line after saving; the popup shows a card instead.

    `saved` carries the check-in; `reopened` says that the form stands open again; `left` that the person said not
    now. What was touched and not saved is kept half a second later, and at once when the panel is hidden.
    """

    saved = Signal(object)
    reopened = Signal()
    left = Signal()

    def __init__(self, presenter: CheckInPresenter, theme: Theme, place: Place) -> None:
        super().__init__()
        self._presenter = presenter
        self._place = place
        self.form = CheckInForm(theme, self._wall_now, self._questions, place, self._twice)
        self.save = QPushButton()
        self.leave = QPushButton()
        self._keys = label("", "small", "muted")
        self._trouble = label()
        self._open_part = QWidget()
        self.saved_line = SavedLine(offers_another=True)
        self._keeping = QTimer(self, singleShot=True, interval=KEEP_AFTER_MS)
        self._lay_out()
        self._connect()

    @property
    def is_folded(self) -> bool:
        """True while it is the one line that says it is saved."""
        return self._open_part.isHidden()

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def begin(self) -> None:
        """An empty form; what was half-filled before is offered."""
        self._keeping.stop()
        self._show_form(self._presenter.begin())

    def offer_draft(self) -> None:
        """Offers what was half-filled before, now that it can be known; what stands in the form stays."""
        self.form.show_offer(self._presenter.offer())

    @property
    def half_filled(self) -> Filled | None:
        """What stands in the form and is not saved; None for nothing, and for what was gone on with elsewhere."""
        filled = self.form.filled()
        is_here = self.isVisible() or self._presenter.may_stay
        return filled if is_here and not self.is_folded and not filled.is_empty else None

    def take_up(self, filled: Filled) -> None:
        """Goes on with what was half-filled before: as it was kept for later, or else with `filled`."""
        self.form.put(self._presenter.continue_draft() or filled)
        self._presenter.touched()

    def refresh(self) -> None:
        """Shows the words in force and the questions that are asked now; what is filled in stays."""
        self.form.refresh()

    def keep(self) -> None:
        """Keeps what was touched for later, as when the panel is left."""
        self._keep(leaving=True)

    def put_away(self) -> None:
        """Keeps what was touched for later, and leaves nothing of it to be seen."""
        if self.half_filled is not None:
            self.keep()
        self.begin()

    def focus_line(self) -> None:
        """The keyboard goes to the line."""
        self.form.line.setFocus(Qt.FocusReason.OtherFocusReason)

    def submit(self) -> None:
        """Saves; or says in one line why not, and everything stays as it is."""
        self._keeping.stop()
        outcome = self._presenter.submit(self.form.filled())
        if isinstance(outcome, Refused):
            self.say(outcome.sentence)
            _bring_into_sight(self._trouble)
            return
        self._fold(outcome)
        self.saved.emit(outcome.check_in)

    def undo(self) -> bool:
        """Takes back what was saved last here; the form stands open again as it was. False if that cannot be."""
        outcome = self._presenter.undo()
        if isinstance(outcome, Refused):
            self.say(outcome.sentence)
        elif outcome is not None:
            self._unfold()
            self.form.put(outcome)
            self.focus_line()
        return isinstance(outcome, Filled)

    def say(self, sentence: str) -> None:
        """Shows one calm line, or takes it away."""
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self._trouble, sentence)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the check-in, wherever in it the focus is."""
        if not self._took_key(event):
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """On Today: empty, unless what it shows is of this sitting."""
        if not event.spontaneous() and self._place is Place.TODAY and not self._presenter.may_stay:
            self.begin()
        super().showEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:
        """What was touched is kept at once."""
        self.keep()
        super().hideEvent(event)

    def _took_key(self, event: QKeyEvent) -> bool:
        key, focused = Qt.Key(event.key()), QApplication.focusWidget()
        commands = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if key in _ENTER and not event.isAutoRepeat():
            return self._took_enter(focused, with_control=bool(commands))
        if key is Qt.Key.Key_Z and commands and self.is_folded:
            return self.undo()
        if key is Qt.Key.Key_Escape and not event.isAutoRepeat():
            return self._took_escape(focused)
        return not self.is_folded and not is_text_field(focused) and self.form.take_answer_key(event)

    def _took_enter(self, focused: QWidget | None, *, with_control: bool) -> bool:
        if isinstance(focused, QPushButton) and focused.property("role") != "chip" and not with_control:
            focused.click()
        elif self.is_folded or (is_text_field(focused) and not with_control):
            return False
        else:
            self.submit()
        return True

    def _took_escape(self, focused: QWidget | None) -> bool:
        if is_text_field(focused):
            self.focus_line()
        elif self._place is Place.POPUP:
            self.left.emit()
        else:
            return False
        return True

    def _on_leave_clicked(self) -> None:
        if self._place is Place.POPUP:
            self.left.emit()
            return
        self._keeping.stop()
        self._show_form(self._presenter.clear())
        self.focus_line()

    def _on_attended(self) -> None:
        self._presenter.attended()

    def _on_touched(self) -> None:
        self._presenter.touched()
        self.say("")
        self._keeping.start()

    def _on_offer_taken(self) -> None:
        filled = self._presenter.continue_draft()
        if filled is not None:
            self.form.put(filled)
        self.focus_line()

    def _on_fields_opened(self, fields: QWidget) -> None:
        _bring_into_sight(fields)

    def _on_another_wanted(self) -> None:
        self.begin()
        self.focus_line()

    def _keep(self, *, leaving: bool = False) -> None:
        self._keeping.stop()
        if self.is_folded:
            return
        refused = self._presenter.keep(self.form.filled(), leaving=leaving)
        if refused is not None:
            self.say(refused.sentence)

    def _wall_now(self) -> datetime:
        return self._presenter.wall_now()

    def _twice(self, wall: datetime) -> TwiceState | None:
        return self._presenter.twice(wall)

    def _questions(self) -> MoreQuestions:
        return self._presenter.questions

    def _show_form(self, state: CheckInFormState) -> None:
        self.form.show_state(state)
        self.save.setText(state.save)
        self.leave.setText(state.leave)
        self._keys.setText(state.keys)
        self._unfold()

    def _fold(self, outcome: Saved) -> None:
        self.say("")
        self.saved_line.show_saved(outcome.line)
        self._open_part.hide()
        self.saved_line.show()
        self.form.put(Filled())
        # Not on a button: the Enter that saved may still be down.
        self.saved_line.setFocus(Qt.FocusReason.OtherFocusReason)
        # What stood above is gone: in a small window the page would now show what comes after.
        _bring_into_sight(self.saved_line)
        announce(self.saved_line, outcome.line)

    def _unfold(self) -> None:
        was_folded = self.is_folded
        self.say("")
        self.saved_line.hide()
        self._open_part.show()
        if was_folded:
            self.reopened.emit()

    def _connect(self) -> None:
        self.form.attended.connect(self._on_attended)
        self.form.touched.connect(self._on_touched)
        self.form.offer_taken.connect(self._on_offer_taken)
        self.form.fields_opened.connect(self._on_fields_opened)
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self._on_leave_clicked)
        self.saved_line.undo_wanted.connect(self.undo)
        self.saved_line.another_wanted.connect(self._on_another_wanted)
        self._keeping.timeout.connect(self._keep)

    def _lay_out(self) -> None:
        open_part = QVBoxLayout(self._open_part)
        open_part.setContentsMargins(0, 0, 0, 0)
        open_part.setSpacing(SNUG)
        self._trouble.hide()
        self.saved_line.hide()
        open_part.addWidget(FittingScroll(self.form, BESIDE) if self._place is Place.POPUP else self.form, 1)
        open_part.addLayout(self._buttons())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(TIGHT)
        layout.addWidget(self._open_part, 1)
        layout.addWidget(self.saved_line)
        layout.addWidget(self._trouble)

    def _buttons(self) -> QLayout:
        self.save.setProperty("role", "primary")
        buttons = FlowLayout()
        buttons.setSpacing(TIGHT)
        buttons.addWidget(self.save)
        if self._place is Place.TODAY:
            buttons.addWidget(self.form.more)
        buttons.addWidget(self.leave)
        row = QHBoxLayout()
        row.setSpacing(ROOM)
        if self._place is Place.POPUP:
            row.setContentsMargins(BESIDE, 0, BESIDE, 0)
            self._trouble.setContentsMargins(BESIDE, 0, BESIDE, 0)
        row.addLayout(buttons)
        self._keys.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._keys, 1)
        return row


def _bring_into_sight(part: QWidget) -> None:
    from companion.ui.widgets.reveal import reveal

    reveal(part)
