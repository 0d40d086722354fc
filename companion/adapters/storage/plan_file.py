"""The plan of the next days beside the store, readable while it is locked: ids, times and states, no words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from companion.adapters.storage.files import write_durably
from companion.adapters.storage.prompt_json import record_from_json, record_to_json
from companion.adapters.storage.rows import moment_from_json, moment_to_json
from companion.domain.pause import Pause
from companion.domain.prompt import PromptRecord

PLAN_NAME = "plan.json"
SCHEMA = "companion/plan/1"


@dataclass(frozen=True, slots=True)
class Plan:
    """What the plan file says."""

    records: tuple[PromptRecord, ...] = ()
    pause: Pause | None = None


class PlanFile:
    """The plan file of one folder."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / PLAN_NAME

    def write(self, records: Sequence[PromptRecord], pause: Pause | None) -> None:
        """Replaces the plan, durably; writes nothing if it is the same. Raises UserError."""
        content = {"schema": SCHEMA, "pause": _pause_to_json(pause), "prompts": [record_to_json(r) for r in records]}
        text = json.dumps(content, indent=0).encode()
        if text != self._bytes():
            write_durably(self._path, text)

    def read(self) -> Plan:
        """The plan; an empty one if there is none that can be read."""
        try:
            content = json.loads(self._bytes())
            if content["schema"] != SCHEMA:
                return Plan()
            records = tuple(record_from_json(prompt) for prompt in content["prompts"])
            return Plan(records, _pause_from_json(content["pause"]))
        except (ValueError, KeyError, TypeError):
            return Plan()

    def _bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError:
            return b""


def _pause_to_json(pause: Pause | None) -> list[object] | None:
    return None if pause is None else [moment_to_json(pause.since), moment_to_json(pause.until)]


def _pause_from_json(content: list[Any] | None) -> Pause | None:
    return None if content is None else Pause(moment_from_json(content[0]), moment_from_json(content[1]))
