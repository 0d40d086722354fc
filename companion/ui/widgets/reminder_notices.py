"""The quiet cards that stand above Today: what passed, numbers worth a look, and one question at a time."""

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from companion.presentation.is_helping import HelpingOffer, HelpingPresenter
from companion.presentation.numbers_to_check import NumbersPresenter
from companion.presentation.reminders_passed import PassedPresenter
from companion.presentation.reminders_question import QuestionPresenter
from companion.ui.theme.tokens import SNUG
from companion.ui.widgets.card import Card
from companion.ui.widgets.is_helping_card import IsHelpingCard
from companion.ui.widgets.numbers_card import NumbersCard
from companion.ui.widgets.reminder_passed_card import ReminderPassedCard
from companion.ui.widgets.reminder_question_card import ReminderQuestionCard

_SHOWN_OR_HIDDEN = (QEvent.Type.ShowToParent, QEvent.Type.HideToParent)


class ReminderNotices(QWidget):
    """There only while one of them has something to say, and never while everything is to be calm.

    Whether the notebook helps is asked only while nothing is asked about reminders.
    """

    why_wanted = Signal()
    other_times_wanted = Signal()
    offer_wanted = Signal(HelpingOffer)

    def __init__(
        self,
        passed: PassedPresenter,
        question: QuestionPresenter,
        helping: HelpingPresenter | None = None,
        numbers: NumbersPresenter | None = None,
    ) -> None:
        super().__init__()
        self._is_calm = False
        self.passed, self.question = ReminderPassedCard(passed), ReminderQuestionCard(question)
        self.passed.why_wanted.connect(self.why_wanted)
        self.question.other_times_wanted.connect(self.other_times_wanted)
        self.helping = None if helping is None else IsHelpingCard(helping)
        if self.helping is not None:
            self.helping.offer_wanted.connect(self.offer_wanted)
        self.numbers = None if numbers is None else NumbersCard(numbers)
        if self.numbers is not None:
            self.numbers.look_wanted.connect(lambda: self.offer_wanted.emit(HelpingOffer.PEOPLE))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(SNUG)
        for card in self._cards():
            column.addWidget(card)
            card.installEventFilter(self)
        self.refresh()

    def refresh(self) -> None:
        """Shows what there is to say now."""
        self.passed.refresh()
        self.question.refresh()
        self._refresh_helping()
        if self.numbers is not None:
            self.numbers.refresh()
        self._fit()

    def be_calm(self, is_calm: bool) -> None:
        """While calm they wait."""
        self._is_calm = is_calm
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """One of them came or went."""
        if event.type() in _SHOWN_OR_HIDDEN:
            if watched is self.question:
                self._refresh_helping()
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        self.setVisible(not self._is_calm and not all(card.isHidden() for card in self._cards()))

    def _cards(self) -> list[Card]:
        cards: tuple[Card | None, ...] = (self.passed, self.question, self.helping, self.numbers)
        return [card for card in cards if card is not None]

    def _refresh_helping(self) -> None:
        if self.helping is not None and self.question.isHidden():
            self.helping.refresh()
        elif self.helping is not None:
            self.helping.hide()
