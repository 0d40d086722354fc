"""The plan file: whole, without words, and written only when it changed."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import Plan, PlanFile
from companion.domain.hold_rules import NO_RULES, HoldRules
from companion.domain.noting import LastNoted
from companion.domain.pause import Pause, PauseKind
from companion.domain.prompt import PromptRecord, PromptState, Reason, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.time_range import DayRange, TimeRange
from tests.support.builders import a_moment
from tests.support.store import a_prompt, planned

PAUSE = HoldRules(pause=Pause(a_moment(1), a_moment(-1), PauseKind.NOT_TODAY))
RULES = HoldRules(
    PAUSE.pause,
    QuietHours((DayRange(TimeRange(0, 480)), DayRange(TimeRange(1320, 1440), frozenset({5, 6})))),
    LastNoted(a_moment(1).utc, None, a_moment(2).utc, a_moment(3).utc),
)


def test_the_plan_is_read_as_it_was_written(tmp_path: Path) -> None:
    lines = (
        *planned(a_prompt(1)).transitions,
        Transition(a_prompt(1).id, PromptState.SUPPRESSED, a_moment(), Reason.AWAY),
    )
    records = [PromptRecord(a_prompt(1), lines), planned(a_prompt(2, -5))]
    PlanFile(tmp_path).write(records, RULES)
    assert PlanFile(tmp_path).read() == Plan(tuple(records), RULES)


def test_a_plan_of_a_version_without_triangles_is_still_read(tmp_path: Path) -> None:
    PlanFile(tmp_path).write([planned(a_prompt())], RULES)
    path = tmp_path / "plan.json"
    content = json.loads(path.read_text())
    content["noted"] = content["noted"][:3]
    path.write_text(json.dumps(content))
    assert PlanFile(tmp_path).noted() == replace(RULES.noted, triangle=None)


def test_the_same_plan_is_not_written_again(tmp_path: Path) -> None:
    file = PlanFile(tmp_path)
    file.write([planned(a_prompt())], NO_RULES)
    before = (tmp_path / "plan.json").stat().st_ino
    file.write([planned(a_prompt())], NO_RULES)
    assert (tmp_path / "plan.json").stat().st_ino == before
    file.write([planned(a_prompt())], PAUSE)
    assert (tmp_path / "plan.json").stat().st_ino != before


def test_the_plan_holds_ids_times_and_rules_and_nothing_else(tmp_path: Path) -> None:
    PlanFile(tmp_path).write([planned(a_prompt())], PAUSE)
    content = json.loads((tmp_path / "plan.json").read_bytes())
    assert set(content) == {"schema", "pause", "quiet", "noted", "prompts"}
    assert set(content["prompts"][0]) == {
        *("id", "reminder", "kind", "purpose", "day", "slot"),
        *("at", "block_start", "block_end", "expiry_minutes", "silence_minutes", "states"),
    }


SCHEMAS = [b'{"schema": "companion/plan/%d"}' % number for number in (1, 2, 3)]


@pytest.mark.parametrize(
    "content",
    [b"", b"{", b"[]", *SCHEMAS, b"\xff\xfe", b"null"],
)
def test_what_cannot_be_read_is_an_empty_plan(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "plan.json").write_bytes(content)
    assert PlanFile(tmp_path).read() == Plan()


def test_without_a_file_the_plan_is_empty(tmp_path: Path) -> None:
    assert PlanFile(tmp_path).read() == Plan()


def test_a_plan_of_the_first_schema_is_read(tmp_path: Path) -> None:
    file = PlanFile(tmp_path)
    file.write([planned(a_prompt())], HoldRules(pause=Pause(a_moment(1), a_moment(-1))))
    content = json.loads((tmp_path / "plan.json").read_bytes())
    del content["quiet"], content["noted"], content["pause"][2], content["prompts"][0]["silence_minutes"]
    (tmp_path / "plan.json").write_text(json.dumps({**content, "schema": "companion/plan/1"}))
    assert file.read() == Plan((planned(a_prompt()),), HoldRules(pause=Pause(a_moment(1), a_moment(-1))))


def test_what_was_noted_is_kept_beside_everything_else(tmp_path: Path) -> None:
    file = PlanFile(tmp_path)
    file.write([planned(a_prompt())], RULES)
    later = LastNoted(a_moment().utc, a_moment().utc)
    file.keep_noted(later)
    assert file.noted() == later
    assert file.read() == Plan((planned(a_prompt()),), replace(RULES, noted=later))
