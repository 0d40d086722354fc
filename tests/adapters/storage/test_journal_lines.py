"""Every question the journal asks is answered by index, and passes nothing over."""

from collections.abc import Iterator
from itertools import pairwise, product
from pathlib import Path

import pytest

from companion.adapters.storage import journal_lines
from companion.adapters.storage.journal_facets import ALL, WITH_NOTE, facets_of
from companion.adapters.storage.journal_place import AFTER_EVERYTHING, Way
from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import Origin
from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault


def every_query(way: Way) -> Iterator[tuple[str, str, int]]:
    """What is read, by which index, and how many values it takes."""
    yield journal_lines.check_ins(way), "check_in_by_time", 3
    yield journal_lines.narrowed(frozenset({12, 13}), way), "check_in_by_facet", 3
    yield journal_lines.narrowed(WITH_NOTE, way), "check_in_by_facet", 3
    yield journal_lines.tagged(ALL, way), "check_in_tag_by_facet", 4
    yield journal_lines.noted("reflection", 1, way), "reflection_by_time", 3
    yield journal_lines.noted("life_event", 2, way), "life_event_by_time", 3
    yield journal_lines.prompts(way), "prompt_by_time", 3
    yield journal_lines.practices(way), "practice_session_by_time", 3


@pytest.mark.parametrize("way", list(Way))
def test_each_kind_is_read_by_its_index_from_the_bound_on(tmp_path: Path, way: Way) -> None:
    vault = a_vault(tmp_path)
    for query, index, values in every_query(way):
        steps = [row[3] for row in vault.opened().connection.execute(f"EXPLAIN QUERY PLAN {query}", (1,) * values)]
        read = [step for step in steps if index in step]
        assert read
        assert all(f"{way.sign}?" in step for step in read), read
        assert not [step for step in steps if step.startswith("SCAN") and _is_large(step)], steps
        # Only what stands at one instant is put in order by id, and the few of each facet once they are together.
        assert steps.count("USE TEMP B-TREE FOR LAST TERM OF ORDER BY") == len(read)
        sorted_whole = [before for before, step in pairwise(steps) if step == "USE TEMP B-TREE FOR ORDER BY"]
        assert all(before.startswith("SCAN (subquery") for before in sorted_whole)


def test_a_facet_says_in_the_store_what_the_filter_means_by_it(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    answers = product((*Zone, None), (Origin.SELF, Origin.RANDOM), ("", "word"))
    with vault.writing() as store:
        for zone, origin, note in answers:
            store.check_ins.add(a_check_in(zone=zone, origin=origin, note=note, tags=("home",)))
    rows = _facets(vault)
    assert len(rows) == len(ALL)
    for facet, of_tag, zone_name, origin_name, note in rows:
        zone = None if zone_name is None else Zone(zone_name)
        wanted = JournalFilter(zones=frozenset({zone}), asked=Origin(origin_name).is_scheduled)
        narrower = JournalFilter(zones=wanted.zones, asked=wanted.asked, with_note=True)
        assert facet == of_tag
        assert facet in facets_of(wanted)
        assert (facet in facets_of(narrower)) == bool(note)


def test_a_facet_follows_corrections_and_is_none_while_a_check_in_is_taken_back(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    before = a_check_in(zone=Zone.ABOVE, tags=("home",), id="c")
    with vault.writing() as store:
        store.check_ins.add(before)
        store.check_ins.amend(a_check_in(zone=Zone.MIXED, note="word", tags=("home",), id="c"), a_moment())
    assert [row[:2] for row in _facets(vault)] == [(13, 13)]
    with vault.writing() as store:
        store.check_ins.forget("c", a_moment())
    assert [row[:2] for row in _facets(vault)] == [(None, None)]


def test_forgotten_ones_are_not_even_passed_over(tmp_path: Path) -> None:
    """However many were taken back, a page of a tag or a zone reads none of them."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for number in range(400):
            store.check_ins.add(a_check_in(zone=Zone.MIXED, tags=("home",), hours_ago=number, id=f"c-{number}"))
        for number in range(399):
            store.check_ins.forget(f"c-{number}", a_moment())
    connection = vault.opened().connection
    for wanted in (JournalFilter(zones=frozenset({Zone.MIXED})), JournalFilter(tag=Tag(TagKind.TAG, "home"))):
        steps = 0

        def count() -> int:
            nonlocal steps
            steps += 1
            return 0

        connection.set_progress_handler(count, 100)
        found = journal_lines.found_lines(connection, wanted, AFTER_EVERYTHING, Way.OLDER, 10)
        connection.set_progress_handler(None, 0)
        assert [line.id for line in found] == ["c-399"]
        assert steps < 40


def test_kinds_that_are_not_wanted_are_not_read(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    asked: list[str] = []
    connection = vault.opened().connection
    connection.set_trace_callback(asked.append)
    wanted = JournalFilter(kinds=frozenset({JournalKind.LIFE_EVENT}))
    journal_lines.found_lines(connection, wanted, AFTER_EVERYTHING, Way.OLDER, 10)
    connection.set_trace_callback(None)
    assert len(asked) == 1
    assert "FROM life_event" in asked[0]


def _facets(vault: SqliteVault) -> list[tuple[int | None, int | None, str | None, str, str]]:
    return list(
        vault.opened().connection.execute(
            "SELECT check_in.facet, check_in_tag.facet, zone, origin, note "
            "FROM check_in JOIN check_in_tag ON check_in = number"
        )
    )


def _is_large(step: str) -> bool:
    return not any(small in step for small in ("import_batch", "unfinished_prompt", "(subquery", "SCAN CONSTANT"))
