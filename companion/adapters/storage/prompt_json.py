"""A prompt with its life as JSON: ids, times and states, no words."""

from datetime import date
from typing import Any

from companion.adapters.storage.rows import moment_from_json, moment_to_json
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.reminder import Purpose, ReminderKind


def record_to_json(record: PromptRecord) -> dict[str, object]:
    """All of it."""
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
        "silence_minutes": prompt.silence_minutes,
        "states": [_transition_to_json(transition) for transition in record.transitions],
    }


def record_from_json(content: dict[str, Any]) -> PromptRecord:
    """The record of `record_to_json`. Raises ValueError, KeyError or TypeError for anything else."""
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
        silence_minutes=content.get("silence_minutes"),
    )
    return PromptRecord(prompt, tuple(_transition_from_json(prompt.id, state) for state in content["states"]))


def _transition_to_json(transition: Transition) -> list[object]:
    reason = None if transition.reason is None else transition.reason.value
    return [transition.state.value, moment_to_json(transition.at), reason]


def _transition_from_json(prompt_id: str, content: list[Any]) -> Transition:
    state, at, reason = content
    return Transition(prompt_id, PromptState(state), moment_from_json(at), None if reason is None else Reason(reason))
