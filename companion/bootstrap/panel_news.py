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
from companion.presentation.checkin_form import Filled
from companion.ui.widgets.check_in_panel import CheckInPanel


def tell_panel(panel: CheckInPanel, bus: EventBus) -> None:
    """From now on it shows what is arranged; locking keeps what was touched, and leaves nothing of it to be seen."""
    for news in (SettingsChanged, CheckInSetupChanged, StoreChangedElsewhere):
        bus.listen(news, lambda _news: panel.refresh())
    half_filled = HalfFilled(panel)
    bus.listen(VaultLocking, lambda _news: half_filled.keep())
    bus.listen(VaultLocked, lambda _news: panel.begin())
    bus.listen(VaultUnlocked, lambda _news: half_filled.bring_back())


class HalfFilled:
    """What stands in a form when it is locked: in the store meanwhile, and in the form again afterwards."""

    def __init__(self, panel: CheckInPanel) -> None:
        self._panel = panel
        self._held: Filled | None = None

    def keep(self) -> None:
        """The store can still be written. A full disk loses nothing either."""
        self._held = self._panel.half_filled
        if self._held is not None:
            self._panel.keep()

    def bring_back(self) -> None:
        """It is unlocked. What was filled in meanwhile stays, and the earlier one is offered beside it."""
        panel, held = self._panel, self._held
        self._held = None
        panel.refresh()
        panel.offer_draft()
        if held is not None and not panel.is_folded and panel.form.filled().is_empty:
            panel.take_up(held)
