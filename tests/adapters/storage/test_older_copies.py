"""Copies made before a passphrase was set: written anew or deleted, and none is lost in between."""

import shutil
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from companion.adapters.storage.backups import StoreBackups
from companion.adapters.storage.copy_reading import contents_of, key_for, key_with, opened_copy
from companion.adapters.storage.database import DRIVER, salt_of
from companion.adapters.storage.key_file import LockedKey, StoreKey, key_from_json
from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.older_copies import OlderCopiesOf
from companion.adapters.storage.opened import OUR_STEPS, newest_step
from companion.application.errors import Trouble, UserError
from companion.application.protection import OlderCopies
from companion.domain.secrets import Secret
from tests.support.breaking_off import broken_off_everywhere
from tests.support.passphrases import PASSPHRASE, a_keeper, a_secret, filled, protect, unlock_with_one_of

DAY = date(2026, 11, 22)
REENCRYPT, DELETE = OlderCopies.REENCRYPT, OlderCopies.DELETE


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A folder that the person chose for copies."""
    place = tmp_path / "place"
    place.mkdir()
    return place


@pytest.fixture
def keeper(tmp_path: Path, place: Path) -> FileKeyKeeper:
    """A store with a copy beside it and one in the chosen place."""
    vault = filled(tmp_path)
    StoreBackups(tmp_path / "store", vault).lay_in(place, DAY)
    return a_keeper(tmp_path, vault, (place,))


def copies(*folders: Path) -> list[Path]:
    return [path for folder in folders for path in sorted(folder.glob("*.db"))]


def check_ins_in(copy: Path, secret: Secret | None = None) -> int:
    with opened_copy(copy, key_for(copy, None, secret), DRIVER, newest_step(OUR_STEPS)) as connection:
        return contents_of(connection).check_ins


def open_keys(folder: Path) -> list[str]:
    """Files in which a key lies as it is."""
    return [path.name for path in sorted(folder.rglob("*")) if path.is_file() and b'"open"' in path.read_bytes()]


def test_every_older_copy_opens_only_with_the_passphrase_afterwards(
    tmp_path: Path, place: Path, keeper: FileKeyKeeper
) -> None:
    assert protect(keeper).copies_left == ()
    found = copies(tmp_path / "store" / "backups", place)
    assert len(found) == 2
    for copy in found:
        with pytest.raises(UserError) as raised:
            check_ins_in(copy)
        assert raised.value.trouble is Trouble.COPY_PROTECTED
        assert check_ins_in(copy, a_secret()) == 30
    assert open_keys(tmp_path) == []
    keeper.vault.close()


def test_older_copies_are_deleted_where_that_is_wanted(tmp_path: Path, place: Path, keeper: FileKeyKeeper) -> None:
    assert protect(keeper, older=DELETE).copies_left == ()
    assert copies(tmp_path / "store" / "backups", place) == []
    assert open_keys(tmp_path) == []
    keeper.vault.close()


def test_without_a_passphrase_again_the_copies_open_by_themselves(
    tmp_path: Path, place: Path, keeper: FileKeyKeeper
) -> None:
    protect(keeper)
    keeper.vault.lock()
    _held, rewritten = keeper.take(a_secret()).unprotect(REENCRYPT)
    assert rewritten.copies_left == ()
    assert [check_ins_in(copy) for copy in copies(tmp_path / "store" / "backups", place)] == [30, 30]


@pytest.mark.parametrize("older", [REENCRYPT, DELETE])
def test_copies_of_another_computer_in_the_chosen_place_are_left_alone(
    tmp_path: Path, place: Path, keeper: FileKeyKeeper, older: OlderCopies
) -> None:
    other = filled(tmp_path / "other")
    StoreBackups(tmp_path / "other" / "store", other).lay_in(place, DAY)
    other.close()
    (theirs,) = [copy for copy in copies(place) if salt_of(copy) == salt_of(tmp_path / "other/store/companion.db")]
    before = theirs.read_bytes()
    assert protect(keeper, older=older).copies_left == ()
    assert theirs.read_bytes() == before
    keeper.vault.close()


def test_a_copy_that_cannot_be_written_anew_stays_with_its_key_and_is_named(
    tmp_path: Path, keeper: FileKeyKeeper
) -> None:
    folder = tmp_path / "store" / "backups"
    damaged = folder / "companion-2026-11-01.db"
    shutil.copy(folder / "companion-2026-11-22.db", damaged)
    content = bytearray(damaged.read_bytes())
    content[len(content) // 2] ^= 1
    damaged.write_bytes(content)
    assert protect(keeper).copies_left == (str(damaged),)
    assert damaged.read_bytes() == content
    assert isinstance(key_with(damaged), StoreKey)
    assert check_ins_in(folder / "companion-2026-11-22.db", a_secret()) == 30
    assert len(open_keys(folder)) == 2
    keeper.vault.close()


def test_a_chosen_place_that_is_not_there_is_named_and_settled_when_it_is_back(
    tmp_path: Path, place: Path, keeper: FileKeyKeeper
) -> None:
    away = place.rename(tmp_path / "away")
    assert protect(keeper).copies_left == (str(place),)
    away.rename(place)
    unlock_with_one_of(keeper, PASSPHRASE)
    assert [check_ins_in(copy, a_secret()) for copy in copies(place)] == [30]
    assert open_keys(tmp_path) == []
    keeper.vault.close()


def test_a_copy_before_an_upgrade_which_carries_no_key_of_its_own_follows_too(
    tmp_path: Path, keeper: FileKeyKeeper
) -> None:
    from companion.adapters.storage.copying import copy_store

    opened = keeper.vault.opened()
    copy = tmp_path / "store" / "backups" / "before-upgrade-1.db"
    copy_store(opened.connection, opened.key, copy, DRIVER)
    assert protect(keeper).copies_left == ()
    assert check_ins_in(copy, a_secret()) == 30
    keeper.vault.close()


def test_a_changed_passphrase_counts_for_the_copies_too(tmp_path: Path, place: Path, keeper: FileKeyKeeper) -> None:
    protect(keeper)
    keeper.vault.close()
    keeper.take(a_secret()).change_passphrase(a_secret("another passphrase"))
    for copy in copies(tmp_path / "store" / "backups", place):
        with pytest.raises(UserError) as raised:
            check_ins_in(copy, a_secret())
        assert raised.value.trouble is Trouble.COPY_SECRET_WRONG
        assert check_ins_in(copy, a_secret("another passphrase")) == 30
    beside = key_from_json((tmp_path / "store" / "backups" / "key.json").read_bytes())
    assert isinstance(beside, LockedKey)
    assert beside == key_with(copies(place)[0])


def test_a_store_without_copies_has_none_to_settle(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    assert protect(keeper).copies_left == ()
    assert not (tmp_path / "store" / "backups").exists()
    keeper.vault.close()


def settling(place: Path) -> Callable[[], object]:
    """What is broken off: setting a passphrase, with copies in two places."""
    keeper = a_keeper(place, more_copies=(place / "place",))
    key = keeper.take_open()
    keeper.vault.lock()
    return lambda: key.protect(a_secret(), REENCRYPT)


@pytest.mark.skipif(sys.platform == "win32", reason="processes that go on from a common beginning")
def test_settling_broken_off_anywhere_loses_no_copy_and_is_ended_by_unlocking(tmp_path: Path) -> None:
    sample = tmp_path / "sample"
    vault = filled(sample)
    (sample / "place").mkdir()
    StoreBackups(sample / "store", vault).lay_in(sample / "place", DAY)
    vault.close()
    protected = 0
    for place in broken_off_everywhere(sample, tmp_path / "places", settling):
        folders = (place / "store" / "backups", place / "place")
        assert [check_ins_in(copy, a_secret()) for copy in copies(*folders)] == [30, 30]
        keeper = a_keeper(place, more_copies=(folders[1],))
        if keeper.vault.is_locked:
            protected += 1
            unlock_with_one_of(keeper, PASSPHRASE)
            assert OlderCopiesOf(folders[0], (), DRIVER).are_settled(keeper.vault.opened().key.salt)
            assert open_keys(place) == []
        keeper.vault.close()
        assert [check_ins_in(copy, a_secret()) for copy in copies(*folders)] == [30, 30]
    assert protected > 20
