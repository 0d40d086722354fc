"""Random moments on whole seconds, so that a smallest gap always holds."""

from collections.abc import Iterator, Sequence
from itertools import islice


def in_blocks(blocks: Sequence[tuple[int, int]], gap: int, numbers: Iterator[float]) -> dict[int, int]:
    """One second for each block [begin, end), by its place: t_b ~ Uniform(max(begin, t_(b-1) + gap), end).

    Blocks come in order and do not overlap; each takes one of the uniform `numbers` in [0, 1), also one without room,
    which gets no second.
    """
    lasts = _last_seconds(blocks, gap)
    seconds: dict[int, int] = {}
    previous = None
    for place, number in enumerate(islice(numbers, len(blocks))):
        if place not in lasts:
            continue
        begin = blocks[place][0]
        first = begin if previous is None else max(begin, previous + gap)
        previous = seconds[place] = first + int(number * (lasts[place] - first + 1))
    return seconds


def with_gap(begin: int, end: int, count: int, gap: int, numbers: Iterator[float]) -> list[int]:
    """`count` seconds of [begin, end) in order: t_i = begin + u_(i) + (i - 1) gap, u uniform over what is left.

    Takes `count` of the `numbers`; where fewer seconds fit, there are fewer.
    """
    drawn = list(islice(numbers, count))
    while drawn and _room(begin, end, len(drawn), gap) < 1:
        drawn.pop()
    room = _room(begin, end, len(drawn), gap)
    return [begin + second + place * gap for place, second in enumerate(sorted(int(n * room) for n in drawn))]


def _room(begin: int, end: int, count: int, gap: int) -> int:
    """Over how many seconds that many moments can be spread once their gaps are taken out."""
    return end - begin - (count - 1) * gap


def _last_seconds(blocks: Sequence[tuple[int, int]], gap: int) -> dict[int, int]:
    """The last second each block may use so that the later ones still find room; blocks without room are left out.

    That is the block's own end while blocks are longer than the gap. Only on a day shortened by a clock change may
    a gap not fit any more: then as many prompts as fit are kept, and the gap holds.
    """
    lasts: dict[int, int] = {}
    following = None
    for place in reversed(range(len(blocks))):
        begin, end = blocks[place]
        last = end - 1 if following is None else min(end - 1, following - gap)
        if last >= begin:
            lasts[place] = following = last
    return lasts
