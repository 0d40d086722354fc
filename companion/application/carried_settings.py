"""Settings that go along with a notebook to another computer: which do, and what became of those that came."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from companion.application.errors import UserError

if TYPE_CHECKING:
    from companion.application.preferences import PreferenceService
    from companion.application.settings import Settings

STAY_WHERE_THEY_ARE = frozenset(
    {"note_folders", "backup_folder", "reflection_rests_on", "looked_over_on", "was_welcomed"}
)
"""Places of one computer, and days that were noted of it."""


class CameSettings(NamedTuple):
    """What became of the settings in a file, by name: `wanted` can hold here, with their values; `refused` have a
    value that none can have, `elsewhere` are places and days of the other computer; and how many are `unknown`.
    `trouble` says why none could be kept.
    """

    wanted: Mapping[str, Any] = {}
    refused: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()
    unknown: int = 0
    trouble: UserError | None = None


class SettingsCarrier(Protocol):
    """Puts settings into a form that a file can hold, and looks at what a file holds."""

    def plain(self, settings: Settings) -> Mapping[str, object]:
        """Those that go along, by name."""

    def came(self, content: Mapping[str, object]) -> CameSettings:
        """What can hold here of what nobody has looked at yet."""


class SettingsCarrying:
    """Hands out the settings in force, and takes over what came."""

    def __init__(self, preferences: PreferenceService, carrier: SettingsCarrier) -> None:
        self._preferences = preferences
        self._carrier = carrier

    def out(self) -> Mapping[str, object]:
        """Those that go along now, by name."""
        return self._carrier.plain(self._preferences.settings)

    def take_over(self, content: Mapping[str, object]) -> CameSettings:
        """From now on what came holds, as far as it can."""
        came = self._carrier.came(content)
        try:
            self._preferences.change(**came.wanted)
        except UserError as trouble:
            return came._replace(wanted={}, trouble=trouble)
        return came
