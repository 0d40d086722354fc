"""Stores with a passphrase, at a price at which a test can try one."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.key_file import StoreKey, new_key
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.key_slots import Cost, SlotKind, wrap
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies, Rewritten
from companion.domain.draft import Draft
from companion.domain.secrets import Secret, typed_passphrase
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_prompt, a_vault

CHEAP = Cost(memory_kib=64, passes=1, lanes=1)
PASSPHRASE = "lantern pebble orbit"


def a_secret(text: str = PASSPHRASE) -> Secret:
    """A passphrase as it was typed."""
    return typed_passphrase(text)


def a_protected_key(secret: str = PASSPHRASE) -> StoreKey:
    """A key in two slots that the same secret opens."""
    key = new_key()
    slots = (wrap(key.key, a_secret(secret).content, kind, key.salt, CHEAP) for kind in SlotKind)
    return StoreKey(key.key, key.salt, tuple(slots))


def a_keeper(folder: Path, vault: SqliteVault | None = None, more_copies: Sequence[Path] = ()) -> FileKeyKeeper:
    """The keeper of the store in `folder`/store, for which a guess costs next to nothing."""
    store = folder / "store"
    return FileKeyKeeper(store, vault or SqliteVault(store), more_copies=lambda: more_copies, cost=CHEAP)


def protect(
    keeper: FileKeyKeeper, passphrase: str = PASSPHRASE, older: OlderCopies = OlderCopies.REENCRYPT
) -> Rewritten:
    """Sets the first passphrase of an open store, as the service does; afterwards it is open again."""
    key = keeper.take_open()
    keeper.vault.lock()
    protected, rewritten = key.protect(a_secret(passphrase), older)
    protected.unlock()
    return rewritten


def filled(folder: Path) -> SqliteVault:
    """An open store with something in every corner, and a copy of it."""
    vault = a_vault(folder)
    with vault.writing() as store:
        for number in range(30):
            store.check_ins.add(a_check_in(note=f"word{number} here", tags=("bus", f"tag {number}")))
        store.drafts.set(Draft(a_moment(), note="half"))
        store.ledger.plan([a_prompt()], a_moment())
    StoreBackups(folder / "store", vault).make(date(2026, 11, 22))
    return vault


def notes(vault: SqliteVault) -> list[str]:
    """The notes of every check-in, which differ in a store that was filled."""
    with vault.reading() as store:
        return [check_in.note for check_in in store.check_ins.between(None, None)]


def unlock_with_one_of(keeper: FileKeyKeeper, *passphrases: str) -> str:
    """Unlocks with the first passphrase that opens the store, as the service does, and says which it was."""
    for passphrase in passphrases:
        try:
            key = keeper.take(a_secret(passphrase))
        except UserError as error:
            if error.trouble is not Trouble.PASSPHRASE_WRONG:
                raise
        else:
            key.unlock()
            key.finish_copies()
            return passphrase
    raise AssertionError("no passphrase opens it")
