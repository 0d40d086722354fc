"""Random moments: even, apart, and as many as fit. Seeds are fixed, so that a bound for p = 0.001 holds for ever."""

from collections.abc import Iterator
from itertools import islice, pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from companion.domain.random_moments import in_blocks, with_gap

RUNS = 4000


def numbers(seed: int) -> Iterator[float]:
    random = Random(seed)
    while True:
        yield random.random()


def blocks_of(count: int, length: int) -> list[tuple[int, int]]:
    return [(place * length, (place + 1) * length) for place in range(count)]


def chi_square(drawn: list[int], begin: int, end: int, bins: int) -> float:
    """The distance of what was drawn from equal counts in equal bins of [begin, end)."""
    counts = [0] * bins
    for second in drawn:
        counts[(second - begin) * bins // (end - begin)] += 1
    expected = len(drawn) / bins
    return sum((count - expected) ** 2 / expected for count in counts)


@pytest.mark.parametrize("place", [0, 1, 2, 3])
def test_without_a_gap_each_block_is_filled_evenly(place: int) -> None:
    """Chi-square with 19 degrees of freedom stays below 43.8, its bound for p = 0.001."""
    begin, end = 3600 * place, 3600 * (place + 1)
    drawn = [in_blocks(blocks_of(4, 3600), 0, numbers(seed))[place] for seed in range(RUNS)]
    assert chi_square(drawn, begin, end, 20) < 43.8


def test_with_a_gap_the_first_block_is_filled_evenly_and_the_second_where_it_may() -> None:
    first, second = [], []
    for seed in range(RUNS):
        drawn = in_blocks(blocks_of(2, 3600), 1800, numbers(seed))
        begin = max(3600, drawn[0] + 1800)
        first.append(drawn[0])
        second.append(int(1000 * (drawn[1] - begin) / (7200 - begin)))
    assert chi_square(first, 0, 3600, 20) < 43.8
    assert chi_square(second, 0, 1000, 20) < 43.8


def test_anywhere_without_a_gap_the_whole_range_is_filled_evenly() -> None:
    drawn = [second for seed in range(RUNS) for second in with_gap(600, 4200, 3, 0, numbers(seed))]
    assert chi_square(drawn, 600, 4200, 20) < 43.8


def test_anywhere_with_a_gap_what_is_left_over_is_filled_evenly() -> None:
    """Without their gaps the moments are the order statistics of uniform ones: together they are uniform."""
    drawn = [
        second - place * 600
        for seed in range(RUNS)
        for place, second in enumerate(with_gap(0, 3600, 4, 600, numbers(seed)))
    ]
    assert chi_square(drawn, 0, 1800, 20) < 43.8


@given(
    st.lists(st.tuples(st.integers(0, 5000), st.integers(0, 5000)), max_size=8),
    st.integers(0, 4000),
    st.integers(0, 10**6),
)
def test_in_whatever_blocks_the_gap_holds_and_each_moment_lies_in_its_own(
    lengths: list[tuple[int, int]], gap: int, seed: int
) -> None:
    blocks, at = [], 0
    for pause, length in lengths:
        blocks.append((at + pause, at + pause + length))
        at = blocks[-1][1]
    drawn = in_blocks(blocks, gap, numbers(seed))
    assert all(blocks[place][0] <= second < blocks[place][1] for place, second in drawn.items())
    assert all(b - a >= gap for a, b in pairwise(drawn.values()))
    assert list(drawn) == sorted(drawn)


@given(st.integers(0, 10**5), st.integers(0, 10**5), st.integers(0, 24), st.integers(1, 10**4), st.integers(0, 10**6))
def test_anywhere_the_gap_holds_and_nothing_lies_outside(
    begin: int, length: int, count: int, gap: int, seed: int
) -> None:
    drawn = with_gap(begin, begin + length, count, gap, numbers(seed))
    assert all(begin <= second < begin + length for second in drawn)
    assert all(b - a >= gap for a, b in pairwise(drawn))
    fitting = 0 if length == 0 else (length - 1) // gap + 1
    assert len(drawn) == min(count, fitting)


def test_each_block_takes_a_number_also_one_without_room() -> None:
    """Otherwise a clock change in one range would move the moments of the others."""
    source = numbers(1)
    in_blocks([(0, 0), (0, 100)], 10, source)
    assert next(source) == list(islice(numbers(1), 3))[2]


def test_anywhere_as_many_numbers_are_taken_as_were_asked_for() -> None:
    source = numbers(1)
    with_gap(0, 10, 5, 100, source)
    assert next(source) == list(islice(numbers(1), 6))[5]
