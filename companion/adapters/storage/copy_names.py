"""What the files of copies are called, and which of them are thinned out."""

import os
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import NamedTuple

from companion.application.copies import CopyKind
from companion.domain.thinning import days_to_keep

SUFFIX = ".companion"  # of a copy that a person saves somewhere; those in folders keep the store's own
MOST_BEFORE_RESTORE = 5
_DATED = re.compile(r"(companion|before-restore)-(\d{4}-\d\d-\d\d)(?:-(\d{1,6}))?\.db")
_BEFORE_UPGRADE = re.compile(r"before-upgrade-\d+\.db")
_KINDS = {"companion": CopyKind.DAY, "before-restore": CopyKind.BEFORE_RESTORE}
_PREFIXES = {kind: prefix for prefix, kind in _KINDS.items()}


class CopyName(NamedTuple):
    """What the name of a copy says; several of one day are numbered from 1."""

    kind: CopyKind
    day: date | None
    number: int = 1


def name_from(file_name: str) -> CopyName | None:
    """What that name says; None for what is no copy of ours."""
    if _BEFORE_UPGRADE.fullmatch(file_name):
        return CopyName(CopyKind.BEFORE_UPGRADE, None)
    found = _DATED.fullmatch(file_name)
    try:
        return found and CopyName(_KINDS[found[1]], date.fromisoformat(found[2]), int(found[3] or 1))
    except ValueError:
        return None


def name_of(kind: CopyKind, day: date, number: int = 1) -> str:
    """The name of a copy made for that day."""
    numbered = f"-{number}" if number > 1 else ""
    return f"{_PREFIXES[kind]}-{day.isoformat()}{numbered}.db"


def copies_in(folder: Path) -> dict[str, CopyName]:
    """The copies in a folder, by file name. Raises OSError if it cannot be read."""
    found = ((entry.name, name_from(entry.name)) for entry in os.scandir(folder) if entry.is_file())
    return {file_name: name for file_name, name in found if name is not None}


def newest_day_in(folder: Path) -> date | None:
    """The newest day that has a copy of its own in that folder."""
    try:
        names = copies_in(folder).values()
    except OSError:
        return None
    return max((name.day for name in names if name.kind is CopyKind.DAY and name.day is not None), default=None)


def newest_made_at_in(folder: Path) -> datetime | None:
    """When the newest copy of a day in that folder was made."""
    day = newest_day_in(folder)
    path = None if day is None else newest_file(folder, day)
    return None if path is None else datetime.fromtimestamp(path.stat().st_mtime, UTC)


def newest_file(folder: Path, day: date) -> Path | None:
    """Of the copies of that day the one that was made last."""
    try:
        names = copies_in(folder)
    except OSError:
        return None
    files = (folder / file for file, name in names.items() if (name.kind, name.day) == (CopyKind.DAY, day))
    return max(files, key=lambda path: path.stat().st_mtime_ns, default=None)


def to_thin_out(names: Iterable[CopyName]) -> set[CopyName]:
    """Those that go: of days as `days_to_keep` says, of those before a restore all but the newest five.

    Those before an upgrade stay; there is one for each version.
    """
    dated = [(name.day, name) for name in names if name.day is not None]
    kept = days_to_keep(day for day, name in dated if name.kind is CopyKind.DAY)
    before = sorted((day, name.number, name) for day, name in dated if name.kind is CopyKind.BEFORE_RESTORE)
    of_days = {name for day, name in dated if name.kind is CopyKind.DAY and day not in kept}
    return of_days | {name for _day, _number, name in before[:-MOST_BEFORE_RESTORE]}
