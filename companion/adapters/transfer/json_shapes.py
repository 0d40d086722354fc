"""How check-ins, reminders and prompts look as JSON, on the command line."""

from collections.abc import Iterator

from companion.application.outlook import NextPrompt
from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.preview import PreviewItem
from companion.domain.prompt import PromptRecord, PromptState
from companion.domain.reminder import (
    AfterCheckIn,
    AtInterval,
    DayRange,
    FixedTimes,
    Once,
    RandomInBlocks,
    RandomRange,
    Reminder,
    ReminderKind,
    ReminderRule,
    TimeRange,
)

Shape = dict[str, object]

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")


def check_in_shape(check_in: CheckIn) -> Shape:
    """What the command line lists of a check-in."""
    return {
        "id": check_in.id,
        "experienced_at": check_in.experienced_at.iso(),
        "created_at": check_in.created_at.iso(),
        "timezone": check_in.experienced_at.zone_name,
        "arousal": check_in.arousal,
        "zone": None if check_in.zone is None else check_in.zone.value,
        "pleasantness": check_in.pleasantness,
        "prompted": check_in.is_scheduled,
        "origin": check_in.origin.value,
        "prompt": check_in.prompt_id,
        "note": check_in.note,
        "tags": list(check_in.tags),
    }


def reminder_shape(reminder: Reminder) -> Shape:
    """A reminder with its rule; times are the wall clock's."""
    silence = reminder.only_after_silence
    return {
        "id": reminder.id,
        "kind": reminder.kind.value,
        "on": reminder.is_on,
        "purpose": reminder.purpose.value,
        **_rule_shape(reminder.rule),
        "expiry_minutes": int(reminder.expiry.total_seconds() // 60),
        "only_after_silence_minutes": None if silence is None else int(silence.total_seconds() // 60),
        "created_at": reminder.created_at.iso(),
        "changed_at": reminder.changed_at.iso(),
    }


def ledger_shapes(record: PromptRecord) -> Iterator[Shape]:
    """One row for every state the prompt came into, oldest first.

    `planned_for` is null while a random prompt is still to come: it stays a surprise.
    """
    prompt = record.prompt
    is_surprise = prompt.kind is ReminderKind.RANDOM and record.state is PromptState.PLANNED
    for transition in record.transitions:
        yield {
            "prompt": prompt.id,
            "reminder": prompt.reminder_id,
            "kind": prompt.kind.value,
            "planned_for": None if is_surprise else prompt.at.iso(),
            "state": transition.state.value,
            "reason": None if transition.reason is None else transition.reason.value,
            "at": transition.at.iso(),
        }


def preview_shape(item: PreviewItem) -> Shape:
    """One prompt to come; `at` is null where it is to stay a surprise."""
    return {
        "at": _iso(item.at),
        "block_start": item.block_start.iso(),
        "block_end": item.block_end.iso(),
        "reminder": item.reminder_id,
        "kind": item.kind.value,
    }


def next_prompt_shape(coming: NextPrompt) -> Shape:
    """What may be told of the next prompt."""
    return {
        "at": _iso(coming.at),
        "block_start": coming.block_start.iso(),
        "block_end": coming.block_end.iso(),
        "kind": coming.kind.value,
    }


def clock_time(minute: int) -> str:
    """Minutes after midnight as "09:30"; 1440 is "24:00"."""
    return f"{minute // 60:02d}:{minute % 60:02d}"


def range_text(between: TimeRange) -> str:
    """A range as "10:00-20:00"."""
    return f"{clock_time(between.start)}-{clock_time(between.end)}"


def _rule_shape(rule: ReminderRule) -> Shape:
    if isinstance(rule, Once):
        return {"at": rule.at.iso()}
    if isinstance(rule, AfterCheckIn):
        return {"after": rule.side.value, "delay_minutes": int(rule.delay.total_seconds() // 60)}
    days = {"weekdays": [WEEKDAYS[day] for day in sorted(rule.weekdays)]}
    if isinstance(rule, FixedTimes):
        return {"times": [clock_time(minute) for minute in rule.times], **days}
    if isinstance(rule, AtInterval):
        every = int(rule.every.total_seconds() // 60)
        more = {"further": [day_range_shape(each) for each in rule.further]} if rule.further else {}
        return {"every_minutes": every, "between": range_text(rule.between), **days, **more}
    gap = int(rule.gap.total_seconds() // 60)
    said = {"count": rule.count, "between": range_text(rule.between), "gap_minutes": gap, **days}
    if rule.further:
        said["further"] = [{"count": each.count, **day_range_shape(each)} for each in rule.further]
    return said if isinstance(rule, RandomInBlocks) else {**said, "blocks": False}


def day_range_shape(each: DayRange | RandomRange) -> Shape:
    """A range with its weekdays."""
    return {"between": range_text(each.between), "weekdays": [WEEKDAYS[day] for day in sorted(each.weekdays)]}


def _iso(moment: Moment | None) -> str | None:
    return None if moment is None else moment.iso()
