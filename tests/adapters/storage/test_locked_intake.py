"""The locked ledger: moved on by the spool's names, open to answers, closed to plans."""

from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.locked_intake import LockedIntake
from companion.adapters.storage.plan_file import Plan, PlanFile
from companion.adapters.storage.spool_piece import PauseSet, PieceName, name_of
from companion.application.errors import Trouble, UserError
from companion.domain.hold_rules import HoldRules
from companion.domain.pause import Pause
from companion.domain.prompt import PromptState, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import ReminderKind
from companion.domain.time_range import DayRange, TimeRange
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt, a_vault, planned


def line(number: int, state: PromptState, hours_ago: float = 0) -> Transition:
    return Transition(a_prompt(number).id, state, a_moment(hours_ago))


def intake(*spooled: Transition) -> LockedIntake:
    """Two planned prompts, the second an hour later, and what lies in the spool."""
    names: list[PieceName] = [name_of(each, number) for number, each in enumerate(spooled, start=1)]
    return LockedIntake(Plan((planned(a_prompt(2, -1)), planned(a_prompt(1)))), names)


def test_what_was_shown_before_a_crash_is_shown() -> None:
    ledger = intake(line(1, PromptState.DUE), line(1, PromptState.SHOWN)).ledger
    assert [record.is_open for record in ledger.unfinished()] == [True, False]
    assert ledger.last_shown() == a_moment()


def test_what_was_answered_before_a_crash_is_final() -> None:
    ledger = intake(line(1, PromptState.SHOWN), line(1, PromptState.ANSWERED)).ledger
    assert [record.prompt.id for record in ledger.unfinished()] == [a_prompt(2).id]
    assert not ledger.append(line(1, PromptState.EXPIRED))


def test_a_line_that_the_plan_has_already_is_not_there_twice() -> None:
    once = intake(line(1, PromptState.SHOWN), line(1, PromptState.SHOWN)).ledger.record(a_prompt(1).id)
    assert once is not None
    assert [t.state for t in once.transitions] == [PromptState.PLANNED, PromptState.SHOWN]


def test_lines_of_unknown_prompts_are_refused() -> None:
    ledger = intake(line(9, PromptState.SHOWN)).ledger
    assert not ledger.append(line(9, PromptState.ANSWERED))
    assert ledger.record(a_prompt(9).id) is None


def test_check_ins_are_kept_before_the_lines_that_they_answer() -> None:
    taken = intake()
    taken.ledger.append(line(1, PromptState.ANSWERED))
    check_in = a_check_in()
    taken.check_ins.add(check_in)
    taken.check_ins.add(check_in)
    taken.pauses.set(None)
    assert taken.pieces() == [check_in, line(1, PromptState.ANSWERED), PauseSet(None)]


def test_prompts_come_by_due_time() -> None:
    ledger = intake().ledger
    ids = [a_prompt(1).id, a_prompt(2).id]
    assert [r.prompt.id for r in ledger.unfinished()] == ids
    assert [r.prompt.id for r in ledger.on_day(date(2026, 11, 22))] == ids
    assert [r.prompt.id for r in ledger.between(a_moment(-1).utc, None)] == ids[1:]
    assert [r.prompt.id for r in ledger.between(None, a_moment(-1).utc)] == ids[:1]
    assert ledger.last_planned_day() == date(2026, 11, 22)


def test_nothing_is_planned_while_locked() -> None:
    ledger = intake().ledger
    ledger.plan([a_prompt(1)], a_moment())
    with pytest.raises(UserError) as raised:
        ledger.plan([a_prompt(3)], a_moment())
    assert raised.value.trouble is Trouble.LOCKED
    with pytest.raises(UserError) as raised:
        ledger.mark_planned(date(2026, 11, 22))
    assert raised.value.trouble is Trouble.LOCKED


def test_the_pause_set_last_holds() -> None:
    pause = Pause(a_moment(), a_moment(-2))
    taken = LockedIntake(Plan((), HoldRules(Pause(a_moment(1), a_moment()))), [])
    assert taken.pauses.current() == Pause(a_moment(1), a_moment())
    taken.pauses.set(pause)
    assert taken.pauses.current() == pause


def test_the_window_is_found_later() -> None:
    assert intake().window_id(a_moment().utc) is None


def test_quiet_hours_are_those_of_the_plan_and_cannot_be_set() -> None:
    quiet_hours = QuietHours((DayRange(TimeRange(0, 480)),))
    taken = LockedIntake(Plan((), HoldRules(quiet_hours=quiet_hours)), [])
    assert taken.quiet_hours.current() == quiet_hours
    with pytest.raises(UserError) as raised:
        taken.quiet_hours.set(quiet_hours, a_moment())
    assert raised.value.trouble is Trouble.LOCKED


def test_what_was_asked_for_once_can_be_planned_and_lies_in_the_plan(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    vault.lock()
    prompt = a_prompt(kind=ReminderKind.ONCE)
    with vault.taking_in() as taken:
        taken.ledger.plan([prompt, prompt], a_moment(1))
    assert PlanFile(tmp_path / "store").read().records == (planned(prompt),)
    with vault.taking_in() as taken:
        assert taken.ledger.record(prompt.id) == planned(prompt)
    vault.unlock()
    with vault.reading() as store:
        assert store.ledger.record(prompt.id) == planned(prompt)
    vault.close()
