"""Two neutral questions about reminders: whether fewer would be better, and whether it is time for a rest."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import Enum

from companion.domain.answered_of_shown import answered_of_shown
from companion.domain.moment import Moment
from companion.domain.prompt import PromptRecord, PromptState

LEARNING_DAYS = 14
OFFERED_A_DAY, OFFERED_WHILE_LEARNING, OFFERED_AT_REST = 4, 5, 2

FEW_ANSWERS_DAYS = timedelta(days=5)
FEW_ANSWERS_SHARE = 0.25
LEAST_SHOWN = 5
NOT_AGAIN_FOR = timedelta(days=28)

ASKED_DAYS_BEFORE_REST = 28
BURST_DAYS = 14
QUARTER_DAYS = 91
DAYS_TO_LOOK_AT = 36  # longer than any run that is asked about
A_BREAK = timedelta(days=7)


class Question(Enum):
    """What is asked; after any of them nothing more is asked for 28 days."""

    FEW_ANSWERS = "few_answers"
    REST = "rest"


class Choice(Enum):
    """What the person may answer. AS_IT_IS also stands for closing the question."""

    FEWER = "fewer"
    OTHER_TIMES = "other_times"
    NONE = "none"
    TWO_A_DAY = "two_a_day"
    A_WEEK_OFF = "a_week_off"
    BURSTS = "bursts"
    AS_IT_IS = "as_it_is"


CHOICES: dict[Question, tuple[Choice, ...]] = {
    Question.FEW_ANSWERS: (Choice.FEWER, Choice.OTHER_TIMES, Choice.NONE, Choice.AS_IT_IS),
    Question.REST: (Choice.TWO_A_DAY, Choice.A_WEEK_OFF, Choice.BURSTS, Choice.AS_IT_IS),
}
"""The choices of each question; the first one is the suggestion."""


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """That a question was answered, when, and how."""

    id: str
    question: Question
    at: Moment
    choice: Choice


def has_few_answers(records: Iterable[PromptRecord], unchanged_since: datetime, now: datetime) -> bool:
    """True if of the prompts shown in the last five days less than a quarter was answered.

    The reminders have been as they are for as long, and at least five prompts were shown.
    """
    since = now - FEW_ANSWERS_DAYS
    if unchanged_since > since:
        return False
    counted = answered_of_shown(record for record in records if _was_shown_between(record, since, now))
    return counted.shown >= LEAST_SHOWN and (counted.share or 0) < FEW_ANSWERS_SHARE


def needs_rest(shown_days: Iterable[date], asked: Sequence[AskedQuestion], today: date) -> bool:
    """True if reminders came for 28 days, or through a burst of 14, without a week's break.

    `shown_days` are the calendar dates on which a prompt was shown.
    """
    begun = _begin_of_run(shown_days, today)
    if begun is None:
        return False
    rests = [each for each in asked if each.question is Question.REST]
    is_burst = bool(rests) and max(rests, key=lambda each: each.at.utc).choice is Choice.BURSTS
    return (today - begun).days >= (BURST_DAYS if is_burst else ASKED_DAYS_BEFORE_REST)


def may_ask(asked: Iterable[AskedQuestion], now: datetime) -> bool:
    """False within 28 days after a question was answered; a clock that was set back does not silence them."""
    return not any(timedelta(0) <= now - each.at.utc < NOT_AGAIN_FOR for each in asked)


def is_learning(day: date, first_day: date) -> bool:
    """True on the person's first fourteen days, which are never compared with later ones.

    Variability falls in the first two weeks of rating oneself, whatever changes otherwise.
    """
    return 0 <= (day - first_day).days < LEARNING_DAYS


def offered_a_day(today: date, first_day: date | None) -> int:
    """How many prompts a day to offer: 4, and 5 in the fortnight from `first_day`, that of the first check-in."""
    is_early = first_day is None or is_learning(today, first_day)
    return OFFERED_WHILE_LEARNING if is_early else OFFERED_A_DAY


def _was_shown_between(record: PromptRecord, since: datetime, now: datetime) -> bool:
    shown = record.first(PromptState.SHOWN)
    return shown is not None and since <= shown.utc <= now


def _begin_of_run(days: Iterable[date], today: date) -> date | None:
    """The first day of the last run of days without a week's break in it that reaches up to now."""
    begin = today
    found = None
    for day in sorted({day for day in days if day <= today}, reverse=True):
        if begin - day > A_BREAK:
            break
        begin = found = day
    return found
