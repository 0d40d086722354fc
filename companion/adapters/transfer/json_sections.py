"""Which sections a file of `companion/export/2` has, and how their objects are written and read."""

from collections.abc import Callable
from typing import Any, Protocol

import msgspec

from companion.adapters.transfer import json_helping as helping
from companion.adapters.transfer import json_notebook as notebook
from companion.adapters.transfer import json_noted as noted
from companion.adapters.transfer import json_practices as practices
from companion.adapters.transfer import json_prompting as prompting
from companion.adapters.transfer import json_reminders as reminders
from companion.adapters.transfer import json_support as support
from companion.adapters.transfer.json_check_ins import CheckInShape, check_in_shape_of
from companion.adapters.transfer.json_fields import Clock
from companion.application.parts import Part, PartKind
from companion.domain.errors import DomainError

SCHEMA = "companion/export/2"
SETTINGS = "settings"  # nothing that the store keeps, and so no kind of part
SINGLE = frozenset({PartKind.DAY_START, PartKind.PAUSE, PartKind.QUIET_HOURS})  # a value, and not a list of objects


class _Said(Protocol):
    def part(self) -> Part: ...


_encode = msgspec.json.Encoder().encode
_WRITERS: dict[PartKind, Callable[[Any], object]] = {
    PartKind.DAY_START: notebook.day_start_text,
    PartKind.PAUSE: prompting.pause_shape_of,
    PartKind.QUIET_HOURS: prompting.quiet_hours_shape_of,
    PartKind.WORDING: notebook.wording_shape_of,
    PartKind.TAG: notebook.tag_shape_of,
    PartKind.WINDOW: notebook.window_shape_of,
    PartKind.REMINDER: reminders.reminder_shape_of,
    PartKind.QUESTION: prompting.question_shape_of,
    PartKind.PLANNED_DAY: prompting.planned_day_shape_of,
    PartKind.PROMPT: prompting.prompt_shape_of,
    PartKind.IMPORT: notebook.batch_shape_of,
    PartKind.CHECK_IN: check_in_shape_of,
    PartKind.REFLECTION: noted.reflection_shape_of,
    PartKind.LIFE_EVENT: noted.life_event_shape_of,
    PartKind.REPAIR: noted.repair_shape_of,
    PartKind.TRIANGLE: noted.triangle_shape_of,
    PartKind.PRACTICE: practices.own_practice_shape_of,
    PartKind.PRACTICE_PLACE: practices.place_shape_of,
    PartKind.PRACTICE_SESSION: practices.session_shape_of,
    PartKind.SUPPORT_CONTACT: support.contact_shape_of,
    PartKind.HELPING: helping.helping_shape_of,
    PartKind.TOMBSTONE: noted.tombstone_shape_of,
}
_SHAPES: dict[PartKind, type[_Said]] = {
    PartKind.PAUSE: prompting.PauseShape,
    PartKind.QUIET_HOURS: prompting.QuietHoursShape,
    PartKind.WORDING: notebook.WordingShape,
    PartKind.TAG: notebook.TagShape,
    PartKind.WINDOW: notebook.WindowShape,
    PartKind.REMINDER: reminders.ReminderShape,
    PartKind.QUESTION: prompting.QuestionShape,
    PartKind.PLANNED_DAY: prompting.PlannedDayShape,
    PartKind.PROMPT: prompting.PromptShape,
    PartKind.IMPORT: notebook.BatchShape,
    PartKind.CHECK_IN: CheckInShape,
    PartKind.REFLECTION: noted.ReflectionShape,
    PartKind.LIFE_EVENT: noted.LifeEventShape,
    PartKind.REPAIR: noted.RepairShape,
    PartKind.TRIANGLE: noted.TriangleShape,
    PartKind.PRACTICE: practices.OwnPracticeShape,
    PartKind.PRACTICE_PLACE: practices.PracticePlaceShape,
    PartKind.PRACTICE_SESSION: practices.PracticeSessionShape,
    PartKind.SUPPORT_CONTACT: support.SupportContactShape,
    PartKind.HELPING: helping.HelpingShape,
    PartKind.TOMBSTONE: noted.TombstoneShape,
}
_DECODERS = {kind: msgspec.json.Decoder(shape) for kind, shape in _SHAPES.items()}
_CLOCK = msgspec.json.Decoder(Clock)


class NotAsExportedError(ValueError):
    """An object is not as an export writes it."""


def to_json(kind: PartKind, part: Part) -> bytes:
    """The part on one line, the same for the same part."""
    return msgspec.json.format(_encode(_WRITERS[kind](part)), indent=0)


def from_json(kind: PartKind, content: bytes | msgspec.Raw) -> Part:
    """The part of `to_json`. Raises NotAsExportedError, and DomainError for a rule that it breaks."""
    try:
        if kind is PartKind.DAY_START:
            return notebook.day_start_from(_CLOCK.decode(content))
        return _DECODERS[kind].decode(content).part()
    except DomainError:
        raise
    except (ValueError, TypeError, OverflowError, RecursionError):
        raise NotAsExportedError from None
