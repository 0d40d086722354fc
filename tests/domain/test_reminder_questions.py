"""When something is asked about the reminders themselves."""

from datetime import date, timedelta

import pytest

from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.reminder_questions import (
    CHOICES,
    AskedQuestion,
    Choice,
    Question,
    has_few_answers,
    is_learning,
    may_ask,
    needs_rest,
    offered_a_day,
)
from tests.support.builders import a_moment
from tests.support.store import a_prompt, planned

TODAY = date(2026, 11, 22)
NOW = a_moment().utc
A_DAY = 24


def shown(number: int, hours_ago: float, end: PromptState) -> PromptRecord:
    record = planned(a_prompt(number, hours_ago))
    states = (PromptState.DUE, PromptState.SHOWN, end)
    later = tuple(Transition(record.prompt.id, state, a_moment(hours_ago)) for state in states)
    return PromptRecord(record.prompt, (*record.transitions, *later))


def prompts(answered: int, of: int, hours_ago: float = 24) -> list[PromptRecord]:
    ends = [PromptState.ANSWERED] * answered + [PromptState.EXPIRED] * (of - answered)
    return [shown(number, hours_ago, end) for number, end in enumerate(ends)]


def few(records: list[PromptRecord], days_unchanged: float = 5) -> bool:
    return has_few_answers(records, a_moment(days_unchanged * A_DAY).utc, NOW)


@pytest.mark.parametrize(("answered", "of", "are_few"), [(0, 5, True), (1, 5, True), (1, 4, False), (5, 20, False)])
def test_less_than_a_quarter_of_at_least_five_is_few(answered: int, of: int, are_few: bool) -> None:
    assert few(prompts(answered, of)) is are_few


def test_what_was_shown_longer_ago_than_five_days_does_not_count() -> None:
    assert not few(prompts(0, 9, hours_ago=5 * A_DAY + 1))


def test_reminders_that_were_changed_meanwhile_get_their_five_days() -> None:
    assert not few(prompts(0, 9), days_unchanged=4.9)


def test_prompts_that_nobody_saw_count_for_nothing() -> None:
    asleep = [
        PromptRecord(r.prompt, (*r.transitions[:1], Transition(r.prompt.id, PromptState.ASLEEP, r.transitions[0].at)))
        for r in prompts(0, 9)
    ]
    assert not few(asleep)


def days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in ago]


def asked(question: Question, choice: Choice, days_ago: float) -> AskedQuestion:
    return AskedQuestion("id", question, a_moment(days_ago * A_DAY), choice)


def test_after_28_days_of_being_asked_a_rest_is_suggested() -> None:
    assert needs_rest(days(*range(29)), [], TODAY)
    assert not needs_rest(days(*range(28)), [], TODAY)


def test_days_off_in_between_are_no_rest_and_a_week_is() -> None:
    assert needs_rest(days(0, 7, 14, 21, 28), [], TODAY)
    assert not needs_rest(days(0, 8, *range(15, 40)), [], TODAY)


def test_without_prompts_for_more_than_a_week_nobody_is_asked() -> None:
    assert not needs_rest(days(*range(8, 40)), [], TODAY)
    assert not needs_rest([], [], TODAY)


def test_in_bursts_it_is_suggested_after_fourteen_days() -> None:
    bursts = [asked(Question.REST, Choice.AS_IT_IS, 200), asked(Question.REST, Choice.BURSTS, 91)]
    assert needs_rest(days(*range(15)), bursts, TODAY)
    assert not needs_rest(days(*range(14)), bursts, TODAY)
    assert not needs_rest(days(*range(15)), [*bursts, asked(Question.REST, Choice.TWO_A_DAY, 40)], TODAY)


def test_a_clock_that_was_ahead_leaves_days_that_do_not_count() -> None:
    assert not needs_rest(days(-3, -2, -1, 0), [], TODAY)


@pytest.mark.parametrize("question", Question)
def test_after_an_answer_nothing_is_asked_for_28_days(question: Question) -> None:
    assert may_ask([], NOW)
    assert not may_ask([asked(question, Choice.AS_IT_IS, 27.9)], NOW)
    assert may_ask([asked(question, Choice.AS_IT_IS, 28)], NOW)
    assert may_ask([asked(question, Choice.AS_IT_IS, -1)], NOW)


def test_fewer_is_what_is_suggested_and_everything_can_stay() -> None:
    assert CHOICES[Question.FEW_ANSWERS][0] is Choice.FEWER
    assert all(choices[-1] is Choice.AS_IT_IS for choices in CHOICES.values())


def test_the_first_fourteen_days_are_for_learning() -> None:
    first = TODAY - timedelta(days=13)
    assert is_learning(TODAY, first)
    assert not is_learning(TODAY, first - timedelta(days=1))
    assert not is_learning(first - timedelta(days=1), first)
    assert [offered_a_day(TODAY, day) for day in (None, first, first - timedelta(days=1))] == [5, 5, 4]
