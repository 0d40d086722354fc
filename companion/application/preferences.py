"""The person's choices: read once, changed one at a time, told to everyone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import SettingsStore
    from companion.application.settings import Settings


class PreferenceService:
    """Holds the settings in force."""

    def __init__(self, store: SettingsStore, bus: EventBus) -> None:
        self._store = store
        self._bus = bus
        self.settings: Settings = store.load()

    def change(self, **changes: Any) -> None:
        """Changes some settings by name, keeps them, then says so. Raises UserError if they cannot be kept."""
        from companion.application.events import SettingsChanged  # 3 ms for all events, and a start reads only

        changed = self.settings._replace(**changes)
        if changed == self.settings:
            return
        self._store.save(changed)
        self.settings = changed
        self._bus.publish(SettingsChanged(changed))

    def note_folders(self) -> tuple[str, ...]:
        """The folders of the person's own notes."""
        return self.settings.note_folders
