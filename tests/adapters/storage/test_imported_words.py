"""The words an import brings: known chunk by chunk, struck out when it is given up, and wiped again from then on."""

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from companion.adapters.storage import imported_words
from companion.adapters.storage.check_in_import import CheckInImport
from companion.adapters.storage.vault import SqliteVault
from companion.domain.journal import JournalFilter, place_of
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

if TYPE_CHECKING:
    from sqlite3 import Connection


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


@pytest.fixture
def small_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(imported_words, "WEIGHT_AT_ONCE", 40)
    monkeypatch.setattr(imported_words, "LEAST_AT_ONCE", 40)


def _import_of(vault: SqliteVault, portions: int, each: int = 15) -> CheckInImport:
    coming = vault.importing("test")
    for number in range(portions):
        rows = [a_check_in(hours_ago=100 * number + row, note=f"calm word{number}") for row in range(each, 0, -1)]
        coming.add([(f"key {number}", check_in) for check_in in rows])
    return coming


def test_words_of_several_portions_become_known_together_and_none_is_forgotten(
    tmp_path: Path, small_portions: None
) -> None:
    vault = a_vault(tmp_path)
    coming = _import_of(vault, 7)
    known = vault.opened().connection.execute("SELECT count(*) FROM worded_line").fetchone()[0]
    assert known % 15 == 0
    assert 0 < known < 105
    coming.complete()
    with vault.reading() as store:
        assert len(store.journal.older(JournalFilter(text="calm"), None, 200).lines) == 105
        assert len(store.journal.older(JournalFilter(text="word6"), None, 200).lines) == 15


def test_pieces_of_the_index_are_merged_sixteen_at_a_time(tmp_path: Path, small_portions: None) -> None:
    vault = a_vault(tmp_path)
    coming = _import_of(vault, 60, each=20)
    connection = vault.opened().connection
    pieces = connection.execute("SELECT count(DISTINCT segid) FROM word_idx").fetchone()[0]
    coming.complete()
    connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")
    with vault.reading() as store:
        assert len(store.journal.older(JournalFilter(text="word7"), None, 200).lines) == 20
    assert 8 < pieces <= 16 + 60 // 16


def test_a_save_after_it_leaves_large_pieces_alone(tmp_path: Path, small_portions: None) -> None:
    vault = a_vault(tmp_path)
    _import_of(vault, 20, each=20).complete()
    connection = vault.opened().connection
    large = _pieces(connection)
    for number in range(30):
        with vault.writing() as store:
            store.check_ins.add(a_check_in(note=f"mine {number}", id=f"mine-{number}"))
    assert large <= _pieces(connection)


def test_one_that_is_given_up_between_them_leaves_no_word(tmp_path: Path, small_portions: None) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(note="mine"))
    _import_of(vault, 7).abandon()
    connection = vault.opened().connection
    assert connection.execute("SELECT DISTINCT term FROM known_word ORDER BY term").fetchall()[0] == ("mine",)
    assert connection.execute("SELECT count(*) FROM worded_line").fetchone() == (1,)
    connection.execute("INSERT INTO word (word) VALUES ('integrity-check')")


def _pieces(connection: "Connection") -> set[int]:
    return {number for (number,) in connection.execute("SELECT DISTINCT segid FROM word_idx")}


def _fill_the_second(vault: SqliteVault, second: int, *, leave: int) -> None:
    """Takes the places of a second but for the last ones, as if that many lines stood there."""
    places = range(second << 15, (second + 1 << 15) - leave)
    connection = vault.opened().connection
    connection.execute("BEGIN")
    connection.executemany(
        "INSERT INTO worded_line (place, kind, line) VALUES (?, 2, ?)", zip(places, places, strict=True)
    )
    connection.execute("COMMIT")
