"""Check-ins from a Pixy export: its rating is one of seven steps of pleasantness."""

from collections.abc import Iterator
from pathlib import Path

import msgspec

from companion.adapters.transfer.foreign_json import Document, EntryError, entry, source_of
from companion.adapters.transfer.foreign_rows import ForeignRow, ForeignRows, on_line
from companion.adapters.transfer.wall_clocks import NOON, date_from, moment_at, moment_in
from companion.application.foreign import FileKind, Findings, Scale, Wishes
from companion.application.row_fault import RowFault
from companion.application.transfer import CellRule
from companion.domain.context import Context
from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment

STEPS = ("extremely_bad", "very_bad", "bad", "neutral", "good", "very_good", "extremely_good")
_LINE = Scale(lowest=0, highest=len(STEPS) - 1)


class Word(msgspec.Struct):
    """A tag, or where an item names one, its id alone."""

    id: str | int
    title: str | None = None
    name: str | None = None


class Item(msgspec.Struct, rename={"moment": "dateTime"}):
    """A day's entry, or one of several."""

    date: str | None = None
    moment: str | None = None
    rating: str | None = None
    message: str | None = None
    tags: list[Word] = []
    emotions: list[str] = []


class Pixy:
    """Reads both generations: items as a list, or as an object by their dates. Its passcode is never read."""

    def __init__(self, rows: ForeignRows, wishes: Wishes) -> None:
        self.findings = Findings(FileKind.PIXY)
        self._rows = rows
        self._wishes = wishes
        self._names: dict[str | int, str] = {}

    def read(self, path: Path) -> Iterator[ForeignRow]:
        """Every item. Raises UserError: FILE_UNREADABLE if it is no JSON, or as `incoming_file` does."""
        document = Document.of_file(path)
        self._names = _names_of_tags(document)
        for place, raw in enumerate(document.elements(document.part("items")), start=1):
            try:
                yield self._row(place, entry(raw, Item), source_of(raw))
            except EntryError:
                yield RowFault(place, CellRule.ENTRY_UNREADABLE)
            except DomainError as broken:
                yield RowFault(place, broken.rule, broken.facts)

    def _row(self, place: int, said: Item, source: str) -> ForeignRow:
        points = _LINE.points(STEPS.index(said.rating)) if said.rating in STEPS else None
        return self._rows.row(
            place,
            self._moment(said),
            on_line(self._wishes.rating, points),
            note=said.message or "",
            words=tuple(word.replace("_", " ") for word in said.emotions),
            context=Context(activities=tuple(self._names.get(tag.id, "") for tag in said.tags)),
            source=source,
        )

    def _moment(self, said: Item) -> Moment:
        if said.moment:
            return moment_in(said.moment, self._rows.zone)
        if not said.date:
            raise DomainError(Rule.TIME_UNREADABLE)
        self.findings.without_time += 1
        return moment_at(date_from(said.date), NOON, self._rows.zone)


def _names_of_tags(document: Document) -> dict[str | int, str]:
    """By their ids; older files keep them among the settings."""
    settings = document.part("settings")
    listed = document.part("tags") or (None if settings is None else document.part("tags", of=settings))
    names: dict[str | int, str] = {}
    for raw in document.elements(listed):
        try:
            word = entry(raw, Word)
        except EntryError:
            continue
        names[word.id] = word.title or word.name or ""
    return names
