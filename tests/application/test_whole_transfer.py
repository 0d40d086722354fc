"""Carrying everything into a notebook that has something already: what is here stays, what is new comes in."""

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.parts import (
    Arrival,
    Kept,
    KeptCheckIn,
    Part,
    PartCounts,
    PartKind,
    PartNote,
    PartRule,
    PlacedPart,
)
from companion.application.whole_transfer import Counts, WholeTransferService
from companion.domain.checkin import CheckIn
from companion.domain.errors import Rule
from companion.domain.journal import NotedVersion
from companion.domain.life_event import LifeEvent
from companion.domain.moment import Moment
from companion.domain.reflection import Reflection
from tests.support.builders import a_check_in, a_moment
from tests.support.clock import FakeClock
from tests.support.notebooks import OtherIds, bring_csv, carried, exported, whole_desk
from tests.support.store import a_vault

IMPORTED = "0123456789abcdef0123456789abcdef"


@pytest.fixture
def here(tmp_path: Path) -> Iterator[SqliteVault]:
    """An empty notebook."""
    (tmp_path / "here").mkdir()
    vault = a_vault(tmp_path / "here")
    yield vault
    vault.close()


def kept(check_in: CheckIn, **more: object) -> KeptCheckIn:
    return replace(KeptCheckIn(check_in, check_in.created_at.utc), **more)  # type: ignore[arg-type]


def bring(vault: SqliteVault, *parts: Part, only_look: bool = False) -> tuple[Counts, list[PartNote]]:
    told: list[PartNote] = []
    placed = (PlacedPart(place, part) for place, part in enumerate(parts, start=1))
    return WholeTransferService(vault, FakeClock()).bring_in(placed, told.append, only_look=only_look), told


def ignore(_note: PartNote) -> None:
    """Nobody listens."""


def all_of(vault: SqliteVault) -> list[CheckIn]:
    with vault.reading() as store:
        assert store.days.are_right()
        return store.check_ins.between(None, None)


def note(vault: SqliteVault, check_in: CheckIn) -> CheckIn:
    with vault.writing() as store:
        store.check_ins.add(check_in)
    return check_in


def amend(vault: SqliteVault, check_in: CheckIn) -> CheckIn:
    with vault.writing() as store:
        store.check_ins.amend(check_in, a_moment())
    return check_in


def test_everything_a_second_time_adds_nothing(here: SqliteVault, tmp_path: Path) -> None:
    exported(whole_desk(tmp_path).vault, tmp_path / "out.json")
    first, _ = carried(here, tmp_path / "out.json")
    again, told = carried(here, tmp_path / "out.json")
    assert told == []
    assert sum(each.added for each in again.values()) == 0
    whole = {kind: each.added + each.already_here for kind, each in first.items()}
    assert {kind: each.already_here for kind, each in again.items()} == whole


def test_ones_own_export_is_all_here_already(tmp_path: Path) -> None:
    vault = whole_desk(tmp_path).vault
    before = exported(vault, tmp_path / "out.json")
    counts, told = carried(vault, tmp_path / "out.json")
    assert (sum(each.added for each in counts.values()), told) == (0, [])
    assert exported(vault, tmp_path / "again.json") == before


def test_a_look_counts_the_same_and_changes_nothing(here: SqliteVault, tmp_path: Path) -> None:
    exported(whole_desk(tmp_path).vault, tmp_path / "out.json")
    empty = exported(here, tmp_path / "empty.json")
    looked, _ = carried(here, tmp_path / "out.json", only_look=True)
    assert exported(here, tmp_path / "after.json") == empty
    assert carried(here, tmp_path / "out.json")[0] == looked


def test_what_was_noted_here_stays_beside_what_comes_in(here: SqliteVault) -> None:
    ours, theirs = note(here, a_check_in(hours_ago=1)), a_check_in(hours_ago=2)
    counts, _ = bring(here, kept(theirs))
    assert counts == {PartKind.CHECK_IN: PartCounts(added=1)}
    assert all_of(here) == [theirs, ours]


def test_a_check_in_that_says_something_else_here_stays_as_it_is_here(here: SqliteVault) -> None:
    ours = note(here, a_check_in(10, note="ours"))
    counts, told = bring(here, kept(replace(ours, note="theirs")))
    assert counts == {PartKind.CHECK_IN: PartCounts(kept_ours=1)}
    assert told == [PartNote(PartKind.CHECK_IN, 1, PartRule.DIFFERS)]
    assert all_of(here) == [ours]


def test_what_it_said_before_a_correction_is_here_already(here: SqliteVault) -> None:
    before = note(here, a_check_in(10))
    after = amend(here, replace(before, arousal=90))
    counts, told = bring(here, kept(before), kept(after))
    assert (counts, told) == ({PartKind.CHECK_IN: PartCounts(already_here=2)}, [])
    assert all_of(here) == [after]


def test_what_was_taken_back_here_stays_taken_back(here: SqliteVault) -> None:
    ours = note(here, a_check_in())
    with here.writing() as store:
        store.check_ins.forget(ours.id, a_moment())
    assert bring(here, kept(ours))[0] == {PartKind.CHECK_IN: PartCounts(kept_ours=1)}
    assert all_of(here) == []


def test_what_was_taken_back_there_can_be_restored_here(here: SqliteVault) -> None:
    theirs = a_check_in(tags=("walk",), note="words")
    bring(here, kept(theirs, deleted_at=a_moment().utc))
    assert all_of(here) == []
    with here.writing() as store:
        store.check_ins.restore(theirs.id, a_moment())
    assert all_of(here) == [theirs]


def test_what_was_deleted_permanently_here_is_not_brought_back(here: SqliteVault) -> None:
    moments = (a_moment(3), a_moment(2))
    check_in = note(here, a_check_in())
    reflection = Reflection("01900000-0000-7000-8000-00000000ff01", *moments, "why?", "so")
    event = LifeEvent("01900000-0000-7000-8000-00000000ff02", *moments, "moved house")
    with here.writing() as store:
        store.reflections.add(reflection)
        store.life_events.add(event)
        for repository, each in (
            (store.check_ins, check_in.id),
            (store.reflections, reflection.id),
            (store.life_events, event.id),
        ):
            repository.purge([each], a_moment())
    at = a_moment(2).utc
    counts, told = bring(here, kept(check_in), Kept(reflection, at), Kept(event, at))
    assert set(counts.values()) == {PartCounts(deleted_here=1)}
    assert (len(counts), told) == (3, [])
    assert all_of(here) == []


def test_what_was_deleted_permanently_there_and_is_here_stays(here: SqliteVault, tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    there = a_vault(tmp_path / "there")
    ours = note(here, note(there, a_check_in()))
    with there.writing() as store:
        store.check_ins.purge([ours.id], a_moment())
    exported(there, tmp_path / "out.json")
    counts, _ = carried(here, tmp_path / "out.json")
    assert counts[PartKind.TOMBSTONE] == PartCounts(kept_ours=1)
    assert all_of(here) == [ours]


def test_two_people_s_notebooks_become_one_whichever_comes_first(tmp_path: Path) -> None:
    vaults = []
    for name in "ab":
        (tmp_path / name).mkdir()
        vault = a_vault(tmp_path / name)
        note(vault, a_check_in(hours_ago=1, tags=(name, "both")))
        exported(vault, tmp_path / f"{name}.json")
        vaults.append(vault)
    carried(vaults[0], tmp_path / "b.json")
    carried(vaults[1], tmp_path / "a.json")
    contents = [json.loads(exported(vault, tmp_path / "out.json")) for vault in vaults]
    assert contents[0]["checkins"] == contents[1]["checkins"]
    assert [tag["name"] for tag in contents[0]["tags"]] == ["a", "b", "both"]


def test_day_start_pause_and_quiet_hours_come_only_into_a_new_notebook(tmp_path: Path) -> None:
    exported(whole_desk(tmp_path).vault, tmp_path / "out.json")
    (tmp_path / "used").mkdir()
    used = a_vault(tmp_path / "used")
    note(used, a_check_in())
    counts, told = carried(used, tmp_path / "out.json")
    assert (counts[PartKind.DAY_START], counts[PartKind.PAUSE]) == (PartCounts(kept_ours=1),) * 2
    assert counts[PartKind.QUIET_HOURS] == PartCounts(kept_ours=1)
    assert {each.kind for each in told} == {PartKind.DAY_START, PartKind.PAUSE, PartKind.QUIET_HOURS}
    with used.reading() as store:
        assert (f"{store.days.day_start():%H:%M}", store.pauses.current()) == ("04:00", None)
        assert store.days.are_right()


def test_an_import_from_csv_is_known_after_it_was_carried(here: SqliteVault, tmp_path: Path) -> None:
    desk = whole_desk(tmp_path)
    exported(desk.vault, tmp_path / "out.json")
    carried(here, tmp_path / "out.json")
    assert bring_csv(here, desk.clock, OtherIds(), tmp_path / "again.csv") == 0


def test_what_stood_in_a_file_of_another_program_goes_along(here: SqliteVault, tmp_path: Path) -> None:
    there = whole_desk(tmp_path).vault
    exported(there, tmp_path / "out.json")
    carried(here, tmp_path / "out.json")
    with here.reading() as store:
        (brought,) = [each for each in store.check_ins.between(None, None) if each.tags == ("rad ☂",)]
        source = store.check_ins.source_of(brought.id)
        assert sorted(kept.source for kept in store.imports.all()) == ["csv", "daylio"]
    assert source is not None
    assert json.loads(source)["note"] == "two\nlines"


def test_an_export_of_before_such_rows_were_kept_comes_in_as_it_is(here: SqliteVault, tmp_path: Path) -> None:
    exported(whole_desk(tmp_path).vault, tmp_path / "out.json")
    content = json.loads((tmp_path / "out.json").read_text())
    for check_in in content["checkins"]:
        check_in.get("import", {}).pop("row", None)
    (tmp_path / "older.json").write_text(json.dumps(content))
    counts, told = carried(here, tmp_path / "older.json")
    assert (told, counts[PartKind.CHECK_IN].left_out) == ([], 0)
    counts, told = carried(here, tmp_path / "out.json")
    assert (told, counts[PartKind.CHECK_IN].added) == ([], 0)


def test_two_notebooks_that_imported_the_same_csv_do_not_double_it(here: SqliteVault, tmp_path: Path) -> None:
    clock = FakeClock()
    there = whole_desk(tmp_path).vault
    exported(there, tmp_path / "out.json")
    assert bring_csv(here, clock, OtherIds(), tmp_path / "here.csv") == 4
    counts, _ = carried(here, tmp_path / "out.json")
    content = json.loads((tmp_path / "out.json").read_text())
    came_with_csv = sum("import" in each and "row" not in each["import"] for each in content["checkins"])
    assert (came_with_csv, counts[PartKind.CHECK_IN].already_here) == (4, 4)


def test_an_import_that_the_file_does_not_have_is_told_once_and_its_check_ins_come(here: SqliteVault) -> None:
    theirs = [kept(a_check_in(hours_ago=n), arrival=Arrival(IMPORTED, f"key{n}")) for n in (3, 2, 1)]
    counts, told = bring(here, *theirs)
    assert told == [PartNote(PartKind.CHECK_IN, 1, PartRule.IMPORT_UNKNOWN)]
    assert counts == {PartKind.IMPORT: PartCounts(left_out=1), PartKind.CHECK_IN: PartCounts(added=3)}
    assert len(all_of(here)) == 3


@pytest.mark.parametrize(("hours_ahead", "comes_in"), [(0, True), (23, True), (25, False)])
def test_what_lies_more_than_a_day_ahead_is_left_out(here: SqliteVault, hours_ahead: int, comes_in: bool) -> None:
    counts, told = bring(here, kept(a_check_in(hours_ago=-hours_ahead)))
    assert counts[PartKind.CHECK_IN] == (PartCounts(added=1) if comes_in else PartCounts(left_out=1))
    assert [each.rule for each in told] == ([] if comes_in else [Rule.TIME_IN_THE_FUTURE])


def test_a_file_that_breaks_off_leaves_nothing_behind(here: SqliteVault, tmp_path: Path) -> None:
    before = exported(here, tmp_path / "before.json")
    reflection = Reflection("01900000-0000-7000-8000-00000000ff01", a_moment(2), a_moment(1), "why?", "so")

    def parts() -> Iterator[PlacedPart]:
        yield PlacedPart(1, Kept(reflection, a_moment().utc))
        for place in range(1, 1500):
            yield PlacedPart(place, kept(a_check_in(hours_ago=place, tags=("theirs",))))
        raise UserError(Trouble.FILE_UNREADABLE)

    with pytest.raises(UserError):
        WholeTransferService(here, FakeClock()).bring_in(parts(), ignore)
    assert exported(here, tmp_path / "after.json") == before


def test_how_far_it_is_is_told(here: SqliteVault) -> None:
    seen: list[int] = []
    parts = [PlacedPart(place, kept(a_check_in(hours_ago=place))) for place in range(1, 1201)]
    WholeTransferService(here, FakeClock()).bring_in(parts, ignore, seen=seen.append)
    assert seen == sorted(seen)
    assert (len(seen) > 2, seen[-1]) == (True, 1200)


def test_a_ledger_that_went_on_here_is_here_already(tmp_path: Path) -> None:
    desk = whole_desk(tmp_path)
    exported(desk.vault, tmp_path / "out.json")
    open_then = [record.prompt.id for record in desk.ledger() if not record.is_final]
    desk.wait_until("2026-11-23T12:00:00")
    assert [each for each in desk.ledger() if each.prompt.id in open_then and each.is_final]
    counts, told = carried(desk.vault, tmp_path / "out.json")
    assert counts[PartKind.PROMPT].added == 0
    assert [each for each in told if each.kind is PartKind.PROMPT] == []


def test_a_locked_notebook_says_so(tmp_path: Path) -> None:
    a_vault(tmp_path).close()
    service = WholeTransferService(a_vault(tmp_path, locked=True), FakeClock())
    for carry in (lambda: service.hand_out(lambda _store: 0), lambda: service.bring_in([], ignore)):
        with pytest.raises(UserError) as told:
            carry()
        assert told.value.trouble is Trouble.LOCKED


@pytest.mark.parametrize("are_equal", [True, False])
def test_what_ours_said_before_a_correction_is_here_already(here: SqliteVault, are_equal: bool) -> None:
    at = a_moment(1)
    before = LifeEvent("01900000-0000-7000-8000-00000000ff03", at, at, "moved house")
    after = replace(before, title="a new place")
    bring(here, Kept(after, at.utc, versions=(NotedVersion(before, a_moment()),)))
    with here.reading() as store:
        assert store.life_events.versions(after.id) == [NotedVersion(before, a_moment())]
    counts, _told = bring(here, Kept(before if are_equal else replace(before, note="with boxes"), at.utc))
    expected = PartCounts(already_here=1) if are_equal else PartCounts(kept_ours=1)
    assert counts == {PartKind.LIFE_EVENT: expected}


def test_a_moment_is_no_difference(here: SqliteVault) -> None:
    """When something was touched last is kept, but it is not what a person reads."""
    at: Moment = a_moment(1)
    event = LifeEvent("01900000-0000-7000-8000-00000000ff02", at, at, "moved house")
    bring(here, Kept(event, at.utc))
    counts, told = bring(here, Kept(event, at.utc + timedelta(minutes=5)))
    assert (counts, told) == ({PartKind.LIFE_EVENT: PartCounts(already_here=1)}, [])
