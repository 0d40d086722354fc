"""The keeper of the key: only the right secret takes it out, and a change of secrets needs no other store."""

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from companion.adapters.storage.copy_reading import key_with
from companion.adapters.storage.database import DRIVER
from companion.adapters.storage.key_file import LockedKey, key_files
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.key_slots import COST_TODAY, Cost
from companion.adapters.storage.opened import OUR_STEPS, open_store
from companion.adapters.storage.spool import PUBLIC_KEY_NAME
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies, Rewritten
from companion.domain.secrets import typed_recovery_code
from tests.support.breaking_off import broken_off_everywhere
from tests.support.builders import a_check_in
from tests.support.passphrases import (
    CHEAP,
    PASSPHRASE,
    a_keeper,
    a_secret,
    filled,
    notes,
    protect,
    unlock_with_one_of,
)
from tests.support.store import a_vault

NEXT = "another passphrase"


@pytest.fixture
def keeper(tmp_path: Path) -> FileKeyKeeper:
    """A store with a passphrase, locked."""
    keeper = a_keeper(tmp_path, filled(tmp_path))
    protect(keeper)
    keeper.vault.lock()
    return keeper


def refused(keeper: FileKeyKeeper, text: str) -> bool:
    with pytest.raises(UserError) as raised:
        keeper.take(a_secret(text))
    return raised.value.trouble is Trouble.PASSPHRASE_WRONG


def test_the_passphrase_opens_the_store_in_another_program(tmp_path: Path, keeper: FileKeyKeeper) -> None:
    again = a_keeper(tmp_path)
    assert again.is_protected()
    assert again.vault.is_locked
    again.take(a_secret()).unlock()
    assert len(notes(again.vault)) == 30
    again.vault.close()


@pytest.mark.parametrize("text", ["lantern pebble", "Lantern pebble orbit", "lantern pebble orbit ", "\ud800"])
def test_another_passphrase_opens_nothing(keeper: FileKeyKeeper, text: str) -> None:
    assert refused(keeper, text)
    assert keeper.vault.is_locked


@pytest.mark.parametrize("text", [" ", "x" * 100_000, "päss wörd 漢字", "\x00", "\ud800"])
def test_any_text_can_be_a_passphrase(tmp_path: Path, text: str) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper, text)
    keeper.vault.lock()
    keeper.take(a_secret(text)).unlock()
    assert not keeper.vault.is_locked
    keeper.vault.close()


def test_the_recovery_code_opens_the_store_too_however_it_is_typed(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    code = protect(keeper).recovery_code
    keeper.vault.lock()
    keeper.take(typed_recovery_code(code.lower().replace("-", " ").replace("0", "O"))).unlock()
    assert not keeper.vault.is_locked
    keeper.vault.close()


def test_a_recovery_code_of_another_store_is_the_wrong_one(tmp_path: Path, keeper: FileKeyKeeper) -> None:
    other = a_keeper(tmp_path / "other")
    code = protect(other).recovery_code
    other.vault.close()
    with pytest.raises(UserError) as raised:
        keeper.take(typed_recovery_code(code))
    assert raised.value.trouble is Trouble.RECOVERY_CODE_WRONG


def test_without_a_passphrase_the_key_is_taken_as_it_is(tmp_path: Path, keeper: FileKeyKeeper) -> None:
    with pytest.raises(UserError) as raised:
        keeper.take_open()
    assert raised.value.trouble is Trouble.LOCKED
    unprotected = a_keeper(tmp_path / "other")
    unprotected.vault.lock()
    unprotected.take_open().unlock()
    assert not unprotected.vault.is_locked
    unprotected.vault.close()


def test_a_changed_passphrase_counts_at_once_and_the_one_before_no_more(
    tmp_path: Path, keeper: FileKeyKeeper
) -> None:
    code = recovery_code_made_anew(keeper)
    head = (tmp_path / "store" / "companion.db").read_bytes()[:16]
    keeper.take(a_secret()).change_passphrase(a_secret(NEXT))
    assert refused(keeper, PASSPHRASE)
    keeper.take(a_secret(NEXT)).unlock()
    keeper.take(typed_recovery_code(code))
    assert (tmp_path / "store" / "companion.db").read_bytes()[:16] == head
    keeper.vault.close()


def recovery_code_made_anew(keeper: FileKeyKeeper) -> str:
    _key, code = keeper.take(a_secret()).new_recovery_code()
    return code


def test_somebody_who_forgot_the_passphrase_sets_another_with_the_recovery_code(keeper: FileKeyKeeper) -> None:
    code = recovery_code_made_anew(keeper)
    keeper.take(typed_recovery_code(code)).change_passphrase(a_secret(NEXT))
    assert refused(keeper, PASSPHRASE)
    keeper.take(a_secret(NEXT))


def test_with_a_new_recovery_code_the_one_before_ends(keeper: FileKeyKeeper) -> None:
    first, second = recovery_code_made_anew(keeper), recovery_code_made_anew(keeper)
    with pytest.raises(UserError):
        keeper.take(typed_recovery_code(first))
    keeper.take(typed_recovery_code(second))
    keeper.take(a_secret())


def test_an_open_vault_goes_on_with_the_new_slots(keeper: FileKeyKeeper) -> None:
    keeper.take(a_secret()).unlock()
    keeper.take(a_secret()).change_passphrase(a_secret(NEXT)).unlock()
    kept = key_files(keeper.folder)[0]
    assert kept is not None
    assert keeper.vault.opened().key.slots == kept.slots
    keeper.vault.close()
    assert keeper.vault.opened().key.slots == kept.slots
    keeper.vault.close()


def test_a_slot_that_has_become_too_cheap_is_made_anew_when_it_is_opened(keeper: FileKeyKeeper) -> None:
    dearer = Cost(memory_kib=128, passes=2, lanes=1)
    FileKeyKeeper(keeper.folder, keeper.vault, cost=dearer).take(a_secret())
    first, second = key_files(keeper.folder)
    assert isinstance(first, LockedKey)
    assert first == second
    assert sorted(slot.cost for slot in first.slots) == [CHEAP, dearer]
    keeper.take(a_secret())


def test_a_slot_is_never_made_cheaper(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    usual = FileKeyKeeper(folder, SqliteVault(folder))
    protect(usual)
    usual.vault.close()
    a_keeper(tmp_path).take(a_secret())
    kept = key_files(folder)[0]
    assert kept is not None
    assert {slot.cost for slot in kept.slots} == {COST_TODAY}


@pytest.mark.parametrize("name", ["key.json", "key-copy.json"])
@pytest.mark.parametrize("rest", [None, 0, 300])
def test_a_missing_or_cut_key_file_is_no_hindrance_and_written_again(
    keeper: FileKeyKeeper, name: str, rest: int | None
) -> None:
    path = keeper.folder / name
    path.unlink() if rest is None else path.write_bytes(path.read_bytes()[:rest])
    keeper.take(a_secret()).unlock()
    first, second = key_files(keeper.folder)
    assert first == second
    assert isinstance(first, LockedKey)
    keeper.vault.close()


def test_without_any_key_file_the_key_is_missing(keeper: FileKeyKeeper) -> None:
    for name in ("key.json", "key-copy.json"):
        (keeper.folder / name).unlink()
    with pytest.raises(UserError) as raised:
        keeper.take(a_secret())
    assert raised.value.trouble is Trouble.KEY_MISSING


def test_a_slot_file_that_asks_for_too_much_memory_is_no_key_file(keeper: FileKeyKeeper) -> None:
    for name in ("key.json", "key-copy.json"):
        content = json.loads((keeper.folder / name).read_bytes())
        content["slots"][0]["memory_kib"] = 2**31
        (keeper.folder / name).write_text(json.dumps(content))
    with pytest.raises(UserError) as raised:
        keeper.take(a_secret())
    assert raised.value.trouble is Trouble.KEY_MISSING


def test_without_a_passphrase_again_the_store_opens_by_itself(tmp_path: Path, keeper: FileKeyKeeper) -> None:
    held, rewritten = keeper.take(a_secret()).unprotect(OlderCopies.REENCRYPT)
    assert rewritten == Rewritten()
    held.unlock()
    assert not keeper.is_protected()
    keeper.vault.close()
    vault = a_vault(tmp_path)
    assert not vault.is_locked
    assert len(notes(vault)) == 30
    vault.close()


def test_what_is_noted_before_the_first_unlocking_is_sealed_and_joins(tmp_path: Path, keeper: FileKeyKeeper) -> None:
    started = a_keeper(tmp_path)
    with started.vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="before unlocking"))
    started.take(a_secret()).unlock()
    assert "before unlocking" in notes(started.vault)
    started.vault.close()


def test_a_spool_that_lost_its_public_key_has_it_again_after_unlocking(keeper: FileKeyKeeper) -> None:
    (keeper.folder / "spool" / PUBLIC_KEY_NAME).unlink()
    keeper.take(a_secret()).unlock()
    assert (keeper.folder / "spool" / PUBLIC_KEY_NAME).exists()
    keeper.vault.close()


def test_a_held_key_shows_itself_to_nobody(keeper: FileKeyKeeper) -> None:
    held = keeper.take(a_secret())
    held.unlock()
    key = keeper.vault.opened().key.key
    keeper.vault.close()
    for text in (repr(held), repr(vars(held)), repr(keeper.vault)):
        assert repr(key) not in text
        assert PASSPHRASE not in text


def test_the_copy_before_an_upgrade_is_behind_the_passphrase_too(tmp_path: Path, keeper: FileKeyKeeper) -> None:
    steps = tmp_path / "steps"
    shutil.copytree(OUR_STEPS, steps)
    (steps / "9999_made_up.sql").write_text("CREATE TABLE made_up (id INTEGER PRIMARY KEY) STRICT;")
    keeper.take(a_secret()).unlock()
    key = keeper.vault.opened().key
    keeper.vault.close()
    open_store(keeper.folder, DRIVER, steps_folder=steps, held=key).close()
    (copy,) = (keeper.folder / "backups").glob("before-upgrade-*.db")
    assert key_with(copy) == LockedKey(key.salt, key.slots)
    for path in (keeper.folder / "backups").iterdir():
        assert b'"open"' not in path.read_bytes()


def changing(place: Path) -> Callable[[], object]:
    """What is broken off: changing the passphrase."""
    key = a_keeper(place).take(a_secret())
    return lambda: key.change_passphrase(a_secret(NEXT))


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_changing_the_passphrase_broken_off_anywhere_leaves_one_that_opens(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path / "sample", filled(tmp_path / "sample"))
    protect(keeper)
    keeper.vault.close()
    opened_by = []
    for place in broken_off_everywhere(tmp_path / "sample", tmp_path / "places", changing):
        again = a_keeper(place)
        opened_by.append(unlock_with_one_of(again, PASSPHRASE, NEXT))
        assert len(notes(again.vault)) == 30
        again.vault.close()
        first, second = key_files(place / "store")
        assert first is not None
        assert first == second
        assert not list((place / "store").glob("*.part"))
    assert len(opened_by) > 8
    assert opened_by == sorted(opened_by, reverse=True)
    assert (opened_by[0], opened_by[-1]) == (PASSPHRASE, NEXT)


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_while_the_passphrase_is_changed_the_new_one_opens_as_soon_as_one_file_has_it(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path / "sample", filled(tmp_path / "sample"))
    protect(keeper)
    keeper.vault.close()
    opened_by = [
        unlock_with_one_of(a_keeper(place), NEXT, PASSPHRASE)
        for place in broken_off_everywhere(tmp_path / "sample", tmp_path / "places", changing)
    ]
    assert opened_by == sorted(opened_by, reverse=True)
    assert opened_by.count(NEXT) > 3


LOCKS = """
import sys
from pathlib import Path
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.vault import SqliteVault

vault = SqliteVault(Path(sys.argv[1]))
FileKeyKeeper(Path(sys.argv[1]), vault).take_open()
before = set(sys.modules)
vault.lock()
print(sorted(set(sys.modules) - before))
"""


def test_locking_loads_nothing_since_the_window_waits_for_it(tmp_path: Path) -> None:
    filled(tmp_path).close()
    run = subprocess.run(
        [sys.executable, "-c", LOCKS, str(tmp_path / "store")], capture_output=True, text=True, check=True
    )
    assert run.stdout == "[]\n"
