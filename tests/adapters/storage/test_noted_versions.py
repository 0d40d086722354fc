"""What reflections and life events said before they were corrected: every version whole, and gone with them."""

from dataclasses import replace
from pathlib import Path

import pytest

from companion.adapters.storage.noted_tables import LIFE_EVENTS, REFLECTIONS
from companion.adapters.storage.noted_versions import NotedVersions
from companion.adapters.storage.vault import SqliteVault
from companion.domain.journal import JournalFilter, NotedVersion
from companion.domain.life_event import LifeEvent
from companion.domain.reflection import Reflection
from tests.support.builders import a_moment
from tests.support.store import a_vault

REFLECTION = Reflection("r", a_moment(3), a_moment(1), "What helped?", "naïve 🙂 'quoted'; --", "window-of-tolerance")
EVENT = LifeEvent("e", a_moment(30), a_moment(1), "Moved house", "two lines\nof it")


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """A reflection and a life event, each beside one that is never corrected."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for reflection in (REFLECTION, replace(REFLECTION, id="other")):
            store.reflections.add(reflection)
        for event in (EVENT, replace(EVENT, id="another")):
            store.life_events.add(event)
    return vault


def corrected_reflection(vault: SqliteVault) -> list[Reflection]:
    """All it ever said, the latest last."""
    second = replace(REFLECTION, text="the rain", experienced_at=a_moment(7))
    said = [REFLECTION, second, replace(second, question="", concept=None), replace(REFLECTION, concept=None)]
    for hours, reflection in zip((3, 2, 1), said[1:], strict=True):
        with vault.writing() as store:
            store.reflections.amend(reflection, a_moment(hours))
    return said


def test_every_version_of_a_reflection_comes_back_whole_and_in_order(vault: SqliteVault) -> None:
    said = corrected_reflection(vault)
    with vault.reading() as store:
        assert store.reflections.get("r") == said[-1]
        assert store.reflections.versions("r") == [
            NotedVersion(reflection, a_moment(hours)) for hours, reflection in zip((3, 2, 1), said, strict=False)
        ]
        assert store.reflections.versions("other") == store.reflections.versions("never") == []


def test_so_does_every_version_of_a_life_event(vault: SqliteVault) -> None:
    second = replace(EVENT, title="Moved", note="")
    with vault.writing() as store:
        store.life_events.amend(second, a_moment(2))
        store.life_events.amend(EVENT, a_moment(1))
        said = [version.said for version in store.life_events.versions("e")]
    assert said == [EVENT, second]


def test_only_what_changed_is_kept_of_a_version(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.life_events.amend(replace(EVENT, title="Moved"), a_moment())
    kept = vault.opened().connection.execute("SELECT before FROM life_event_version").fetchall()
    assert kept == [('{"title": "Moved house"}',)]


def test_writing_the_same_again_keeps_no_version(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.life_events.amend(EVENT, a_moment())
        assert store.life_events.versions("e") == []


def test_versions_go_with_what_is_deleted_for_good(vault: SqliteVault) -> None:
    corrected_reflection(vault)
    with vault.writing() as store:
        store.life_events.amend(replace(EVENT, title="Moved"), a_moment())
        store.reflections.purge(["r"], a_moment())
        store.life_events.purge(["e"], a_moment())
    connection = vault.opened().connection
    left = connection.execute("SELECT before FROM reflection_version UNION ALL SELECT before FROM life_event_version")
    assert left.fetchall() == []


def test_what_is_taken_back_keeps_its_versions(vault: SqliteVault) -> None:
    said = corrected_reflection(vault)
    with vault.writing() as store:
        store.reflections.forget("r", a_moment())
        assert [version.said for version in store.reflections.versions("r")] == said[:-1]


def test_the_journal_says_which_lines_were_corrected(vault: SqliteVault) -> None:
    corrected_reflection(vault)
    with vault.writing() as store:
        store.life_events.amend(replace(EVENT, title="Moved"), a_moment())
        page = store.journal.older(JournalFilter(), None, 9)
    assert len(page.lines) == 4
    assert page.amended == {"r", "e"}


def test_versions_are_found_by_index(vault: SqliteVault) -> None:
    connection = vault.opened().connection
    queries = NotedVersions(connection, REFLECTIONS).query, NotedVersions(connection, LIFE_EVENTS).query
    for query in queries:
        plan = connection.execute(f"EXPLAIN QUERY PLAN {query}", ("r",))
        assert not [row[3] for row in plan if row[3].startswith("SCAN")]
