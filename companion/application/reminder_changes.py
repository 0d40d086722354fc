"""A change of the person's reminders: the plan follows in the same transaction, then everyone is told."""

from collections.abc import Iterator
from contextlib import contextmanager

from companion.application.event_bus import EventBus
from companion.application.events import PromptsChanged, RemindersChanged
from companion.application.ports import Clock
from companion.application.prompt_plan import Plan, keep_for_locked_times
from companion.application.store_ports import Store
from companion.application.vault_ports import PromptPlanFile, Vault
from companion.domain.moment import Moment


class ReminderChanges:
    """Opens the store for one change."""

    def __init__(self, vault: Vault, clock: Clock, bus: EventBus, plan_file: PromptPlanFile) -> None:
        self._vault = vault
        self._clock = clock
        self._bus = bus
        self._plan_file = plan_file

    @contextmanager
    def begin(self, now: Moment) -> Iterator[Store]:
        """One transaction that leaves the plan as the changed reminders want it. Raises UserError(LOCKED)."""
        with self._vault.writing() as store:
            yield store
            plan = Plan(store, now, self._clock.zone())
            plan.bring_up_to_date()
            records, rules = plan.for_locked_times(), plan.rules_for_locked_times()
        keep_for_locked_times(self._plan_file, records, rules)
        self._bus.publish(RemindersChanged())
        self._bus.publish(PromptsChanged())
