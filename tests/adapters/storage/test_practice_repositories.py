"""What was practised, the person's own practices and their places: kept, changed, taken back, deleted."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.store import SqliteStore
from companion.application.parts import PartKind, Tombstone
from companion.domain.journal import JournalFilter, JournalKind, kind_of, place_of
from companion.domain.practice import Phase, Step, Way
from companion.domain.practice_own import OwnPractice, PracticePlace
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.zone import Zone
from tests.support.builders import NOW, a_check_in, a_moment
from tests.support.practices import IN_AND_OUT, a_session
from tests.support.store import a_vault


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqliteStore]:
    """A store inside a transaction."""
    vault = a_vault(tmp_path)
    with vault.writing() as opened:
        yield opened
    vault.close()


def own(number: int = 1) -> OwnPractice:
    steps = (*IN_AND_OUT, Step("Rest ☂", "then", 2.5, Phase.REST, 3))
    return OwnPractice(
        f"0193-{number}", a_moment(number), "My breath", steps, Way.BREATH, (Zone.MIXED,), 60, "notes\nof mine"
    )


def test_a_session_comes_back_as_it_was(store: SqliteStore) -> None:
    whole = a_session(before=0, after=100, felt=Felt.LIGHTER, stopped_early=True, check_in_id="some")
    bare = a_session(hours_ago=2)
    for session in (whole, bare, whole):
        store.practice_sessions.add(session)
    assert store.practice_sessions.of_practice("ours/orienting") == [bare, whole]
    assert store.practice_sessions.get(whole.id) == whole
    assert store.practice_sessions.get("nobody") is None


def test_what_is_noted_afterwards_is_kept(store: SqliteStore) -> None:
    session = a_session(before=70)
    store.practice_sessions.add(session)
    said = replace(session, after=40, felt=Felt.SAME)
    store.practice_sessions.note(said, a_moment())
    assert store.practice_sessions.get(session.id) == said


def test_only_sessions_of_a_practice_and_of_a_time_are_read(store: SqliteStore) -> None:
    for session in (a_session("ours/walk", 1), a_session("ours/walk", 40), a_session("ours/tea", 2)):
        store.practice_sessions.add(session)
    assert len(store.practice_sessions.of_practice("ours/walk")) == 2
    since = store.practice_sessions.since(NOW - timedelta(hours=3))
    assert [session.practice for session in since] == ["ours/tea", "ours/walk"]


def test_a_forgotten_session_is_nowhere_until_it_is_restored(store: SqliteStore) -> None:
    session = a_session()
    store.practice_sessions.add(session)
    store.practice_sessions.forget(session.id, a_moment())
    assert store.practice_sessions.of_practice(session.practice) == []
    assert store.practice_sessions.since(NOW - timedelta(days=1)) == []
    assert store.practice_sessions.get(session.id) == session
    store.practice_sessions.restore(session.id, a_moment())
    assert store.practice_sessions.of_practice(session.practice) == [session]


def test_a_purged_session_leaves_a_tombstone_alone(store: SqliteStore) -> None:
    session = a_session()
    store.practice_sessions.add(session)
    store.practice_sessions.purge([session.id, "never there"], a_moment())
    assert store.practice_sessions.get(session.id) is None
    (tombstone,) = store.whole.parts(PartKind.TOMBSTONE)
    assert isinstance(tombstone, Tombstone)
    assert (tombstone.id, tombstone.kind) == (session.id, JournalKind.PRACTICE)


def test_the_journal_shows_sessions_where_they_began(store: SqliteStore) -> None:
    session, check_in = a_session(hours_ago=2), a_check_in(hours_ago=1, note="a")
    store.practice_sessions.add(session)
    store.check_ins.add(check_in)
    assert store.journal.older(JournalFilter(), None, 9).lines == (check_in, session)
    only = JournalFilter(kinds=frozenset({JournalKind.PRACTICE}))
    assert store.journal.older(only, None, 9).lines == (session,)
    assert [kind_of(line) for line in (session,)] == [JournalKind.PRACTICE]
    assert store.journal.older(replace(only, text="orienting"), None, 9).lines == ()
    assert store.journal.older(JournalFilter(with_note=True), None, 9).lines == (check_in,)


def test_pages_of_sessions_meet_without_a_gap(store: SqliteStore) -> None:
    sessions = [a_session(hours_ago=n) for n in range(7)]
    for session in sessions:
        store.practice_sessions.add(session)
    first = store.journal.older(JournalFilter(), None, 4)
    last = first.lines[-1]
    assert isinstance(last, PracticeSession)
    second = store.journal.older(JournalFilter(), place_of(last), 4)
    assert [*first.lines, *second.lines] == sessions
    assert (first.has_older, second.has_older, second.has_newer) == (True, False, True)


def test_a_practice_of_ones_own_comes_back_as_it_was(store: SqliteStore) -> None:
    store.own_practices.add(own())
    assert store.own_practices.all() == [own()]
    changed = replace(own(), title="Another", seconds=None, zones=())
    store.own_practices.change(changed, a_moment())
    assert store.own_practices.get(own().id) == changed


def test_a_removed_practice_can_be_brought_back(store: SqliteStore) -> None:
    store.own_practices.add(own())
    store.own_practices.add(own(2))
    store.own_practices.remove(own().id, a_moment())
    assert [each.id for each in store.own_practices.all()] == [own(2).id]
    assert store.own_practices.get(own().id) == own()
    store.own_practices.bring_back(own().id, a_moment())
    assert {each.id for each in store.own_practices.all()} == {own().id, own(2).id}


@pytest.mark.parametrize(
    "place", [PracticePlace("ours/a", True, False, 0), PracticePlace("ours/a", False, True), PracticePlace("ours/a")]
)
def test_a_place_takes_the_place_of_the_one_before(store: SqliteStore, place: PracticePlace) -> None:
    store.practice_places.put([PracticePlace("ours/a", True, True, 7), PracticePlace("ours/b")], a_moment())
    store.practice_places.put([place], a_moment())
    assert store.practice_places.all() == {"ours/a": place, "ours/b": PracticePlace("ours/b")}
