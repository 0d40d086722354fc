"""The keeper of the store's key: takes it out of its slots, and puts other locks before it."""

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from companion.adapters.storage.beside import BACKUPS, is_protected
from companion.adapters.storage.database import DRIVER, STORE_NAME, salt_of
from companion.adapters.storage.files import held_alone
from companion.adapters.storage.key_file import (
    KEY_BYTES,
    LockedKey,
    StoreKey,
    key_files,
    keys_of,
    new_key,
    read_key,
    write_key,
)
from companion.adapters.storage.key_slots import COST_TODAY, SLOTS_OF, Cost, Slot, SlotKind, key_behind, wrap
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies, Rewritten
from companion.domain.secrets import RANDOM_BYTES, Secret, SecretKind, recovery_code, recovery_code_bytes

if TYPE_CHECKING:
    from companion.adapters.storage.older_copies import OlderCopiesOf

_WRONG = {
    SecretKind.PASSPHRASE: Trouble.PASSPHRASE_WRONG,
    SecretKind.RECOVERY_CODE: Trouble.RECOVERY_CODE_WRONG,
}

Folders = Callable[[], Sequence[Path]]


class FileKeyKeeper:
    """Fills KeyKeeper for the store of one folder, which `vault` opens.

    `more_copies` names the folders with copies beside the one in the store's folder. `cost` is what a guess is to
    cost from now on: a slot that costs less is made anew when it is opened.
    """

    def __init__(
        self, folder: Path, vault: SqliteVault, *, more_copies: Folders = lambda: (), cost: Cost = COST_TODAY
    ) -> None:
        self.folder = folder
        self.vault = vault
        self.cost = cost
        self._more_copies = more_copies

    def is_protected(self) -> bool:
        """True if there is a passphrase. Opens nothing."""
        return is_protected(self.folder)

    def take(self, secret: Secret) -> "FileHeldKey":
        """Opens the key's slot, which takes about 0.25 s on purpose; on any thread.

        Raises UserError: PASSPHRASE_WRONG, RECOVERY_CODE_WRONG, KEY_MISSING.
        """
        _load_what_seals()
        for kept in keys_of(self.folder, salt_of(self.folder / STORE_NAME)):
            key = kept if isinstance(kept, StoreKey) else _opened(kept, secret)
            if key is not None:
                return FileHeldKey(self, self._up_to_date(key, secret))
        raise UserError(_WRONG[secret.kind])

    def take_open(self) -> "FileHeldKey":
        """The key where there is no passphrase. Raises UserError: LOCKED, KEY_MISSING."""
        _load_what_seals()
        return FileHeldKey(self, read_key(self.folder, salt_of(self.folder / STORE_NAME)))

    def write(self, key: StoreKey) -> None:
        """Writes both key files. Raises UserError."""
        from companion.adapters.storage.upgrade import LOCK_NAME

        with held_alone(self.folder / LOCK_NAME, wait=True):
            write_key(self.folder, key)

    def older_copies(self) -> "OlderCopiesOf":
        """The copies of this store, wherever they lie."""
        from companion.adapters.storage.older_copies import OlderCopiesOf

        return OlderCopiesOf(self.folder / BACKUPS, self._more_copies(), DRIVER)

    def _up_to_date(self, key: StoreKey, secret: Secret) -> StoreKey:
        """Makes a slot that has become too cheap anew, and lets both files say the same."""
        kind = SLOTS_OF[secret.kind]
        slot = next((slot for slot in key.slots if slot.kind is kind), None)
        if slot is not None and slot.cost.is_weaker_than(self.cost):
            key = _with_slot(key, wrap(key.key, secret.content, kind, key.salt, self.cost))
        kept = key_files(self.folder)
        is_ours = all(one is None or one.salt == key.salt for one in kept)
        if key.is_protected and is_ours and kept != [LockedKey(key.salt, key.slots)] * 2:
            with suppress(UserError):  # as good as before, until the folder can be written
                self.write(key)
        return key


class FileHeldKey:
    """Fills HeldKey."""

    def __init__(self, keeper: FileKeyKeeper, key: StoreKey) -> None:
        self._keeper = keeper
        self._key = key

    def unlock(self) -> None:
        """Opens the vault with it and brings in what was noted meanwhile; stays locked if it raises UserError.

        An open vault goes on with this key.
        """
        self._keeper.vault.unlock(self._key)

    def protect(self, passphrase: Secret, older: OlderCopies) -> "tuple[FileHeldKey, Rewritten]":
        """Writes the store anew under a new key that the passphrase, or the recovery code, opens.

        The vault must be locked. Raises UserError and leaves store and key as they were: OPEN_ELSEWHERE, DISK_FULL…
        """
        new, code = new_key(), _new_code()
        slots = (self._wrapped(new, SlotKind.PASSPHRASE, passphrase.content), self._recovery_slot(new, code))
        return self._rewritten(replace(new, slots=slots), older, code)

    def unprotect(self, older: OlderCopies) -> "tuple[FileHeldKey, Rewritten]":
        """The same under a new key that lies beside it as it is."""
        return self._rewritten(new_key(), older, "")

    def change_passphrase(self, passphrase: Secret) -> "FileHeldKey":
        """Wraps the key in another passphrase; the one before opens nothing any more. Raises UserError."""
        return self._rewrapped(self._wrapped(self._key, SlotKind.PASSPHRASE, passphrase.content))

    def new_recovery_code(self) -> "tuple[FileHeldKey, str]":
        """Wraps the key in a new recovery code, which is given back this once. Raises UserError."""
        code = _new_code()
        return self._rewrapped(self._recovery_slot(self._key, code)), code

    def finish_copies(self) -> None:
        """Ends what a crash may have left undone: no older copy stays that opens without the passphrase."""
        copies = self._keeper.older_copies()
        if self._key.is_protected and not copies.are_settled(self._key.salt):
            copies.settle(None, self._key, OlderCopies.REENCRYPT)

    def _rewritten(self, new: StoreKey, older: OlderCopies, code: str) -> "tuple[FileHeldKey, Rewritten]":
        from companion.adapters.storage.rekeying import rewrite

        rewrite(self._keeper.folder, self._key, new, DRIVER)
        left = self._keeper.older_copies().settle(self._key, new, older)
        return FileHeldKey(self._keeper, new), Rewritten(code, tuple(left))

    def _rewrapped(self, slot: Slot) -> "FileHeldKey":
        """Both files have the new slot, or neither as far as that is possible; copies follow where they can."""
        key = _with_slot(self._key, slot)
        try:
            self._keeper.write(key)
        except UserError:
            with suppress(UserError):
                self._keeper.write(self._key)
            raise
        self._keeper.older_copies().follow(key)
        return FileHeldKey(self._keeper, key)

    def _wrapped(self, key: StoreKey, kind: SlotKind, secret: bytes) -> Slot:
        return wrap(key.key, secret, kind, key.salt, self._keeper.cost)

    def _recovery_slot(self, key: StoreKey, code: str) -> Slot:
        return self._wrapped(key, SlotKind.RECOVERY, recovery_code_bytes(code))


def _opened(kept: LockedKey, secret: Secret) -> StoreKey | None:
    key = key_behind(kept.slots, secret, kept.salt)
    return None if key is None else StoreKey(key, kept.salt, kept.slots)


def _load_what_seals() -> None:
    """Locking lays out the key of the spool: what that takes is loaded here, and not while the window waits."""
    from companion.adapters.storage import sealing, spool  # noqa: F401 - the spool's files, 40 ms with the ciphers

    sealing.public_key_of(bytes(KEY_BYTES))


def _with_slot(key: StoreKey, slot: Slot) -> StoreKey:
    others = [other for other in key.slots if other.kind is not slot.kind]
    return replace(key, slots=tuple(sorted((slot, *others), key=lambda each: each.kind.value)))


def _new_code() -> str:
    return recovery_code(os.urandom(RANDOM_BYTES))
