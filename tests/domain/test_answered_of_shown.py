"""Answered of shown: a closed computer is no refusal."""

from companion.domain.answered_of_shown import AnsweredOfShown, answered_by_reminder, answered_of_shown
from companion.domain.prompt import PromptRecord, PromptState, Transition
from tests.support.builders import a_moment
from tests.support.store import a_prompt, planned

SHOWN = (PromptState.DUE, PromptState.SHOWN)


def lived(number: int, *states: PromptState) -> PromptRecord:
    record = planned(a_prompt(number))
    later = tuple(Transition(record.prompt.id, state, a_moment()) for state in states)
    return PromptRecord(record.prompt, (*record.transitions, *later))


RECORDS = [
    lived(1, *SHOWN, PromptState.ANSWERED),
    lived(2, *SHOWN, PromptState.DECLINED),
    lived(3, *SHOWN, PromptState.SNOOZED, *SHOWN, PromptState.EXPIRED),
    lived(4, PromptState.SUPPRESSED),
    lived(5, PromptState.ASLEEP),
    lived(6, PromptState.REPLACED),
    lived(7, *SHOWN),
    lived(8),
]


def test_only_what_is_over_counts_and_what_was_replaced_does_not() -> None:
    assert answered_of_shown(RECORDS) == AnsweredOfShown(answered=1, shown=3, planned=5)


def test_the_share_is_answered_of_shown_and_none_where_none_was_shown() -> None:
    assert answered_of_shown(RECORDS).share == 1 / 3
    assert answered_of_shown([]).share is None


def test_each_reminder_has_its_own() -> None:
    assert answered_by_reminder(RECORDS) == {RECORDS[0].prompt.reminder_id: AnsweredOfShown(1, 3, 5)}
