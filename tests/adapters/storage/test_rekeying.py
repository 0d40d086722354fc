"""A store under a new key: everything is in it, and whatever breaks it off leaves a store that opens."""

import base64
import errno
import os
import shutil
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import count
from pathlib import Path

import pytest

from companion.adapters.storage import presence
from companion.adapters.storage.database import DRIVER, salt_of
from companion.adapters.storage.key_file import StoreKey, key_files, new_key, read_key
from companion.adapters.storage.rekeying import rewrite
from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies
from companion.domain.journal import JournalFilter
from tests.support.breaking_off import broken_off_everywhere
from tests.support.builders import a_check_in
from tests.support.passphrases import (
    PASSPHRASE,
    a_keeper,
    a_protected_key,
    a_secret,
    filled,
    notes,
    protect,
    unlock_with_one_of,
)
from tests.support.store import a_vault

_TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> 'fact' ORDER BY name"


def rows(vault: SqliteVault) -> list[tuple[object, ...]]:
    """Every row of every table but the keys of the spool."""
    connection = vault.opened().connection
    tables = [name for (name,) in connection.execute(_TABLES)]
    assert len(tables) > 15
    return [(name, *row) for name in tables for row in connection.execute(f'SELECT * FROM "{name}"')]  # noqa: S608


def test_everything_is_in_the_store_under_the_new_key(tmp_path: Path) -> None:
    vault = filled(tmp_path)
    before, secret = rows(vault), vault.opened().facts.secret
    old = vault.opened().key
    vault.close()
    new = new_key()
    rewrite(tmp_path / "store", old, new, DRIVER)
    assert read_key(tmp_path / "store") == new
    assert salt_of(tmp_path / "store" / "companion.db") == new.salt
    again = a_vault(tmp_path)
    assert rows(again) == before
    assert again.opened().facts.secret == secret
    again.close()


def test_the_search_works_on_as_before(tmp_path: Path) -> None:
    filled(tmp_path).close()
    keeper = a_keeper(tmp_path)
    protect(keeper)
    with keeper.vault.writing() as store:
        store.check_ins.add(a_check_in(note="word7 again"))
    with keeper.vault.reading() as store:
        page = store.journal.older(JournalFilter(text="word7"), None, 10)
        assert len(page.lines) == 2
        assert store.days.are_right()
        assert store.tags.are_right()
    keeper.vault.close()


def test_the_old_key_opens_nothing_any_more(tmp_path: Path) -> None:
    vault = filled(tmp_path)
    old = vault.opened().key
    vault.close()
    rewrite(tmp_path / "store", old, a_protected_key(), DRIVER)
    with pytest.raises(UserError) as raised:
        SqliteVault(tmp_path / "store").unlock(old)
    assert raised.value.trouble is Trouble.LOCKED
    for name in ("key.json", "key-copy.json"):
        assert base64.b64encode(old.key) not in (tmp_path / "store" / name).read_bytes()


def test_what_is_sealed_meanwhile_joins_the_new_store_and_later_pieces_take_a_new_key(tmp_path: Path) -> None:
    vault = filled(tmp_path)
    key, before = vault.opened().key, vault.opened().facts.spool_key
    vault.lock()
    with vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="meanwhile"))
    rewrite(tmp_path / "store", key, new_key(), DRIVER)
    vault.unlock()
    assert vault.opened().facts.spool_keys[0] != before
    assert vault.opened().facts.spool_keys[1] == before
    with vault.reading() as store:
        assert store.days.total() == 31
    vault.close()


def test_while_another_has_the_store_open_nothing_is_rewritten(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    vault = filled(tmp_path)
    monkeypatch.setattr("companion.adapters.storage.rekeying.alone", impatient)
    with pytest.raises(UserError) as raised:
        rewrite(tmp_path / "store", vault.opened().key, new_key(), DRIVER)
    assert raised.value.trouble is Trouble.OPEN_ELSEWHERE
    with vault.writing() as store:
        store.check_ins.add(a_check_in())
    vault.close()
    with a_vault(tmp_path).reading() as store:
        assert store.days.total() == 31


def impatient(folder: Path) -> AbstractContextManager[None]:
    """Does not wait for others to leave."""
    return presence.alone(folder, patience=0)


def test_a_store_that_is_damaged_is_left_as_it_is(tmp_path: Path) -> None:
    vault = filled(tmp_path)
    key = vault.opened().key
    vault.close()
    path = tmp_path / "store" / "companion.db"
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)
    with pytest.raises(UserError) as raised:
        rewrite(tmp_path / "store", key, new_key(), DRIVER)
    assert raised.value.trouble is Trouble.STORE_DAMAGED
    assert path.read_bytes() == content
    assert key_files(tmp_path / "store") == [key, key]
    assert not list((tmp_path / "store").glob("*.part*"))


@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EROFS])
def test_a_disk_that_is_full_or_read_only_at_any_moment_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    sample = tmp_path / "sample"
    filled(sample).close()
    key = read_key(sample / "store")
    new = a_protected_key()
    told: list[UserError] = []
    for after in count():
        place = tmp_path / str(after)
        shutil.copytree(sample, place)
        failing = _Failing(after, number)
        try:
            with monkeypatch.context() as patch:
                failing.patch(patch)
                rewrite(place / "store", key, new, DRIVER)
        except UserError as error:
            told.append(error)
        vault = a_keeper(place).vault
        if vault.is_locked:
            vault.unlock(new)
        assert len(notes(vault)) == 30
        vault.close()
        if not failing.has_failed:
            break
    assert after > 10
    assert len(told) > 5
    assert {error.trouble for error in told} <= {Trouble.DISK_FULL, Trouble.FOLDER_UNWRITABLE}
    assert all(error.data_is_safe for error in told)


class _Failing:
    """From one call on that changes a folder, none of them comes about."""

    def __init__(self, after: int, number: int) -> None:
        self._left = after
        self._number = number
        self.has_failed = False

    def patch(self, patch: pytest.MonkeyPatch) -> None:
        for name in ("replace", "rename", "fsync"):
            patch.setattr(os, name, self._failing(getattr(os, name)))
        patch.setattr(os, "open", self._failing(os.open, lambda flags: bool(flags & (os.O_WRONLY | os.O_RDWR))))

    def _failing(
        self, function: Callable[..., object], counts: Callable[[int], bool] | None = None
    ) -> Callable[..., object]:
        def called(*values: object, **named: object) -> object:
            if counts is None or counts(values[1]):  # type: ignore[arg-type]
                self._left -= 1
                if self._left < 0:
                    self.has_failed = True
                    raise OSError(self._number, os.strerror(self._number))
            return function(*values, **named)

        return called


def protecting(place: Path) -> Callable[[], object]:
    """What is broken off: setting the first passphrase."""
    keeper = a_keeper(place)
    key = keeper.take_open()
    keeper.vault.lock()
    return lambda: key.protect(a_secret(), OlderCopies.REENCRYPT)


def unprotecting(place: Path) -> Callable[[], object]:
    """What is broken off: taking the passphrase away."""
    key = a_keeper(place).take(a_secret())
    return lambda: key.unprotect(OlderCopies.REENCRYPT)


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_setting_a_passphrase_broken_off_anywhere_leaves_the_old_store_or_the_new_one(tmp_path: Path) -> None:
    vault = filled(tmp_path / "sample")
    vault.lock()
    with vault.taking_in() as intake:
        intake.check_ins.add(a_check_in(note="sealed before"))
    broken_off = broken_off_everywhere(tmp_path / "sample", tmp_path / "places", protecting)
    is_protected = [found_whole(place, 31) for place in broken_off]
    assert len(broken_off) > 40
    assert is_protected == sorted(is_protected)
    assert (is_protected[0], is_protected[-1]) == (False, True)


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_taking_the_passphrase_away_broken_off_anywhere_leaves_the_old_store_or_the_new_one(tmp_path: Path) -> None:
    vault = filled(tmp_path / "sample")
    protect(a_keeper(tmp_path / "sample", vault))
    vault.close()
    broken_off = broken_off_everywhere(tmp_path / "sample", tmp_path / "places", unprotecting)
    is_protected = [found_whole(place, 30) for place in broken_off]
    assert len(broken_off) > 40
    assert is_protected == sorted(is_protected, reverse=True)
    assert (is_protected[0], is_protected[-1]) == (True, False)


def found_whole(place: Path, check_ins: int) -> bool:
    """Opens what a crash left, which has to be whole then; whether it took the passphrase."""
    keeper = a_keeper(place)
    vault, was_locked = keeper.vault, keeper.vault.is_locked
    if was_locked:
        unlock_with_one_of(keeper, PASSPHRASE)
    assert len(set(notes(vault))) == check_ins
    vault.close()
    first, second = key_files(place / "store")
    assert first == second
    assert isinstance(first, StoreKey) is not was_locked
    assert not list((place / "store").glob("*.part*"))
    if was_locked:
        everything = [path for path in place.rglob("*") if path.is_file()]
        assert [path.name for path in everything if b'"open"' in path.read_bytes()] == []
    return was_locked
