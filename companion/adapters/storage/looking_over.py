"""Looks every page of the store over, in portions, so that nobody feels it."""

import time
from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.adapters.storage.troubles import CORRUPT, NOTADB, primary_code
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from companion.adapters.storage.vault import SqliteVault

STEPS_AT_ONCE = 20_000  # of SQLite's machine: some milliseconds
REST_SECONDS = 0.002
_DAMAGED = (CORRUPT, NOTADB)


def is_whole(vault: "SqliteVault", goes_on: Callable[[], bool]) -> bool | None:
    """True if every page can be read, is the one that was written, and fits the others; False if not.

    None if it was broken off because `goes_on` said so, or the store cannot be looked at now. Rests after every
    portion. Called in the thread of that vault.
    """

    def rest() -> int:
        time.sleep(REST_SECONDS)
        return int(not goes_on())

    try:
        connection = vault.opened().connection
        connection.set_progress_handler(rest, STEPS_AT_ONCE)
        try:
            if connection.execute("PRAGMA quick_check(1)").fetchall() != [("ok",)]:
                return False if goes_on() else None
            return not connection.execute("PRAGMA cipher_integrity_check").fetchall() if goes_on() else None
        finally:
            connection.set_progress_handler(None, 0)
    except UserError as error:
        return False if error.trouble is Trouble.STORE_DAMAGED else None
    except Exception as error:
        code = primary_code(error)
        if code in _DAMAGED:
            return False
        if code:  # the driver's: interrupted, busy, or the disk is at fault
            return None
        raise
