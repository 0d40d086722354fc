"""Prompts with their ledger, planned days and the pause, in an export."""

from datetime import date

from companion.adapters.transfer.json_fields import Count, Id, Name, Shape, ZoneName, moment
from companion.adapters.transfer.json_reminders import Between, names_of, range_from, weekdays_from
from companion.adapters.transfer.json_shapes import range_text
from companion.application.parts import PlannedDay
from companion.domain.pause import Pause, PauseKind
from companion.domain.prompt import Prompt, PromptRecord, PromptState, Reason, Transition
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import Purpose, ReminderKind
from companion.domain.reminder_questions import AskedQuestion, Choice, Question
from companion.domain.time_range import DayRange

_WITH_REASON = (PromptState.DUE, PromptState.SUPPRESSED)


class LineShape(Shape, kw_only=True):
    """One line of the ledger."""

    state: PromptState
    reason: Reason | None = None
    at: Name
    timezone: ZoneName | None = None


class PromptShape(Shape, kw_only=True):
    """A prompt with its whole life."""

    id: Id
    reminder: Id
    kind: ReminderKind
    purpose: Purpose
    day: date
    slot: Count
    at: Name
    timezone: ZoneName | None = None
    block_start: Name
    block_start_timezone: ZoneName | None = None
    block_end: Name
    block_end_timezone: ZoneName | None = None
    expiry_minutes: Count
    silence_minutes: Count | None = None
    ledger: list[LineShape]

    def part(self) -> PromptRecord:
        """What the store keeps. Raises DomainError and ValueError."""
        prompt = Prompt(
            id=self.id,
            reminder_id=self.reminder,
            kind=self.kind,
            purpose=self.purpose,
            day=self.day,
            slot=self.slot,
            at=moment(self.at, self.timezone),
            block_start=moment(self.block_start, self.block_start_timezone),
            block_end=moment(self.block_end, self.block_end_timezone),
            expiry_minutes=self.expiry_minutes,
            silence_minutes=self.silence_minutes,
        )
        lines = (Transition(self.id, line.state, moment(line.at, line.timezone), line.reason) for line in self.ledger)
        return PromptRecord(prompt, _checked(tuple(lines)))


class PlannedDayShape(Shape, kw_only=True):
    """A calendar date whose prompts were planned."""

    day: date

    def part(self) -> PlannedDay:
        """What the store keeps."""
        return PlannedDay(self.day)


class PauseShape(Shape, kw_only=True):
    """The pause that was set last."""

    since: Name
    since_timezone: ZoneName | None = None
    until: Name
    until_timezone: ZoneName | None = None
    kind: PauseKind = PauseKind.PAUSE

    def part(self) -> Pause:
        """What the store keeps. Raises DomainError."""
        return Pause(moment(self.since, self.since_timezone), moment(self.until, self.until_timezone), self.kind)


class QuietRangeShape(Shape, kw_only=True):
    """A part of some days in which nothing is shown."""

    between: Between
    weekdays: list[Name]


class QuietHoursShape(Shape, kw_only=True):
    """The quiet hours."""

    ranges: list[QuietRangeShape]

    def part(self) -> QuietHours:
        """What the store keeps. Raises DomainError and ValueError."""
        return QuietHours(
            tuple(DayRange(range_from(each.between), weekdays_from(each.weekdays)) for each in self.ranges)
        )


class QuestionShape(Shape, kw_only=True):
    """What the person was asked about their reminders, and how they answered."""

    id: Id
    question: Question
    at: Name
    timezone: ZoneName | None = None
    choice: Choice

    def part(self) -> AskedQuestion:
        """What the store keeps. Raises DomainError."""
        return AskedQuestion(self.id, self.question, moment(self.at, self.timezone), self.choice)


def prompt_shape_of(record: PromptRecord) -> PromptShape:
    """The shape of a prompt."""
    prompt = record.prompt
    return PromptShape(
        id=prompt.id,
        reminder=prompt.reminder_id,
        kind=prompt.kind,
        purpose=prompt.purpose,
        day=prompt.day,
        slot=prompt.slot,
        at=prompt.at.iso(),
        timezone=prompt.at.zone_name,
        block_start=prompt.block_start.iso(),
        block_start_timezone=prompt.block_start.zone_name,
        block_end=prompt.block_end.iso(),
        block_end_timezone=prompt.block_end.zone_name,
        expiry_minutes=prompt.expiry_minutes,
        silence_minutes=prompt.silence_minutes,
        ledger=[
            LineShape(state=line.state, reason=line.reason, at=line.at.iso(), timezone=line.at.zone_name)
            for line in record.transitions
        ],
    )


def planned_day_shape_of(planned: PlannedDay) -> PlannedDayShape:
    """The shape of a planned day."""
    return PlannedDayShape(day=planned.day)


def pause_shape_of(pause: Pause) -> PauseShape:
    """The shape of a pause."""
    return PauseShape(
        since=pause.since.iso(),
        since_timezone=pause.since.zone_name,
        until=pause.until.iso(),
        until_timezone=pause.until.zone_name,
        kind=pause.kind,
    )


def quiet_hours_shape_of(quiet_hours: QuietHours) -> QuietHoursShape:
    """The shape of quiet hours."""
    return QuietHoursShape(
        ranges=[
            QuietRangeShape(between=range_text(each.between), weekdays=names_of(each.weekdays))
            for each in quiet_hours.ranges
        ]
    )


def question_shape_of(asked: AskedQuestion) -> QuestionShape:
    """The shape of an answer."""
    return QuestionShape(
        id=asked.id, question=asked.question, at=asked.at.iso(), timezone=asked.at.zone_name, choice=asked.choice
    )


def _checked(lines: tuple[Transition, ...]) -> tuple[Transition, ...]:
    """Raises ValueError unless it is the life of a prompt: planned first, an end only at the end."""
    is_begun = bool(lines) and lines[0].state is PromptState.PLANNED
    has_early_end = any(line.state.is_final for line in lines[:-1])
    has_odd_reason = any(line.reason is not None and line.state not in _WITH_REASON for line in lines)
    if not is_begun or has_early_end or has_odd_reason:
        raise ValueError("not the life of a prompt")
    return lines
