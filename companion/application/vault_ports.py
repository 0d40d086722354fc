"""Ports of the vault: how the store is opened, locked and written, and its key; `adapters/storage` fills them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import datetime
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from companion.application.parts import Part, Verdict
    from companion.application.practice_ports import PracticeSessionIntake
    from companion.application.protection import OlderCopies, Rewritten
    from companion.application.store_ports import (
        CheckInIntake,
        PauseRepository,
        PromptLedger,
        QuietHoursRepository,
        Store,
    )
    from companion.domain.checkin import CheckIn
    from companion.domain.hold_rules import HoldRules
    from companion.domain.moment import Moment
    from companion.domain.noting import LastNoted
    from companion.domain.prompt import PromptRecord
    from companion.domain.secrets import Secret


class Intake(Protocol):
    """The part of the store that works in both states, locked and unlocked."""

    @property
    def check_ins(self) -> CheckInIntake: ...
    @property
    def ledger(self) -> PromptLedger: ...
    @property
    def pauses(self) -> PauseRepository: ...
    @property
    def quiet_hours(self) -> QuietHoursRepository: ...
    @property
    def practice_sessions(self) -> PracticeSessionIntake: ...

    def window_id(self, at: datetime) -> str | None:
        """The id of the window version in force at that instant; None while locked, it is filled in on unlocking."""


class CheckInImport(Protocol):
    """Check-ins that come in together: nothing of them is seen before `complete`."""

    def add(self, rows: Sequence[tuple[str, CheckIn]], sources: Sequence[str] = ()) -> int:
        """Adds rows with their import keys, at most 1000; a key or id that is here already adds nothing.

        Nor does an id that was deleted for good. `sources` are the rows as they stood in the file of another
        program, in the same order, or none at all. Returns how many were added.
        """

    def complete(self) -> None:
        """Everything that was added is there from now on, durably and in one step."""

    def abandon(self) -> None:
        """Nothing of it will ever be seen; what a large one left may still have to be wiped."""


class CarryingIn(Protocol):
    """Parts of another store that come in together: nothing of them is seen before `complete`."""

    def add(self, parts: Sequence[Part]) -> list[Verdict]:
        """Adds what is new, durably, and says what became of each; no more at once than a short transaction bears."""

    def complete(self) -> None:
        """Everything that was added is there from now on. The step to it is one; a crash after it loses nothing."""

    def abandon(self) -> None:
        """Nothing of it will ever be seen; what a large one left may still have to be wiped."""


class Vault(Protocol):
    """The only door to what the person noted: locked or unlocked."""

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""

    def reading(self) -> AbstractContextManager[Store]:
        """The store for one consistent look. Raises UserError(LOCKED) while locked."""

    def writing(self) -> AbstractContextManager[Store]:
        """The store in one transaction: durable when the block ends, undone if it raises.

        Raises UserError(LOCKED) while locked, and UserError for a full or failing disk.
        """

    def taking_in(self) -> AbstractContextManager[Intake]:
        """What can be noted in both states, in one durable step: the store, or while locked the sealed spool."""

    def importing(self, source: str) -> CheckInImport:
        """Begins an import of that kind of source. Raises UserError(LOCKED) while locked."""

    def carrying_in(self, at: Moment) -> CarryingIn:
        """Begins, at that moment, to bring in what another store keeps.

        Raises UserError: LOCKED, or STORE_BUSY beside another import.
        """

    def remove_unfinished_imports(self) -> None:
        """Takes out what interrupted imports left, and brings completed ones to their end; not one that runs."""

    def changed_elsewhere(self) -> bool:
        """True if another process wrote since the last call."""


class LockableVault(Protocol):
    """The vault as the one sees it who locks it."""

    @property
    def is_locked(self) -> bool:
        """True while nothing can be read."""

    def lock(self) -> None:
        """Closes the store; from now on nothing can be read, and what is noted goes to the spool. Always locks."""


class HeldKey(Protocol):
    """The store's key, out of its slot. Nobody holds one longer than a use case takes.

    `unlock` belongs on the GUI thread, the others on the worker.
    """

    def unlock(self) -> None:
        """Opens the vault with it and brings in what was noted meanwhile; stays locked if it raises UserError.

        An open vault goes on with this key.
        """

    def protect(self, passphrase: Secret, older: OlderCopies) -> tuple[HeldKey, Rewritten]:
        """Writes the store anew under a new key that the passphrase, or the recovery code, opens.

        The vault must be locked. Raises UserError and leaves store and key as they were: OPEN_ELSEWHERE, DISK_FULL…
        """

    def unprotect(self, older: OlderCopies) -> tuple[HeldKey, Rewritten]:
        """The same under a new key that lies beside it as it is."""

    def change_passphrase(self, passphrase: Secret) -> HeldKey:
        """Wraps the key in another passphrase; the one before opens nothing any more. Raises UserError."""

    def new_recovery_code(self) -> tuple[HeldKey, str]:
        """Wraps the key in a new recovery code, which is given back this once. Raises UserError."""

    def finish_copies(self) -> None:
        """Ends what a crash may have left undone: no older copy stays that opens without the passphrase."""


class KeyKeeper(Protocol):
    """Keeps the store's key."""

    def is_protected(self) -> bool:
        """True if there is a passphrase. Opens nothing."""

    def take(self, secret: Secret) -> HeldKey:
        """Opens the key's slot, which takes about 0.25 s on purpose; on any thread.

        Raises UserError: PASSPHRASE_WRONG, RECOVERY_CODE_WRONG, KEY_MISSING.
        """

    def take_open(self) -> HeldKey:
        """The key where there is no passphrase. Raises UserError: LOCKED, KEY_MISSING."""


class PromptPlanFile(Protocol):
    """The plan of the next days beside the locked store: ids, times and hold rules, no words."""

    def write(self, records: Sequence[PromptRecord], rules: HoldRules) -> None:
        """Replaces the plan; writes nothing if it is the same. Raises UserError."""

    def noted(self) -> LastNoted:
        """When something was last noted, as far as the plan says."""

    def keep_noted(self, noted: LastNoted) -> None:
        """Writes when something was last noted into the plan. Raises UserError."""
