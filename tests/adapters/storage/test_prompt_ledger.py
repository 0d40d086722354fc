"""The ledger: append-only, one end to each prompt, and quick to say what is unfinished."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from sqlcipher3.dbapi2 import IntegrityError

from companion.adapters.storage.vault import SqliteVault
from companion.domain.prompt import PromptState, Reason, Transition
from tests.support.builders import a_moment
from tests.support.store import a_prompt, a_vault


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """One planned prompt."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.ledger.plan([a_prompt()], a_moment(1))
    return vault


def line(state: PromptState, hours_ago: float = 0, reason: Reason | None = None) -> Transition:
    return Transition(a_prompt().id, state, a_moment(hours_ago), reason)


def test_a_prompt_is_kept_whole_with_its_transitions_in_order(vault: SqliteVault) -> None:
    lines = [line(PromptState.DUE), line(PromptState.SUPPRESSED, reason=Reason.FULL_SCREEN)]
    with vault.writing() as store:
        assert [store.ledger.append(each) for each in lines] == [True, True]
        record = store.ledger.record(a_prompt().id)
    assert record is not None
    assert record.prompt == a_prompt()
    assert record.transitions == (line(PromptState.PLANNED, 1), *lines)


def test_planning_again_leaves_a_prompt_as_it_is(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.ledger.append(line(PromptState.SHOWN))
        store.ledger.plan([a_prompt(hours_ago=5)], a_moment())
        record = store.ledger.record(a_prompt().id)
    assert record is not None
    assert (record.prompt.at, record.state) == (a_moment(), PromptState.SHOWN)


@pytest.mark.parametrize("final", [state for state in PromptState if state.is_final])
def test_nothing_follows_a_final_state(vault: SqliteVault, final: PromptState) -> None:
    with vault.writing() as store:
        assert store.ledger.append(line(final))
        assert [store.ledger.append(line(state)) for state in PromptState] == [False] * len(PromptState)
        assert store.ledger.unfinished() == []
        record = store.ledger.record(a_prompt().id)
    assert record is not None
    assert (record.state, len(record.transitions)) == (final, 2)


def test_an_unknown_prompt_has_no_lines(vault: SqliteVault) -> None:
    with vault.writing() as store:
        assert not store.ledger.append(Transition("unknown", PromptState.DUE, a_moment()))
        assert store.ledger.record("unknown") is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger SET state = 'shown'",
        "DELETE FROM ledger",
        "INSERT OR REPLACE INTO ledger SELECT number, prompt_id, 'answered', NULL, 0, 0, NULL FROM ledger",
        "UPDATE prompt SET at_us = 0",
        "DELETE FROM prompt",
    ],
)
def test_the_database_itself_refuses_to_change_the_ledger(vault: SqliteVault, statement: str) -> None:
    with pytest.raises(IntegrityError), vault.writing():
        vault.opened().connection.execute(statement)
    with vault.reading() as store:
        assert [record.state for record in store.ledger.unfinished()] == [PromptState.PLANNED]


def test_the_database_itself_refuses_a_second_end(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.ledger.append(line(PromptState.ANSWERED))
    with pytest.raises(IntegrityError), vault.writing():
        vault.opened().connection.execute(
            "INSERT INTO ledger (prompt_id, state, at_us, at_offset) VALUES (?, 'expired', 0, 0)", (a_prompt().id,)
        )


def test_prompts_come_by_due_time(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.ledger.plan([a_prompt(number, hours_ago=number) for number in (2, 5, 3)], a_moment(9))
        store.ledger.append(Transition(a_prompt(3).id, PromptState.ASLEEP, a_moment()))
        ledger = store.ledger
        assert [r.prompt.at for r in ledger.unfinished()] == [a_moment(5), a_moment(2)]
        assert [r.prompt.at for r in ledger.on_day(date(2026, 11, 22))] == [a_moment(5), a_moment(3), a_moment(2)]
        assert [r.prompt.at for r in ledger.between(a_moment(5).utc, a_moment(2).utc)] == [a_moment(5), a_moment(3)]
        assert len(ledger.between(None, None)) == 3
        assert ledger.on_day(date(2026, 11, 23)) == []


def test_the_last_planned_day_is_remembered_even_if_it_had_no_prompts(vault: SqliteVault) -> None:
    with vault.writing() as store:
        assert store.ledger.last_planned_day() is None
        for day in (date(2026, 11, 22), date(2026, 11, 21), date(2026, 11, 22)):
            store.ledger.mark_planned(day)
        assert store.ledger.last_planned_day() == date(2026, 11, 22)


def test_when_a_prompt_was_last_shown(vault: SqliteVault) -> None:
    with vault.writing() as store:
        assert store.ledger.last_shown() is None
        store.ledger.append(line(PromptState.SHOWN, 0.5))
        store.ledger.append(line(PromptState.SNOOZED, 0.4))
        store.ledger.append(line(PromptState.SHOWN, 0.1))
        assert store.ledger.last_shown() == a_moment(0.1)


def test_a_line_is_known_by_prompt_state_and_instant(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.ledger.append(line(PromptState.SHOWN))
        later = Transition(a_prompt().id, PromptState.SHOWN, a_moment(-timedelta(seconds=1) / timedelta(hours=1)))
        found = [store.ledger.has_line(each) for each in (line(PromptState.SHOWN), line(PromptState.DUE), later)]
    assert found == [True, False, False]


def test_only_what_is_due_or_suppressed_has_a_reason(vault: SqliteVault) -> None:
    with vault.writing() as store:
        assert store.ledger.append(line(PromptState.DUE, reason=Reason.TYPING))
        record = store.ledger.record(a_prompt().id)
    assert record is not None
    assert record.transitions[-1] == line(PromptState.DUE, reason=Reason.TYPING)
    for state in set(PromptState) - {PromptState.DUE, PromptState.SUPPRESSED}:
        with pytest.raises(IntegrityError), vault.writing() as store:
            store.ledger.append(line(state, reason=Reason.TYPING))


def test_a_prompt_that_asks_only_after_silence_comes_back_as_it_was(vault: SqliteVault) -> None:
    prompt = replace(a_prompt(2), silence_minutes=180)
    with vault.writing() as store:
        store.ledger.plan([prompt], a_moment())
        record = store.ledger.record(prompt.id)
    assert record is not None
    assert record.prompt == prompt


def test_days_with_prompts_come_newest_first(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.ledger.plan([a_prompt(number, 24 * number) for number in (2, 3, 5)], a_moment())
        newest = store.ledger.days_before(None, 3)
        assert [day.day for day in newest] == [22, 20, 19]
        assert [day.day for day in store.ledger.days_before(newest[-1], 3)] == [17]
