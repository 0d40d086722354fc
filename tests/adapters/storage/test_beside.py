"""Whether there is a passphrase, and whether anything waits beside the store."""

from pathlib import Path

import pytest

from companion.adapters.storage.beside import a_restore_was_begun, is_protected, pieces_wait
from companion.adapters.storage.key_file import announce_key, new_key, write_key
from tests.support.passphrases import a_keeper, a_protected_key, protect
from tests.support.store import a_vault


@pytest.mark.parametrize(
    ("names", "waits"),
    [
        ([], False),
        (["key.pub", "000001.5.pause.sealed.part", "000001.5.pause.sealed.unreadable"], False),
        (["key.pub", "000001.5.pause.sealed"], True),
    ],
)
def test_only_whole_sealed_pieces_wait(tmp_path: Path, names: list[str], waits: bool) -> None:
    (tmp_path / "spool").mkdir()
    for name in names:
        (tmp_path / "spool" / name).touch()
    assert pieces_wait(tmp_path) is waits


def test_without_a_spool_nothing_waits(tmp_path: Path) -> None:
    assert not pieces_wait(tmp_path)


def test_without_any_store_there_is_no_passphrase(tmp_path: Path) -> None:
    assert not is_protected(tmp_path)


def test_a_store_is_protected_from_its_first_passphrase_on(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    assert not is_protected(tmp_path / "store")
    protect(keeper)
    assert is_protected(tmp_path / "store")
    keeper.vault.close()


@pytest.mark.parametrize("name", ["key.json", "key-copy.json"])
@pytest.mark.parametrize("rest", [None, 40, 300])
def test_one_whole_key_file_is_enough_to_know(tmp_path: Path, name: str, rest: int | None) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper)
    keeper.vault.close()
    path = tmp_path / "store" / name
    content = path.read_bytes()
    path.unlink() if rest is None else path.write_bytes(content[:rest])
    assert is_protected(tmp_path / "store")


def test_of_two_different_key_files_that_of_the_store_counts(tmp_path: Path) -> None:
    keeper = a_keeper(tmp_path)
    protect(keeper)
    keeper.vault.close()
    folder, theirs = tmp_path / "store", (tmp_path / "store" / "key.json").read_bytes()
    (folder / "key.json").write_bytes(new_key().to_json())
    assert is_protected(folder)
    unprotected = tmp_path / "other"
    unprotected.mkdir()
    a_vault(unprotected).close()
    (unprotected / "store" / "key.json").write_bytes(theirs)
    assert not is_protected(unprotected / "store")


def test_a_passphrase_that_is_still_being_set_is_none_yet(tmp_path: Path) -> None:
    a_vault(tmp_path).close()
    old = new_key()
    (tmp_path / "store" / "companion.db").write_bytes(old.salt)
    write_key(tmp_path / "store", old)
    announce_key(tmp_path / "store", a_protected_key(), replaced=old)
    assert not is_protected(tmp_path / "store")


def test_a_restore_was_begun_where_something_of_it_lies(tmp_path: Path) -> None:
    assert not a_restore_was_begun(tmp_path)
    (tmp_path / "restoring").mkdir()
    assert a_restore_was_begun(tmp_path)


def test_a_store_kept_before_a_restore_says_that_there_was_one(tmp_path: Path) -> None:
    (tmp_path / "backups").mkdir()
    (tmp_path / "backups" / "companion-2026-11-22.db").touch()
    assert not a_restore_was_begun(tmp_path)
    (tmp_path / "backups" / "before-restore-2026-11-22.db").touch()
    assert a_restore_was_begun(tmp_path)
