"""How long a passphrase would hold, in words: an estimate that rather says too little than too much."""

import re
import unicodedata
from enum import Enum
from itertools import pairwise

GUESSES_PER_SECOND = 10_000
"""What ten strong graphics cards manage at 64 MiB and three passes a guess, generously counted."""

_DAY = 86_400
_YEAR = 365.25 * _DAY
_WORD_BITS = 11.0
_WORD_LETTERS = 6
_LETTER_BITS = 3.0
_SIGN_BITS = 6.0
_DIGIT_BITS = 3.3
_MARK_BITS = 5.0
_SPACE_BITS = 1.0
_FORESEEN_BITS = 1.0
_YEAR_BITS = 7.0
_COMMON_BITS = 10.0
_FIRST_SIGN = "\u2e80"
_PIECES = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)
_ROWS = ("qwertzuiop", "qwertyuiop", "azertyuiop", "asdfghjkl", "yxcvbnm", "zxcvbnm")
_COMMON = frozenset(
    (
        *("password", "passwort", "passphrase", "secret", "geheim", "admin", "login", "letmein", "welcome", "hello"),
        *("hallo", "test", "iloveyou", "monkey", "dragon", "sunshine", "princess", "football", "master", "shadow"),
        *("superman", "batman", "michael", "love", "schatz", "sommer", "winter", "summer", "freedom", "companion"),
    )
)
"""With words like these every list of guesses begins."""


class Strength(Enum):
    """How long somebody would need who has the files, strong computers and lists of words."""

    NOTHING = "nothing"
    HOURS = "hours"
    DAYS = "days"
    YEARS = "years"
    LIFETIMES = "lifetimes"


def strength_of(passphrase: str) -> Strength:
    """How long that passphrase would hold; what is found in lists, repeated or in sequence counts little."""
    if not passphrase:
        return Strength.NOTHING
    seconds = 2 ** (min(guess_bits(passphrase), 200) - 1) / GUESSES_PER_SECOND
    limits = ((_DAY, Strength.HOURS), (_YEAR, Strength.DAYS), (100 * _YEAR, Strength.YEARS))
    return next((strength for limit, strength in limits if seconds < limit), Strength.LIFETIMES)


def guess_bits(passphrase: str) -> float:
    """How many guesses it takes, as a power of two. A piece that came before counts for next to nothing."""
    bits, seen = 0.0, set[str]()
    for piece in _PIECES.findall(unicodedata.normalize("NFKC", passphrase)):
        known = piece.lower()
        bits += _FORESEEN_BITS if known in seen else _piece_bits(piece)
        seen.add(known)
    return bits


def _piece_bits(piece: str) -> float:
    if piece.isdigit():
        return _YEAR_BITS if len(piece) == 4 and piece[:2] in ("19", "20") else _spelled(piece, _DIGIT_BITS)
    if piece.isalpha():
        return _letters_bits(piece)
    return _SPACE_BITS if piece.isspace() else _MARK_BITS


def _letters_bits(piece: str) -> float:
    """Letters side by side are taken for words of a sentence: eleven bits for each six of them, fewer if short."""
    known = piece.lower()
    if max(known) >= _FIRST_SIGN:  # a script in which a sign is a syllable or a word
        return _spelled(known, _SIGN_BITS)
    capitals = 0 if piece in (known, known.capitalize(), known.upper()) else min(len(piece), 4)
    most = max(1.0, len(piece) / _WORD_LETTERS) * _WORD_BITS
    if known in _COMMON or any(known in row or known in row[::-1] for row in _ROWS):
        most = _COMMON_BITS
    return min(most, _spelled(known, _LETTER_BITS)) + capitals


def _spelled(piece: str, bits_each: float) -> float:
    """One by one; what follows its neighbour as in abc, 321 or aaa counts for next to nothing."""
    steps = [ord(later) - ord(earlier) for earlier, later in pairwise(piece)]
    foreseen = sum(step in (-1, 0, 1) for step in steps)
    return bits_each * (len(piece) - foreseen) + _FORESEEN_BITS * bool(foreseen)
