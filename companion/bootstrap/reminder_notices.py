"""The quiet cards on Today, about reminders and what else is asked once in a while: made when one has words."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.events import (
    PeopleChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
)
from companion.application.reminder_changes import ReminderChanges
from companion.application.reminder_questions import ReminderQuestions
from companion.presentation.numbers_to_check import NumbersPresenter
from companion.presentation.reminders_question import QuestionPresenter

if TYPE_CHECKING:
    from companion.bootstrap.core import Core
    from companion.presentation.is_helping import HelpingOffer, HelpingPresenter, Resting
    from companion.presentation.reminders_passed import PassedPresenter
    from companion.ui.screens.today import TodayScreen
    from companion.ui.widgets.reminder_notices import ReminderNotices


def make_question(core: Core) -> QuestionPresenter:
    """The question about reminders, which Today and the Reminders screen show alike."""
    return QuestionPresenter(make_questions(core))


def make_questions(core: Core) -> ReminderQuestions:
    """What there is to ask about reminders, and how many a day to offer."""
    changes = ReminderChanges(core.vault, core.clock, core.bus, core.plan_file)
    return ReminderQuestions(core.vault, core.clock, core.ids, changes)


def make_helping(core: Core, resting: Resting) -> HelpingPresenter:
    """The question whether the notebook helps."""
    from companion.application.is_helping import IsHelpingService
    from companion.presentation.is_helping import HelpingPresenter

    return HelpingPresenter(IsHelpingService(core.vault, core.clock, core.ids), resting)


class Notices:
    """Looks when Today is gone to and when reminders changed, not at every check-in: it reads weeks of the ledger.

    `go_to` leads to the Reminders screen, with True to why it asked; `take_up` to what is offered where it is heavy.
    """

    def __init__(
        self,
        core: Core,
        today: TodayScreen,
        question: QuestionPresenter,
        passed: PassedPresenter,
        go_to: Callable[[bool], None],
        helping: HelpingPresenter,
        take_up: Callable[[HelpingOffer], None],
    ) -> None:
        self._today = today
        self._question = question
        self._passed = passed
        self._go_to = go_to
        self._helping = helping
        self._take_up = take_up
        self._numbers = NumbersPresenter(core.people)
        self._cards: ReminderNotices | None = None
        self._is_over = False
        for news in (PeopleChanged, RemindersChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked):
            core.bus.listen(news, lambda _news: self.look())
        passed.attach(self.look)

    def end(self) -> None:
        """Today is made again, and has others."""
        self._is_over = True

    def look(self) -> None:
        """Shows what there is to say now."""
        if self._is_over:
            return
        if self._cards is not None:
            self._cards.refresh()
        elif self._has_something_to_say():
            self._cards = self._made()

    def _has_something_to_say(self) -> bool:
        asked = self._question.state() is not None or self._helping.state() is not None
        return asked or bool(self._passed.state() or self._numbers.state())

    def _made(self) -> ReminderNotices:
        from companion.ui.widgets.reminder_notices import ReminderNotices

        cards = ReminderNotices(self._passed, self._question, self._helping, self._numbers)
        cards.offer_wanted.connect(self._take_up)
        cards.other_times_wanted.connect(lambda: self._go_to(False))
        cards.why_wanted.connect(lambda: self._go_to(True))
        self._today.put_notices(cards)
        return cards
