"""Words for what goes out and comes in, and for what an import leaves out."""

from collections.abc import Mapping

from companion.application.parts import PartCounts, PartKind, PartNote, PartRule
from companion.application.transfer import CellRule, ImportCounts, RowFault
from companion.domain.errors import DomainError, Rule
from companion.presentation.sentences import sentence_of
from companion.presentation.translation import _, ngettext


def fault_line(fault: RowFault) -> str:
    """Where in the file it is and what is wrong; never what the row says."""
    return _("line {place}: {what}").format(place=fault.place, what=fault_sentence(fault))


def fault_sentence(fault: RowFault) -> str:
    """What is wrong; never what the row says."""
    if isinstance(fault.rule, Rule):
        return sentence_of(DomainError(fault.rule, **fault.facts))
    return _cell_sentences()[fault.rule].format(**fault.facts)


def note_line(note: PartNote) -> str:
    """Of which part of the file something is to be told, and what; never what the part says."""
    if isinstance(note.rule, Rule):
        sentence = sentence_of(DomainError(note.rule, **note.facts))
    else:
        sentence = _part_sentences()[note.rule]
    return _("{kind}, number {place}: {what}").format(kind=kind_name(note.kind), place=note.place, what=sentence)


def counted(counts: ImportCounts, only_look: bool) -> str:
    """What an import of rows did."""
    return _joined(counts.added, counts.left_out, counts.already_here, only_look)


def counted_lines(counts: Mapping[PartKind, PartCounts], only_look: bool) -> list[str]:
    """What an import of everything did, a line for each kind that the file has, check-ins first."""
    kinds = sorted(counts, key=lambda kind: kind is not PartKind.CHECK_IN)
    return [
        _("{kind}: {counts}").format(kind=kind_name(kind), counts=_of_kind(counts[kind], only_look)) for kind in kinds
    ]


def written_lines(counts: Mapping[PartKind, int], file: str) -> list[str]:
    """What an export of everything holds: how many check-ins, then how many of each other kind that there is."""
    check_ins = counts[PartKind.CHECK_IN]
    sentence = ngettext("{count} check-in is in {file} now.", "{count} check-ins are in {file} now.", check_ins)
    others = [
        _("{kind}: {count}").format(kind=capital(kind_name(kind)), count=count)
        for kind, count in counts.items()
        if count and kind is not PartKind.CHECK_IN
    ]
    return [sentence.format(count=check_ins, file=file), *others]


def capital(words: str) -> str:
    """The words at the beginning of a line."""
    return words[:1].upper() + words[1:]


def kind_name(kind: PartKind) -> str:
    """Several of a kind in a word."""
    return {
        PartKind.DAY_START: _("start of the day"),
        PartKind.PAUSE: _("pause"),
        PartKind.WORDING: _("own words"),
        PartKind.TAG: _("tags"),
        PartKind.WINDOW: _("windows"),
        PartKind.QUIET_HOURS: _("quiet hours"),
        PartKind.QUESTION: _("answers about reminders"),
        PartKind.REMINDER: _("reminders"),
        PartKind.PLANNED_DAY: _("planned days"),
        PartKind.PROMPT: _("prompts"),
        PartKind.IMPORT: _("imports"),
        PartKind.CHECK_IN: _("check-ins"),
        PartKind.REFLECTION: _("reflections"),
        PartKind.LIFE_EVENT: _("life events"),
        PartKind.REPAIR: _("repairs"),
        PartKind.TRIANGLE: _("triangles"),
        PartKind.PRACTICE: _("practices of my own"),
        PartKind.PRACTICE_PLACE: _("practices starred or hidden"),
        PartKind.PRACTICE_SESSION: _("times practised"),
        PartKind.SUPPORT_CONTACT: _("people and places"),
        PartKind.HELPING: _("answers whether this helps"),
        PartKind.TOMBSTONE: _("deleted permanently"),
    }[kind]


def _of_kind(counts: PartCounts, only_look: bool) -> str:
    parts = [_joined(counts.added, counts.left_out, counts.already_here, only_look)]
    if counts.kept_ours:
        parts.append(_("{count} different here and left as they are").format(count=counts.kept_ours))
    if counts.deleted_here:
        parts.append(_("{count} deleted here and not brought back").format(count=counts.deleted_here))
    return ", ".join(parts)


def _joined(added: int, left_out: int, already_here: int, only_look: bool) -> str:
    parts = (
        (_("{count} would be imported") if only_look else _("{count} imported"), added),
        (_("{count} left out"), left_out),
        (_("{count} already here"), already_here),
    )
    return ", ".join(part.format(count=count) for part, count in parts)


def _cell_sentences() -> dict[CellRule, str]:
    return {
        CellRule.CELLS_DO_NOT_MATCH: _("The row has {given} cells where the first line names {wanted}."),
        CellRule.QUOTES_DO_NOT_MATCH: _("A quotation mark is opened and not closed, or in the middle of a cell."),
        CellRule.ROW_TOO_LONG: _("The row is longer than a check-in can be."),
        CellRule.TEXT_DAMAGED: _("The text is not UTF-8. Please save the file as UTF-8."),
        CellRule.PROMPTED_UNREADABLE: _("Prompted is true or false, or left empty."),
        CellRule.NUMBER_UNREADABLE: _("There is no number that can be read."),
        CellRule.NUMBER_BEYOND_SCALE: _("The number lies beyond the ends of the scale."),
        CellRule.ENTRY_UNREADABLE: _("This is not as that program writes it, so it was left out."),
        CellRule.CELLS_RUN_OVER: _("The row has more cells than the first line names; they came into the note."),
    }


def _part_sentences() -> dict[PartRule, str]:
    return {
        PartRule.NOT_AS_EXPORTED: _("This is not as an export writes it, so it was left out."),
        PartRule.TOO_LONG: _("This is longer than anything an export writes, so it was left out."),
        PartRule.TWICE: _("It is in the file twice; the first one counts."),
        PartRule.IMPORT_UNKNOWN: _("The import that it came with is not in the file; it comes in without it."),
        PartRule.DIFFERS: _("Here it says something else, and stays as it is here."),
    }
