"""What practices need from outside: our files, a clock that never jumps, and where what was noted is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from companion.domain.concept import NoteProblem
    from companion.domain.journal import Version
    from companion.domain.moment import Moment
    from companion.domain.practice import Practice
    from companion.domain.practice_own import OwnPractice, PracticePlace
    from companion.domain.practice_session import PracticeSession


class SteadyClock(Protocol):
    """A clock for how long something takes: it is never set, and stands still while the computer sleeps."""

    def seconds(self) -> float:
        """Seconds since some moment, which is the same for the whole run of the program."""


class PracticeLibrary(Protocol):
    """Our own practices."""

    def read(self, language: str) -> tuple[list[Practice], list[NoteProblem]]:
        """In our order; a bad file is a problem in the list."""


class PracticeSessionIntake(Protocol):
    """Where a practice that ended can be put even while the store is locked."""

    def add(self, session: PracticeSession) -> None:
        """Adds a new one. Of two with one id the open store keeps the first; while locked, the last one counts."""


class PracticeSessionRepository(PracticeSessionIntake, Protocol):
    """Everything that was practised."""

    def note(self, session: PracticeSession, at: Moment) -> None:
        """Writes it over the one with its id: what was noted after it. An id that is not there changes nothing."""

    def get(self, session_id: str) -> PracticeSession | None:
        """The one with that whole id, also a forgotten one; None if there is none."""

    def of_practice(self, key: str) -> list[PracticeSession]:
        """Those of that practice, oldest first."""

    def since(self, start: datetime) -> list[PracticeSession]:
        """Those that began at or after that instant, oldest first."""

    def between(self, start: datetime, end: datetime) -> list[PracticeSession]:
        """Those that began in [start, end), oldest first."""

    def forget(self, session_id: str, at: Moment, /) -> None:
        """Takes it back; `restore` undoes it."""

    def restore(self, session_id: str, at: Moment, /) -> None:
        """Brings a forgotten one back."""

    def purge(self, session_ids: Sequence[str], at: Moment, /) -> None:
        """Deletes them for good; only a tombstone with the id stays."""

    def versions(self, session_id: str, /) -> list[Version]:
        """Always none: what was noted of a practice has no earlier versions."""


class OwnPracticeRepository(Protocol):
    """The person's own practices."""

    def all(self) -> list[OwnPractice]:
        """Every one that was not removed, oldest first."""

    def get(self, practice_id: str) -> OwnPractice | None:
        """The one with that id, also a removed one; None if there is none."""

    def add(self, practice: OwnPractice) -> None:
        """Adds a new one."""

    def change(self, practice: OwnPractice, at: Moment) -> None:
        """Writes a changed one over the one with its id."""

    def remove(self, practice_id: str, at: Moment) -> None:
        """Removes it; its sessions stay."""

    def bring_back(self, practice_id: str, at: Moment) -> None:
        """Undoes `remove`."""


class PracticePlaceRepository(Protocol):
    """Where the person put practices, ours and theirs."""

    def all(self) -> dict[str, PracticePlace]:
        """By the practice's key; those that were never touched are not in it."""

    def put(self, places: Sequence[PracticePlace], at: Moment) -> None:
        """Keeps them in place of what was there for those keys."""
