"""What another store keeps comes in unseen, all at once, and without a trace if it never came to its end."""

import subprocess
import sys
from contextlib import AbstractContextManager
from datetime import time
from itertools import count
from pathlib import Path

import pytest

from companion.adapters.storage import waiting_parts
from companion.adapters.storage.kept_check_ins import ALL, HAS_KEY
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.parts import DayStart, Kept, KeptCheckIn, KeptTag, OwnWords, Part, PartKind, Verdict
from companion.application.vault_ports import CarryingIn
from companion.domain.life_event import LifeEvent
from companion.domain.prompt import PromptRecord, PromptState, Transition
from companion.domain.tag import Tag, TagKind
from tests.support.builders import a_check_in, a_moment
from tests.support.notebooks import carried, exported, whole_desk
from tests.support.store import a_prompt, a_vault

ROOT = Path(__file__).parents[3]


def some_parts(count: int = 3) -> list[Part]:
    """A tag that is offered, words, prompts, check-ins with a tag, life events."""
    at = a_moment(1)
    parts: list[Part] = [
        KeptTag(Tag(TagKind.TAG, "theirs"), a_moment(9).utc, 1),
        OwnWords("zone.above", "much", at.utc),
    ]
    for number in range(count):
        prompt = a_prompt(number + 1, number)
        parts.append(PromptRecord(prompt, (Transition(prompt.id, PromptState.PLANNED, at),)))
        check_in = a_check_in(hours_ago=number + 1, tags=("theirs",), note="their words")
        parts.append(KeptCheckIn(check_in, check_in.created_at.utc))
        event = LifeEvent(f"01900000-0000-7000-8000-ffff{number:08x}", at, at, f"event {number}")
        parts.append(Kept(event, at.utc))
    return parts


def content_of(vault: SqliteVault, folder: Path) -> bytes:
    file = folder / f"content-{len(list(folder.glob('content-*')))}.json"
    return exported(vault, file)


def tables(vault: SqliteVault) -> dict[str, int]:
    """How many rows every table has."""
    connection = vault.opened().connection
    names = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    kept = [name for name in names if not name.startswith(("word", "known_word", "sqlite_"))]
    return {name: connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in kept}  # noqa: S608


def test_nothing_is_seen_before_it_is_complete(tmp_path: Path) -> None:
    vault, reader = a_vault(tmp_path), a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    assert set(coming.add(some_parts())) == {Verdict.NEW}
    with reader.reading() as store:
        assert store.check_ins.between(None, None) == []
        assert (store.days.total(), store.ledger.between(None, None)) == (0, [])
        assert (store.wording.all(), store.life_events.between(None, None)) == ({}, [])
        assert (store.tags.all(TagKind.TAG), store.tags.offered(TagKind.TAG)) == ([], [])
        assert store.tags.beginning_with(TagKind.TAG, "th", 9) == []
    coming.complete()
    with reader.reading() as store:
        assert len(store.check_ins.between(None, None)) == store.days.total() == 3
        assert len(store.ledger.between(None, None)) == len(store.life_events.between(None, None)) == 3
        assert (store.wording.all(), store.tags.offered(TagKind.TAG)) == ({"zone.above": "much"}, ["theirs"])
        assert store.days.are_right()


def test_an_abandoned_one_leaves_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(tags=("own",)))
    before, rows = content_of(vault, tmp_path), tables(vault)
    coming = vault.carrying_in(a_moment())
    coming.add(some_parts())
    coming.abandon()
    assert (content_of(vault, tmp_path), tables(vault)) == (before, rows)


def test_what_the_person_saves_meanwhile_is_durable_at_once_and_stays(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    coming.add(some_parts())
    ours = a_check_in(tags=("theirs",))
    with other.writing() as store:
        store.check_ins.add(ours)
    coming.abandon()
    with other.reading() as store:
        assert store.check_ins.between(None, None) == [ours]
        assert store.days.are_right()


@pytest.mark.parametrize("begin", ["importing", "carrying_in"])
def test_a_second_one_at_the_same_time_is_refused(tmp_path: Path, begin: str) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    with pytest.raises(UserError) as told:
        other.importing("csv") if begin == "importing" else other.carrying_in(a_moment())
    assert told.value.trouble is Trouble.STORE_BUSY
    coming.abandon()
    other.carrying_in(a_moment()).complete()


def test_one_that_runs_is_let_be_by_others(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    coming.add(some_parts())
    other.remove_unfinished_imports()
    coming.complete()
    with other.reading() as store:
        assert (store.days.total(), len(store.life_events.between(None, None))) == (3, 3)


def test_a_prompt_that_was_planned_here_meanwhile_keeps_its_own_lines(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    coming.add(some_parts(1))
    with other.writing() as store:
        store.ledger.plan([a_prompt(1, 0)], a_moment(5))
    coming.complete()
    with other.reading() as store:
        assert [line.at for line in store.ledger.between(None, None)[0].transitions] == [a_moment(5)]


def test_a_day_start_that_the_person_chose_meanwhile_stays_and_everything_is_counted_by_it(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    coming.add([DayStart(time(6)), *some_parts()])
    with other.writing() as store:
        store.days.begin_days_at(time(2))
    later = [part for part in some_parts(9) if isinstance(part, KeptCheckIn)]
    coming.add(later)
    coming.complete()
    with other.reading() as store:
        assert store.days.day_start() == time(2)
        assert store.days.are_right()


def killed_at(folder: Path, place: str) -> None:
    """An import of everything in a process of its own that is killed there."""
    code = f"""
import os, sys
from pathlib import Path
from companion.adapters.storage import carrying_in, waiting_parts
from companion.adapters.transfer.json_import import read_json
from companion.application.whole_transfer import WholeTransferService
from companion.application import whole_transfer
from tests.support.clock import FakeClock
from tests.support.store import a_vault

def die(*_arguments):
    os._exit(9)

whole_transfer.WEIGHT_AT_ONCE = waiting_parts.PUT_AT_ONCE = 5
{place}
folder = Path({str(folder)!r})
WholeTransferService(a_vault(folder), FakeClock()).bring_in(read_json(folder / "whole.json"), print)
"""
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=False, capture_output=True, text=True)
    assert done.returncode == 9, done.stderr


IN_THE_THIRD_CHUNK = """
add, chunks = carrying_in.SqliteCarryingIn.add, []
def counting(self, parts):
    chunks.append(1)
    return add(self, parts) if len(chunks) < 3 else die()
carrying_in.SqliteCarryingIn.add = counting
"""
BEFORE_COMPLETION = "carrying_in.SqliteCarryingIn.complete = die"
AFTER_COMPLETION = "carrying_in.put_in_place = die"
WHILE_PUTTING_IN_PLACE = """
put, pieces = waiting_parts._put, []
def counting(*arguments):
    pieces.append(1)
    return put(*arguments) if len(pieces) < 12 else die()
waiting_parts._put = counting
"""


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The export of a notebook with one of everything."""
    folder = tmp_path_factory.mktemp("whole")
    return exported(whole_desk(folder).vault, folder / "out.json")


@pytest.fixture
def folder(tmp_path: Path, whole: bytes) -> Path:
    """A folder with that file and an empty notebook."""
    (tmp_path / "whole.json").write_bytes(whole)
    a_vault(tmp_path).close()
    return tmp_path


@pytest.mark.parametrize("place", [IN_THE_THIRD_CHUNK, BEFORE_COMPLETION])
def test_killed_before_its_completion_nothing_of_it_is_ever_there(folder: Path, place: str) -> None:
    empty = content_of(a_vault(folder), folder)
    killed_at(folder, place)
    vault = a_vault(folder)
    with vault.reading() as store:
        assert (store.days.total(), store.ledger.between(None, None), store.wording.all()) == (0, [], {})
    vault.remove_unfinished_imports()
    assert content_of(vault, folder) == empty
    assert (tables(vault)["import_waiting"], tables(vault)["import_batch"], tables(vault)["tag"]) == (0, 0, 0)


@pytest.mark.parametrize("place", [AFTER_COMPLETION, WHILE_PUTTING_IN_PLACE])
def test_killed_after_its_completion_all_of_it_is_there_at_the_next_start(
    folder: Path, whole: bytes, place: str
) -> None:
    killed_at(folder, place)
    vault = a_vault(folder)
    with vault.reading() as store:
        assert not store.whole.is_settled()
    vault.remove_unfinished_imports()
    assert content_of(vault, folder) == whole


@pytest.mark.parametrize("place", [IN_THE_THIRD_CHUNK, AFTER_COMPLETION])
def test_after_either_the_same_import_again_makes_it_whole(folder: Path, whole: bytes, place: str) -> None:
    killed_at(folder, place)
    vault = a_vault(folder)
    carried(vault, folder / "whole.json")
    assert content_of(vault, folder) == whole


def test_an_export_never_leaves_out_what_still_waits(folder: Path, whole: bytes) -> None:
    killed_at(folder, AFTER_COMPLETION)
    assert content_of(a_vault(folder), folder) == whole


def test_no_step_of_it_is_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Another save waits for one step at most, so what waits is put in its place a few pieces at a time."""
    monkeypatch.setattr(waiting_parts, "_SOME", waiting_parts._SOME.replace("LIMIT 50", "LIMIT 2"))
    vault = a_vault(tmp_path)
    coming = vault.carrying_in(a_moment())
    coming.add(some_parts(4))
    steps = count()

    def a_step() -> AbstractContextManager[object]:
        next(steps)
        return vault.writing()

    monkeypatch.setattr(coming, "_transaction", a_step)
    coming.complete()
    assert next(steps) == 1 + (2 + 4 + 4) // 2


def test_reading_goes_by_the_index_of_ids_and_keys(tmp_path: Path) -> None:
    connection = a_vault(tmp_path).opened().connection

    def plan(query: str, *values: object) -> str:
        return " ".join(row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values))

    assert "SCAN check_in USING INDEX sqlite_autoindex_check_in_1" in plan(ALL)
    assert "SCAN" not in plan(HAS_KEY, "key", 1, 2)


def test_every_part_is_read_back_as_its_kind(tmp_path: Path) -> None:
    coming: CarryingIn = a_vault(tmp_path).carrying_in(a_moment())
    coming.add(some_parts(1))
    coming.complete()
    with a_vault(tmp_path).reading() as store:
        counts = {kind: len(list(store.whole.parts(kind))) for kind in PartKind}
    assert {kind for kind, count in counts.items() if count} == {
        PartKind.DAY_START,
        PartKind.WORDING,
        PartKind.TAG,
        PartKind.WINDOW,
        PartKind.PROMPT,
        PartKind.CHECK_IN,
        PartKind.LIFE_EVENT,
    }
