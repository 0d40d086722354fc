"""News that goes up: what has happened, published after it is durable."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.application.settings import Settings
    from companion.domain.checkin import CheckIn
    from companion.domain.prompt import Prompt


@dataclass(frozen=True, slots=True)
class CheckInRecorded:
    """A check-in was saved."""

    check_in: CheckIn


@dataclass(frozen=True, slots=True)
class CheckInForgotten:
    """A check-in was taken back (it can be restored)."""

    check_in_id: str


@dataclass(frozen=True, slots=True)
class CheckInRestored:
    """A check-in that was taken back is there again."""

    check_in_id: str


@dataclass(frozen=True, slots=True)
class CheckInAmended:
    """A check-in was corrected; this is what it says now."""

    check_in: CheckIn


@dataclass(frozen=True, slots=True)
class CheckInsChanged:
    """Several check-ins were taken back, brought back or deleted at once, or their tags were renamed."""


@dataclass(frozen=True, slots=True)
class JournalChanged:
    """A reflection, life event, repair or practice was noted, corrected, taken back, brought back or deleted."""


@dataclass(frozen=True, slots=True)
class PracticesChanged:
    """A practice of the person's own was added, changed or removed; or one was starred, moved or hidden."""


@dataclass(frozen=True, slots=True)
class PeopleChanged:
    """People or places to turn to were added, changed, moved or removed."""


@dataclass(frozen=True, slots=True)
class WindowChanged:
    """A new version of the person's window is in force."""


@dataclass(frozen=True, slots=True)
class CheckInSetupChanged:
    """The person's own words of the check-in, or what it offers to choose from, are others now."""


@dataclass(frozen=True, slots=True)
class DayStartChanged:
    """The person's day begins at another time: every day is counted anew."""


@dataclass(frozen=True, slots=True)
class CheckInsImported:
    """An import was completed."""

    count: int


@dataclass(frozen=True, slots=True)
class PromptsChanged:
    """The ledger moved on: something was planned, shown, answered, expired…"""


@dataclass(frozen=True, slots=True)
class PromptsPassed:
    """Prompts came and went while the computer or the program was not running: one quiet card says so, once.

    In the order of their times; nothing of them can be made up for.
    """

    prompts: tuple[Prompt, ...]


@dataclass(frozen=True, slots=True)
class RemindersChanged:
    """A reminder was added, switched or removed, or a pause began or ended."""


@dataclass(frozen=True, slots=True)
class NotesChanged:
    """The concept library was read again."""


@dataclass(frozen=True, slots=True)
class CopiesChanged:
    """A copy of the store was made or could not be, or the place for copies is another one."""


@dataclass(frozen=True, slots=True)
class SettingsChanged:
    """The person changed a setting."""

    settings: Settings


@dataclass(frozen=True, slots=True)
class StoreChangedElsewhere:
    """Another process wrote to the store: every screen builds its state anew."""


@dataclass(frozen=True, slots=True)
class StoreFoundDamaged:
    """A part of the store cannot be read any more."""


@dataclass(frozen=True, slots=True)
class VaultLocking:
    """The store is about to be locked and can still be written: what was half typed is to be kept now."""


@dataclass(frozen=True, slots=True)
class VaultLocked:
    """The store is locked and closed: whoever holds or shows anything out of it lets go of it now."""


@dataclass(frozen=True, slots=True)
class VaultUnlocked:
    """The store can be read again."""


Event = (
    CheckInRecorded
    | CheckInForgotten
    | CheckInRestored
    | CheckInAmended
    | CheckInsChanged
    | JournalChanged
    | PracticesChanged
    | PeopleChanged
    | WindowChanged
    | CheckInSetupChanged
    | DayStartChanged
    | CheckInsImported
    | PromptsChanged
    | PromptsPassed
    | RemindersChanged
    | NotesChanged
    | CopiesChanged
    | SettingsChanged
    | StoreChangedElsewhere
    | StoreFoundDamaged
    | VaultLocking
    | VaultLocked
    | VaultUnlocked
)
