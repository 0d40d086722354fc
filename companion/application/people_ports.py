"""What people and places to turn to, and asking whether the notebook helps, need from outside."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from datetime import date

    from companion.domain.is_helping import HelpingAnswer
    from companion.domain.moment import Moment
    from companion.domain.support import SupportContact


class SupportRepository(Protocol):
    """The people, places and services in the store."""

    def all(self) -> list[SupportContact]:
        """Every one, in the order of a safety plan."""

    def put(self, contact: SupportContact, at: Moment) -> None:
        """Keeps it, in place of the one with its id if there is one."""

    def remove(self, contact_id: str, at: Moment) -> None:
        """Deletes it for good; its id is kept, so that no import brings it back, until it is put there again."""


class HelpingRepository(Protocol):
    """Whether the notebook helps, as the person answered."""

    def all(self) -> list[HelpingAnswer]:
        """Every answer, oldest first."""

    def add(self, answer: HelpingAnswer) -> None:
        """Adds an answer."""

    def remove(self, answer_id: str) -> None:
        """Takes an answer back."""

    def first_day(self) -> date | None:
        """The day of the first check-in that was noted here and not imported; None if there is none."""


class OpenSupport(Protocol):
    """What of them can be read while the notebook is locked: it lies in clear beside the store."""

    def read(self) -> list[SupportContact]:
        """What is there; nothing if it cannot be read. Never raises."""

    def write(self, contacts: Sequence[SupportContact]) -> None:
        """Puts those that are ticked for it there, and no others. Raises UserError."""
