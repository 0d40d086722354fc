"""Deleting everything: what is wished, and what came of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.application.errors import UserError


@dataclass(frozen=True, slots=True)
class Erasure:
    """That everything is to go; `place` is a second folder whose copies of this notebook go too, or ""."""

    place: str = ""


@dataclass(frozen=True, slots=True)
class Erased:
    """What came of it: `left` are paths that could not be deleted; with `trouble` nothing at all was.

    `kept_place` is the second folder in which copies stay as the person wished, or "".
    """

    left: tuple[str, ...] = ()
    trouble: UserError | None = None
    kept_place: str = ""
