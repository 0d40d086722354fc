"""Deleting for good: nothing stays but that it was there."""

from dataclasses import replace
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.domain.context import Context
from companion.domain.tag import TagKind
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

CANARY = "zebrafinch"


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """Three check-ins; one of them with words in every place there is."""
    vault = a_vault(tmp_path)
    words = a_check_in(
        id="words", hours_ago=1, note=CANARY, tags=(f"tag {CANARY}", "walk"), context=Context(people=(CANARY,))
    )
    with vault.writing() as store:
        for hours in (2, 3):
            store.check_ins.add(a_check_in(10, id=f"other {hours}", hours_ago=hours, tags=("walk",)))
        store.check_ins.add(words)
        store.check_ins.amend(replace(words, note=f"{CANARY} again", tags=("walk", CANARY)), a_moment())
    return vault


def purge(vault: SqliteVault, *ids: str) -> None:
    with vault.writing() as store:
        store.check_ins.purge(ids, a_moment())


def test_what_was_deleted_for_good_is_nowhere(vault: SqliteVault) -> None:
    purge(vault, "words", "other 3")
    with vault.reading() as store:
        assert store.check_ins.get("words") is None
        assert store.check_ins.versions("words") == []
        assert [check_in.id for check_in in store.check_ins.between(None, None)] == ["other 2"]
        assert (store.days.total(), store.days.are_right(), store.tags.are_right()) == (1, True, True)
        assert store.tags.all(TagKind.PERSON) == []
        assert [(use.tag.name, use.check_ins) for use in store.tags.all(TagKind.TAG)] == [("walk", 1)]


def test_no_word_of_it_is_left_in_the_store(vault: SqliteVault) -> None:
    assert CANARY in everything_in(vault)
    purge(vault, "words")
    assert CANARY not in everything_in(vault)


def test_nothing_says_when_it_was(vault: SqliteVault) -> None:
    purge(vault, "words")
    last = vault.opened().connection.execute("SELECT max(last_us) FROM tag_use").fetchone()[0]
    assert last == a_check_in(hours_ago=2).experienced_at.utc.timestamp() * 1e6


def test_a_tombstone_with_the_id_stays(vault: SqliteVault) -> None:
    purge(vault, "words", "never")
    purge(vault, "words")
    stones = vault.opened().connection.execute("SELECT id, kind FROM tombstone").fetchall()
    assert stones == [("words", "check_in")]


def test_neither_noting_nor_importing_brings_it_back(vault: SqliteVault) -> None:
    purge(vault, "words")
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="words"))
        assert store.check_ins.get("words") is None
    importing = vault.importing("json")
    assert importing.add([("words", a_check_in(id="words")), ("new", a_check_in(id="new"))]) == 1
    importing.complete()
    with vault.reading() as store:
        assert store.check_ins.get("words") is None
        assert store.days.total() == 3


def test_a_forgotten_check_in_is_deleted_and_counted_once(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.check_ins.forget("words", a_moment())
        store.check_ins.purge(["words"], a_moment())
        store.check_ins.restore("words", a_moment())
        assert (store.days.total(), store.days.are_right(), store.tags.are_right()) == (2, True, True)


def test_many_are_deleted_at_once(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    ids = [f"id {number}" for number in range(1203)]
    with vault.writing() as store:
        for number, check_in_id in enumerate(ids):
            store.check_ins.add(a_check_in(id=check_in_id, hours_ago=number, tags=(f"tag {number % 700}",)))
        store.check_ins.purge(ids[1:], a_moment())
        assert [check_in.id for check_in in store.check_ins.between(None, None)] == ids[:1]
        assert (store.days.are_right(), store.tags.are_right()) == (True, True)
        assert [use.tag.name for use in store.tags.all(TagKind.TAG)] == ["tag 0"]


def everything_in(vault: SqliteVault) -> str:
    """Every value of every table, also of those that the search keeps for itself."""
    connection = vault.opened().connection
    tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    names = [name for (name,) in connection.execute(tables).fetchall()]
    rows = [row for name in names for row in connection.execute(f"SELECT * FROM {name}")]  # noqa: S608
    return "\n".join(
        value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value) for row in rows for value in row
    )
