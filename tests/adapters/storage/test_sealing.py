"""Sealed pieces open with the right key and name alone, and tell nothing by their length."""

import os

import pytest

from companion.adapters.storage.sealing import public_key_of, seal, unseal

PRIVATE = os.urandom(32)
PUBLIC = public_key_of(PRIVATE)


def test_what_was_sealed_opens_again() -> None:
    assert unseal(seal(b'{"a": 1}', "name", PUBLIC), "name", PRIVATE) == b'{"a": 1}'


def test_another_key_or_name_opens_nothing() -> None:
    sealed = seal(b"{}", "name", PUBLIC)
    for name, key in (("other", PRIVATE), ("name", os.urandom(32))):
        with pytest.raises(ValueError, match="sealed"):
            unseal(sealed, name, key)


@pytest.mark.parametrize("place", [0, 10, 40, 60, -1])
def test_a_changed_bit_opens_nothing(place: int) -> None:
    sealed = bytearray(seal(b"{}", "name", PUBLIC))
    sealed[place] ^= 1
    with pytest.raises(ValueError, match="sealed"):
        unseal(bytes(sealed), "name", PRIVATE)


@pytest.mark.parametrize("length", [0, 3, 40, 60])
def test_a_piece_that_was_cut_short_opens_nothing(length: int) -> None:
    with pytest.raises(ValueError, match="sealed"):
        unseal(seal(b"{}", "name", PUBLIC)[:length], "name", PRIVATE)


def test_the_length_tells_nothing_and_no_two_are_alike() -> None:
    pieces = [seal(content, "name", PUBLIC) for content in (b'{"arousal":5}', b'{"arousal":100}', b'{"arousal":5}')]
    assert len({len(piece) for piece in pieces}) == 1
    assert len({piece[4:36] for piece in pieces}) == 3
