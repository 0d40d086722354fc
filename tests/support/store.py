"""A real store in a folder of the test; opening one takes a few hundredths of a second at most."""

from pathlib import Path

from companion.adapters.storage.vault import SqliteVault


def a_vault(folder: Path, locked: bool = False) -> SqliteVault:
    """The vault of the store in `folder`/store, made if there is none."""
    return SqliteVault(folder / "store", start_locked=locked)
