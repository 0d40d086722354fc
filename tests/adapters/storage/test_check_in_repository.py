"""Check-ins: kept whole, found by index, forgotten and brought back."""

from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage import check_in_repository as queries
from companion.adapters.storage import prompt_ledger
from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.context import Context
from companion.domain.label import Label
from companion.domain.mark import Mark
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

HOURS = (1, 2, 3, 4, 5)


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """Five check-ins, an hour apart, noted in another order."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for hours in (3, 1, 5, 2, 4):
            store.check_ins.add(a_check_in(10 * hours, hours_ago=hours, id=f"id-{hours}"))
    return vault


def test_everything_about_a_check_in_is_kept(tmp_path: Path) -> None:
    check_in = CheckIn(
        id="id",
        experienced_at=a_moment(3),
        created_at=a_moment(1),
        arousal=0,
        zone=Zone.MIXED,
        pleasantness=100,
        safe=0,
        connected=1,
        sleep=99,
        slept=timedelta(hours=24),
        origin=Origin.EVENT,
        prompt_id="prompt",
        note="naïve 🙂 \u0000 'quoted'; --",
        tags=("b", "a", "ÄÖ", "c"),
        context=Context(("b", "Noor: a"), ("at home",), ("b",), ("cold hands", "a")),
        window_id="window",
        answering=Answering(timedelta(seconds=12, microseconds=5), 44, InputMethod.ASSISTIVE),
        app_version="9.9",
    )
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(check_in)
    with vault.reading() as store:
        assert store.check_ins.get("id") == check_in


def test_a_check_in_with_almost_nothing_is_kept_as_it_is(tmp_path: Path) -> None:
    check_in = CheckIn("id", a_moment(), a_moment(), note="only a note")
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(check_in)
    with vault.reading() as store:
        assert store.check_ins.between(None, None) == [check_in]


def test_adding_the_same_id_twice_changes_nothing(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.check_ins.add(a_check_in(99, hours_ago=9, id="id-3", tags=("new",)))
        kept = store.check_ins.get("id-3")
        assert kept is not None
        assert (kept.arousal, kept.tags, store.days.total()) == (30, (), 5)
    with vault.reading() as store:
        assert store.days.are_right()


def test_a_range_includes_its_start_and_not_its_end(vault: SqliteVault) -> None:
    with vault.reading() as store:
        found = store.check_ins.between(a_moment(4).utc, a_moment(2).utc)
        assert [check_in.id for check_in in found] == ["id-4", "id-3"]
        assert store.check_ins.count_between(a_moment(4).utc, a_moment(2).utc) == 2


def test_with_a_limit_the_newest_come_oldest_first(vault: SqliteVault) -> None:
    with vault.reading() as store:
        assert [check_in.id for check_in in store.check_ins.between(None, None, 2)] == ["id-2", "id-1"]
        marks = store.check_ins.marks_between(a_moment(9).utc, a_moment(0).utc, 2)
        assert [mark.id for mark in marks] == ["id-2", "id-1"]


def test_a_mark_says_what_a_chart_draws(tmp_path: Path) -> None:
    at = a_moment()
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(None, Zone.UNSURE, at=at, origin=Origin.RANDOM, id="id"))
        marks = store.check_ins.marks_between(at.utc, at.utc + timedelta(seconds=1), 10)
    assert marks == [Mark("id", at.utc.timestamp(), 3600, None, Zone.UNSURE, is_scheduled=True)]


def test_labels_have_an_energy_and_one_of_the_three_answers_on_the_line(tmp_path: Path) -> None:
    answers: list[tuple[int | None, Zone | None]] = [
        (10, Zone.BELOW),
        (50, Zone.INSIDE),
        (90, Zone.ABOVE),
        (95, Zone.MIXED),
        (40, Zone.UNSURE),
        (60, None),
        (None, Zone.ABOVE),
    ]
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        for number, (arousal, zone) in enumerate(answers):
            store.check_ins.add(a_check_in(arousal, zone, hours_ago=9 - number, note="kept whole"))
        labels = store.check_ins.labels_between(a_moment(9).utc, a_moment(0).utc, 9)
        assert [(label.arousal, label.zone) for label in labels] == answers[2::-1]
        assert labels[2] == Label(10, Zone.BELOW, a_moment(9).utc.timestamp(), 3600)
        assert store.check_ins.labels_between(a_moment(8).utc, a_moment(7).utc, 9) == labels[1:2]
        assert store.check_ins.labels_between(a_moment(9).utc, a_moment(0).utc, 2) == labels[:2]


def test_newest_is_by_experience_and_newest_noted_by_noting(vault: SqliteVault) -> None:
    backdated = CheckIn("late", a_moment(100), a_moment(0), arousal=5)
    with vault.writing() as store:
        store.check_ins.add(backdated)
        assert store.check_ins.newest() == store.check_ins.get("id-1")
        assert store.check_ins.newest_noted() == backdated
        assert store.check_ins.range() == (a_moment(100), a_moment(1))


def test_an_empty_store_has_nothing(tmp_path: Path) -> None:
    with a_vault(tmp_path).reading() as store:
        check_ins = store.check_ins
        found = (check_ins.newest(), check_ins.newest_noted(), check_ins.range(), check_ins.get("id"))
        assert found == (None, None, None, None)
        assert check_ins.between(None, None) == []


def test_a_forgotten_check_in_appears_nowhere_but_by_its_id(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.check_ins.forget("id-1", a_moment())
    with vault.reading() as store:
        assert store.check_ins.get("id-1") is not None
        assert [c.id for c in store.check_ins.between(None, None)] == ["id-5", "id-4", "id-3", "id-2"]
        assert store.check_ins.newest() == store.check_ins.get("id-2")
        assert store.check_ins.range() == (a_moment(5), a_moment(2))
        assert store.check_ins.count_between(a_moment(9).utc, a_moment(0).utc) == store.days.total() == 4
        assert len(store.check_ins.marks_between(a_moment(9).utc, a_moment(0).utc, 9)) == 4


def test_a_restored_check_in_is_there_as_before(vault: SqliteVault) -> None:
    with vault.reading() as store:
        before = store.check_ins.between(None, None)
    with vault.writing() as store:
        store.check_ins.forget("id-3", a_moment())
        store.check_ins.restore("id-3", a_moment())
        store.check_ins.restore("id-3", a_moment())
    with vault.reading() as store:
        assert store.check_ins.between(None, None) == before
        assert store.days.are_right()


@pytest.mark.parametrize(
    ("query", "values"),
    [
        (queries.BETWEEN, (0, 1)),
        (queries.BETWEEN_NEWEST, (0, 1, 5)),
        (queries.MARKS, (0, 1, 5)),
        (queries.LABELS, (0, 1, 5)),
        (queries.COUNT, (0, 1)),
        (queries.NEWEST, ()),
        (queries.NEWEST_NOTED, ()),
        (queries.FIRST_MOMENT, ()),
        (queries.LAST_MOMENT, ()),
        (prompt_ledger.UNFINISHED, ()),
        (prompt_ledger.ON_DAY, ("2026-11-22",)),
        (prompt_ledger.BETWEEN, (0, 1)),
        (prompt_ledger.DAYS_BEFORE, ("2026-11-22", 1)),
    ],
)
def test_every_question_is_answered_by_index(vault: SqliteVault, query: str, values: tuple[object, ...]) -> None:
    steps = [row[3] for row in vault.opened().connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    scans = [step for step in steps if step.startswith("SCAN") and "INDEX" not in step]
    assert scans in ([], ["SCAN unfinished_prompt"])
    if "FROM check_in" in query:
        assert "USE TEMP B-TREE FOR ORDER BY" not in steps
