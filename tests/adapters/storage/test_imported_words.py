"""The words an import brings: known chunk by chunk, struck out when it is given up, and wiped again from then on."""

from pathlib import Path

import pytest

from companion.adapters.storage import imported_words
from companion.adapters.storage.vault import SqliteVault
from companion.domain.journal import JournalFilter, place_of
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault


@pytest.mark.parametrize("query", [imported_words.PLACES, imported_words.WORDS])
def test_a_chunk_is_taken_in_without_looking_through_what_was_there(tmp_path: Path, query: str) -> None:
    plan = a_vault(tmp_path).opened().connection.execute(f"EXPLAIN QUERY PLAN {query}", (1,))
    steps = [row[3] for row in plan]
    assert not [step for step in steps if "AUTOMATIC" in step or ("SCAN" in step and "(subquery" not in step)], steps


def test_as_many_lines_as_a_second_has_places_for_are_found_and_none_is_in_the_way_of_saving(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    at = a_moment(1)
    _fill_the_second(vault, int(at.utc.timestamp()), leave=2)
    coming = vault.importing("test")
    coming.add([(f"key {number}", a_check_in(at=at, note="calm", id=f"i-{number}")) for number in range(3)])
    coming.complete()
    with vault.writing() as store:
        store.check_ins.add(a_check_in(at=at, note="calm", id="mine"))
        store.check_ins.forget("i-2", a_moment())
        store.check_ins.forget("mine", a_moment())
        store.check_ins.restore("mine", a_moment())
    with vault.reading() as store:
        found = store.journal.older(JournalFilter(text="calm"), None, 9).lines
        everything = store.journal.older(JournalFilter(), None, 9).lines
    assert [place_of(line).id for line in found] == ["i-1", "i-0"]
    assert [place_of(line).id for line in everything] == ["mine", "i-1", "i-0"]


def test_after_an_import_was_given_up_deleted_words_are_wiped_as_before(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    coming = vault.importing("test")
    coming.add([("key", a_check_in(note="calm"))])
    coming.abandon()
    options = dict(vault.opened().connection.execute("SELECT k, v FROM word_config"))
    assert options["secure-delete"] == 1


def _fill_the_second(vault: SqliteVault, second: int, *, leave: int) -> None:
    """Takes the places of a second but for the last ones, as if that many lines stood there."""
    places = range(second << 15, (second + 1 << 15) - leave)
    connection = vault.opened().connection
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO worded_line (place, kind, line) VALUES (?, 2, ?)", zip(places, places, strict=True)
    )
    connection.execute("COMMIT")
