"""Asking once in a while whether keeping this notebook helps: noticing oneself can also make things heavier."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from companion.domain.moment import Moment

FIRST_AFTER_DAYS = 14
AGAIN_AFTER = timedelta(days=60)
LATER = timedelta(days=14)


class Helping(Enum):
    """What the person answered; NOT_NOW that they would rather not."""

    HELPING = "helping"
    NEUTRAL = "neutral"
    HEAVIER = "heavier"
    NOT_NOW = "not_now"


@dataclass(frozen=True, slots=True)
class HelpingAnswer:
    """That it was asked and answered, and when."""

    id: str
    at: Moment
    answer: Helping


def is_to_ask(first_day: date | None, today: date, answers: Sequence[HelpingAnswer], now: Moment) -> bool:
    """On the fourteenth day after the first check-in, and 60 days after each answer; "not now" rests for 14.

    Monitoring can be a burden (Astill Wright et al., 2025, JMIR Ment Health 12:e79500).
    """
    if first_day is None or (today - first_day).days < FIRST_AFTER_DAYS:
        return False
    if not answers:
        return True
    last = max(answers, key=lambda each: each.at.utc)
    return now.utc - last.at.utc >= (LATER if last.answer is Helping.NOT_NOW else AGAIN_AFTER)
