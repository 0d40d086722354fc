"""What a check-in panel has to hear, on Today and in the popup: other words, other questions, locking."""

from companion.application.event_bus import EventBus
from companion.application.events import (
    CheckInSetupChanged,
    SettingsChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultLocking,
    VaultUnlocked,
)
from companion.ui.widgets.check_in_panel import CheckInPanel


def tell_panel(panel: CheckInPanel, bus: EventBus) -> None:
    """From now on it shows what is arranged; locking keeps what was touched, and leaves nothing of it to be seen."""
    for news in (SettingsChanged, CheckInSetupChanged, StoreChangedElsewhere):
        bus.listen(news, lambda _news: panel.refresh())
    bus.listen(VaultLocking, lambda _news: panel.keep())
    bus.listen(VaultLocked, lambda _news: panel.begin())
    bus.listen(VaultUnlocked, lambda _news: _open_again(panel))


def _open_again(panel: CheckInPanel) -> None:
    panel.refresh()
    panel.offer_draft()
