"""Corrections: what a check-in says now counts, and what it said before is kept whole."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from companion.adapters.storage import check_in_versions as queries
from companion.adapters.storage.vault import SqliteVault
from companion.domain.checkin import Answering, CheckIn, InputMethod, Origin
from companion.domain.context import Context
from companion.domain.tag import TagKind
from companion.domain.zone import Zone
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

WHOLE = CheckIn(
    id="id",
    experienced_at=a_moment(30),
    created_at=a_moment(29),
    arousal=0,
    zone=Zone.MIXED,
    pleasantness=100,
    safe=0,
    connected=61,
    sleep=7,
    slept=timedelta(hours=7, minutes=20),
    origin=Origin.EVENT,
    prompt_id="prompt",
    note="naïve 🙂 'quoted'; --",
    tags=("b", "a"),
    context=Context(people=("Noor",), places=("kitchen", "b"), activities=("cooking",), body_cues=("warm hands",)),
    window_id="window",
    answering=Answering(timedelta(seconds=12), 44, InputMethod.ASSISTIVE),
    app_version="9.9",
)
CHANGES: list[dict[str, object]] = [
    {"arousal": 3},
    {"arousal": None, "zone": None, "pleasantness": 1, "safe": 2, "connected": None, "sleep": None, "slept": None},
    {"note": ""},
    {"tags": (), "context": Context(people=("Noor", "Ada"))},
    {"experienced_at": a_moment(54)},
    {"origin": Origin.SELF, "prompt_id": None, "window_id": None, "answering": Answering(), "app_version": "10"},
    {"tags": ("a", "b")},
]


@pytest.fixture
def vault(tmp_path: Path) -> SqliteVault:
    """One check-in with everything, and another one."""
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(WHOLE)
        store.check_ins.add(a_check_in(id="other", tags=("a",)))
    return vault


def corrected(vault: SqliteVault, *changes: dict[str, object]) -> list[CheckIn]:
    """Writes one correction after another, a minute apart; returns all it ever said, the latest last."""
    said = [WHOLE]
    for minute, change in enumerate(changes):
        said.append(replace(said[-1], **change))  # type: ignore[arg-type]
        with vault.writing() as store:
            store.check_ins.amend(said[-1], a_moment(1 - minute / 60))
    return said


def test_a_corrected_check_in_says_what_it_was_corrected_to(vault: SqliteVault) -> None:
    said = corrected(vault, *CHANGES)
    with vault.reading() as store:
        assert store.check_ins.get("id") == said[-1]
        assert store.days.are_right()
        assert store.tags.are_right()


def test_every_version_comes_back_whole_and_in_order(vault: SqliteVault) -> None:
    said = corrected(vault, *CHANGES)
    with vault.reading() as store:
        versions = store.check_ins.versions("id")
        assert [version.check_in for version in versions] == said[:-1]
        assert [version.replaced_at for version in versions] == [
            a_moment(1 - minute / 60) for minute in range(len(CHANGES))
        ]
        assert store.check_ins.versions("other") == store.check_ins.versions("never") == []


def test_only_what_changed_is_kept_of_a_version(vault: SqliteVault) -> None:
    corrected(vault, {"arousal": 3})
    kept = vault.opened().connection.execute("SELECT before FROM check_in_version").fetchall()
    assert kept == [('{"arousal": 0}',)]


def test_writing_the_same_again_keeps_no_version(vault: SqliteVault) -> None:
    corrected(vault, {}, {"slept": timedelta(hours=7, minutes=20, seconds=30)})
    with vault.reading() as store:
        assert store.check_ins.versions("id") == []


def test_a_check_in_that_is_not_there_cannot_be_corrected(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.check_ins.amend(a_check_in(id="never"), a_moment())
        assert store.check_ins.get("never") is None
        assert store.days.total() == 2


def test_another_time_moves_it_to_its_day_and_its_place(vault: SqliteVault) -> None:
    corrected(vault, {"experienced_at": a_moment(-1)})
    with vault.reading() as store:
        assert [check_in.id for check_in in store.check_ins.between(None, None)] == ["other", "id"]
        assert store.days.range() == (date(2026, 11, 22), date(2026, 11, 22))
        assert store.tags.beginning_with(TagKind.TAG, "", 1) == ["a"]
        assert store.tags.beginning_with(TagKind.PERSON, "n", 1) == ["Noor"]
    lines = vault.opened().connection.execute(
        "SELECT count(*) FROM check_in_tag JOIN check_in ON number = check_in "
        "WHERE check_in_tag.experienced_us <> check_in.experienced_us"
    )
    assert lines.fetchone() == (0,)


def test_a_forgotten_check_in_can_be_corrected_and_counts_once_it_is_back(vault: SqliteVault) -> None:
    with vault.writing() as store:
        store.check_ins.forget("id", a_moment())
    corrected(vault, {"arousal": 77, "tags": ("new",)})
    with vault.writing() as store:
        assert store.days.total() == 1
        assert store.tags.beginning_with(TagKind.TAG, "new", 9) == []
        store.check_ins.restore("id", a_moment())
        assert store.days.are_right()
        assert store.tags.are_right()
        kept = store.check_ins.get("id")
        assert kept is not None
        assert (kept.arousal, store.days.total()) == (77, 2)


def test_a_word_that_was_corrected_away_is_offered_no_more(vault: SqliteVault) -> None:
    corrected(vault, {"tags": ("a",)})
    with vault.reading() as store:
        assert [use.tag.name for use in store.tags.all(TagKind.TAG)] == ["a"]


def test_an_imported_check_in_whose_time_was_corrected_is_not_imported_again(vault: SqliteVault) -> None:
    rows = [("key-1", a_check_in(1, hours_ago=9, id="first")), ("key-2", a_check_in(2, hours_ago=8, id="second"))]
    importing = vault.importing("csv")
    importing.add(rows)
    importing.complete()
    for hours in (3, 2):
        with vault.writing() as store:
            store.check_ins.amend(replace(rows[0][1], experienced_at=a_moment(hours)), a_moment())
    again = vault.importing("csv")
    assert again.add([(key, replace(check_in, id=f"{key} again")) for key, check_in in rows]) == 0
    again.complete()
    with vault.reading() as store:
        assert store.days.total() == 4


def test_versions_are_found_by_index(vault: SqliteVault) -> None:
    plan = vault.opened().connection.execute(f"EXPLAIN QUERY PLAN {queries.OF_CHECK_IN}", ("id",))
    assert not [row[3] for row in plan if row[3].startswith("SCAN")]
