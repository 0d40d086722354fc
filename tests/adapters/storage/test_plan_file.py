"""The plan file: whole, without words, and written only when it changed."""

import json
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import Plan, PlanFile
from companion.domain.pause import Pause
from companion.domain.prompt import PromptRecord, PromptState, Reason, Transition
from tests.support.builders import a_moment
from tests.support.store import a_prompt, planned

PAUSE = Pause(a_moment(1), a_moment(-1))


def test_the_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    lines = (
        *planned(a_prompt(1)).transitions,
        Transition(a_prompt(1).id, PromptState.SUPPRESSED, a_moment(), Reason.AWAY),
    )
    records = [PromptRecord(a_prompt(1), lines), planned(a_prompt(2, -5))]
    PlanFile(tmp_path).write(records, PAUSE)
    assert PlanFile(tmp_path).read() == Plan(tuple(records), PAUSE)


def test_the_same_plan_is_not_written_again(tmp_path: Path) -> None:
    file = PlanFile(tmp_path)
    file.write([planned(a_prompt())], None)
    before = (tmp_path / "plan.json").stat().st_ino
    file.write([planned(a_prompt())], None)
    assert (tmp_path / "plan.json").stat().st_ino == before
    file.write([planned(a_prompt())], PAUSE)
    assert (tmp_path / "plan.json").stat().st_ino != before


def test_the_plan_holds_ids_times_and_rules_and_nothing_else(tmp_path: Path) -> None:
    PlanFile(tmp_path).write([planned(a_prompt())], PAUSE)
    content = json.loads((tmp_path / "plan.json").read_bytes())
    assert set(content) == {"schema", "pause", "prompts"}
    assert set(content["prompts"][0]) == {
        *("id", "reminder", "kind", "purpose", "day", "slot"),
        *("at", "block_start", "block_end", "expiry_minutes", "states"),
    }


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"schema": "companion/plan/2"}', b"\xff\xfe", b"null"])
def test_what_cannot_be_read_is_an_empty_plan(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "plan.json").write_bytes(content)
    assert PlanFile(tmp_path).read() == Plan()


def test_without_a_file_the_plan_is_empty(tmp_path: Path) -> None:
    assert PlanFile(tmp_path).read() == Plan()
