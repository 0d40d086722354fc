"""People to turn to in the store: as they were named, in their order, and wholly gone once they are removed."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.store import SqliteStore
from companion.application.parts import PartKind, Verdict
from companion.domain.support import SupportKind
from tests.support.builders import a_moment
from tests.support.people import a_contact
from tests.support.store import a_vault


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store inside a transaction."""
    vault = a_vault(tmp_path)
    with vault.writing() as opened:
        yield opened
    vault.close()


def test_they_come_back_as_they_were_in_the_order_of_a_safety_plan(store: SqliteStore) -> None:
    line = a_contact("Line", SupportKind.SERVICE, reach="0", checked_on=date(2024, 2, 29), when_locked=True)
    noor = a_contact("Noor ☂", message="Near?", is_near=True, place=3)
    for contact in (line, noor):
        store.people.put(contact, a_moment())
    assert store.people.all() == [noor, line]


def test_a_changed_one_takes_the_place_of_the_one_before(store: SqliteStore) -> None:
    noor = a_contact("Noor", when_locked=True)
    changed = replace(noor, name="Nora", kind=SupportKind.PLACE, when_locked=False)
    for contact in (noor, changed):
        store.people.put(contact, a_moment())
    assert store.people.all() == [changed]


def test_of_a_removed_one_nothing_is_kept_aside(store: SqliteStore) -> None:
    noor = a_contact("Noor")
    store.people.put(noor, a_moment())
    store.people.remove(noor.id, a_moment())
    assert store.people.all() == []
    assert list(store.whole.parts(PartKind.SUPPORT_CONTACT)) == []


def test_an_import_does_not_bring_a_removed_one_back_until_it_is_put_back_here(store: SqliteStore) -> None:
    noor = a_contact("Noor")
    store.people.put(noor, a_moment())
    (part,) = store.whole.parts(PartKind.SUPPORT_CONTACT)
    store.people.remove(noor.id, a_moment())
    store.people.remove("never there", a_moment())
    (stone,) = store.whole.parts(PartKind.TOMBSTONE)
    assert store.whole.look_at([part, stone]) == [Verdict.DELETED, Verdict.HERE]
    store.people.put(noor, a_moment())
    assert store.whole.look_at([part, stone]) == [Verdict.HERE, Verdict.DIFFERS]
    assert list(store.whole.parts(PartKind.TOMBSTONE)) == []
