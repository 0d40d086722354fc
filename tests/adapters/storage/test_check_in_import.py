"""Imports: unseen until complete, once only, and without a trace if they never come to their end."""

import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest

from companion.adapters.storage import check_in_import
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.domain.checkin import CheckIn
from companion.domain.context import Context
from tests.support.builders import a_check_in, a_moment
from tests.support.store import a_vault

ROOT = Path(__file__).parents[3]


def rows(count: int, tags: tuple[str, ...] = ()) -> list[tuple[str, CheckIn]]:
    return [(f"key-{hours}", a_check_in(hours_ago=hours, tags=tags)) for hours in range(count, 0, -1)]


def total(vault: SqliteVault) -> int:
    with vault.reading() as store:
        assert store.days.are_right()
        assert store.days.total() == len(store.check_ins.between(None, None))
        return store.days.total()


def count_in(vault: SqliteVault, table: str) -> int:
    return int(vault.opened().connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])  # noqa: S608


def test_an_import_is_seen_only_when_it_is_complete(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    brought = rows(3, tags=("walk",))
    assert importing.add(brought) == 3
    with vault.reading() as store:
        check_ins = store.check_ins
        assert (store.days.total(), store.days.range()) == (0, None)
        assert (check_ins.range(), check_ins.newest()) == (None, None)
        assert check_ins.get(brought[0][1].id) is None
        assert check_ins.marks_between(a_moment(9).utc, a_moment(0).utc, 9) == []
        assert check_ins.count_between(a_moment(9).utc, a_moment(0).utc) == 0
    importing.complete()
    with vault.reading() as store:
        assert store.check_ins.between(None, None) == [check_in for _, check_in in brought]
    assert total(vault) == 3


def test_everything_that_was_around_a_check_in_comes_in(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    around = Context(("Noor",), ("kitchen", "walk"), ("walk",), ("warm",))
    whole = a_check_in(tags=("walk",), context=around, safe=3, connected=4, sleep=5, slept=timedelta(hours=8))
    importing = vault.importing("json")
    importing.add([("key", whole)])
    importing.complete()
    with vault.reading() as store:
        assert store.check_ins.between(None, None) == [whole]


def test_the_rows_of_the_file_are_kept_as_they_stood_there(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    brought = rows(3)
    importing = vault.importing("daylio")
    importing.add(brought[:1], ["the\u0000 first\nrow ☂"])
    importing.add(brought, ["not again", "", "the third"])
    importing.complete()
    with vault.reading() as store:
        sources = [store.check_ins.source_of(check_in.id) for _key, check_in in brought]
    assert sources == ["the\u0000 first\nrow ☂", None, "the third"]


def test_what_stood_in_the_file_goes_with_its_check_in(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    brought = rows(2)
    importing = vault.importing("daylio")
    importing.add(brought, ["one", "two"])
    importing.complete()
    with vault.writing() as store:
        store.check_ins.purge([brought[0][1].id], a_moment())
        assert store.check_ins.source_of(brought[0][1].id) is None
        assert store.check_ins.source_of(brought[1][1].id) == "two"
    assert count_in(vault, "import_source") == 1


def test_importing_the_same_rows_twice_adds_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for added in (3, 0, 0):
        importing = vault.importing("csv")
        assert importing.add(rows(3)) == added
        importing.complete()
    assert total(vault) == 3


def test_of_rows_that_are_partly_here_only_the_new_ones_come_in_with_their_tags(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for count, tag in ((2, "first"), (5, "second")):
        importing = vault.importing("csv")
        importing.add(rows(count, tags=(tag,)))
        importing.complete()
    with vault.reading() as store:
        tags = [check_in.tags for check_in in store.check_ins.between(None, None)]
    assert tags == [("second",), ("second",), ("second",), ("first",), ("first",)]
    assert total(vault) == 5


def test_a_row_whose_id_is_here_adds_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(10, id="here"))
    importing = vault.importing("json")
    assert importing.add([("new", a_check_in(90, id="here", hours_ago=5))]) == 0
    importing.complete()
    assert total(vault) == 1


def test_a_forgotten_check_in_stays_forgotten_when_its_row_comes_again(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    brought = rows(2)
    for _ in range(2):
        importing = vault.importing("csv")
        importing.add(brought)
        importing.complete()
        with vault.writing() as store:
            store.check_ins.forget(brought[0][1].id, a_moment())
    assert total(vault) == 1


def test_many_rows_are_more_than_one_transaction_and_all_there(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    assert importing.add(rows(1201)) == 1201
    importing.complete()
    assert total(vault) == 1201


def test_rows_with_tags_and_long_notes_come_in_by_smaller_portions(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    statements: list[str] = []
    vault.opened().connection.set_trace_callback(statements.append)
    tags = tuple(f"tag {number}" for number in range(300))
    assert importing.add(rows(3, tags=tags)) == 3
    long = [(f"long {hours}", a_check_in(note="x" * 60_000, hours_ago=hours)) for hours in (9, 8)]
    assert importing.add(long) == 2
    vault.opened().connection.set_trace_callback(None)
    importing.complete()
    assert statements.count("COMMIT") == 1 + 3 + 2
    assert total(vault) == 5


def test_an_abandoned_import_leaves_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(tags=("own",)))
    importing = vault.importing("csv")
    importing.add(rows(700, tags=("brought",)))
    with vault.writing() as store:
        store.check_ins.add(a_check_in(tags=("own",)))
    importing.abandon()
    assert total(vault) == 2
    left = [count_in(vault, table) for table in ("check_in", "check_in_tag", "day_summary", "import_batch")]
    assert left == [2, 2, 1, 0]


def test_of_a_large_one_that_is_abandoned_the_rest_is_wiped_later_and_nothing_of_it_is_seen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(check_in_import, "PORTIONS_IN_A_MOMENT", 1)
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    importing.add(rows(700, tags=("brought",)))
    importing.abandon()
    assert total(vault) == 0
    assert 0 < count_in(vault, "check_in") < 700
    while not vault.wipe_hidden_imports():
        pass
    left = [count_in(vault, table) for table in ("check_in", "check_in_tag", "day_summary", "tag", "import_batch")]
    assert left == [0] * 5


def test_undo_takes_back_what_was_noted_and_not_what_was_imported(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(id="noted", hours_ago=900))
    importing = vault.importing("csv")
    importing.add(rows(3))
    importing.complete()
    with vault.reading() as store:
        noted = store.check_ins.newest_noted()
    assert noted is not None
    assert noted.id == "noted"


def test_a_second_import_at_the_same_time_is_refused(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    importing = vault.importing("csv")
    with pytest.raises(UserError) as raised:
        other.importing("csv")
    assert raised.value.trouble is Trouble.STORE_BUSY
    importing.complete()
    other.importing("csv").abandon()


def test_an_empty_import_leaves_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    assert importing.add([]) == 0
    importing.complete()
    assert count_in(vault, "import_batch") == 0


def test_an_import_whose_process_is_gone_is_removed_at_the_next_start(tmp_path: Path) -> None:
    interrupt_an_import(tmp_path)
    vault = a_vault(tmp_path)
    assert total(vault) == 0
    vault.remove_unfinished_imports()
    assert count_in(vault, "check_in") == 0


def test_rows_of_an_interrupted_import_come_in_when_it_is_done_again(tmp_path: Path) -> None:
    interrupt_an_import(tmp_path)
    vault = a_vault(tmp_path)
    importing = vault.importing("csv")
    assert importing.add(rows(3)) == 3
    importing.complete()
    assert total(vault) == 3


def test_an_import_that_is_running_is_left_alone(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    importing = vault.importing("csv")
    importing.add(rows(3))
    other.remove_unfinished_imports()
    importing.complete()
    assert total(vault) == 3


def test_nothing_can_be_imported_while_locked(tmp_path: Path) -> None:
    with pytest.raises(UserError) as raised:
        a_vault(tmp_path, locked=True).importing("csv")
    assert raised.value.trouble is Trouble.LOCKED


def interrupt_an_import(folder: Path) -> None:
    script = (
        "import os, sys\nfrom pathlib import Path\nfrom tests.support.store import a_vault\n"
        "from tests.adapters.storage.test_check_in_import import rows\n"
        "a_vault(Path(sys.argv[1])).importing('csv').add(rows(3))\nos._exit(0)\n"
    )
    subprocess.run([sys.executable, "-c", script, str(folder)], cwd=ROOT, check=True)
