"""The check-in as the person arranged it: which questions it asks, their own words, what it offers to choose from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from companion.application.events import CheckInSetupChanged
from companion.domain.checkin_field import MOST_OPEN_FIELDS, CheckInField
from companion.domain.errors import DomainError, Rule
from companion.domain.text import clean_tags, clean_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.application.event_bus import EventBus
    from companion.application.ports import Clock
    from companion.application.preferences import PreferenceService
    from companion.application.store_ports import Store
    from companion.application.vault_ports import Vault
    from companion.domain.tag import TagKind

_ARRANGED = "arranged"


class CheckInSetupService:
    """Questions are settings; words and choices are the person's own, so they lie in the store and nowhere else."""

    def __init__(self, vault: Vault, clock: Clock, preferences: PreferenceService, bus: EventBus) -> None:
        self._vault = vault
        self._clock = clock
        self._preferences = preferences
        self._bus = bus

    @property
    def is_locked(self) -> bool:
        """True while neither words nor choices can be read."""
        return self._vault.is_locked

    @property
    def fields(self) -> tuple[CheckInField, ...]:
        """The optional questions that are switched on, in the order of the screen."""
        return self._preferences.settings.fields

    def ask(self, field: CheckInField, wanted: bool) -> None:
        """Switches a question on or off. Raises DomainError(TOO_MANY_FIELDS) for a fourth, UserError if not kept."""
        on = {*self.fields, field} if wanted else {*self.fields} - {field}
        if len(on) > MOST_OPEN_FIELDS:
            raise DomainError(Rule.TOO_MANY_FIELDS, most=MOST_OPEN_FIELDS)
        self._preferences.change(fields=tuple(each for each in CheckInField if each in on))

    def words(self) -> dict[str, str]:
        """The person's own words by what they name; none while locked."""
        if self._vault.is_locked:
            return {}
        with self._vault.reading() as store:
            return store.wording.all()

    def put_words(self, name: str, text: str) -> None:
        """Keeps own words, cleaned and on one line; "" goes back to ours. Raises UserError."""
        line = " ".join(clean_text(text).split())
        with self._vault.writing() as store:
            store.wording.set(name, line, self._clock.now())
        self._bus.publish(CheckInSetupChanged())

    def choices(self, kind: TagKind) -> tuple[str, ...] | None:
        """What the check-in offers to choose from; None where the person never arranged it, and while locked."""
        if self._vault.is_locked:
            return None
        with self._vault.reading() as store:
            is_arranged = store.wording.all().get(_arranged_name(kind)) == _ARRANGED
            return tuple(store.tags.offered(kind)) if is_arranged else None

    def arrange(self, kind: TagKind, names: Sequence[str]) -> None:
        """Offers these from now on, none at all if there are none. Raises DomainError as `clean_tags`, UserError."""
        cleaned, now = clean_tags(tuple(names)), self._clock.now()
        with self._vault.writing() as store:
            store.tags.offer(kind, cleaned, now)
            store.wording.set(_arranged_name(kind), _ARRANGED, now)
        self._bus.publish(CheckInSetupChanged())

    def names_like(self, kind: TagKind, letters: str, limit: int) -> list[str]:
        """Names used before of which a word begins like that, last used first; all for "". None while locked."""
        if self._vault.is_locked:
            return []
        with self._vault.reading() as store:
            return store.tags.beginning_with(kind, letters, limit)

    def is_first_of_day(self) -> bool:
        """True if the person's day has no check-in yet; False while locked, where nobody can know."""
        if self._vault.is_locked:
            return False
        with self._vault.reading() as store:
            return not _has_check_in_on(store, self._clock)


def _arranged_name(kind: TagKind) -> str:
    return f"choices.{kind.value}"


def _has_check_in_on(store: Store, clock: Clock) -> bool:
    today = clock.now().day(store.days.day_start())
    return bool(store.days.between(today, today))
