"""Word to the running program after a change."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.adapters.system.folders import Folders


def tell_it_changed(folders: Folders) -> None:
    """Tells the program that runs on these folders, if there is one, to look at the store again."""
    if not _somebody_listens(folders):
        return
    from companion.adapters.system.running_program import tell
    from companion.application.instance_address import Message
    from companion.bootstrap.start import address_of

    tell(address_of(folders), Message.CHANGED.value)


def _somebody_listens(folders: Folders) -> bool:
    # Cheaper than working out the address, and mostly nobody does. On Windows a pipe is in no folder.
    try:
        return os.name == "nt" or any(name.startswith("companion-") for name in os.listdir(folders.runtime))
    except OSError:
        return False
