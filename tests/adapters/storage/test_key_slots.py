"""Key slots: only the right secret, the right store and the right kind open them."""

import json
from dataclasses import replace

import pytest

from companion.adapters.storage.key_slots import COST_TODAY, Cost, Slot, SlotKind, slot_from_json, unwrap, wrap

KEY = bytes(range(32))
STORE = b"s" * 16
CHEAP = Cost(memory_kib=64, passes=1, lanes=1)


def a_slot(kind: SlotKind = SlotKind.PASSPHRASE) -> Slot:
    return wrap(KEY, b"right", kind, STORE, CHEAP)


def test_the_right_secret_opens_the_slot() -> None:
    assert unwrap(a_slot(), b"right", STORE) == KEY


def test_the_cost_of_today_works_too() -> None:
    assert unwrap(wrap(KEY, b"right", SlotKind.RECOVERY, STORE), b"right", STORE) == KEY


def test_another_secret_opens_nothing() -> None:
    assert unwrap(a_slot(), b"wrong", STORE) is None


def test_a_slot_of_another_store_opens_nothing() -> None:
    assert unwrap(a_slot(), b"right", b"t" * 16) is None


def test_a_recovery_slot_in_a_passphrase_s_place_opens_nothing() -> None:
    assert unwrap(replace(a_slot(SlotKind.RECOVERY), kind=SlotKind.PASSPHRASE), b"right", STORE) is None


def test_the_same_secret_never_gives_the_same_slot_twice() -> None:
    assert a_slot().wrapped != a_slot().wrapped


def test_a_slot_comes_back_from_its_json() -> None:
    slot = a_slot()
    assert slot_from_json(json.loads(json.dumps(slot.to_json()))) == slot


def test_the_key_is_not_in_what_a_slot_says_of_itself() -> None:
    assert "wrapped" not in repr(a_slot())


@pytest.mark.parametrize(
    "change",
    [
        {"kdf": "md5"},
        {"kind": "open"},
        {"memory_kib": 2**40},
        {"memory_kib": True},
        {"memory_kib": "65536"},
        {"passes": 0},
        {"passes": 10**6},
        {"lanes": 1000},
        {"salt": "AAAA"},
        {"nonce": "not base64"},
        {"wrapped": ""},
    ],
)
def test_a_hostile_slot_is_refused(change: dict[str, object]) -> None:
    with pytest.raises((ValueError, TypeError)):
        slot_from_json({**a_slot().to_json(), **change})


def test_a_slot_with_a_part_missing_is_refused() -> None:
    content = a_slot().to_json()
    del content["nonce"]
    with pytest.raises(KeyError):
        slot_from_json(content)


def test_less_memory_or_fewer_passes_are_weaker() -> None:
    assert Cost(memory_kib=32 * 1024).is_weaker_than(COST_TODAY)
    assert Cost(passes=2).is_weaker_than(COST_TODAY)
    assert not COST_TODAY.is_weaker_than(COST_TODAY)
