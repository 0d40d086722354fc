"""The key file: kept twice, mended from its copy, and never made up."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.adapters.storage.key_file import (
    LockedKey,
    StoreKey,
    announce_key,
    key_beside_copies,
    key_files,
    key_from_json,
    keys_of,
    lay_beside_copies,
    mend_key_files,
    new_key,
    read_key,
    write_key,
)
from companion.application.errors import Trouble, UserError
from tests.support.passphrases import CHEAP, a_protected_key


def locked(key: StoreKey) -> LockedKey:
    return LockedKey(key.salt, key.slots)


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


def test_a_protected_key_stands_in_no_file(tmp_path: Path) -> None:
    key = a_protected_key()
    write_key(tmp_path, key)
    lay_beside_copies(tmp_path / ".", key)
    assert key_files(tmp_path) == [locked(key), locked(key)]
    for path in tmp_path.iterdir():
        content = path.read_text()
        assert json.loads(key.to_json())["slots"] == json.loads(content)["slots"]
        assert "open" not in content
        assert key.key.hex() not in content
    with pytest.raises(UserError) as raised:
        read_key(tmp_path)
    assert raised.value.trouble is Trouble.LOCKED


@pytest.mark.parametrize("name", ["key.json", "key-copy.json"])
def test_a_broken_file_of_a_protected_key_is_mended_though_nobody_has_the_key(tmp_path: Path, name: str) -> None:
    key = a_protected_key()
    write_key(tmp_path, key)
    (tmp_path / name).write_bytes(key.to_json()[:300])
    with pytest.raises(UserError):
        read_key(tmp_path)
    assert key_files(tmp_path) == [locked(key), locked(key)]


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content["slots"][0].update(memory_kib=2**40),
        lambda content: content["slots"][0].update(salt=content["slots"][1]["salt"]),
        lambda content: content["slots"][1].update(kdf="md5"),
        lambda content: content.update(slots={}),
        lambda content: content.update(slots=7),
        lambda content: content.update(slots=[7]),
        lambda content: content.update(store="zz"),
        lambda content: content.update(store="aa"),
        lambda content: content.update(crc32="1"),
        lambda content: content.pop("crc32"),
        lambda content: content.update(replaces=7),
    ],
)
def test_slots_that_were_changed_are_no_key(change: Any) -> None:
    content = json.loads(a_protected_key().to_json())
    change(content)
    assert key_from_json(json.dumps(content).encode()) is None


def test_a_hostile_slot_is_refused_before_it_costs_anything() -> None:
    key = a_protected_key()
    greedy = replace(key.slots[0], cost=replace(CHEAP, memory_kib=2**40))
    assert key_from_json(replace(key, slots=(greedy,)).to_json()) is None


@pytest.mark.parametrize(
    "content", [b"[" * 100_000, b"{" + b"a" * 10**6, b'{"schema":"companion/key/1","slots":null}']
)
def test_a_hostile_file_is_no_key(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "key.json").write_bytes(content)
    assert key_files(tmp_path) == [None, None]


def test_two_files_with_other_slots_are_both_tried(tmp_path: Path) -> None:
    before = a_protected_key()
    after = replace(before, slots=a_protected_key().slots)
    (tmp_path / "key.json").write_bytes(before.to_json())
    (tmp_path / "key-copy.json").write_bytes(after.to_json())
    assert keys_of(tmp_path, before.salt) == [locked(before), locked(after)]


def test_a_store_that_was_to_be_replaced_and_was_not_has_both_files_again(tmp_path: Path) -> None:
    old, new = new_key(), a_protected_key()
    write_key(tmp_path, old)
    announce_key(tmp_path, new, replaced=old)
    assert read_key(tmp_path, old.salt) == old
    mend_key_files(tmp_path, old.salt)
    assert key_files(tmp_path) == [old, old]


@pytest.mark.parametrize("content", [None, b"{"])
def test_the_key_of_the_store_that_is_to_be_replaced_is_never_the_one_that_is_lost(
    tmp_path: Path, content: bytes | None
) -> None:
    old, new = new_key(), a_protected_key()
    (tmp_path / "key-copy.json").write_bytes(old.to_json())
    if content is not None:
        (tmp_path / "key.json").write_bytes(content)
    announce_key(tmp_path, new, replaced=old)
    assert keys_of(tmp_path, old.salt) == [old]
    assert keys_of(tmp_path, new.salt) == [locked(new)]


def test_a_store_that_took_another_s_place_has_both_files(tmp_path: Path) -> None:
    old, new = new_key(), a_protected_key()
    write_key(tmp_path, old)
    announce_key(tmp_path, new, replaced=old)
    mend_key_files(tmp_path, new.salt)
    assert key_files(tmp_path) == [locked(new), locked(new)]
    assert b"replaces" not in (tmp_path / "key-copy.json").read_bytes()


def test_the_key_of_another_store_is_left_alone(tmp_path: Path) -> None:
    ours, other = new_key(), new_key()
    (tmp_path / "key.json").write_bytes(ours.to_json())
    (tmp_path / "key-copy.json").write_bytes(other.to_json())
    for salt in (ours.salt, b"s" * 16):
        mend_key_files(tmp_path, salt)
        assert key_files(tmp_path) == [ours, other]


def test_the_slots_beside_copies_follow_those_of_the_key(tmp_path: Path) -> None:
    earlier, before = new_key(), a_protected_key()
    after = replace(before, slots=a_protected_key().slots)
    for key in (earlier, before, after):
        lay_beside_copies(tmp_path, key)
    assert key_beside_copies(tmp_path, before.salt) == locked(after)
    assert key_beside_copies(tmp_path, earlier.salt) == earlier
    assert key_beside_copies(tmp_path, b"s" * 16) is None


_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=20),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner, max_size=3),
    max_leaves=8,
)


@given(st.binary(max_size=300))
def test_noise_is_no_key(content: bytes) -> None:
    assert key_from_json(content) is None


@given(st.sampled_from(["schema", "store", "slots", "crc32", "replaces"]), _JSON)
def test_a_key_file_with_any_part_exchanged_is_the_same_key_or_none(part: str, value: object) -> None:
    key = a_protected_key()
    content = json.loads(key.to_json())
    content[part] = value
    assert key_from_json(json.dumps(content).encode()) in (None, locked(key))


@given(st.sampled_from(["kind", "kdf", "memory_kib", "passes", "lanes", "salt", "nonce", "wrapped"]), _JSON)
def test_a_slot_with_any_part_exchanged_is_the_same_or_none(part: str, value: object) -> None:
    key = a_protected_key()
    content = json.loads(key.to_json())
    content["slots"][0][part] = value
    assert key_from_json(json.dumps(content).encode()) in (None, locked(key))
