"""Twelve weeks of believable made-up triangles, the same for the same seed."""

from collections.abc import Sequence
from random import Random
from uuid import UUID

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.checkin import CheckIn
from companion.domain.triangle import Triangle

WEEKS = 12
_LEFT_OUT = frozenset({3, 8})
_NO_ANSWER = frozenset({5})
_WORDS = {
    0: ("a lot of screens", "slept better", "Sunday with Kim"),
    2: ("", "walks in the evening", ""),
    4: ("a book that held me", "", "few people, and fine"),
    7: ("full", "tired legs", "called my brother"),
}


def demo_triangles(check_ins: Sequence[CheckIn], seed: int = 1) -> list[Triangle]:
    """One beside the last check-in of each of the last weeks but two, newest first; none where there are none."""
    draw = Random(seed)  # noqa: S311 - made-up data, no secret
    if not check_ins:
        return []
    newest = max(check_ins, key=lambda each: each.experienced_at.utc).experienced_at.utc
    made = []
    for back in range(WEEKS):
        week = [each for each in check_ins if (newest - each.experienced_at.utc).days // 7 == back]
        points = [_strayed(draw, middle) for middle in (48, 55, 40)]
        if week and back not in _LEFT_OUT:
            made.append(_triangle(draw, back, max(week, key=lambda each: each.experienced_at.utc), points))
    return made


def _triangle(draw: Random, back: int, beside: CheckIn, points: list[int]) -> Triangle:
    at, words = beside.experienced_at, _WORDS.get(back, ("", "", ""))
    relationships = None if back in _NO_ANSWER else points[2]
    triangle_id = str(UUID(int=draw.getrandbits(128), version=4))
    return Triangle(triangle_id, at, at, points[0], points[1], relationships, *words)


def _strayed(draw: Random, middle: int) -> int:
    return max(LOWEST, min(HIGHEST, round(draw.gauss(middle, 16))))
