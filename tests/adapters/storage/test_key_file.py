"""The key file: kept twice, mended from its copy, and never made up."""

import json
from pathlib import Path

import pytest

from companion.adapters.storage.key_file import (
    key_files,
    key_from_json,
    lay_beside_copies,
    new_key,
    read_key,
    write_key,
)
from companion.application.errors import Trouble, UserError


def test_a_key_is_read_as_it_was_written(tmp_path: Path) -> None:
    key = new_key()
    write_key(tmp_path, key)
    assert read_key(tmp_path) == key
    assert key_files(tmp_path) == [key, key]


def test_two_keys_are_never_the_same() -> None:
    assert new_key().key != new_key().key


@pytest.mark.parametrize("name", ["key.json", "key-copy.json"])
@pytest.mark.parametrize("rest", [None, 0, 40, 150])
def test_a_missing_or_cut_file_is_mended_from_the_other(tmp_path: Path, name: str, rest: int | None) -> None:
    key = new_key()
    write_key(tmp_path, key)
    path = tmp_path / name
    if rest is None:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:rest])
    assert read_key(tmp_path) == key
    assert key_files(tmp_path) == [key, key]


def test_a_changed_key_is_not_taken(tmp_path: Path) -> None:
    key = new_key()
    changed = json.loads(key.to_json())
    changed["slots"][0]["key"] = "AAAA" + changed["slots"][0]["key"][4:]
    assert key_from_json(json.dumps(changed).encode()) is None


@pytest.mark.parametrize("content", [b"", b"[]", b"null", b"{}", b'{"schema":"companion/key/1","slots":[]}', b"\xff"])
def test_what_is_no_key_file_holds_no_key(content: bytes) -> None:
    assert key_from_json(content) is None


def test_without_any_whole_file_the_key_is_missing(tmp_path: Path) -> None:
    (tmp_path / "key.json").write_bytes(b"{")
    with pytest.raises(UserError) as raised:
        read_key(tmp_path)
    assert raised.value.trouble is Trouble.KEY_MISSING
    assert (tmp_path / "key.json").read_bytes() == b"{"


def test_of_two_different_keys_that_of_the_store_is_taken(tmp_path: Path) -> None:
    old, new = new_key(), new_key()
    (tmp_path / "key.json").write_bytes(old.to_json())
    (tmp_path / "key-copy.json").write_bytes(new.to_json())
    assert read_key(tmp_path, new.salt) == new
    assert read_key(tmp_path, old.salt) == old


def test_a_key_never_shows_itself(tmp_path: Path) -> None:
    key = new_key()
    assert key.key.hex() not in repr(key)
    assert repr(key.key) not in repr(key)


def test_the_key_of_earlier_copies_is_kept(tmp_path: Path) -> None:
    earlier, later = new_key(), new_key()
    lay_beside_copies(tmp_path, earlier)
    lay_beside_copies(tmp_path, later)
    found = {key_from_json(path.read_bytes()) for path in tmp_path.glob("key*.json")}
    assert found == {earlier, later}
