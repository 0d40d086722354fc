"""How long a passphrase would hold: an estimate that knows what guessing begins with."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.passphrase import Strength, guess_bits, strength_of


@pytest.mark.parametrize(
    ("passphrase", "strength"),
    [
        ("", Strength.NOTHING),
        ("a", Strength.HOURS),
        ("password", Strength.HOURS),
        ("Passwort1", Strength.HOURS),
        ("qwertzuiop", Strength.HOURS),
        ("Sommer2024!", Strength.HOURS),
        ("2026-11-22", Strength.HOURS),
        ("aaaaaaaaaaaaaaaaaaaaaaaa", Strength.HOURS),
        ("12345678901234567890", Strength.HOURS),
        ("abcdefghijklmnop", Strength.HOURS),
        ("dragon dragon dragon dragon", Strength.HOURS),
        ("lantern pebble", Strength.HOURS),
        ("lantern pebble orbit", Strength.DAYS),
        ("xK9#mQ2$vL", Strength.YEARS),
        ("correct horse battery staple", Strength.LIFETIMES),
        ("lantern pebble orbit fennel", Strength.LIFETIMES),
        ("灯台下暗し夜更けの鐘", Strength.LIFETIMES),
    ],
)
def test_how_long_a_passphrase_would_hold(passphrase: str, strength: Strength) -> None:
    assert strength_of(passphrase) is strength


@given(st.text(max_size=60), st.text(min_size=1, max_size=20))
def test_every_text_has_a_strength_and_saying_it_twice_adds_little(text: str, more: str) -> None:
    assert strength_of(text) in Strength
    twice, once = guess_bits(f"{more} {more}"), guess_bits(more)
    assert twice <= once + 1 + sum(1 for _ in more) + 7


def test_a_very_long_passphrase_is_no_trouble() -> None:
    assert strength_of("Überraschung 7 " * 5000) in Strength
    assert strength_of("".join(chr(300 + 7 * n % 4000) for n in range(5000))) is Strength.LIFETIMES


def test_the_same_text_composed_otherwise_is_as_strong() -> None:
    assert guess_bits("Bu\u0308ro Lampe") == guess_bits("B\u00fcro Lampe")
