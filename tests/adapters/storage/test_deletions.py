"""What was deleted permanently: no word of it in the store, its index of words or its log, also while it is open."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from companion.adapters.storage.store import SqliteStore
from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import CheckIn
from companion.domain.context import Context
from companion.domain.draft import Draft
from companion.domain.life_event import LifeEvent
from companion.domain.practice_session import PracticeSession
from companion.domain.reflection import Reflection
from companion.domain.repair import Repair, RepairDraft
from companion.domain.triangle import Triangle
from tests.support.builders import a_check_in, a_moment
from tests.support.decrypted import decrypted, decrypted_log
from tests.support.people import a_contact
from tests.support.store import a_vault

CANARY, KEPT = "zebrafinch", "blackbird"
Step = Callable[[SqliteStore], object]


def check_in(words: str) -> CheckIn:
    return a_check_in(note=words, tags=(words,), context=Context(people=(words,)), id="c")


def note_check_in(store: SqliteStore) -> None:
    store.check_ins.add(check_in(CANARY))
    store.check_ins.amend(replace(check_in(CANARY), note=f"{CANARY} again"), a_moment())


def note_reflection(store: SqliteStore) -> None:
    reflection = Reflection("r", a_moment(), a_moment(), f"{CANARY}?", CANARY)
    store.reflections.add(reflection)
    store.reflections.amend(replace(reflection, text=f"not {CANARY}"), a_moment())


def note_life_event(store: SqliteStore) -> None:
    event = LifeEvent("e", a_moment(), a_moment(), CANARY, CANARY)
    store.life_events.add(event)
    store.life_events.amend(replace(event, title=f"no {CANARY}"), a_moment())


def note_practice(store: SqliteStore) -> None:
    store.practice_sessions.add(PracticeSession("s", f"own/{CANARY}", CANARY, a_moment(1), a_moment()))


def note_repair(store: SqliteStore) -> None:
    store.repair_drafts.set(RepairDraft(a_moment(), CANARY, helped=CANARY))
    repair = Repair("p", a_moment(), a_moment(), CANARY, them=CANARY, helped=CANARY)
    store.repairs.add(repair)
    store.repair_drafts.set(None)
    store.repairs.amend(replace(repair, helped=f"no {CANARY}"), a_moment())


def note_triangle(store: SqliteStore) -> None:
    triangle = Triangle("t", a_moment(), a_moment(), 5, mind_words=CANARY, relationships_words=CANARY)
    store.triangles.add(triangle)
    store.triangles.amend(replace(triangle, body_words=f"no {CANARY}"), a_moment())


def note_contact(store: SqliteStore) -> None:
    store.people.put(replace(a_contact(CANARY, reach=CANARY, message=CANARY), id="n"), a_moment())


CASES: dict[str, tuple[Step, Step]] = {
    "check-in": (note_check_in, lambda store: store.check_ins.purge(["c"], a_moment())),
    "reflection": (note_reflection, lambda store: store.reflections.purge(["r"], a_moment())),
    "life event": (note_life_event, lambda store: store.life_events.purge(["e"], a_moment())),
    "repair": (note_repair, lambda store: store.repairs.purge(["p"], a_moment())),
    "triangle": (note_triangle, lambda store: store.triangles.purge(["t"], a_moment())),
    "contact": (note_contact, lambda store: store.people.remove("n", a_moment())),
    "practice": (note_practice, lambda store: store.practice_sessions.purge(["s"], a_moment())),
}


def found_in(folder: Path) -> bool:
    """True if the canary stands anywhere on the disk, once encryption is taken off; `folder` holds an open store."""
    return CANARY.encode() in (decrypted(folder) + decrypted_log(folder)).lower()


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """An open notebook with something that stays."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for number in range(50):
            store.check_ins.add(a_check_in(note=f"{KEPT} {number}", id=f"kept {number}", hours_ago=number))
    return vault


@pytest.mark.parametrize("kind", CASES)
def test_it_is_nowhere_on_the_disk_while_the_notebook_is_open(kind: str, vault: SqliteVault, tmp_path: Path) -> None:
    note, purge = CASES[kind]
    with vault.writing() as store:
        note(store)
    assert found_in(tmp_path / "store")
    with vault.writing() as store:
        purge(store)
    assert not found_in(tmp_path / "store")
    assert KEPT.encode() in decrypted(tmp_path / "store")
    vault.close()


def test_while_another_reads_it_goes_with_the_next_save_after_that(vault: SqliteVault, tmp_path: Path) -> None:
    note, purge = CASES["check-in"]
    with vault.writing() as store:
        note(store)
    worker = vault.worker()
    with worker.reading() as reading:
        assert reading.check_ins.get("c") is not None
        with vault.writing() as store:
            purge(store)
        assert found_in(tmp_path / "store")
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="next"))
    assert not found_in(tmp_path / "store")
    worker.close()
    vault.close()


def test_a_half_filled_check_in_that_was_let_go_is_not_in_the_closed_store(
    vault: SqliteVault, tmp_path: Path
) -> None:
    with vault.writing() as store:
        store.drafts.set(Draft(a_moment(), note=CANARY, tags=(CANARY,)))
    with vault.writing() as store:
        store.drafts.set(None)
    vault.close()
    assert not list((tmp_path / "store").glob("*-wal"))
    assert CANARY.encode() not in decrypted(tmp_path / "store")
