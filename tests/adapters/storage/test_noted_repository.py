"""Reflections and life events: kept whole, corrected, forgotten and brought back, deleted for good."""

from pathlib import Path

import pytest

from companion.adapters.storage.noted_tables import LIFE_EVENTS, REFLECTIONS, NotedTable
from companion.adapters.storage.vault import SqliteVault
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from tests.support.builders import a_moment
from tests.support.store import a_vault

REFLECTION = Reflection("r", a_moment(3), a_moment(1), "What helped?", "naïve 🙂 'quoted'; --", "window-of-tolerance")
EVENT = LifeEvent("e", a_moment(30), a_moment(1), "Moved house", "two lines\nof it")


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """A reflection and a life event."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.reflections.add(REFLECTION)
        store.life_events.add(EVENT)
    return vault


def test_everything_about_them_is_kept(vault: SqliteVault) -> None:
    with vault.reading() as store:
        assert (store.reflections.get("r"), store.life_events.get("e")) == (REFLECTION, EVENT)
        assert (store.reflections.get("e"), store.life_events.get("r")) == (None, None)


def test_adding_the_same_id_twice_changes_nothing(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.reflections.add(Reflection("r", a_moment(), a_moment(), "", "another"))
        assert store.reflections.get("r") == REFLECTION


def test_a_corrected_one_is_in_the_place_of_the_old(vault: SqliteVault) -> None:
    corrected = LifeEvent("e", a_moment(50), a_moment(1), "Moved", "")
    with vault.writing() as store:
        store.life_events.amend(corrected, a_moment())
        store.life_events.amend(LifeEvent("nobody", a_moment(), a_moment(), "Moved"), a_moment())
        assert store.life_events.between(None, None) == [corrected]


def test_a_range_includes_its_start_and_not_its_end(vault: SqliteVault) -> None:
    with vault.reading() as store:
        assert store.life_events.between(a_moment(30).utc, a_moment(29).utc) == [EVENT]
        assert store.life_events.between(a_moment(31).utc, a_moment(30).utc) == []


def test_the_one_noted_last_is_by_noting_and_never_a_forgotten_one(vault: SqliteVault) -> None:
    later = LifeEvent("later", a_moment(90), a_moment(0.5), "Began to swim")
    with vault.writing() as store:
        store.life_events.add(later)
        assert store.life_events.newest_noted() == later
        store.life_events.forget("later", a_moment())
        assert store.life_events.newest_noted() == EVENT


def test_a_forgotten_one_appears_nowhere_but_by_its_id_until_it_is_restored(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.reflections.forget("r", a_moment())
        assert (store.reflections.between(None, None), store.reflections.get("r")) == ([], REFLECTION)
        store.reflections.restore("r", a_moment())
        assert store.reflections.between(None, None) == [REFLECTION]


def test_of_a_purged_one_only_its_id_stays(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.life_events.purge(["e", "nobody"], a_moment())
        assert store.life_events.get("e") is None
    rows = vault.opened().connection.execute("SELECT id, kind FROM tombstone").fetchall()
    assert rows == [("e", "life_event")]


@pytest.mark.parametrize("table", [REFLECTIONS, LIFE_EVENTS])
def test_a_range_is_read_by_index(
    vault: SqliteVault, table: "NotedTable[Reflection] | NotedTable[LifeEvent]"
) -> None:
    plan = vault.opened().connection.execute(f"EXPLAIN QUERY PLAN {table.between}", (0, 1))
    assert any(f"{table.name}_by_time" in row[3] for row in plan)
