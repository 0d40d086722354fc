"""Check-ins from a Daylio backup: an archive whose one document we read; of its other contents nothing is kept."""

import base64
import binascii
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from typing import TypeVar

import msgspec

from companion.adapters.transfer.capped_archive import member_of
from companion.adapters.transfer.foreign_json import LARGEST_MB, Document, EntryError, entry, source_of
from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows, on_line
from companion.adapters.transfer.html_text import text_of_html
from companion.adapters.transfer.wall_clocks import offset_between
from companion.application.errors import Trouble, UserError
from companion.application.foreign import FileKind, Findings, Scale, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule
from companion.domain.context import Context
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import LONGEST_OFFSET, Moment, moment_of

T = TypeVar("T")
MEMBER = "backup.daylio"
GROUPS = Scale(lowest=5, highest=1)  # the groups of moods: 1 is the most pleasant
_FIRST_NAMES = {1: "rad", 2: "good", 3: "meh", 4: "bad", 5: "awful"}
_MOST_MINUTES = 1440  # an offset beyond it is one in milliseconds


class Mood(msgspec.Struct):
    """A mood with the group it belongs to; one that was never renamed has no name of its own."""

    id: int
    custom_name: str | None = None
    predefined_name_id: int | None = None
    mood_group_id: int | None = None


class Activity(msgspec.Struct):
    """A word that can lie on an entry."""

    id: int
    name: str | None = None


class Entry(msgspec.Struct, rename={"offset": "timeZoneOffset"}):
    """An entry; its month counts from 0."""

    datetime: int | float
    offset: int | float | None = None
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    minute: int | None = None
    mood: int | None = None
    note: str | None = None
    note_title: str | None = None
    tags: list[int] = []


class DaylioBackup:
    """Reads the entries of a backup. The lock code that lies in it is never read."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.DAYLIO)
        self._rows = rows
        self._wishes = wishes
        self._moods: dict[int, Mood] = {}
        self._activities: dict[int, str] = {}

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every entry. Raises UserError as `document_of_backup` does."""
        document = document_of_backup(path)
        if document is None:
            raise UserError(Trouble.FORMAT_UNKNOWN, path=str(path))
        self._moods = {mood.id: mood for mood in _each(document, "customMoods", Mood)}
        self._activities = {each.id: each.name or "" for each in _each(document, "tags", Activity)}
        for place, raw in enumerate(document.elements(document.part("dayEntries")), start=1):
            try:
                yield self._row(place, entry(raw, Entry), source_of(raw))
            except EntryError:
                yield RowFault(place, CellRule.ENTRY_UNREADABLE)
            except DomainError as broken:
                yield RowFault(place, broken.rule, broken.facts)

    def _row(self, place: int, said: Entry, source: str) -> ForeignRow:
        word, points = self._mood(said.mood)
        return self._rows.row(
            place,
            _moment(said),
            on_line(self._wishes.rating, points),
            note="\n\n".join(filter(None, (said.note_title, text_of_html(said.note or "")))),
            words=(word,),
            context=Context(activities=tuple(self._activities.get(number, "") for number in said.tags)),
            source=source,
        )

    def _mood(self, number: int | None) -> tuple[str, int | None]:
        mood = None if number is None else self._moods.get(number)
        if mood is None:
            return "", None
        word = mood.custom_name or _FIRST_NAMES.get(mood.predefined_name_id or mood.mood_group_id or 0, "")
        of_group = None if mood.mood_group_id is None else GROUPS.points(mood.mood_group_id)
        points = self._wishes.points.get(word.casefold(), of_group)
        if word:
            answer = on_line(self._wishes.rating, points)
            self.findings.count_word(word, answer.arousal, answer.pleasantness)
        return word, points


def document_of_backup(path: Path) -> Document | None:
    """The document of a backup, None if the archive is none of Daylio's.

    Raises UserError: FILE_UNREADABLE if it is damaged, FILE_TOO_LARGE, or as `incoming_file` does.
    """
    # Base64 takes four letters for three bytes, and line ends beside them.
    packed = member_of(path, MEMBER, LARGEST_MB * 1_400_000)
    if packed is None:
        return None
    try:
        return Document(base64.b64decode(b"".join(packed.split()), validate=True), path)
    except binascii.Error:
        raise UserError(Trouble.FILE_UNREADABLE, path=str(path)) from None


def _each(document: Document, name: str, shape: type[T]) -> Iterator[T]:
    """Those that are as Daylio writes them."""
    for raw in document.elements(document.part(name)):
        with suppress(EntryError):
            yield entry(raw, shape)


def _moment(said: Entry) -> Moment:
    """By its wall clock, which is written out, or by its offset, of which the unit is not certain."""
    try:
        instant = datetime.fromtimestamp(said.datetime / 1000, UTC)
        offset = _offset_by_wall_clock(said, instant)
    except (ValueError, OverflowError, OSError):
        raise DomainError(Rule.TIME_UNREADABLE) from None
    return moment_of(instant.astimezone(timezone(offset)))


def _offset_by_wall_clock(said: Entry, instant: datetime) -> timedelta:
    if said.year is not None and said.month is not None and said.day is not None:
        wall = datetime(said.year, said.month + 1, said.day, said.hour or 0, said.minute or 0, tzinfo=UTC)
        offset = offset_between(wall, instant.replace(second=0, microsecond=0))
        if abs(offset) <= LONGEST_OFFSET and said.hour is not None:
            return offset
    given = said.offset or 0
    offset = timedelta(milliseconds=given) if abs(given) > _MOST_MINUTES else timedelta(minutes=given)
    return offset if abs(offset) <= LONGEST_OFFSET else timedelta(0)
