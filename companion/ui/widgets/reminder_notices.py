"""The quiet cards about reminders that stand above Today: what passed, and the one question."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.reminders_passed import PassedPresenter
from companion.presentation.reminders_question import QuestionPresenter
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.reminder_passed_card import ReminderPassedCard
from companion.ui.widgets.reminder_question_card import ReminderQuestionCard

_SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class ReminderNotices(QWidget):
    """There only while one of them has something to say, and never while everything is to be calm."""

    why_wanted = Signal()
    other_times_wanted = Signal()

    def __init__(self, passed: PassedPresenter, question: QuestionPresenter) -> None:
        super().__init__()
        self._is_calm = False
        self.passed, self.question = ReminderPassedCard(passed), ReminderQuestionCard(question)
        self.passed.why_wanted.connect(self.why_wanted)
        self.question.other_times_wanted.connect(self.other_times_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        for card in (self.passed, self.question):
            column.addWidget(card)
            card.installEventFilter(self)
        self.refresh()

    def refresh(self) -> None:
        """Shows what there is to say now."""
        self.passed.refresh()
        self.question.refresh()
        self._fit()

    def be_calm(self, is_calm: bool) -> None:
        """While calm they wait."""
        self._is_calm = is_calm
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One of them came or went."""
        if event.type() in _SHOWN_OR_HIDDEN:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setVisible(not self._is_calm and not (self.passed.isHidden() and self.question.isHidden()))
