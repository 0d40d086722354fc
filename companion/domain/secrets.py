"""What opens a locked store: the person's passphrase, or the recovery code that was shown once."""

import re
from dataclasses import dataclass, field
from enum import Enum

from companion.domain.errors import DomainError, Rule

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_LOOK_ALIKES = str.maketrans("OILU", "011V")
_CODE_SYMBOLS = 28
_CHECK_SYMBOLS = 2
_GROUP = 4
RANDOM_SYMBOLS = _CODE_SYMBOLS - _CHECK_SYMBOLS
RANDOM_BYTES = 17


class SecretKind(Enum):
    """The two things that open a locked store."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a name, no secret
    RECOVERY_CODE = "recovery_code"


@dataclass(frozen=True, slots=True)
class Secret:
    """A passphrase or a recovery code in the form that keys are made from; shows itself to nobody."""

    kind: SecretKind
    content: bytes = field(repr=False)


def typed_passphrase(text: str) -> Secret:
    """The passphrase that was typed. Raises DomainError(PASSPHRASE_EMPTY)."""
    return Secret(SecretKind.PASSPHRASE, passphrase_bytes(text))


def typed_recovery_code(text: str) -> Secret:
    """The recovery code that was typed. Raises DomainError(RECOVERY_CODE_UNREADABLE)."""
    return Secret(SecretKind.RECOVERY_CODE, recovery_code_bytes(text))


def passphrase_bytes(passphrase: str) -> bytes:
    """A passphrase in the one form that every keyboard comes to (Unicode NFKC), in UTF-8.

    Raises DomainError(PASSPHRASE_EMPTY).
    """
    import unicodedata

    text = unicodedata.normalize("NFKC", passphrase)
    if not text:
        raise DomainError(Rule.PASSPHRASE_EMPTY)
    return text.encode("utf-8", "surrogatepass")


def recovery_code(random: bytes) -> str:
    """A recovery code of 130 random bits (from at least 17 bytes) and two that notice a slip of the pen.

    Seven groups of four from an alphabet without I, L, O, U (Crockford's base 32).
    """
    number = int.from_bytes(random[:RANDOM_BYTES], "big")
    symbols = "".join(_ALPHABET[number >> 5 * place & 31] for place in range(RANDOM_SYMBOLS))
    whole = symbols + _check(symbols)
    return "-".join(whole[at : at + _GROUP] for at in range(0, _CODE_SYMBOLS, _GROUP))


def recovery_code_bytes(text: str) -> bytes:
    """What a recovery code stands for, however it was typed: small letters, blanks, O for 0, I or L for 1.

    Raises DomainError(RECOVERY_CODE_UNREADABLE) for what is no such code.
    """
    symbols = re.sub(r"[\s\-\u2010-\u2015]", "", text).upper().translate(_LOOK_ALIKES)
    body, check = symbols[:RANDOM_SYMBOLS], symbols[RANDOM_SYMBOLS:]
    if len(symbols) != _CODE_SYMBOLS or any(symbol not in _ALPHABET for symbol in symbols) or _check(body) != check:
        raise DomainError(Rule.RECOVERY_CODE_UNREADABLE)
    return symbols.encode()


def _check(symbols: str) -> str:
    """Two symbols in which every symbol counts by its place, so that swapped neighbours are noticed."""
    total = sum(place * _ALPHABET.index(symbol) for place, symbol in enumerate(symbols, start=1)) % 1021
    return _ALPHABET[total >> 5] + _ALPHABET[total & 31]
