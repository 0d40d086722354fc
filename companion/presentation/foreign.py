"""Words for what another program's file holds, and what becomes of it."""

from companion.application.foreign import FileKind, Findings, Scale
from companion.application.row_fault import RowFault
from companion.presentation.transfer import fault_line, fault_sentence
from companion.presentation.translation import _, ngettext

MOST_WORDS = 200


def program_name(kind: FileKind) -> str:
    """Whose file it is, in a word. Names of programs are not translated."""
    return {
        FileKind.COMPANION: _("Companion"),
        FileKind.DAYLIO: "Daylio",
        FileKind.HOW_WE_FEEL: "How We Feel",
        FileKind.APPLE: _("Apple State of Mind"),
        FileKind.PIXY: "Pixy",
        FileKind.TRACK_AND_GRAPH: "Track & Graph",
        FileKind.COLUMNS: _("a table"),
    }[kind]


def fault_line_of(fault: RowFault, suffix: str) -> str:
    """Where in the file it is and what is wrong; only tables have lines that a person can count."""
    if suffix == ".csv":
        return fault_line(fault)
    return _("entry {place}: {what}").format(place=fault.place, what=fault_sentence(fault))


def finding_lines(findings: Findings) -> list[str]:
    """Whose file it is, what its words were taken for, and what the file did not say."""
    return [from_line(findings.kind), *word_lines(findings), *rest_lines(findings)]


def from_line(kind: FileKind) -> str:
    """Whose file it is."""
    return _("The file is from {program}.").format(program=program_name(kind))


def rest_lines(findings: Findings) -> list[str]:
    """How its numbers are read, and what the file did not say."""
    lines = []
    if findings.scale is not None:
        lowest, highest = f"{findings.scale.lowest:g}", f"{findings.scale.highest:g}"
        lines.append(
            _("Its numbers are read as running from {lowest} to {highest}.").format(lowest=lowest, highest=highest)
        )
    if findings.without_time:
        sentence = ngettext(
            "{count} entry has a day but no time, and is placed at noon.",
            "{count} entries have a day but no time, and are placed at noon.",
            findings.without_time,
        )
        lines.append(sentence.format(count=findings.without_time))
    if findings.not_chosen:
        sentence = ngettext(
            "{count} row belongs to another series and is not read.",
            "{count} rows belong to other series and are not read.",
            findings.not_chosen,
        )
        lines.append(sentence.format(count=findings.not_chosen))
    return lines


def word_lines(findings: Findings) -> list[str]:
    """Each word of the file with the points it was given, the most frequent first."""
    return [
        ngettext("{word} (once): {points}", "{word} ({count} times): {points}", count).format(
            word=word, count=count, points=_points_words(*findings.words[word])
        )
        for word, count in findings.word_counts.most_common(MOST_WORDS)
    ]


def series_lines(findings: Findings) -> str:
    """The series of the file, each with how many rows it has, on one line."""
    return ", ".join(
        _("{name} ({count})").format(name=name, count=count) for name, count in findings.features.most_common()
    )


def scale_text(scale: Scale) -> str:
    """A scale by its ends."""
    return f"{scale.lowest:g}-{scale.highest:g}"


def _points_words(arousal: int | None, pleasantness: int | None) -> str:
    said = []
    if arousal is not None:
        said.append(_("energy {points}").format(points=arousal))
    if pleasantness is not None:
        said.append(_("pleasantness {points}").format(points=pleasantness))
    return ", ".join(said) or _("no number; it comes in as a tag")
