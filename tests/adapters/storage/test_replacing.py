"""A copy in the place of a store that cannot be opened any more: with its own key, and what was there kept."""

import os
import shutil
import sys
from itertools import count
from pathlib import Path

import pytest

from companion.adapters.storage import replacing
from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.key_file import COPY_NAME, KEY_NAME, StoreKey, key_files
from companion.adapters.storage.replacing import contents_to_put, replace_store
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from tests.adapters.storage.test_restoring import DAY
from tests.support.builders import a_check_in
from tests.support.passphrases import PASSPHRASE, a_keeper, a_secret, filled, notes, protect
from tests.support.store import a_vault


class Desk:
    """A store with thirty notes, a copy of it elsewhere, and then something happened to the store."""

    def __init__(self, folder: Path, *, is_protected: bool = False) -> None:
        self.place = folder
        self.folder = folder / "store"
        vault = filled(folder)
        if is_protected:
            protect(a_keeper(folder, vault))
        self.copy = folder / "carried.companion"
        StoreBackups(self.folder, vault).save(self.copy)
        self.key = vault.opened().key
        vault.close()

    def damage(self) -> bytes:
        path = self.folder / "companion.db"
        content = bytearray(path.read_bytes())
        content[100] ^= 1
        path.write_bytes(content)
        return bytes(content)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_damaged_store_gives_way_and_is_kept_as_it_was(desk: Desk) -> None:
    damaged = desk.damage()
    with pytest.raises(UserError):
        SqliteVault(desk.folder)
    assert contents_to_put(desk.folder, desk.copy, None).check_ins == 30
    kept = replace_store(desk.folder, desk.copy, None, DAY)
    assert (kept.name, (kept / "companion.db").read_bytes()) == ("unopened-2026-11-22-1", damaged)
    vault = SqliteVault(desk.folder)
    assert len(notes(vault)) == 30
    vault.close()
    assert sorted(path.name for path in kept.iterdir()) == ["companion.db", "key-copy.json", "key.json"]
    assert not (desk.folder / "restoring").exists()


def test_a_store_whose_key_was_lost_comes_back_with_the_key_of_the_copy(desk: Desk) -> None:
    for name in ("key.json", "key-copy.json"):
        (desk.folder / name).unlink()
    replace_store(desk.folder, desk.copy, None, DAY)
    assert key_files(desk.folder) == [desk.key, desk.key]
    assert len(notes(SqliteVault(desk.folder))) == 30


def test_a_folder_with_nothing_in_it_takes_the_copy_with_its_passphrase(tmp_path: Path) -> None:
    (tmp_path / "old").mkdir()
    old = Desk(tmp_path / "old", is_protected=True)
    new = tmp_path / "new" / "store"
    new.mkdir(parents=True)
    with pytest.raises(UserError) as raised:
        replace_store(new, old.copy, None, DAY)
    assert raised.value.trouble is Trouble.COPY_PROTECTED
    replace_store(new, old.copy, a_secret(), DAY)
    vault = a_vault(tmp_path / "new")
    assert vault.is_locked
    a_keeper(tmp_path / "new", vault).take(a_secret(PASSPHRASE)).unlock()
    assert len(notes(vault)) == 30
    vault.close()


def test_a_passphrase_that_was_changed_since_the_copy_stays_the_one_that_counts(tmp_path: Path) -> None:
    desk = Desk(tmp_path, is_protected=True)
    a_keeper(tmp_path).take(a_secret()).change_passphrase(a_secret("newer words"))
    desk.damage()
    with pytest.raises(UserError) as raised:
        replace_store(desk.folder, desk.copy, a_secret(), DAY)
    assert raised.value.trouble is Trouble.COPY_SECRET_WRONG
    replace_store(desk.folder, desk.copy, a_secret("newer words"), DAY)
    vault = a_vault(tmp_path)
    a_keeper(tmp_path, vault).take(a_secret("newer words")).unlock()
    assert len(notes(vault)) == 30
    vault.close()


def test_while_somebody_has_the_store_open_nothing_is_replaced(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.adapters.storage.presence.PATIENCE", 0.0)
    vault = SqliteVault(desk.folder)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(note="new"))
    with pytest.raises(UserError) as raised:
        replace_store(desk.folder, desk.copy, None, DAY)
    assert raised.value.trouble is Trouble.OPEN_ELSEWHERE
    assert "new" in notes(vault)
    vault.close()


def test_a_copy_that_is_not_whole_replaces_nothing(desk: Desk) -> None:
    damaged = desk.damage()
    content = bytearray(desk.copy.read_bytes())
    content[20_000] ^= 1
    desk.copy.write_bytes(content)
    with pytest.raises(UserError) as raised:
        replace_store(desk.folder, desk.copy, None, DAY)
    assert raised.value.trouble is Trouble.COPY_DAMAGED
    assert (desk.folder / "companion.db").read_bytes() == damaged
    assert not list((desk.folder / "backups").glob("unopened-*"))


def test_a_disk_that_is_full_once_the_copy_is_in_place_takes_nothing_back(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_folder: Path, _key: StoreKey) -> None:
        raise UserError(Trouble.DISK_FULL)

    desk.damage()
    for name in (KEY_NAME, COPY_NAME):
        (desk.folder / name).unlink()
    monkeypatch.setattr(replacing, "write_key", refuse)
    replace_store(desk.folder, desk.copy, None, DAY)
    vault = SqliteVault(desk.folder)
    assert len(notes(vault)) == 30
    vault.close()
    assert (desk.folder / KEY_NAME).exists(), "the next opening mends it"


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_replacing_that_is_broken_off_leaves_what_was_there_or_the_copy(tmp_path: Path) -> None:
    """Each attempt in a process of its own, that ends one change of the folder later than the last."""
    (tmp_path / "sample").mkdir()
    sample = Desk(tmp_path / "sample")
    damaged = sample.damage()
    outcomes = []
    for after in count():
        folder = tmp_path / f"{after:03d}"
        shutil.copytree(sample.folder, folder)
        child = os.fork()
        if not child:
            _replace_broken_off(folder, sample.copy, after)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        outcomes.append(_is_replaced(folder, damaged))
        if not status:
            break
    assert len(outcomes) > 15
    assert outcomes == sorted(outcomes)
    assert (outcomes[0], outcomes[-1]) == (False, True)


def _replace_broken_off(folder: Path, copy: Path, after: int) -> None:
    left = after

    def count_down(event: str, _arguments: object) -> None:
        nonlocal left
        if event in ("os.rename", "os.remove", "os.mkdir", "open", "os.rmdir"):
            left -= 1
            if left < 0:
                os._exit(9)

    try:
        sys.addaudithook(count_down)
        replace_store(folder, copy, None, DAY)
        os._exit(0)
    finally:
        os._exit(1)


def _is_replaced(folder: Path, damaged: bytes) -> bool:
    try:
        vault = SqliteVault(folder)
    except UserError as error:
        if error.trouble is not Trouble.STORE_DAMAGED:
            raise
        assert (folder / "companion.db").read_bytes() == damaged
        return False
    assert len(notes(vault)) == 30
    vault.close()
    (kept,) = (folder / "backups").glob("unopened-*")
    assert (kept / "companion.db").read_bytes() == damaged
    return True
