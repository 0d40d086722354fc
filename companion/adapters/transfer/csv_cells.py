"""One check-in as the cells of our CSV and back, safe to open in a spreadsheet."""

import re

from companion.domain.arousal import arousal_from_text, pleasantness_from_text
from companion.domain.checkin import CheckIn, Origin
from companion.domain.zone import Zone, zone_named

COLUMNS = ("at", "arousal", "zone", "pleasantness", "prompted", "note", "tags")
YES = frozenset({"true", "1", "yes"})
NO = frozenset({"false", "0", "no", ""})

# What a spreadsheet would run as a formula; apostrophes before it count, so that taking one off undoes adding one.
_FORMULA = re.compile(r"'*[ ]*[=+\-@|\t\r\n]")
_TAG_PARTS = re.compile(r"(?:\\[\\;]|[^;])+")
_ESCAPED = re.compile(r"\\([\\;])")


class UnreadableSwitchError(ValueError):
    """`prompted` says neither yes nor no."""


def cells_of(check_in: CheckIn) -> list[str]:
    """The cells in the order of COLUMNS. Text that a spreadsheet would run gets an apostrophe in front."""
    return [
        check_in.experienced_at.iso(),
        "" if check_in.arousal is None else str(check_in.arousal),
        "" if check_in.zone is None else check_in.zone.value,
        "" if check_in.pleasantness is None else str(check_in.pleasantness),
        "true" if check_in.is_scheduled else "false",
        guarded(check_in.note),
        guarded(tags_as_cell(check_in.tags)),
    ]


def points_in(cell: str) -> int | None:
    """Arousal, or None for an empty cell. Raises DomainError."""
    return arousal_from_text(cell) if cell.strip() else None


def pleasantness_in(cell: str) -> int | None:
    """Pleasantness, or None for an empty cell. Raises DomainError."""
    return pleasantness_from_text(cell) if cell.strip() else None


def zone_in(cell: str) -> Zone | None:
    """The zone, or None for an empty cell. Raises DomainError."""
    return zone_named(cell) if cell.strip() else None


def origin_in(cell: str) -> Origin:
    """Scheduled for yes: as RANDOM, since a file does not say which kind it was. Raises UnreadableSwitchError."""
    word = cell.strip().lower()
    if word in YES:
        return Origin.RANDOM
    if word in NO:
        return Origin.SELF
    raise UnreadableSwitchError


def guarded(text: str) -> str:
    """`text`, with an apostrophe in front if a spreadsheet would take it for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(cell: str) -> str:
    """What `guarded` made the cell from."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def tags_as_cell(tags: tuple[str, ...]) -> str:
    """Tags with a semicolon between them; a semicolon or backslash of a tag has a backslash in front."""
    return ";".join(tag.replace("\\", "\\\\").replace(";", "\\;") for tag in tags)


def tags_in(cell: str) -> tuple[str, ...]:
    """The tags of a cell, blanks around them left to the domain."""
    return tuple(_ESCAPED.sub(r"\1", part) for part in _TAG_PARTS.findall(cell))
