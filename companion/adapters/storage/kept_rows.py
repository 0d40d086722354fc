"""Everything a store keeps beside check-ins and prompts, as plain rows: read with all that is kept, put in once."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from companion.adapters.storage import helping_repository as helping
from companion.adapters.storage import pause_repository as pauses
from companion.adapters.storage import practice_rows as practices
from companion.adapters.storage import question_repository as questions
from companion.adapters.storage import quiet_hours_repository as quiet
from companion.adapters.storage import reminder_repository as reminders
from companion.adapters.storage import support_rows as support
from companion.adapters.storage import window_repository as windows
from companion.adapters.storage.noted_tables import LIFE_EVENTS, REFLECTIONS, REPAIRS, TRIANGLES, N, NotedTable
from companion.adapters.storage.noted_versions import column_of_versions, lines_of, versions_in
from companion.adapters.storage.rows import instant, microseconds, moment_columns, moment_from
from companion.application.parts import (
    ImportBatch,
    Kept,
    KeptTag,
    OwnWords,
    Part,
    PartKind,
    PlannedDay,
    Tombstone,
    buried_kind,
)
from companion.domain.is_helping import HelpingAnswer
from companion.domain.life_event import LifeEvent
from companion.domain.pause import Pause
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import PracticeSession
from companion.domain.quiet_hours import QuietHours
from companion.domain.reflection import Reflection
from companion.domain.reminder import Reminder
from companion.domain.reminder_questions import AskedQuestion
from companion.domain.repair import Repair
from companion.domain.support import SupportContact
from companion.domain.tag import Tag, TagKind
from companion.domain.triangle import Triangle
from companion.domain.window import WindowOfTolerance

CARRIED = "json"  # the source of check-ins that are the person's own, from another store of theirs
Row = tuple[Any, ...]

_WHEN = "experienced_us, experienced_offset, experienced_zone, created_us, created_offset, created_zone"
_UPDATED = "updated_us, deleted_us"


@dataclass(frozen=True, slots=True)
class Rows:
    """Where one kind of part lies. `read` can be narrowed with AND; `key` is what it is known and ordered by.

    `put` takes a row of `row_of`; of what was noted the person's day in place of its last value, the versions.
    """

    key: str
    read: str
    put: str
    part_of: Callable[[Row], Part]
    row_of: Callable[[Any], Row]


def _insert(table: str, columns: str) -> str:
    places = ", ".join("?" * (columns.count(",") + 1))
    return f"INSERT INTO {table} ({columns}) VALUES ({places}) ON CONFLICT DO NOTHING"


def _table(table: str, columns: str, key: str, part_of: Callable[[Row], Part], row_of: Callable[[Any], Row]) -> Rows:
    return Rows(key, f"SELECT {columns} FROM {table} WHERE 1", _insert(table, columns), part_of, row_of)


def _noted(table: NotedTable[N], words: str, part_of: Callable[[Row], Part], row_of: Callable[[Any], Row]) -> Rows:
    columns = f"id, {_WHEN}, {words}, {_UPDATED}"
    read = f"SELECT {columns}, {column_of_versions(table)} FROM {table.name} WHERE 1"
    return Rows("id", read, _insert(table.name, f"{columns}, local_day"), part_of, row_of)


def _us(at: datetime | None) -> int | None:
    return None if at is None else microseconds(at)


def _at(us: int | None) -> datetime | None:
    return None if us is None else instant(us)


def _quiet_hours(row: Row) -> QuietHours:
    return quiet.quiet_hours_from_json(json.loads(row[0]))


def _quiet_hours_row(quiet_hours: QuietHours) -> Row:
    return (json.dumps(quiet.quiet_hours_to_json(quiet_hours)),)


def _own_words(row: Row) -> OwnWords:
    return OwnWords(row[0], row[1], instant(row[2]))


def _own_words_row(words: OwnWords) -> Row:
    return words.name, words.text, microseconds(words.updated_at)


def _tag(row: Row) -> KeptTag:
    return KeptTag(Tag(TagKind(row[0]), row[1]), instant(row[2]), row[3])


def _tag_row(kept: KeptTag) -> Row:
    return kept.tag.kind.value, kept.tag.name, microseconds(kept.created_at), kept.offered


def _window_row(window: WindowOfTolerance) -> Row:
    return windows.columns_of(window)


def _reminder(row: Row) -> Kept[Reminder]:
    return Kept(reminders.reminder_from(row), instant(row[12]), _at(row[13]))


def _reminder_row(kept: Kept[Reminder]) -> Row:
    columns = reminders.columns_of(kept.value)[:-1]
    return kept.value.id, *columns, *_updated_row(kept)


def _planned_day(row: Row) -> PlannedDay:
    return PlannedDay(date.fromisoformat(row[0]))


def _planned_day_row(planned: PlannedDay) -> Row:
    return (planned.day.isoformat(),)


def _import(row: Row) -> ImportBatch:
    return ImportBatch(row[0], row[1], instant(row[2]), instant(row[3]))


def _import_row(batch: ImportBatch) -> Row:
    return batch.id, batch.source, microseconds(batch.created_at), microseconds(batch.updated_at)


def _reflection(row: Row) -> Kept[Reflection]:
    concept, question, text, check_in = row[7:11]
    reflection = Reflection(row[0], moment_from(row[1:4]), moment_from(row[4:7]), question, text, concept, check_in)
    return Kept(reflection, instant(row[11]), _at(row[12]), versions_in(REFLECTIONS, reflection, row[13]))


def _reflection_row(kept: Kept[Reflection]) -> Row:
    said = kept.value
    versions = lines_of(REFLECTIONS, said, kept.versions)
    return *_when(said), said.concept, said.question, said.text, said.check_in_id, *_updated_row(kept), versions


def _life_event(row: Row) -> Kept[LifeEvent]:
    event = LifeEvent(row[0], moment_from(row[1:4]), moment_from(row[4:7]), row[7], row[8])
    return Kept(event, instant(row[9]), _at(row[10]), versions_in(LIFE_EVENTS, event, row[11]))


def _life_event_row(kept: Kept[LifeEvent]) -> Row:
    event = kept.value
    return *_when(event), event.title, event.note, *_updated_row(kept), lines_of(LIFE_EVENTS, event, kept.versions)


def _repair(row: Row) -> Kept[Repair]:
    moments = moment_from(row[1:4]), moment_from(row[4:7])
    repair = Repair(row[0], *moments, *REPAIRS.fields_of(row[7:13]))
    return Kept(repair, instant(row[13]), _at(row[14]), versions_in(REPAIRS, repair, row[15]))


def _repair_row(kept: Kept[Repair]) -> Row:
    repair = kept.value
    versions = lines_of(REPAIRS, repair, kept.versions)
    return *_when(repair), *REPAIRS.words_of(repair), *_updated_row(kept), versions


def _triangle(row: Row) -> Kept[Triangle]:
    triangle = Triangle(row[0], moment_from(row[1:4]), moment_from(row[4:7]), *row[7:13])
    return Kept(triangle, instant(row[13]), _at(row[14]), versions_in(TRIANGLES, triangle, row[15]))


def _triangle_row(kept: Kept[Triangle]) -> Row:
    triangle = kept.value
    versions = lines_of(TRIANGLES, triangle, kept.versions)
    return *_when(triangle), *TRIANGLES.words_of(triangle), *_updated_row(kept), versions


def _own_practice(row: Row) -> Kept[OwnPractice]:
    return Kept(practices.own_from(row), instant(row[10]), _at(row[11]))


def _own_practice_row(kept: Kept[OwnPractice]) -> Row:
    return *practices.own_columns(kept.value), *_updated_row(kept)


def _session(row: Row) -> Kept[PracticeSession]:
    return Kept(practices.session_from(row), instant(row[14]), _at(row[15]))


def _session_row(kept: Kept[PracticeSession]) -> Row:
    return *practices.session_columns(kept.value), *_updated_row(kept)


def _contact(row: Row) -> Kept[SupportContact]:
    return Kept(support.contact_from(row), instant(row[12]), _at(row[13]))


def _contact_row(kept: Kept[SupportContact]) -> Row:
    return *support.contact_columns(kept.value), *_updated_row(kept)


def _when(noted: Reflection | LifeEvent | Repair | Triangle) -> Row:
    return noted.id, *moment_columns(noted.experienced_at), *moment_columns(noted.created_at)


def _updated_row(kept: Kept[Any]) -> Row:
    return microseconds(kept.updated_at), _us(kept.deleted_at)


def _tombstone(row: Row) -> Tombstone:
    return Tombstone(row[0], buried_kind(row[1]), moment_from(row[2:5]))


def _tombstone_row(tombstone: Tombstone) -> Row:
    return tombstone.id, tombstone.kind.value, *moment_columns(tombstone.deleted_at)


ROWS: dict[PartKind, Rows] = {
    PartKind.PAUSE: Rows(
        "number",
        f"SELECT {pauses.COLUMNS} FROM pause WHERE 1",
        f"INSERT INTO pause (number, {pauses.COLUMNS}) VALUES (1, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING",
        pauses.pause_from,
        pauses.columns_of,
    ),
    PartKind.QUIET_HOURS: Rows(
        "number",
        "SELECT ranges FROM quiet_hours WHERE 1",
        "INSERT INTO quiet_hours (number, ranges, updated_us) VALUES (1, ?, 0) ON CONFLICT DO NOTHING",
        _quiet_hours,
        _quiet_hours_row,
    ),
    PartKind.WORDING: _table("wording", "name, text, updated_us", "name", _own_words, _own_words_row),
    PartKind.TAG: _table("tag", "kind, name, created_us, offered", "kind, name", _tag, _tag_row),
    PartKind.WINDOW: _table("window_version", windows.COLUMNS, "id", windows.window_from, _window_row),
    PartKind.REMINDER: _table("reminder", f"{reminders.FIELDS}, {_UPDATED}", "id", _reminder, _reminder_row),
    PartKind.QUESTION: _table("question", questions.COLUMNS, "id", questions.asked_from, questions.columns_of),
    PartKind.PLANNED_DAY: _table("planned_day", "day", "day", _planned_day, _planned_day_row),
    PartKind.IMPORT: Rows(
        "id",
        "SELECT id, source, created_us, updated_us FROM import_batch "
        f"WHERE is_complete = 1 AND source <> '{CARRIED}'",
        "INSERT INTO import_batch (id, source, created_us, updated_us, first_check_in) "
        "VALUES (?, ?, ?, ?, (SELECT coalesce(max(number), 0) + 1 FROM check_in))",
        _import,
        _import_row,
    ),
    PartKind.REFLECTION: _noted(REFLECTIONS, "concept, question, text, check_in", _reflection, _reflection_row),
    PartKind.LIFE_EVENT: _noted(LIFE_EVENTS, "title, note", _life_event, _life_event_row),
    PartKind.REPAIR: _noted(REPAIRS, ", ".join(REPAIRS.words), _repair, _repair_row),
    PartKind.TRIANGLE: _noted(TRIANGLES, ", ".join(TRIANGLES.words), _triangle, _triangle_row),
    PartKind.PRACTICE: _table(
        "own_practice", f"{practices.OWN_PRACTICE}, {_UPDATED}", "id", _own_practice, _own_practice_row
    ),
    PartKind.PRACTICE_PLACE: Rows(
        "practice",
        f"SELECT {practices.PLACE} FROM practice_place WHERE 1",
        f"INSERT INTO practice_place ({practices.PLACE}, updated_us) VALUES (?, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
        practices.place_from,
        practices.place_columns,
    ),
    PartKind.PRACTICE_SESSION: _table(
        "practice_session", f"{practices.SESSION}, {_UPDATED}", "id", _session, _session_row
    ),
    PartKind.SUPPORT_CONTACT: _table(
        "support_contact", f"{support.CONTACT}, {_UPDATED}", "id", _contact, _contact_row
    ),
    PartKind.HELPING: _table("helping", helping.COLUMNS, "id", helping.answer_from, helping.columns_of),
    PartKind.TOMBSTONE: _table(
        "tombstone", "id, kind, deleted_us, deleted_offset, deleted_zone", "id", _tombstone, _tombstone_row
    ),
}


def key_of(part: Part) -> tuple[object, ...]:
    """The values of the key by which that part is known in its table."""
    match part:
        case Kept():
            return (part.value.id,)
        case OwnWords():
            return (part.name,)
        case KeptTag():
            return part.tag.kind.value, part.tag.name
        case PlannedDay():
            return (part.day.isoformat(),)
        case PracticePlace():
            return (part.key,)
        case Pause() | QuietHours():
            return (1,)
        case AskedQuestion() | HelpingAnswer() | WindowOfTolerance() | ImportBatch() | Tombstone():
            return (part.id,)
    raise TypeError(type(part))
