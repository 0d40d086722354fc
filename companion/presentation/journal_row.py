"""One line of the journal as the list shows it, and as a screen reader says it."""

from collections.abc import Iterable
from datetime import date, time, timedelta
from typing import NamedTuple

from companion.domain.checkin import CheckIn
from companion.domain.journal import JournalKind, JournalLine, JournalPlace, place_of
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.practice_session import PracticeSession
from companion.domain.prompt import PromptRecord
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair
from companion.domain.triangle import Corner, Triangle
from companion.domain.zone import Zone
from companion.presentation.date_words import DateWords
from companion.presentation.practice_words import session_line
from companion.presentation.prompt_words import prompt_words
from companion.presentation.time_axis import dated
from companion.presentation.translation import _
from companion.presentation.triangle import corner_name
from companion.presentation.zones import zone_label

LONGEST_EXCERPT = 240
MOST_TAGS = 12


class JournalRow(NamedTuple):
    """`day` is the person's; `heading` names it. `text` is how the note begins, `spoken` the whole as a sentence.

    `zone` and `is_outlined` choose the mark of a check-in; the other kinds have their own.
    """

    line: JournalLine
    place: JournalPlace
    day: date
    heading: str
    time: str
    headline: str
    detail: str = ""
    text: str = ""
    tags: str = ""
    spoken: str = ""
    zone: Zone | None = None
    is_outlined: bool = False

    @property
    def id(self) -> str:
        """The id of the line."""
        return self.place.id

    @property
    def kind(self) -> JournalKind:
        """What it is about."""
        return self.place.kind


def rows_of(
    lines: Iterable[JournalLine], amended: frozenset[str], day_start: time, today: date, words: DateWords
) -> tuple[JournalRow, ...]:
    """The lines as rows; `amended` are the ids of those that were corrected."""
    return tuple(_row(line, place_of(line).id in amended, day_start, today, words) for line in lines)


def moment_of_line(line: JournalLine) -> Moment:
    """The moment by which it stands in the journal."""
    return line.prompt.at if isinstance(line, PromptRecord) else line.experienced_at


def headline_of(line: JournalLine) -> str:
    """What it is, in a few words."""
    if isinstance(line, PromptRecord):
        return _("Reminder, {what}").format(what=prompt_words(line))
    if isinstance(line, Reflection):
        return _("Reflection")
    if isinstance(line, PracticeSession):
        return line.title
    if isinstance(line, Repair):
        return _("Repair")
    if isinstance(line, Triangle):
        return _("Mind, body and relationships")
    return line.title if isinstance(line, LifeEvent) else _check_in_headline(line)


def asked_words(check_in: CheckIn) -> str:
    """Whether it answers a prompt of the kinds that do not depend on how the person is, and still is about then."""
    if check_in.origin.is_scheduled and not check_in.is_scheduled:
        return _("asked, and moved since")
    return _("asked") if check_in.is_scheduled else _("by myself")


def day_heading(day: date, today: date, words: DateWords) -> str:
    """Such as "Today, Sunday, 22 November"; with the year where it is another one."""
    if day == today:
        return _("Today, {day}").format(day=words.long_day(day))
    if day == today - timedelta(days=1):
        return _("Yesterday, {day}").format(day=words.long_day(day))
    if day.year == today.year:
        return words.long_day(day)
    return _("{weekday}, {date}").format(weekday=words.weekday(day.weekday()), date=dated(day, words))


def _row(line: JournalLine, is_amended: bool, day_start: time, today: date, words: DateWords) -> JournalRow:
    moment = moment_of_line(line)
    day = moment.day(day_start)
    row = JournalRow(
        line,
        place_of(line),
        day,
        day_heading(day, today, words),
        words.time(moment.local),
        headline_of(line),
        _detail(line, is_amended=is_amended),
        _excerpt(line),
        _tags(line),
    )
    if isinstance(line, CheckIn):
        row = row._replace(zone=line.zone, is_outlined=not line.is_scheduled)
    return row._replace(spoken=_spoken(row))


def _check_in_headline(check_in: CheckIn) -> str:
    if check_in.zone is not None:
        return zone_label(check_in.zone)
    return _("Check-in") if check_in.arousal is None else _("No answer about my window")


def _detail(line: JournalLine, *, is_amended: bool) -> str:
    parts = []
    if isinstance(line, CheckIn):
        parts = [] if line.arousal is None else [_("energy {points}").format(points=line.arousal)]
        parts.append(asked_words(line))
    if isinstance(line, PracticeSession) and (said := session_line(line)):
        parts.append(said)
    if is_amended:
        parts.append(_("changed"))
    return _dotted(parts)


def _excerpt(line: JournalLine) -> str:
    if isinstance(line, Reflection):
        return _shortened(_("{question} {text}").format(question=line.question, text=line.text).strip())
    if isinstance(line, Repair):
        # One answer: run together, where the other person was would read as where one was oneself.
        return _shortened(line.happened or line.them or line.helped)
    if isinstance(line, Triangle):
        # Only words: the list stands beside the form, and earlier places would pull those that are put now.
        said = ((corner_name(corner), line.words(corner)) for corner in Corner)
        return _shortened("; ".join(_("{what}: {text}").format(what=name, text=text) for name, text in said if text))
    return "" if isinstance(line, PromptRecord | PracticeSession) else _shortened(line.note)


def _tags(line: JournalLine) -> str:
    if not isinstance(line, CheckIn):
        return ""
    names = [*line.tags, *(tag.name for tag in line.context.tags)]
    more = len(names) - MOST_TAGS
    shown = names[:MOST_TAGS] + ([_("{count} more").format(count=more)] if more > 0 else [])
    return _dotted(shown)


def _spoken(row: JournalRow) -> str:
    parts = [row.headline, *row.detail.split(_dot())] if row.detail else [row.headline]
    said = _("{time}: {what}").format(time=row.time, what=", ".join(parts))
    if row.text:
        said = _("{said}. Note: {text}").format(said=said, text=row.text.rstrip("."))
    return _("{said}. Tags: {tags}").format(said=said, tags=row.tags.replace(_dot(), ", ")) if row.tags else said


def _shortened(text: str) -> str:
    if len(text) > LONGEST_EXCERPT:
        text = text[:LONGEST_EXCERPT].rstrip() + "…"
    return " ".join(text.split())


def _dotted(parts: Iterable[str]) -> str:
    return _dot().join(parts)


def _dot() -> str:
    return " · "
