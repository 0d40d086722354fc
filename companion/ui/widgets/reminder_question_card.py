"""The card with the one question about reminders: each answer is one click, and can be taken back."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from companion.domain.reminder_questions import Choice
from companion.presentation.reminders_question import AnsweredState, QuestionPresenter, QuestionState
from companion.presentation.translation import _
from companion.ui.theme.tokens import TIGHT
from companion.ui.widgets.announce import announce
from companion.ui.widgets.card import Card
from companion.ui.widgets.flow_layout import FlowLayout
from companion.ui.widgets.labels import heading, label
from companion.ui.widgets.links import link


class ReminderQuestionCard(Card):
    """Hidden where there is nothing to ask. `other_times_wanted` says that the person wants to choose times."""

    other_times_wanted = Signal()

    def __init__(self, presenter: QuestionPresenter) -> None:
        super().__init__()
        self._presenter = presenter
        self._question = heading()
        self._detail = label("", "body", "muted")
        self._trouble = label()
        self.buttons: dict[Choice, QPushButton] = {}
        self._row = QWidget()
        self._flow = FlowLayout(self._row)
        self.undo, self.close_link = link(_("Undo")), link(_("Close"))
        self.undo.clicked.connect(self._on_undo_clicked)
        self.close_link.clicked.connect(self._on_close_clicked)
        self._after = QWidget()
        after = FlowLayout(self._after)
        after.setSpacing(TIGHT)
        for button in (self.undo, self.close_link):
            after.addWidget(button)
        for part in (self._question, self._detail, self._row, self._after, self._trouble):
            self.body.addWidget(part)
        self.hide()

    def refresh(self) -> None:
        """Shows what is to be asked now, or what came of the answer; hides where there is neither."""
        state = self._presenter.state()
        self.setVisible(state is not None)
        self._row.setVisible(isinstance(state, QuestionState))
        self._after.setVisible(isinstance(state, AnsweredState))
        self._detail.setVisible(isinstance(state, QuestionState))
        self._trouble.setText(self._presenter.trouble)
        self._trouble.setVisible(bool(self._presenter.trouble))
        if isinstance(state, QuestionState):
            self._question.setText(state.question)
            self._detail.setText(state.detail)
            self._offer(state)
        elif isinstance(state, AnsweredState):
            self._question.setText(state.line)
            self.undo.setVisible(state.may_undo)

    def _offer(self, state: QuestionState) -> None:
        """The first is suggested by its place alone: none of them is marked."""
        if tuple(self.buttons) == tuple(choice for choice, _words in state.choices):
            return
        for button in self.buttons.values():
            self._flow.removeWidget(button)
            button.hide()
            button.deleteLater()
        self.buttons = {}
        for choice, words in state.choices:
            button = QPushButton(words)
            button.clicked.connect(lambda _checked=False, choice=choice: self._on_answered(choice))
            self._flow.addWidget(button)
            self.buttons[choice] = button

    def _on_answered(self, choice: Choice) -> None:
        self._presenter.answer(choice)
        self.refresh()
        if not self._row.isHidden():
            return
        self.undo.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self._question, self._question.text())
        if choice is Choice.OTHER_TIMES:
            self.other_times_wanted.emit()

    def _on_undo_clicked(self) -> None:
        self._presenter.take_back()
        self.refresh()
        first = next(iter(self.buttons.values()), None)
        if first is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_close_clicked(self) -> None:
        self._presenter.put_away()
        self.refresh()
