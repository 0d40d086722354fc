"""Reminders: add one, switch it, change it, remove it. What then happens to prompts is in `prompt_rounds`."""

from dataclasses import replace
from datetime import date, tzinfo

from companion.application.event_bus import EventBus
from companion.application.outlook import NextPrompt, coming_prompts
from companion.application.ports import Clock, IdSource
from companion.application.reminder_changes import ReminderChanges
from companion.application.store_ports import Store
from companion.application.vault_ports import PromptPlanFile, Vault
from companion.domain.errors import DomainError, Rule
from companion.domain.preview import PreviewItem, preview
from companion.domain.quiet_hours import QuietHours
from companion.domain.reminder import USUAL_MANNER, Manner, Reminder, ReminderRule


class ReminderService:
    """The person's reminders. A change takes effect on prompts that are still to come, in the same transaction.

    All of it raises UserError(LOCKED) while locked.
    """

    def __init__(self, vault: Vault, clock: Clock, ids: IdSource, bus: EventBus, plan_file: PromptPlanFile) -> None:
        self._vault = vault
        self._clock = clock
        self._ids = ids
        self._changes = ReminderChanges(vault, clock, bus, plan_file)

    def reminders(self) -> list[Reminder]:
        """Every reminder, oldest first."""
        with self._vault.reading() as store:
            return store.reminders.all()

    def find(self, prefix: str) -> Reminder:
        """The reminder whose id is, or alone begins with, `prefix`.

        Raises DomainError(NO_SUCH_REMINDER) or DomainError(PREFIX_NOT_UNIQUE).
        """
        fitting = [reminder for reminder in self.reminders() if prefix and reminder.id.startswith(prefix)]
        if not fitting:
            raise DomainError(Rule.NO_SUCH_REMINDER, given=prefix)
        if len(fitting) > 1:
            raise DomainError(Rule.PREFIX_NOT_UNIQUE, given=prefix)
        return fitting[0]

    def add(self, rule: ReminderRule, is_on: bool = True, manner: Manner = USUAL_MANNER) -> Reminder:
        """Adds a reminder and returns it once it is durable."""
        now = self._clock.now()
        reminder = _in_manner(Reminder(self._ids.new_id(), rule, is_on, created_at=now, changed_at=now), manner)
        with self._changes.begin(now) as store:
            store.reminders.add(reminder)
        return reminder

    def switch(self, reminder_id: str, is_on: bool) -> None:
        """Switches it on or off. Raises DomainError(NO_SUCH_REMINDER)."""
        now = self._clock.now()
        with self._changes.begin(now) as store:
            reminder = _reminder(store, reminder_id)
            if reminder.is_on != is_on:
                store.reminders.change(replace(reminder, is_on=is_on, changed_at=now))

    def change(self, reminder_id: str, rule: ReminderRule, manner: Manner | None = None) -> None:
        """Gives it another rule, and another manner if there is one. Raises DomainError(NO_SUCH_REMINDER)."""
        now = self._clock.now()
        with self._changes.begin(now) as store:
            reminder = _reminder(store, reminder_id)
            changed = replace(reminder, rule=rule)
            if manner is not None:
                changed = _in_manner(changed, manner)
            if changed != reminder:
                store.reminders.change(replace(changed, changed_at=now))

    def quiet_hours(self) -> QuietHours:
        """The hours in which nothing is shown."""
        with self._vault.reading() as store:
            return store.quiet_hours.current()

    def keep_quiet(self, quiet_hours: QuietHours) -> None:
        """Sets the hours in which nothing is shown."""
        now = self._clock.now()
        with self._changes.begin(now) as store:
            store.quiet_hours.set(quiet_hours, now)

    def remove(self, reminder_id: str) -> None:
        """Removes it; what it asked before stays in the ledger. Raises DomainError(NO_SUCH_REMINDER)."""
        now = self._clock.now()
        with self._changes.begin(now) as store:
            store.reminders.remove(_reminder(store, reminder_id).id, now)

    def preview(
        self, first_day: date | None = None, days: int = 14, zone: tzinfo | None = None, seed: int | None = None
    ) -> list[PreviewItem]:
        """What the reminders ask for on `days` calendar dates, by time; by default from today, in the local zone.

        With a `seed` random moments come from a simulated draw, else they stay a surprise.
        """
        first = first_day or self._clock.now().local.date()
        return preview(self.reminders(), first, days, zone or self._clock.zone(), seed)

    def coming(self) -> list[NextPrompt]:
        """What may be told of every prompt that is expected within fourteen days, also of one to ask again."""
        return coming_prompts(self._vault, self._clock)


def _in_manner(reminder: Reminder, manner: Manner) -> Reminder:
    return replace(
        reminder,
        purpose=manner.purpose,
        expiry=manner.expiry,
        only_after_silence=manner.only_after_silence,
    )


def _reminder(store: Store, reminder_id: str) -> Reminder:
    found = next((reminder for reminder in store.reminders.all() if reminder.id == reminder_id), None)
    if found is None:
        raise DomainError(Rule.NO_SUCH_REMINDER, given=reminder_id)
    return found
