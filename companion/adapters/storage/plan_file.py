"""The plan of the next days beside the store, readable while it is locked: ids, times, states and rules, no words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from companion.adapters.storage.files import write_durably
from companion.adapters.storage.prompt_json import record_from_json, record_to_json
from companion.adapters.storage.quiet_hours_repository import quiet_hours_from_json, quiet_hours_to_json
from companion.adapters.storage.rows import moment_from_json, moment_to_json
from companion.domain.errors import DomainError
from companion.domain.hold_rules import NO_RULES, HoldRules
from companion.domain.noting import LastNoted
from companion.domain.pause import Pause, PauseKind
from companion.domain.prompt import PromptRecord

PLAN_NAME = "plan.json"
SCHEMA = "companion/plan/2"
_FIRST_SCHEMA = "companion/plan/1"  # lies beside a store that was locked when the program was brought up to date


@dataclass(frozen=True, slots=True)
class Plan:
    """What the plan file says."""

    records: tuple[PromptRecord, ...] = ()
    rules: HoldRules = NO_RULES


class PlanFile:
    """The plan file of one folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PLAN_NAME

    def write(self, records: Sequence[PromptRecord], rules: HoldRules) -> None:
        """Replaces the plan, durably; writes nothing if it is the same. Raises UserError."""
        content = {
            "schema": SCHEMA,
            "pause": _pause_to_json(rules.pause),
            "quiet": quiet_hours_to_json(rules.quiet_hours),
            "noted": _noted_to_json(rules.noted),
            "prompts": [record_to_json(record) for record in records],
        }
        text = json.dumps(content).encode()  # indented it would take ten times as long
        if text != self._bytes():
            write_durably(self._path, text)

    def noted(self) -> LastNoted:
        """When something was last noted, as far as the plan says."""
        return self.read().rules.noted

    def keep_noted(self, noted: LastNoted) -> None:
        """Writes when something was last noted into the plan. Raises UserError."""
        plan = self.read()
        self.write(plan.records, replace(plan.rules, noted=noted))

    def read(self) -> Plan:
        """The plan; an empty one if there is none that can be read."""
        try:
            content = json.loads(self._bytes())
            return _plan_from_json(content)
        except (ValueError, KeyError, TypeError, DomainError):
            return Plan()

    def _bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError:
            return b""


def _plan_from_json(content: dict[str, Any]) -> Plan:
    """Raises ValueError, KeyError, TypeError or DomainError for anything else."""
    if content["schema"] not in (SCHEMA, _FIRST_SCHEMA):
        return Plan()
    records = tuple(record_from_json(prompt) for prompt in content["prompts"])
    pause = _pause_from_json(content["pause"])
    if content["schema"] == _FIRST_SCHEMA:
        return Plan(records, HoldRules(pause))
    quiet_hours, noted = quiet_hours_from_json(content["quiet"]), _noted_from_json(content["noted"])
    return Plan(records, HoldRules(pause, quiet_hours, noted))


def _pause_to_json(pause: Pause | None) -> list[object] | None:
    if pause is None:
        return None
    return [moment_to_json(pause.since), moment_to_json(pause.until), pause.kind.value]


def _pause_from_json(content: list[Any] | None) -> Pause | None:
    if content is None:
        return None
    since, until, *kind = content
    return Pause(moment_from_json(since), moment_from_json(until), *map(PauseKind, kind))


def _noted_to_json(noted: LastNoted) -> list[str | None]:
    instants = (noted.unasked, noted.check_in, noted.reflection, noted.triangle)
    return [None if instant is None else instant.isoformat() for instant in instants]


def _noted_from_json(content: list[Any]) -> LastNoted:
    """A plan of a version without triangles says nothing of them."""
    unasked, check_in, reflection, *more = (None if text is None else _instant(text) for text in content)
    return LastNoted(unasked, check_in, reflection, *more[:1])


def _instant(text: str) -> datetime:
    """Raises ValueError for one without an offset, which nothing could be compared with."""
    read = datetime.fromisoformat(text)
    if read.utcoffset() is None:
        raise ValueError("no offset")
    return read
