"""What `companion doctor` looks at beside the store: the second place, other folders, starting with the log-in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from companion.bootstrap import Core


class Seen(NamedTuple):
    """One thing that was looked at, by the name that has words; `is_ok` is False where something is to be done."""

    name: str
    is_ok: bool
    detail: str = ""


def seen_beside(core: Core) -> Iterator[Seen]:
    """Everything that can be seen without opening the store."""
    from companion.adapters.storage.self_check import FindingState
    from companion.adapters.storage.self_check_beside import copies_age, key_slots, second_place

    data, today = core.folders.data, core.clock.now().local.date()
    found = [*key_slots(data), *copies_age(data, today)]
    for finding in (*found, second_place(data, core.preferences.settings.backup_folder)):
        yield Seen(finding.name, finding.state is FindingState.OK, finding.detail)
    yield from _folders(core)
    yield from _autostart(core)


def _folders(core: Core) -> Iterator[Seen]:
    """Where everything lies in one folder, that of the settings is looked at with the store."""
    from companion.adapters.system.private_folders import open_to_others

    folders = core.folders
    if folders.config != folders.data:
        names = open_to_others(folders.config)
        yield Seen("folder.config", not names, " ".join(names))
    names = open_to_others(folders.logs)
    yield Seen("folder.logs", not names, " ".join(names))


def _autostart(core: Core) -> Iterator[Seen]:
    """Nothing where nobody knows how a program starts with the log-in."""
    from companion.adapters.system.autostart import XdgAutostart, own_command

    autostart = XdgAutostart(own_command(core.folders.named))
    is_on = autostart.is_on()
    if is_on is None:
        return
    missing = autostart.missing_program() if is_on else ""
    yield Seen("autostart.on" if is_on else "autostart.off", not missing, missing)
