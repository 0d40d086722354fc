"""The key that a copy carries behind its last page."""

from pathlib import Path

import pytest

from companion.adapters.storage.copy_trailer import add_key, carried_key
from companion.adapters.storage.database import PAGE_BYTES
from companion.adapters.storage.key_file import LockedKey, new_key
from tests.support.passphrases import a_protected_key


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """Two pages of anything."""
    path = tmp_path / "a.companion"
    path.write_bytes(bytes(range(256)) * (2 * PAGE_BYTES // 256))
    return path


def test_what_was_laid_behind_is_found(copy: Path) -> None:
    key = new_key()
    add_key(copy, key)
    assert carried_key(copy) == key
    assert copy.stat().st_size == 3 * PAGE_BYTES
    assert copy.read_bytes()[: 2 * PAGE_BYTES] == bytes(range(256)) * (2 * PAGE_BYTES // 256)


def test_a_key_behind_a_passphrase_is_never_laid_there_as_it_is(copy: Path) -> None:
    key = a_protected_key()
    add_key(copy, key)
    assert carried_key(copy) == LockedKey(key.salt, key.slots)
    assert key.key not in copy.read_bytes()
    assert b'"open"' not in copy.read_bytes()


def test_a_file_without_one_carries_none(copy: Path) -> None:
    assert carried_key(copy) is None


@pytest.mark.parametrize("cut_off", [1, 31, 32, 100, PAGE_BYTES, 2 * PAGE_BYTES + 1, 3 * PAGE_BYTES])
def test_a_file_that_was_cut_off_carries_none(copy: Path, cut_off: int) -> None:
    add_key(copy, new_key())
    content = copy.read_bytes()
    copy.write_bytes(content[: len(content) - cut_off])
    assert carried_key(copy) is None


@pytest.mark.parametrize("pages", [b"0", b"4", b"99999999999", b"-1", b"1e3", b"x"])
def test_a_last_line_that_claims_what_is_not_there_is_no_key(copy: Path, pages: bytes) -> None:
    with copy.open("ab") as file:
        file.write((b"companion/copy/1 " + pages.rjust(14) + b"\n").rjust(32))
    assert carried_key(copy) is None


def test_a_key_that_was_tampered_with_is_none(copy: Path) -> None:
    add_key(copy, new_key())
    content = bytearray(copy.read_bytes())
    place = content.index(b'"key": "') + 10
    content[place] = ord("A") if content[place] != ord("A") else ord("B")
    copy.write_bytes(content)
    assert carried_key(copy) is None
