"""Pausing reminders: the choices there are, what each does, and until when a pause holds, in words."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from companion.presentation.date_words import DateWords, when_text
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.domain.moment import Moment

AN_HOUR = timedelta(hours=1)


class PauseChoice(Enum):
    """How long reminders may pause."""

    HOUR = "hour"
    TOMORROW = "tomorrow"
    WEEK = "week"
    UNTIL_I_SAY = "until_i_say"
    NOT_TODAY = "not_today"


class Pausing(Protocol):
    """What can pause them."""

    def pause_for(self, length: timedelta) -> object: ...
    def pause_until_tomorrow(self) -> object: ...
    def pause_for_a_week(self) -> object: ...
    def pause_until_i_say(self) -> object: ...
    def not_today(self) -> object: ...


def pause_choices() -> tuple[tuple[PauseChoice, str], ...]:
    """The choices in the order of a menu, with their words."""
    return (
        (PauseChoice.NOT_TODAY, _("Not today")),
        (PauseChoice.HOUR, _("For an hour")),
        (PauseChoice.TOMORROW, _("Until tomorrow")),
        (PauseChoice.WEEK, _("For a week")),
        (PauseChoice.UNTIL_I_SAY, _("Until I end it")),
    )


def begin_pause(rounds: Pausing, choice: PauseChoice) -> None:
    """Pauses them as chosen."""
    match choice:
        case PauseChoice.HOUR:
            rounds.pause_for(AN_HOUR)
        case PauseChoice.TOMORROW:
            rounds.pause_until_tomorrow()
        case PauseChoice.WEEK:
            rounds.pause_for_a_week()
        case PauseChoice.UNTIL_I_SAY:
            rounds.pause_until_i_say()
        case PauseChoice.NOT_TODAY:
            rounds.not_today()


def pause_end(until: Moment, now: datetime, words: DateWords) -> str:
    """Such as "tomorrow at 04:00"; "" for a pause that only the person ends."""
    from companion.domain.pause import UNTIL_I_SAY  # Today says it too, and few starts are in a pause

    return "" if until.utc >= UNTIL_I_SAY.utc else when_text(words, until.local, now)
