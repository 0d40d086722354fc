"""People, places and services to turn to: naming them, and reading them, also while the notebook is locked."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.application.events import CheckInsImported, PeopleChanged, StoreChangedElsewhere, VaultUnlocked
from companion.domain.errors import DomainError, Rule
from companion.domain.support import SupportContact, SupportKind

if TYPE_CHECKING:
    from datetime import date

    from companion.application.event_bus import EventBus
    from companion.application.people_ports import OpenSupport
    from companion.application.ports import Clock, IdSource
    from companion.application.vault_ports import Vault


class PeopleService:
    """Everything but `to_turn_to` raises UserError(LOCKED) while locked.

    What is shown while locked follows every change, and one that comes with another store.
    """

    def __init__(self, vault: Vault, opened: OpenSupport, clock: Clock, ids: IdSource, bus: EventBus) -> None:
        self._vault = vault
        self._open = opened
        self._clock = clock
        self._ids = ids
        self._bus = bus
        for news in (VaultUnlocked, StoreChangedElsewhere, CheckInsImported):
            bus.listen(news, lambda _news: self._follow())

    @property
    def is_locked(self) -> bool:
        """True while only what was ticked for it can be read, also because the store cannot be opened."""
        try:
            return self._vault.is_locked
        except UserError:
            return True

    def today(self) -> date:
        """The calendar's day now."""
        return self._clock.now().local.date()

    def to_turn_to(self) -> list[SupportContact]:
        """Those that can be shown now, in the order of a safety plan; while locked only the ticked. Never raises."""
        try:
            contacts = self.all()
        except UserError:
            return self._open.read()
        with suppress(UserError):
            self._open.write(contacts)  # it may have been left behind by a crash
        return contacts

    def near(self) -> list[SupportContact]:
        """Of those that can be shown now, the ones who help by being near. Never raises."""
        return [contact for contact in self.to_turn_to() if contact.is_near]

    def all(self) -> list[SupportContact]:
        """Every one, in the order of a safety plan."""
        with self._vault.reading() as store:
            return store.people.all()

    def add(
        self,
        kind: SupportKind,
        name: str,
        reach: str = "",
        message: str = "",
        *,
        is_near: bool = False,
        checked_on: date | None = None,
        when_locked: bool = False,
    ) -> SupportContact:
        """Keeps one more, as the last of its kind. Raises what SupportContact raises."""
        made_id, now = self._ids.new_id(), self._clock.now()
        made = SupportContact(made_id, now, kind, name, reach, message, is_near, checked_on, when_locked)
        with self._vault.writing() as store:
            made = replace(made, place=_after_last(store.people.all(), kind))
            store.people.put(made, now)
        self._tell()
        return made

    def change(self, contact: SupportContact) -> None:
        """Keeps a changed one; of another kind now, it is the last of that. Raises DomainError(NO_SUCH_CONTACT)."""
        with self._vault.writing() as store:
            others = store.people.all()
            before = next((each for each in others if each.id == contact.id), None)
            if before is None:
                raise DomainError(Rule.NO_SUCH_CONTACT)
            if before.kind is not contact.kind:
                contact = replace(contact, place=_after_last(others, contact.kind))
            store.people.put(contact, self._clock.now())
        self._tell()

    def remove(self, contact_id: str) -> None:
        """Deletes it for good, also from what is shown while locked."""
        with self._vault.writing() as store:
            store.people.remove(contact_id, self._clock.now())
        self._tell()

    def bring_back(self, contact: SupportContact) -> None:
        """Puts one that was just removed where it was."""
        with self._vault.writing() as store:
            store.people.put(contact, self._clock.now())
        self._tell()

    def move(self, contact_id: str, by: int) -> None:
        """Moves it up (-1) or down (1) among those of its kind; nothing happens at the ends."""
        contacts = self.all()
        moved = next((each for each in contacts if each.id == contact_id), None)
        if moved is None:
            return
        kin = [each for each in contacts if each.kind is moved.kind]
        at = kin.index(moved)
        if not 0 <= at + by < len(kin):
            return
        kin[at], kin[at + by] = kin[at + by], kin[at]
        with self._vault.writing() as store:
            for place, each in enumerate(kin):
                store.people.put(replace(each, place=place), self._clock.now())
        self._tell()

    def _tell(self) -> None:
        """After the commit. If the open part cannot be written, the store still has it and the next change tries."""
        try:
            self._open.write(self.all())
        finally:
            self._bus.publish(PeopleChanged())

    def _follow(self) -> None:
        with suppress(UserError):
            self._open.write(self.all())


def _after_last(contacts: list[SupportContact], kind: SupportKind) -> int:
    return max((each.place for each in contacts if each.kind is kind), default=-1) + 1
