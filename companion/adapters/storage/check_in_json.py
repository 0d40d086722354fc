"""A check-in as JSON, with everything that is stored of it."""

from datetime import timedelta
from typing import Any

from companion.adapters.storage.rows import (
    MICROSECOND,
    length_of,
    moment_from_json,
    moment_to_json,
    whole_minutes,
)
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.zone import Zone

_CONTEXT = ("people", "places", "activities", "body_cues")


def check_in_to_json(check_in: CheckIn) -> dict[str, object]:
    """All of it."""
    answering = check_in.answering
    return {
        "id": check_in.id,
        "experienced_at": moment_to_json(check_in.experienced_at),
        "created_at": moment_to_json(check_in.created_at),
        "arousal": check_in.arousal,
        "zone": None if check_in.zone is None else check_in.zone.value,
        "pleasantness": check_in.pleasantness,
        "safe": check_in.safe,
        "connected": check_in.connected,
        "sleep": check_in.sleep,
        "slept_minutes": whole_minutes(check_in.slept),
        "origin": check_in.origin.value,
        "prompt": check_in.prompt_id,
        "note": check_in.note,
        "tags": list(check_in.tags),
        "context": _context_to_json(check_in.context),
        "window": check_in.window_id,
        "took_us": None if answering.took is None else answering.took // MICROSECOND,
        "first_touch": answering.first_touch,
        "method": None if answering.method is None else answering.method.value,
        "app_version": check_in.app_version,
    }


def check_in_from_json(content: dict[str, Any]) -> CheckIn:
    """The check-in of `check_in_to_json`. Raises ValueError, KeyError or TypeError for anything else.

    What the first store did not have yet may be absent.
    """
    took, method = content["took_us"], content["method"]
    return CheckIn(
        id=content["id"],
        experienced_at=moment_from_json(content["experienced_at"]),
        created_at=moment_from_json(content["created_at"]),
        arousal=content["arousal"],
        zone=None if content["zone"] is None else Zone(content["zone"]),
        pleasantness=content["pleasantness"],
        safe=content.get("safe"),
        connected=content.get("connected"),
        sleep=content.get("sleep"),
        slept=length_of(content.get("slept_minutes")),
        origin=Origin(content["origin"]),
        prompt_id=content["prompt"],
        note=content["note"],
        tags=tuple(content["tags"]),
        context=_context_from_json(content.get("context", {})),
        window_id=content["window"],
        answering=Answering(
            None if took is None else timedelta(microseconds=took),
            content["first_touch"],
            None if method is None else InputMethod(method),
        ),
        app_version=content["app_version"],
    )


def _context_to_json(context: Context) -> dict[str, list[str]]:
    return {name: list(getattr(context, name)) for name in _CONTEXT if getattr(context, name)}


def _context_from_json(content: dict[str, list[str]]) -> Context:
    return Context(**{name: tuple(content.get(name, ())) for name in _CONTEXT}) if content else NO_CONTEXT
