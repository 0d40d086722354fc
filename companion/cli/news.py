"""Word to the running program after a change."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from companion.adapters.system.folders import Folders


def tell_it_changed(folders: Folders) -> None:
    """Tells the program that runs on these folders, if there is one, to look at the store again."""
    from companion.adapters.system.running_program import tell
    from companion.application.instance_address import Message
    from companion.bootstrap.start import address_of

    tell(address_of(folders), Message.CHANGED.value)
