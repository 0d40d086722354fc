"""Unlocking brings in what was noted: in order, once, and so that a crash anywhere shows no prompt twice."""

from pathlib import Path

import pytest

from companion.adapters.storage import draining
from companion.adapters.storage.plan_file import PlanFile
from companion.adapters.storage.spool import Spool
from companion.adapters.storage.vault import SqliteVault
from companion.domain.hold_rules import NO_RULES
from companion.domain.pause import Pause
from companion.domain.prompt import PromptState, Transition
from companion.domain.window import WindowOfTolerance, WindowSource
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt, a_vault, planned


class PowerCutError(Exception):
    """The machine stops here."""


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """Locked, with one prompt in the store's ledger, one that only the plan knows, and notes in the spool."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.ledger.plan([a_prompt(1)], a_moment(1))
        store.windows.add(WindowOfTolerance("own", 35, 68, a_moment(3), WindowSource.OWN))
    PlanFile(tmp_path / "store").write([planned(a_prompt(1)), planned(a_prompt(2, -1))], NO_RULES)
    vault.lock()
    with vault.taking_in() as intake:
        intake.ledger.append(Transition(a_prompt(1).id, PromptState.SHOWN, a_moment()))
        intake.ledger.append(Transition(a_prompt(2).id, PromptState.SHOWN, a_moment(-1)))
    with vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(id="noted", hours_ago=2))
        intake.ledger.append(Transition(a_prompt(1).id, PromptState.ANSWERED, a_moment(-0.1)))
        intake.pauses.set(Pause(a_moment(), a_moment(-9)))
    return vault


def states(vault: SqliteVault, number: int) -> list[str]:
    with vault.reading() as store:
        record = store.ledger.record(a_prompt(number).id)
    return [] if record is None else [transition.state.value for transition in record.transitions]


def assert_all_is_there(vault: SqliteVault) -> None:
    assert states(vault, 1) == ["planned", "shown", "answered"]
    assert states(vault, 2) == ["planned", "shown"]
    with vault.reading() as store:
        kept = store.check_ins.get("noted")
        assert kept is not None
        assert kept.window_id == "own"
        assert store.days.total() == 1
        assert store.days.are_right()
        assert store.pauses.current() == Pause(a_moment(), a_moment(-9))


def test_everything_is_there_after_unlocking_and_the_spool_is_empty(vault: SqliteVault, tmp_path: Path) -> None:
    vault.unlock()
    assert_all_is_there(vault)
    assert [path.name for path in (tmp_path / "store" / "spool").iterdir()] == ["key.pub"]


@pytest.mark.parametrize("place", ["the commit", "the plan", "the removal"])
def test_a_power_cut_while_unlocking_loses_nothing_and_doubles_nothing(
    vault: SqliteVault, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def cut(*_: object) -> None:
        raise PowerCutError

    with monkeypatch.context() as patched:
        if place == "the commit":
            patched.setattr(draining, "_bring_in_line", cut)
        elif place == "the plan":
            patched.setattr(PlanFile, "write", cut)
        else:
            patched.setattr(Spool, "remove", cut)
        with pytest.raises(PowerCutError):
            vault.unlock()
    with a_vault(tmp_path, locked=True).taking_in() as intake:
        assert [record.prompt.id for record in intake.ledger.unfinished()] == [a_prompt(2).id]
        assert [record.is_open for record in intake.ledger.unfinished()] == [True]
    assert_all_is_there(a_vault(tmp_path))


def test_a_prompt_shown_while_locked_is_shown_for_a_program_that_starts_locked_again(
    vault: SqliteVault, tmp_path: Path
) -> None:
    a_vault(tmp_path).close()  # another process has drained the spool meanwhile
    with vault.taking_in() as intake:
        assert [(r.prompt.id, r.is_open) for r in intake.ledger.unfinished()] == [(a_prompt(2).id, True)]


def test_a_line_whose_prompt_nobody_knows_is_set_aside(vault: SqliteVault, tmp_path: Path) -> None:
    (tmp_path / "store" / "plan.json").unlink()
    vault.unlock()
    assert states(vault, 1) == ["planned", "shown", "answered"]
    assert Spool(tmp_path / "store").set_aside() == 1


def test_an_answer_given_elsewhere_meanwhile_stays(vault: SqliteVault, tmp_path: Path) -> None:
    (tmp_path / "store" / "spool").rename(tmp_path / "aside")
    other = a_vault(tmp_path)
    with other.writing() as store:
        store.ledger.append(Transition(a_prompt(1).id, PromptState.DECLINED, a_moment()))
    (tmp_path / "aside").rename(tmp_path / "store" / "spool")
    vault.unlock()
    assert states(vault, 1) == ["planned", "declined"]
