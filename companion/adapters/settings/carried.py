"""Settings in an export, and what of those in a file can hold here."""

from collections.abc import Mapping
from typing import Any

from companion.adapters.settings.toml_store import plain_settings, setting_from
from companion.application.carried_settings import STAY_WHERE_THEY_ARE, CameSettings
from companion.application.settings import Settings


class CarriedSettings:
    """Fills SettingsCarrier, by the rules of the settings file."""

    def plain(self, settings: Settings) -> Mapping[str, object]:
        """Those that go along, by name, as JSON can hold them."""
        return {name: value for name, value in plain_settings(settings).items() if name not in STAY_WHERE_THEY_ARE}

    def came(self, content: Mapping[str, object]) -> CameSettings:
        """Each is looked at by itself: one that cannot hold takes none of the others with it."""
        known = [name for name in Settings._fields if name in content]
        elsewhere = tuple(name for name in known if name in STAY_WHERE_THEY_ARE)
        wanted: dict[str, Any] = {}
        for name in (name for name in known if name not in STAY_WHERE_THEY_ARE):
            try:
                wanted[name] = setting_from(name, content[name])
            except (ValueError, TypeError):
                continue
        refused = tuple(name for name in known if name not in wanted and name not in elsewhere)
        return CameSettings(wanted, refused, elsewhere, len(content) - len(known))
