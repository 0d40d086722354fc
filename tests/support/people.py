"""People and places to turn to: one made of little, and what stands in for the file that is read while locked."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import SimpleNamespace
from typing import Any, cast

from companion.application.errors import Trouble, UserError
from companion.application.event_bus import EventBus
from companion.application.people import PeopleService
from companion.domain.is_helping import Helping
from companion.domain.moment import Moment
from companion.domain.support import SupportContact, SupportKind, in_order
from tests.support.builders import CountingIds, a_moment
from tests.support.clock import FakeClock

_numbers = itertools.count(1)


def a_contact(name: str = "Noor", kind: SupportKind = SupportKind.PERSON, **others: Any) -> SupportContact:
    """Someone to turn to."""
    contact_id = f"01900000-0000-7000-8000-00000c{next(_numbers):06x}"
    return SupportContact(contact_id, a_moment(1), kind, name, **others)


class NobodyShown:
    """Nothing is ever shown while locked."""

    def read(self) -> list[SupportContact]:
        return []

    def write(self, contacts: Sequence[SupportContact]) -> None:
        """Nothing is kept."""


class FakeOpenSupport:
    """Keeps those with the tick in memory, unless its disk is full."""

    def __init__(self) -> None:
        self.kept: list[SupportContact] = []
        self.is_full = False

    def read(self) -> list[SupportContact]:
        return list(self.kept)

    def write(self, contacts: Sequence[SupportContact]) -> None:
        if self.is_full:
            raise UserError(Trouble.DISK_FULL)
        self.kept = [contact for contact in contacts if contact.when_locked]


class MemoryPeople:
    """The people of a store in memory."""

    def __init__(self) -> None:
        self.kept: dict[str, SupportContact] = {}

    def all(self) -> list[SupportContact]:
        return in_order(list(self.kept.values()))

    def put(self, contact: SupportContact, at: Moment) -> None:
        self.kept[contact.id] = contact

    def remove(self, contact_id: str, at: Moment) -> None:
        self.kept.pop(contact_id, None)


class PeopleDesk:
    """The service over a notebook in memory, which can be locked."""

    def __init__(self) -> None:
        self.is_locked = False
        self.bus = EventBus()
        self.clock = FakeClock()
        self.opened = FakeOpenSupport()
        self.store: Any = SimpleNamespace(people=MemoryPeople())
        self.people = PeopleService(cast(Any, self), self.opened, self.clock, CountingIds(), self.bus)

    @contextmanager
    def reading(self) -> Iterator[Any]:
        """The store, unless it is locked."""
        if self.is_locked:
            raise UserError(Trouble.LOCKED)
        yield self.store

    @contextmanager
    def writing(self) -> Iterator[Any]:
        """The store, unless it is locked."""
        with self.reading() as store:
            yield store


class FakeHelping:
    """Waits for an answer until there is one."""

    def __init__(self) -> None:
        self.waits = True
        self.answers: list[Helping] = []
        self.trouble: UserError | None = None

    def is_waiting(self) -> bool:
        self._fail()
        return self.waits and not self.answers

    def answer(self, answer: Helping) -> None:
        self._fail()
        self.answers.append(answer)

    def take_back(self) -> None:
        self._fail()
        self.answers.clear()

    def _fail(self) -> None:
        if self.trouble is not None:
            raise self.trouble


class FakeResting:
    """Counts how often reminders were let rest."""

    def __init__(self) -> None:
        self.pauses = 0

    def pause_for_a_week(self) -> None:
        self.pauses += 1
