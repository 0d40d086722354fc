"""A card with one question to reflect on; the field to answer it opens in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from companion.presentation.checkin_form import Refused
from companion.presentation.note_prompts import to_grounding
from companion.presentation.reflection import KeptReflection, ReflectionPresenter, ReflectionState
from companion.presentation.translation import _
from companion.ui.theme.theme import Theme
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import label
from companion.ui.widgets.links import link
from companion.ui.widgets.saved_line import SavedLine
from companion.ui.widgets.wrapped_link import WrappedLink

_FIELD_HEIGHT = 110.0
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ReflectionCard(Card):
    """Says `gone` when the person wants none today, `grounding_wanted` when it stirs too much up.

    While something is written in it, another question waits.
    """

    gone = Signal()
    grounding_wanted = Signal()

    def __init__(self, presenter: ReflectionPresenter, theme: Theme) -> None:
        super().__init__()
        self._presenter = presenter
        self._theme = theme
        self._state: ReflectionState | None = None
        self._kept: KeptReflection | None = None
        self._put_away: tuple[ReflectionState, str, bool] | None = None
        self._question = label("", "body")
        self.field = QPlainTextEdit()
        for words in (self._question, self.field):
            words.setProperty("personal", True)  # a note's own words
        self.field.setTabChangesFocus(True)
        self.write = QPushButton()
        self.keep = QPushButton(_("Keep it"))
        self.keep.setProperty("role", "primary")
        self.fold = link(_("Fold"))
        self.not_today = link(_("or not today"))
        self.grounding = WrappedLink(to_grounding(), theme)
        self.saved_line = SavedLine(offers_another=False)
        self._trouble = label()
        self._buttons = QWidget()
        self._lay_out()
        self._connect()
        self._fit_text()
        self._show_parts(is_open=False)

    @property
    def is_in_use(self) -> bool:
        """True while there is something in it that must not go: words not kept yet, or kept just now."""
        return self._kept is not None or bool(self.field.toPlainText().strip())

    @property
    def trouble(self) -> str:
        """The calm line that is shown, or ""."""
        return "" if self._trouble.isHidden() else self._trouble.text()

    def refresh(self) -> bool:
        """Shows the question of this moment. False if there is none to show."""
        if self._put_away is not None:
            self._bring_back(*self._put_away)
        if self.is_in_use:
            return True
        self._show_question(self._presenter.state())
        return self._state is not None

    def put_away(self) -> None:
        """It is locked: nothing of it is to be seen or found. What was half written waits for the next `refresh`."""
        text = self.field.toPlainText()
        if self._state is not None and self._kept is None and text.strip():
            self._put_away = self._state, text, not self.field.isHidden()
        self._kept = None
        self.saved_line.show_saved("")
        self._show_question(None)
        self.field.clear()
        self._show_parts(is_open=False)

    def begin(self) -> bool:
        """The keyboard where it is answered; False once it was."""
        if self._kept is not None:
            return False
        self._on_write_clicked()
        return True

    def begin_anew(self) -> None:
        """What was kept is kept: the card is free for another question."""
        if self._kept is not None:
            self._kept = None
            self.field.clear()
            self._show_parts(is_open=False)

    def undo(self, reflection_id: str) -> bool:
        """Takes that one back, if it is what was kept here just now; what was written stands open again."""
        is_here = self._kept is not None and self._kept.reflection.id == reflection_id
        if is_here:
            self._on_undo_wanted()
        return is_here

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter keeps what is written, Esc folds the field; what stands in it stays."""
        is_open, has_control = not self.field.isHidden(), event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if is_open and has_control and event.key() in _ENTER and not event.isAutoRepeat():
            self._on_keep_clicked()
        elif is_open and event.key() == Qt.Key.Key_Escape:
            self._on_fold_clicked()
        else:
            super().keyPressEvent(event)

    def _bring_back(self, state: ReflectionState, text: str, is_open: bool) -> None:
        self._put_away = None
        self._show_question(state)
        self.field.setPlainText(text)
        self._show_parts(is_open=is_open)

    def _show_question(self, state: ReflectionState | None) -> None:
        self._state = state
        question = "" if state is None else state.question
        self._question.setText(question)
        self.field.setAccessibleName(question)

    def _on_write_clicked(self) -> None:
        self._show_parts(is_open=True)
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_fold_clicked(self) -> None:
        self._show_parts(is_open=False)
        self.write.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_keep_clicked(self) -> None:
        if self._state is None:
            return
        outcome = self._presenter.keep(self._state, self.field.toPlainText())
        if isinstance(outcome, Refused):
            self._say(outcome.sentence)
            return
        self._kept = outcome
        self._show_parts(is_open=False)
        self.saved_line.show_saved(outcome.line)
        # Not on a button: the Enter that saved may still be down.
        self.saved_line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self.saved_line, outcome.line)

    def _on_undo_wanted(self) -> None:
        if self._kept is None:
            return
        trouble = self._presenter.take_back(self._kept)
        if trouble:
            self._say(trouble)
            return
        self._kept = None
        self._on_write_clicked()

    def _on_not_today_clicked(self) -> None:
        trouble = self._presenter.not_today()
        self._say(trouble)
        if not trouble:
            self.gone.emit()

    def _show_parts(self, *, is_open: bool) -> None:
        is_kept, has_words = self._kept is not None, bool(self.field.toPlainText().strip())
        self._say("")
        self.write.setText(_("Go on writing") if has_words else _("Write a few lines"))
        self.field.setVisible(is_open)
        self.keep.setVisible(is_open)
        self.fold.setVisible(is_open)
        self.write.setVisible(not is_open and not is_kept)
        self.not_today.setVisible(not is_open and not has_words)
        self._buttons.setVisible(not is_kept)
        self.grounding.setVisible(not is_kept)
        self.saved_line.setVisible(is_kept)

    def _say(self, sentence: str) -> None:
        self._trouble.setText(sentence)
        self._trouble.setVisible(bool(sentence))
        announce(self._trouble, sentence)

    def _connect(self) -> None:
        self.write.clicked.connect(self._on_write_clicked)
        self.keep.clicked.connect(self._on_keep_clicked)
        self.fold.clicked.connect(self._on_fold_clicked)
        self.not_today.clicked.connect(self._on_not_today_clicked)
        self.grounding.clicked.connect(self.grounding_wanted)
        self.saved_line.undo_wanted.connect(self._on_undo_wanted)
        self._theme.changed.connect(self._fit_text)

    def _lay_out(self) -> None:
        row = FlowLayout(self._buttons)
        for part in (self.write, self.keep, self.not_today, self.fold):
            row.addWidget(part)
        self.body.addWidget(label(_("To reflect on"), "small", "muted"))
        self.body.addWidget(self._question)
        self.body.addWidget(self.field)
        self.body.addWidget(self._buttons)
        self.body.addWidget(self.saved_line)
        self.body.addWidget(self._trouble)
        self.body.addWidget(self.grounding)

    def _fit_text(self) -> None:
        self.field.setFixedHeight(self._theme.px(_FIELD_HEIGHT))
