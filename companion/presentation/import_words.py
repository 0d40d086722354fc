"""Words of the import dialog: what would come in and what not, and what can be said of a file."""

from collections.abc import Iterator, Mapping
from pathlib import PurePath

from companion.application.foreign import Column, DateOrder, FileKind, Meaning
from companion.application.parts import PartCounts, PartKind, PartNote
from companion.application.transfer import RowFault
from companion.presentation.foreign import fault_line_of, from_line
from companion.presentation.transfer import capital, kind_name, note_line
from companion.presentation.translation import _, ngettext


def title_of(kind: FileKind) -> str:
    """Whose file it is."""
    return _("The file is a table that Companion does not know.") if kind is FileKind.COLUMNS else from_line(kind)


def coming_lines(counts: Mapping[PartKind, PartCounts]) -> tuple[str, ...]:
    """What would come in, what is here already, and what not."""
    lines = [*_coming(counts), *_staying(counts)]
    return tuple(lines) or (_("There is nothing in this file that could come in."),)


def note_lines(notes: tuple[PartNote | RowFault, ...], path: str) -> tuple[str, ...]:
    """Of each that is left out or odd its place in the file and why; never what it says."""
    suffix = PurePath(path).suffix.lower()
    return tuple(fault_line_of(note, suffix) if isinstance(note, RowFault) else note_line(note) for note in notes)


def meaning_name(meaning: Meaning) -> str:
    """What a rating is taken for."""
    return {
        Meaning.PLEASANTNESS: _("pleasantness"),
        Meaning.AROUSAL: _("energy in the body"),
        Meaning.NOTHING: _("nothing: its words come in as tags"),
    }[meaning]


def column_name(column: Column) -> str:
    """What a column of a table can hold."""
    return {
        Column.AT: _("Date and time in one"),
        Column.DATE: _("Date"),
        Column.TIME: _("Time"),
        Column.AROUSAL: _("Energy"),
        Column.PLEASANTNESS: _("Pleasantness"),
        Column.ZONE: _("Answer: above, inside, below, mixed, unsure"),
        Column.NOTE: _("Note"),
        Column.TAGS: _("Tags"),
    }[column]


def order_name(order: DateOrder) -> str:
    """An order in which a date is written, by an example that can only be read one way."""
    return {
        DateOrder.YEAR_FIRST: _("2026-11-22, or in words"),
        DateOrder.DAY_FIRST: _("day first: 22.11.2026"),
        DateOrder.MONTH_FIRST: _("month first: 11/22/2026"),
    }[order]


def _coming(counts: Mapping[PartKind, PartCounts]) -> Iterator[str]:
    check_ins = counts.get(PartKind.CHECK_IN, PartCounts()).added
    if check_ins:
        sentence = ngettext("{count} check-in would come in.", "{count} check-ins would come in.", check_ins)
        yield sentence.format(count=check_ins)
    for kind, each in counts.items():
        if each.added and kind is not PartKind.CHECK_IN:
            yield _("{kind}: {count} would come in.").format(kind=capital(kind_name(kind)), count=each.added)


def _staying(counts: Mapping[PartKind, PartCounts]) -> Iterator[str]:
    here = sum(each.already_here for each in counts.values())
    if here:
        yield ngettext("{count} is here already.", "{count} are here already.", here).format(count=here)
    if kept := sum(each.kept_ours for each in counts.values()):
        yield ngettext(
            "{count} says something else here, and stays as it is here.",
            "{count} say something else here, and stay as they are here.",
            kept,
        ).format(count=kept)
    if deleted := sum(each.deleted_here for each in counts.values()):
        yield ngettext(
            "{count} was deleted permanently here, and would not be brought back.",
            "{count} were deleted permanently here, and would not be brought back.",
            deleted,
        ).format(count=deleted)
    if left_out := sum(each.left_out for each in counts.values()):
        sentence = ngettext(
            "{count} would be left out. The reasons are below.",
            "{count} would be left out. The reasons are below.",
            left_out,
        )
        yield sentence.format(count=left_out)
