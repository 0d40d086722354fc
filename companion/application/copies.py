"""Copies of the notebook: what they are, what is in them, and how one differs from the notebook now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.application.errors import Trouble
    from companion.application.parts import PartKind


class CopyKind(Enum):
    """Why a copy was made."""

    DAY = "day"
    BEFORE_RESTORE = "before_restore"
    BEFORE_UPGRADE = "before_upgrade"
    SAVED = "saved"


class CopyPlace(Enum):
    """Where a copy lies: in the data folder, in the place that the person chose, or in a file they named."""

    HERE = "here"
    CHOSEN = "chosen"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class CopyContents:
    """How many check-ins there are, their first and last day, and the version of the store."""

    check_ins: int
    first_day: date | None
    last_day: date | None
    version: int


@dataclass(frozen=True, slots=True)
class KeptCopy:
    """One copy. `day` is the day it was made for, if its name says so; without `contents` it was not opened.

    `is_earlier` if an earlier Companion wrote it. `is_protected` is None where the key is not known, and `trouble`
    says why a copy cannot be used.
    """

    path: str
    kind: CopyKind
    place: CopyPlace
    day: date | None
    contents: CopyContents | None = None
    is_earlier: bool = False
    is_protected: bool | None = None
    trouble: Trouble | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """Of one kind: how many are only here now, only in the copy, and in both but not the same.

    `days_here` and `days_there` are the first and last day of those that are only on that side, where they have days.
    """

    kind: PartKind
    only_here: int = 0
    only_there: int = 0
    changed: int = 0
    days_here: tuple[date, date] | None = None
    days_there: tuple[date, date] | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The notebook now beside a copy. `differences` has the kinds that differ, check-ins first.

    `loses_protection`: the copy takes a passphrase, and the notebook as it is now does not. `here` is None where the
    notebook cannot be opened; then nothing can be compared.
    """

    copy: KeptCopy
    here: CopyContents | None
    there: CopyContents
    differences: tuple[Difference, ...] = ()
    loses_protection: bool = False
