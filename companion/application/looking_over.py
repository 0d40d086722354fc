"""Looking the notebook over once a week: is every page of it still whole?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import timedelta
from typing import TYPE_CHECKING, cast

from companion.application.errors import UserError
from companion.application.events import StoreFoundDamaged

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock, TaskRunner
    from companion.application.preferences import PreferenceService
    from companion.application.vault_ports import Vault

EVERY = timedelta(days=7)
log = logging.getLogger(__name__)


class LookingOver:
    """`look` takes its time on a worker of its own: True if all is whole, False if not, None if it was broken off."""

    def __init__(
        self,
        vault: Vault,
        look: Callable[[], bool | None],
        preferences: PreferenceService,
        clock: Clock,
        tasks: TaskRunner,
        bus: EventBus,
    ) -> None:
        self._vault = vault
        self._look = look
        self._preferences = preferences
        self._clock = clock
        self._tasks = tasks
        self._bus = bus
        self._is_looking = False

    def look_if_due(self) -> None:
        """Looks, unless that was done in the last seven days, is going on, or the notebook is locked.

        Damage is told as StoreFoundDamaged, and looked for again the next time.
        """
        if self._is_looking or self._vault.is_locked or not self._is_due():
            return
        self._is_looking = True
        self._tasks.run(self._look, lambda found: self._on_looked(cast("bool | None", found)))

    def _is_due(self) -> bool:
        last = self._preferences.settings.looked_over_on
        return last is None or abs(self._clock.now().local.date() - last) >= EVERY

    def _on_looked(self, found: bool | None) -> None:
        self._is_looking = False
        if found is None:
            return
        if not found:
            log.warning("the store is not whole")
            self._bus.publish(StoreFoundDamaged())
            return
        try:
            self._preferences.change(looked_over_on=self._clock.now().local.date())
        except UserError as error:
            log.warning("when the store was looked over is not kept: %s", error.trouble.value)
