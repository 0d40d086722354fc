"""The journal: every line once, in order, a page at a time, whatever is wanted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from itertools import product
from pathlib import Path

import pytest

from companion.adapters.storage.journal_repository import AMENDED
from companion.adapters.storage.vault import SqliteVault
from companion.domain.journal import JournalFilter, JournalKind, JournalLine, JournalPage, place_of
from companion.domain.prompt import PromptState, Transition
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.journal import fill, is_wanted
from tests.support.store import a_prompt, a_vault

EVERYTHING = JournalFilter()
HOME, ANN = Tag(TagKind.TAG, "home"), Tag(TagKind.PERSON, "Ann")


@pytest.fixture(scope="module")
def journal(tmp_path_factory: pytest.TempPathFactory) -> tuple[SqliteVault, list[JournalLine]]:
    """A store that is only read, and all its lines."""
    vault = a_vault(tmp_path_factory.mktemp("journal"))
    return vault, fill(vault)


def every_filter() -> Iterator[JournalFilter]:
    """Each wish with each other."""
    kinds = (
        frozenset(JournalKind),
        frozenset({JournalKind.CHECK_IN}),
        frozenset(JournalKind) - {JournalKind.CHECK_IN},
    )
    zones: tuple[frozenset[Zone | None], ...] = (
        frozenset(),
        frozenset({Zone.MIXED}),
        frozenset({Zone.ABOVE, Zone.BELOW, None}),
    )
    for chosen, some, tag, asked, with_note, text in product(
        kinds, zones, (None, HOME, ANN), (None, True, False), (False, True), ("", "ca", "walk nig")
    ):
        yield JournalFilter(chosen, some, tag, asked, with_note, text)


def walked_down(vault: SqliteVault, wanted: JournalFilter, limit: int) -> list[JournalLine]:
    """Every line, page by page from the newest."""
    lines: list[JournalLine] = []
    with vault.reading() as store:
        page = store.journal.older(wanted, None, limit)
        lines += page.lines
        while page.has_older:
            page = store.journal.older(wanted, place_of(lines[-1]), limit)
            lines += page.lines
    return lines


def test_every_wish_with_every_other_finds_what_looking_at_every_line_finds(
    journal: tuple[SqliteVault, list[JournalLine]],
) -> None:
    vault, lines = journal
    for wanted in every_filter():
        assert walked_down(vault, wanted, 40) == [line for line in lines if is_wanted(line, wanted)], wanted


@pytest.mark.parametrize("limit", [1, 7, 500])
@pytest.mark.parametrize("wanted", [EVERYTHING, JournalFilter(text="c"), JournalFilter(asked=True)])
def test_pages_of_any_size_leave_nothing_out_and_repeat_nothing_in_both_directions(
    journal: tuple[SqliteVault, list[JournalLine]], wanted: JournalFilter, limit: int
) -> None:
    vault, lines = journal
    expected = [line for line in lines if is_wanted(line, wanted)]
    assert walked_down(vault, wanted, limit) == expected
    up: list[JournalLine] = [expected[-1]]
    with vault.reading() as store:
        page = JournalPage((), has_newer=True, has_older=False)
        while page.has_newer:
            page = store.journal.newer(wanted, place_of(up[0]), limit)
            up = [*page.lines, *up]
    assert up == expected


@pytest.mark.parametrize("hours_ago", [-1, 0, 3, 12.5, 30, 31])
def test_a_jump_shows_what_was_at_or_before_that_instant(
    journal: tuple[SqliteVault, list[JournalLine]], hours_ago: float
) -> None:
    vault, lines = journal
    instant = a_moment(hours_ago).utc
    expected = [line for line in lines if place_of(line).at <= instant]
    with vault.reading() as store:
        page = store.journal.at(EVERYTHING, instant, 10)
    assert page.lines == tuple(expected[:10])
    assert page.has_newer == (len(expected) < len(lines))
    assert page.has_older == (len(expected) > 10)


@pytest.mark.parametrize("wanted", [EVERYTHING, JournalFilter(text="c")])
def test_a_page_says_what_lies_beyond_its_ends(
    journal: tuple[SqliteVault, list[JournalLine]], wanted: JournalFilter
) -> None:
    vault, lines = journal
    expected = [line for line in lines if is_wanted(line, wanted)]
    oldest, newest = place_of(expected[-1]), place_of(expected[0])
    with vault.reading() as store:
        first = store.journal.older(wanted, None, 5)
        below = store.journal.older(wanted, oldest, 5)
        above = store.journal.newer(wanted, newest, 5)
        last = store.journal.newer(wanted, oldest, 5)
    assert (first.has_newer, first.has_older) == (False, True)
    assert (below.lines, below.has_newer, below.has_older) == ((), True, False)
    assert (above.lines, above.has_newer, above.has_older) == ((), False, True)
    assert (last.has_newer, last.has_older) == (True, True)


def test_an_empty_journal_has_nothing_in_any_direction(tmp_path: Path) -> None:
    nothing = JournalPage((), has_newer=False, has_older=False)
    place = place_of(a_check_in())
    with a_vault(tmp_path).reading() as store:
        pages = [
            store.journal.older(EVERYTHING, None, 5),
            store.journal.older(EVERYTHING, place, 5),
            store.journal.newer(EVERYTHING, place, 5),
            store.journal.at(EVERYTHING, place.at, 5),
        ]
    assert pages == [nothing] * 4


def test_no_kind_wanted_finds_nothing(journal: tuple[SqliteVault, list[JournalLine]]) -> None:
    vault, _lines = journal
    for text in ("", "calm"):
        assert walked_down(vault, JournalFilter(kinds=frozenset(), text=text), 5) == []


def test_a_prompt_appears_once_it_came_and_never_while_it_is_still_to_come(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    came, shown, to_come = a_prompt(1, 2), a_prompt(2, 1), a_prompt(3, -1)
    with vault.writing() as store:
        store.ledger.plan([came, shown, to_come], a_moment(9))
        store.ledger.append(Transition(came.id, PromptState.ASLEEP, a_moment(1)))
        store.ledger.append(Transition(shown.id, PromptState.SHOWN, a_moment(1)))
        expected = (store.ledger.record(shown.id), store.ledger.record(came.id))
    with vault.reading() as store:
        assert store.journal.older(EVERYTHING, None, 9).lines == expected


def test_what_was_taken_back_appears_nowhere_until_it_is_brought_back(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    wishes = (EVERYTHING, JournalFilter(tag=HOME), JournalFilter(text="calm"), JournalFilter(with_note=True))
    check_in = a_check_in(note="calm", tags=("home",), id="c")
    with vault.writing() as store:
        store.check_ins.add(check_in)
        store.check_ins.forget("c", a_moment())
    assert [walked_down(vault, wanted, 5) for wanted in wishes] == [[], [], [], []]
    with vault.writing() as store:
        store.check_ins.restore("c", a_moment())
    assert [walked_down(vault, wanted, 5) for wanted in wishes] == [[check_in]] * 4


def test_what_an_import_brings_appears_once_it_is_complete(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    wishes = (
        EVERYTHING,
        JournalFilter(tag=HOME),
        JournalFilter(text="calm"),
        JournalFilter(zones=frozenset({Zone.MIXED})),
    )
    check_in = a_check_in(zone=Zone.MIXED, note="calm", tags=("home",))
    coming = vault.importing("test")
    coming.add([("key", check_in)])
    assert [walked_down(vault, wanted, 5) for wanted in wishes] == [[], [], [], []]
    coming.complete()
    assert [walked_down(vault, wanted, 5) for wanted in wishes] == [[check_in]] * 4


def test_a_corrected_check_in_stands_where_it_belongs_now_and_says_so(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    check_in = a_check_in(zone=Zone.ABOVE, note="calm", tags=("home",), hours_ago=2, id="c")
    corrected = replace(check_in, zone=Zone.BELOW, note="awake", tags=("work",), experienced_at=a_moment(9))
    with vault.writing() as store:
        store.check_ins.add(check_in)
        store.check_ins.add(a_check_in(hours_ago=5, id="other"))
        store.check_ins.amend(corrected, a_moment())
    with vault.reading() as store:
        page = store.journal.older(EVERYTHING, None, 5)
    assert [place_of(line).id for line in page.lines] == ["other", "c"]
    assert page.amended == {"c"}
    work = Tag(TagKind.TAG, "work")
    now = (JournalFilter(zones=frozenset({Zone.BELOW})), JournalFilter(tag=work), JournalFilter(text="awa", tag=work))
    before = (JournalFilter(zones=frozenset({Zone.ABOVE})), JournalFilter(tag=HOME), JournalFilter(text="calm"))
    assert [walked_down(vault, wanted, 5) for wanted in now] == [[corrected]] * 3
    assert [walked_down(vault, wanted, 5) for wanted in before] == [[], [], []]


def test_which_lines_were_corrected_is_found_by_index(tmp_path: Path) -> None:
    plan = a_vault(tmp_path).opened().connection.execute(f"EXPLAIN QUERY PLAN {AMENDED}", ("[]",) * 5)
    assert [row[3] for row in plan if row[3].startswith("SCAN") and not row[3].startswith("SCAN json_each")] == []


def test_lines_of_the_same_instant_stand_by_kind_and_then_by_id(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    at = a_moment()
    later = replace(at, utc=at.utc + timedelta(microseconds=1))
    with vault.writing() as store:
        for check_in_id, moment in (("b", at), ("c", at), ("a", later)):
            store.check_ins.add(a_check_in(at=moment, note="calm", id=check_in_id))
    for text in ("", "calm"):
        found = walked_down(vault, JournalFilter(text=text), 1)
        assert [place_of(line).id for line in found] == ["a", "c", "b"]
