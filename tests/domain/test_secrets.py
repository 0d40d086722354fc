"""Passphrases in one form, recovery codes that forgive how they are typed but not what."""

import os

import pytest

from companion.domain.errors import DomainError, Rule
from companion.domain.secrets import passphrase_bytes, recovery_code, recovery_code_bytes

RANDOM = bytes(range(100, 117))


def test_a_passphrase_is_the_same_from_every_keyboard() -> None:
    assert passphrase_bytes("Bu\u0308ro") == passphrase_bytes("B\u00fcro")


def test_blanks_in_a_passphrase_count() -> None:
    assert passphrase_bytes("a b") != passphrase_bytes("ab")


def test_an_unpaired_surrogate_is_a_passphrase_too() -> None:
    assert passphrase_bytes("\ud800")


def test_an_empty_passphrase_is_refused() -> None:
    with pytest.raises(DomainError) as refused:
        passphrase_bytes("")
    assert refused.value.rule is Rule.PASSPHRASE_EMPTY


def test_a_recovery_code_is_seven_groups_of_four() -> None:
    assert [len(group) for group in recovery_code(RANDOM).split("-")] == [4] * 7


def test_every_random_bit_counts() -> None:
    number = int.from_bytes(RANDOM, "big")
    codes = {recovery_code((number ^ 1 << bit).to_bytes(17, "big")) for bit in range(130)}
    assert len(codes) == 130


def test_a_code_is_read_however_it_was_typed() -> None:
    code = recovery_code(RANDOM)
    typed = code.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert recovery_code_bytes(typed) == recovery_code_bytes(code)


@pytest.mark.parametrize("place", range(28))
def test_one_wrong_symbol_is_noticed(place: int) -> None:
    symbols = recovery_code(RANDOM).replace("-", "")
    wrong = "Z" if symbols[place] != "Z" else "Y"
    with pytest.raises(DomainError) as refused:
        recovery_code_bytes(symbols[:place] + wrong + symbols[place + 1 :])
    assert refused.value.rule is Rule.RECOVERY_CODE_UNREADABLE


def test_swapped_neighbours_are_noticed() -> None:
    symbols = recovery_code(RANDOM).replace("-", "")
    place = next(at for at in range(25) if symbols[at] != symbols[at + 1])
    swapped = symbols[:place] + symbols[place + 1] + symbols[place] + symbols[place + 2 :]
    with pytest.raises(DomainError):
        recovery_code_bytes(swapped)


@pytest.mark.parametrize("text", ["", "ABCD", "\N{SNOWMAN}" * 28, "A" * 10_000])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(DomainError):
        recovery_code_bytes(text)


def test_any_random_bytes_give_a_code_that_can_be_read() -> None:
    for _ in range(200):
        code = recovery_code(os.urandom(17))
        assert recovery_code_bytes(code) == code.replace("-", "").encode()
