"""The plan of the next days beside the store, readable while it is locked: ids, times and states, no words."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from companion.adapters.storage.files import write_durably
from companion.adapters.storage.rows import moment_from_json, moment_to_json
from companion.domain.pause import Pause
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.reminder import Purpose, ReminderKind

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
        content = {"schema": SCHEMA, "pause": _pause_to_json(pause), "prompts": [_to_json(r) for r in records]}
        text = json.dumps(content, indent=0).encode()
        if text != self._bytes():
            write_durably(self._path, text)

    def read(self) -> Plan:
        """The plan; an empty one if there is none that can be read."""
        try:
            content = json.loads(self._bytes())
            if content["schema"] != SCHEMA:
                return Plan()
            records = tuple(_from_json(prompt) for prompt in content["prompts"])
            return Plan(records, _pause_from_json(content["pause"]))
        except (ValueError, KeyError, TypeError):
            return Plan()

    def _bytes(self) -> bytes:
        try:
            return self._path.read_bytes()
        except OSError:
            return b""


def _to_json(record: PromptRecord) -> dict[str, object]:
    prompt = record.prompt
    return {
        "id": prompt.id,
        "reminder": prompt.reminder_id,
        "kind": prompt.kind.value,
        "purpose": prompt.purpose.value,
        "day": prompt.day.isoformat(),
        "slot": prompt.slot,
        "at": moment_to_json(prompt.at),
        "block_start": moment_to_json(prompt.block_start),
        "block_end": moment_to_json(prompt.block_end),
        "expiry_minutes": prompt.expiry_minutes,
        "states": [_transition_to_json(transition) for transition in record.transitions],
    }


def _from_json(content: dict[str, Any]) -> PromptRecord:
    prompt = Prompt(
        id=content["id"],
        reminder_id=content["reminder"],
        kind=ReminderKind(content["kind"]),
        purpose=Purpose(content["purpose"]),
        day=date.fromisoformat(content["day"]),
        slot=content["slot"],
        at=moment_from_json(content["at"]),
        block_start=moment_from_json(content["block_start"]),
        block_end=moment_from_json(content["block_end"]),
        expiry_minutes=content["expiry_minutes"],
    )
    return PromptRecord(prompt, tuple(_transition_from_json(prompt.id, state) for state in content["states"]))


def _transition_to_json(transition: Transition) -> list[object]:
    reason = None if transition.reason is None else transition.reason.value
    return [transition.state.value, moment_to_json(transition.at), reason]


def _transition_from_json(prompt_id: str, content: list[Any]) -> Transition:
    state, at, reason = content
    return Transition(prompt_id, PromptState(state), moment_from_json(at), None if reason is None else Reason(reason))


def _pause_to_json(pause: Pause | None) -> list[object] | None:
    return None if pause is None else [moment_to_json(pause.since), moment_to_json(pause.until)]


def _pause_from_json(content: list[Any] | None) -> Pause | None:
    return None if content is None else Pause(moment_from_json(content[0]), moment_from_json(content[1]))
