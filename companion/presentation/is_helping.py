"""The question whether the notebook helps: answers alike, and where it makes things heavier, what can be done."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from companion.application.errors import UserError
from companion.domain.is_helping import Helping
from companion.presentation.sentences import line_of
from companion.presentation.translation import _


class HelpingOffer(Enum):
    """What is offered where it makes things heavier, the gentlest first."""

    PAUSE = "pause"
    PEOPLE = "people"
    EXPORT = "export"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class HelpingState:
    """The question with its answers; or, `is_answered`, what was understood and what can be done now."""

    words: str
    detail: str = ""
    answers: tuple[tuple[Helping, str], ...] = ()
    offers: tuple[tuple[HelpingOffer, str], ...] = ()
    is_answered: bool = False


class Asking(Protocol):
    """Asks, and keeps the answer."""

    def is_waiting(self) -> bool: ...
    def answer(self, answer: Helping) -> None: ...
    def take_back(self) -> None: ...


class Resting(Protocol):
    """Can let the reminders rest."""

    def pause_for_a_week(self) -> object: ...


class HelpingPresenter:
    """Keeps the last answer as long as the card is there. `trouble` says why something could not be."""

    def __init__(self, asking: Asking, resting: Resting) -> None:
        self._asking = asking
        self._resting = resting
        self._answer: Helping | None = None
        self._is_paused = False
        self.trouble = ""

    def state(self) -> HelpingState | None:
        """What the card shows; None if there is nothing to ask, and while locked."""
        if self._answer is not None:
            return _answered(self._answer, self._is_paused)
        try:
            return _asked() if self._asking.is_waiting() else None
        except UserError:
            return None

    def answer(self, answer: Helping) -> None:
        """Keeps it; "not now" closes the card."""
        self.trouble = ""
        try:
            self._asking.answer(answer)
        except UserError as error:
            self.trouble = line_of(error)
        else:
            self._answer = None if answer is Helping.NOT_NOW else answer

    def take_back(self) -> None:
        """The question stands there again."""
        self.trouble = ""
        try:
            self._asking.take_back()
        except UserError as error:
            self.trouble = line_of(error)
        else:
            self._answer = None

    def pause(self) -> None:
        """Reminders rest for a week."""
        self.trouble = ""
        try:
            self._resting.pause_for_a_week()
        except UserError as error:
            self.trouble = line_of(error)
        else:
            self._is_paused = True

    def put_away(self) -> None:
        """The card is closed."""
        self._answer = None
        self._is_paused = False


def _asked() -> HelpingState:
    answers = (
        (Helping.HELPING, _("Helping")),
        (Helping.NEUTRAL, _("Neither")),
        (Helping.HEAVIER, _("Making things heavier")),
        (Helping.NOT_NOW, _("Not now")),
    )
    words = _("How is it to keep this notebook?")
    detail = _("Noticing oneself helps some people and weighs on others. Each answer is fine, and stays here.")
    return HelpingState(words, detail, answers)


def _answered(answer: Helping, is_paused: bool) -> HelpingState:
    if answer is Helping.HEAVIER:
        return _heavier(is_paused)
    words = _("Then it goes on as it is.") if answer is Helping.HELPING else _("Thank you. It goes on as it is.")
    return HelpingState(words, is_answered=True)


def _heavier(is_paused: bool) -> HelpingState:
    pause = () if is_paused else ((HelpingOffer.PAUSE, _("Let reminders rest for a week")),)
    others = (
        (HelpingOffer.PEOPLE, _("People and places to turn to")),
        (HelpingOffer.EXPORT, _("Take my notes with me")),
        (HelpingOffer.DELETE, _("Delete everything")),
    )
    detail = _("You owe it nothing: a rest is always possible, and so is stopping.")
    if is_paused:
        detail = _("Reminders rest for a week. Nothing has to be noted.")
    return HelpingState(_("Thank you for saying so."), detail, (), (*pause, *others), is_answered=True)
