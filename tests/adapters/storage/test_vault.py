"""The vault: whole transactions, one block at a time, two connections, and nothing readable left behind."""

import contextlib
import os
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from companion.adapters.storage.plan_file import PlanFile
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.domain.draft import Draft
from companion.domain.hold_rules import NO_RULES
from companion.domain.pause import Pause
from companion.domain.prompt import PromptState, Transition
from tests.support.builders import a_check_in, a_moment
from tests.support.passphrases import a_keeper, protect
from tests.support.store import a_prompt, a_vault, planned

ROOT = Path(__file__).parents[3]
CANARY = "canary-7f3a"

# Adds check-ins and prints the id of each once it is durable.
SAVES_FOR_EVER = """
import sys
from pathlib import Path
from companion.adapters.storage.vault import SqliteVault
from tests.support.builders import a_check_in

vault = SqliteVault(Path(sys.argv[1]))
for number in range(int(sys.argv[2]), int(sys.argv[3])):
    check_in = a_check_in(id=f"{number:08d}")
    with vault.writing() as store:
        store.check_ins.add(check_in)
    print(check_in.id, flush=True)
"""


def saving(folder: Path, first: int, end: int) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", SAVES_FOR_EVER, str(folder), str(first), str(end)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=ROOT,
    )


def test_what_was_written_is_read_again_after_closing(tmp_path: Path) -> None:
    check_in = a_check_in(80, note="on the bus", tags=("work", "noise"))
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(check_in)
    vault.close()
    with a_vault(tmp_path).reading() as store:
        assert store.check_ins.newest() == check_in


def test_a_block_that_raises_leaves_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with contextlib.suppress(ZeroDivisionError), vault.writing() as store:
        store.check_ins.add(a_check_in())
        raise ZeroDivisionError
    with vault.reading() as store:
        assert (store.check_ins.newest(), store.days.total()) == (None, 0)


def test_one_block_inside_another_is_a_bug(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing(), pytest.raises(RuntimeError), vault.reading():
        pass


def test_writing_while_reading_is_a_bug_and_leaves_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with pytest.raises(RuntimeError), vault.reading() as store:
        store.check_ins.add(a_check_in())
    with vault.reading() as store:
        assert store.check_ins.newest() is None


def test_reading_is_one_consistent_look(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    with vault.reading() as store:
        before = store.days.total()
        with other.writing() as elsewhere:
            elsewhere.check_ins.add(a_check_in())
        assert store.days.total() == before
    with vault.reading() as store:
        assert store.days.total() == before + 1


def test_another_connection_that_wrote_is_noticed_once(tmp_path: Path) -> None:
    vault, other = a_vault(tmp_path), a_vault(tmp_path)
    assert not vault.changed_elsewhere()
    with other.writing() as store:
        store.check_ins.add(a_check_in())
    assert [vault.changed_elsewhere(), vault.changed_elsewhere()] == [True, False]


def test_own_changes_are_not_changes_elsewhere(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
    assert not vault.changed_elsewhere()


def test_the_worker_writes_from_another_thread(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    worker = vault.worker()

    def work() -> None:
        with worker.writing() as store:
            store.check_ins.add(a_check_in())

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    worker.close()
    with vault.reading() as store:
        assert store.days.total() == 1


def test_the_worker_is_locked_with_its_vault(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    worker = vault.worker()
    with worker.reading():
        pass
    vault.lock()
    with pytest.raises(UserError) as raised, worker.reading():
        pass
    assert raised.value.trouble is Trouble.LOCKED


def test_a_locked_vault_shows_nothing(tmp_path: Path) -> None:
    a_vault(tmp_path).close()
    vault = a_vault(tmp_path, locked=True)
    for door in (vault.reading, vault.writing):
        with pytest.raises(UserError) as raised, door():
            pass
        assert raised.value.trouble is Trouble.LOCKED
    assert vault.is_locked
    assert not vault.changed_elsewhere()


def test_a_vault_that_starts_locked_opens_nothing(tmp_path: Path) -> None:
    a_vault(tmp_path, locked=True)
    assert not (tmp_path / "store").exists()


def test_a_vault_that_cannot_be_unlocked_stays_locked(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    vault.lock()
    for name in ("key.json", "key-copy.json"):
        (tmp_path / "store" / name).unlink()
    with pytest.raises(UserError):
        vault.unlock()
    assert vault.is_locked


def test_a_check_in_noted_while_locked_is_there_after_unlocking(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    check_in = a_check_in(81, note="too loud", tags=("bus",))
    vault.lock()
    with vault.taking_in() as intake:
        intake.check_ins.add(check_in)
    vault.unlock()
    with vault.reading() as store:
        kept = store.check_ins.get(check_in.id)
        assert kept is not None
        assert (kept.arousal, kept.note, kept.tags) == (81, "too loud", ("bus",))
        assert kept.window_id == store.window_id(check_in.created_at.utc)


def test_a_vault_locks_even_where_nothing_can_be_laid_out_for_noting(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    (tmp_path / "store" / "spool").write_text("in the way")
    vault.lock()
    assert vault.is_locked
    with pytest.raises(UserError) as raised, vault.taking_in() as intake:
        intake.check_ins.add(a_check_in())
    assert raised.value.trouble is Trouble.LOCKED


def test_a_locked_block_that_raises_leaves_nothing(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    vault.lock()
    with contextlib.suppress(ZeroDivisionError), vault.taking_in() as intake:
        intake.check_ins.add(a_check_in())
        raise ZeroDivisionError
    vault.unlock()
    with vault.reading() as store:
        assert store.days.total() == 0


def test_while_locked_an_answer_and_its_line_come_in_together(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    prompt = a_prompt()
    PlanFile(tmp_path / "store").write([planned(prompt)], NO_RULES)
    vault.lock()
    with vault.taking_in() as intake:
        intake.ledger.append(Transition(prompt.id, PromptState.SHOWN, a_moment()))
    with vault.taking_in() as intake:
        intake.check_ins.add(a_check_in())
        assert intake.ledger.append(Transition(prompt.id, PromptState.ANSWERED, a_moment()))
    vault.unlock()
    with vault.reading() as store:
        record = store.ledger.record(prompt.id)
        assert record is not None
        assert [t.state.value for t in record.transitions] == ["planned", "shown", "answered"]
        assert store.days.total() == 1


def test_a_program_that_starts_locked_after_a_crash_knows_what_was_shown(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    prompt = a_prompt()
    PlanFile(tmp_path / "store").write([planned(prompt)], NO_RULES)
    vault.lock()
    with vault.taking_in() as intake:
        intake.ledger.append(Transition(prompt.id, PromptState.SHOWN, a_moment()))
    with a_vault(tmp_path, locked=True).taking_in() as intake:
        assert [record.is_open for record in intake.ledger.unfinished()] == [True]


def test_a_store_opened_without_a_lock_takes_in_what_a_crash_left_in_the_spool(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    vault.lock()
    with vault.taking_in() as intake:
        intake.check_ins.add(a_check_in())
    with a_vault(tmp_path).reading() as store:
        assert store.days.total() == 1


def test_a_pause_set_while_locked_holds_at_once_and_after_unlocking(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    pause = Pause(a_moment(), a_moment(-1))
    vault.lock()
    with vault.taking_in() as intake:
        intake.pauses.set(pause)
    with vault.taking_in() as intake:
        assert intake.pauses.current() == pause
    vault.unlock()
    with vault.reading() as store:
        assert store.pauses.current() == pause


def test_closing_leaves_a_single_file(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
    vault.close()
    assert sorted(path.name for path in (tmp_path / "store").glob("companion.db*")) == ["companion.db"]


def test_opening_a_store_that_is_up_to_date_writes_nothing(tmp_path: Path) -> None:
    a_vault(tmp_path).close()
    path = tmp_path / "store" / "companion.db"
    before = (path.read_bytes(), path.stat().st_mtime_ns)
    vault = a_vault(tmp_path)
    with vault.reading() as store:
        store.check_ins.newest()
    vault.close()
    assert (path.read_bytes(), path.stat().st_mtime_ns) == before


@pytest.mark.skipif(sys.platform == "win32", reason="modes are those of Unix")
def test_nobody_else_can_read_anything(tmp_path: Path) -> None:
    old_mask = os.umask(0)
    try:
        vault = a_vault(tmp_path)
        with vault.writing() as store:
            store.check_ins.add(a_check_in())
        vault.lock()
        with vault.taking_in() as intake:
            intake.check_ins.add(a_check_in())
        PlanFile(tmp_path / "store").write([planned(a_prompt())], NO_RULES)
        open_vault = a_vault(tmp_path)
        modes = {
            path: stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "store", *all_in(tmp_path / "store")]
        }
        open_vault.close()
    finally:
        os.umask(old_mask)
    assert {path.name: oct(mode) for path, mode in modes.items() if mode & 0o077} == {}
    assert any(path.name.endswith("-wal") for path in modes)


def test_nothing_a_person_wrote_lies_in_clear(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for number in range(20):
        with vault.writing() as store:
            store.check_ins.add(a_check_in(note=f"{CANARY} {number}", tags=(CANARY,)))
            store.drafts.set(Draft(a_moment(), note=CANARY))
    vault.worker().close()
    live = contents(tmp_path)
    vault.lock()
    with vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note=CANARY, tags=(CANARY,)))
    sealed = contents(tmp_path)
    vault.close()
    for content in (*live, *sealed, *contents(tmp_path)):
        assert CANARY.encode() not in content


def test_a_check_in_whose_id_was_printed_survives_a_kill(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    acknowledged: list[str] = []
    for round_number in range(6):
        process = saving(folder, round_number * 1000, round_number * 1000 + 1000)
        assert process.stdout is not None
        acknowledged += [process.stdout.readline().strip() for _ in range(5 + 3 * round_number)]
        process.kill()
        acknowledged += process.stdout.read().split()  # printed before the kill: durable as well
        process.wait()
        process.stdout.close()
    with SqliteVault(folder).reading() as store:
        assert len(acknowledged) >= 60
        assert [check_in_id for check_in_id in acknowledged if store.check_ins.get(check_in_id) is None] == []
        assert store.days.are_right()


def test_two_processes_write_at_the_same_time(tmp_path: Path) -> None:
    processes = [saving(tmp_path / "store", first, first + 40) for first in (0, 1000)]
    for process in processes:
        process.communicate(timeout=60)
    assert [process.returncode for process in processes] == [0, 0]
    with a_vault(tmp_path).reading() as store:
        assert store.days.total() == 80
        assert store.days.are_right()


def test_a_vault_behind_a_passphrase_starts_locked_by_itself_and_opens_nothing(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper)
    keeper.vault.close()
    vault = a_vault(tmp_path)
    assert vault.is_locked
    with pytest.raises(UserError) as raised:
        vault.unlock()
    assert raised.value.trouble is Trouble.LOCKED
    assert vault.is_locked


def test_a_locked_vault_forgets_the_key(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper)
    key = keeper.vault.opened().key
    keeper.vault.lock()
    assert [value for value in vars(keeper.vault).values() if value == key] == []
    with pytest.raises(UserError):
        keeper.vault.unlock()


def test_the_worker_of_a_protected_store_reads_while_it_is_unlocked_and_not_longer(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper)
    worker = keeper.vault.worker()
    with worker.writing() as store:
        store.check_ins.add(a_check_in())
    worker.close()
    with worker.reading() as store:
        assert store.days.total() == 1
    keeper.vault.lock()
    with pytest.raises(UserError) as raised, worker.reading():
        pass
    assert raised.value.trouble is Trouble.LOCKED


def test_the_key_of_another_store_unlocks_nothing(tmp_path: Path) -> None:
    keeper, other = a_keeper(tmp_path), a_keeper(tmp_path / "other")
    for each in (keeper, other):
        protect(each)
    keeper.vault.lock()
    with pytest.raises(UserError) as raised:
        keeper.vault.unlock(other.vault.opened().key)
    assert raised.value.trouble is Trouble.LOCKED
    assert keeper.vault.is_locked
    other.vault.close()


def test_what_another_program_sealed_without_the_passphrase_comes_in_when_it_says_so(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper)
    elsewhere = a_vault(tmp_path)
    with elsewhere.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="sealed elsewhere"))
    assert keeper.vault.changed_elsewhere()
    assert not keeper.vault.changed_elsewhere()
    with keeper.vault.reading() as store:
        assert [check_in.note for check_in in store.check_ins.between(None, None)] == ["sealed elsewhere"]
    keeper.vault.close()


def all_in(folder: Path) -> list[Path]:
    return list(folder.rglob("*"))


def contents(folder: Path) -> list[bytes]:
    read = [path.read_bytes() for path in all_in(folder) if path.is_file()]
    assert len(read) > 3
    return read


def test_after_a_bad_page_the_rest_is_still_read_and_written(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
    where = "SELECT rootpage FROM sqlite_schema WHERE name = 'check_in'"
    (page,) = vault.opened().connection.execute(where).fetchone()
    vault.close()
    file = tmp_path / "store" / "companion.db"
    content = bytearray(file.read_bytes())
    content[(page - 1) * 4096 + 200] ^= 1
    file.write_bytes(content)
    again = a_vault(tmp_path)
    with pytest.raises(UserError) as raised, again.reading() as store:
        store.check_ins.between(None, None)
    assert raised.value.trouble is Trouble.STORE_DAMAGED
    with again.writing() as store:
        store.drafts.set(Draft(a_moment(), note=CANARY))
    with again.reading() as store:
        assert store.drafts.current() is not None
    again.close()
