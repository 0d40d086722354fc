"""Why did it ask me, why not: what became of each prompt, day by day."""

from datetime import date, datetime, timedelta

from companion.application.ports import Clock
from companion.application.vault_ports import Vault
from companion.domain.answered_of_shown import AnsweredOfShown, answered_by_reminder
from companion.domain.prompt import PromptRecord

COUNTED = timedelta(days=91)


class PromptStories:
    """Reads the ledger. All of it raises UserError(LOCKED) while locked."""

    def __init__(self, vault: Vault, clock: Clock) -> None:
        self._vault = vault
        self._clock = clock

    def on_day(self, day: date) -> list[PromptRecord]:
        """The prompts of a calendar date, by time; every step they took is in them, with its reason.

        A random one that is still to come has its moment in it, which is for nobody's eyes.
        """
        with self._vault.reading() as store:
            return store.ledger.on_day(day)

    def days_before(self, day: date | None, limit: int) -> list[date]:
        """The newest dates that have prompts, newest first; with a `day` only earlier ones."""
        with self._vault.reading() as store:
            return store.ledger.days_before(day, limit)

    def answered_of_shown(self, since: datetime | None = None) -> dict[str, AnsweredOfShown]:
        """The counts of each reminder, by its id, also of removed ones; of the last quarter unless told otherwise."""
        now = self._clock.now().utc
        with self._vault.reading() as store:
            return answered_by_reminder(store.ledger.between(now - COUNTED if since is None else since, now))
