"""What became of a prompt, in neutral words for every state and reason."""

import pytest

from companion.domain.prompt import PromptRecord, PromptState, Reason, Transition
from companion.presentation.prompt_words import prompt_words, step_words
from tests.support.builders import a_moment
from tests.support.screen_checks import FORBIDDEN
from tests.support.store import a_prompt


def record(*states: PromptState, reason: Reason | None = None) -> PromptRecord:
    prompt = a_prompt()
    steps = [Transition(prompt.id, state, a_moment()) for state in states]
    steps[-1] = Transition(prompt.id, states[-1], a_moment(), reason)
    return PromptRecord(prompt, tuple(steps))


def test_a_prompt_that_was_not_answered_says_so_and_no_more() -> None:
    assert prompt_words(record(PromptState.PLANNED, PromptState.SHOWN, PromptState.EXPIRED)) == "not answered"


def test_a_prompt_that_is_open_waits() -> None:
    assert prompt_words(record(PromptState.PLANNED, PromptState.DUE, PromptState.SHOWN)) == "waiting for you"


def test_a_prompt_that_was_put_off_says_so_until_it_is_back() -> None:
    put_off = (PromptState.PLANNED, PromptState.DUE, PromptState.SHOWN, PromptState.SNOOZED)
    assert prompt_words(record(*put_off)) == "put off once"
    assert prompt_words(record(*put_off, PromptState.DUE, PromptState.SHOWN)) == "waiting for you"


def test_a_prompt_that_was_held_back_says_why() -> None:
    held = record(PromptState.PLANNED, PromptState.SUPPRESSED, reason=Reason.QUIET_HOURS)
    assert prompt_words(held) == "held back: quiet hours"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_has_kind_words_of_its_own(reason: Reason) -> None:
    said = step_words(Transition("p", PromptState.SUPPRESSED, a_moment(), reason))
    others = {step_words(Transition("p", PromptState.SUPPRESSED, a_moment(), o)) for o in Reason if o is not reason}
    assert said not in others
    assert not set(FORBIDDEN) & set(said.lower().split())


@pytest.mark.parametrize("state", PromptState)
def test_every_state_has_words(state: PromptState) -> None:
    assert step_words(Transition("p", state, a_moment()))
