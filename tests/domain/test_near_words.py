"""Words near a typed one: one slip, in long words two."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.near_words import NearWords, slips_between

WORDS = ("tolerance", "tolerant", "window", "widow", "wind", "polyvagal", "repair", "sea")
SHORT = st.text("abc", max_size=6)


def slips_by_table(one: str, other: str) -> int:
    """The same by the textbook's table."""
    table = [[0] * (len(other) + 1) for _ in range(len(one) + 1)]
    for i in range(len(one) + 1):
        for j in range(len(other) + 1):
            if not i or not j:
                table[i][j] = i + j
                continue
            cost = one[i - 1] != other[j - 1]
            table[i][j] = min(table[i - 1][j] + 1, table[i][j - 1] + 1, table[i - 1][j - 1] + cost)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                table[i][j] = min(table[i][j], table[i - 2][j - 2] + 1)
    return table[-1][-1]


@given(SHORT, SHORT)
def test_slips_are_counted_as_the_table_counts_them(one: str, other: str) -> None:
    by_table = slips_by_table(one, other)
    assert slips_between(one, other, 2) == (by_table if by_table <= 2 else None)


@pytest.mark.parametrize("typed", ["wndow", "winodw", "windoww", "wimdow", "iwndow"])
def test_a_word_with_one_slip_is_near(typed: str) -> None:
    assert "window" in NearWords(WORDS).near(typed)


@pytest.mark.parametrize("typed", ["tolerence", "tolerenec", "polyvegall"])
def test_a_long_word_may_have_two_slips(typed: str) -> None:
    assert NearWords(WORDS).near(typed) in (["tolerance"], ["polyvagal"])


def test_of_words_with_one_slip_and_with_two_those_with_one_are_near() -> None:
    assert NearWords(("tolerances", "toleranxes")).near("tolerancex") == ["tolerances"]


def test_short_words_are_taken_as_they_are() -> None:
    assert NearWords(WORDS).near("see") == []


def test_words_that_begin_alike_are_found_in_their_order() -> None:
    assert NearWords(WORDS).beginning_with("wi") == ["widow", "wind", "window"]
