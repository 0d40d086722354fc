"""How full the circle of a practice is: it grows with the in-breath, sinks with the out-breath, and rests between."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from companion.domain.practice import Phase

if TYPE_CHECKING:
    from collections.abc import Sequence

    from companion.domain.practice import Step
    from companion.domain.practice_run import Spot

FULL_BEFORE_TOP_UP = 0.8
TENSE_WITHIN_S = 1.0
RESTING = 0.5


def fullness(spot: Spot, steps: Sequence[Step]) -> float:
    """From 0, small, to 1, large. Between phases it never jumps."""
    length = None if spot.left is None else spot.into + spot.left
    share = 0.0 if not length else min(1.0, spot.into / length)
    top = FULL_BEFORE_TOP_UP if any(step.phase is Phase.TOP_UP for step in steps) else 1.0
    match spot.step.phase:
        case Phase.IN:
            return top * _eased(share)
        case Phase.TOP_UP:
            return top + (1.0 - top) * _eased(share)
        case Phase.HOLD:
            return 1.0
        case Phase.OUT | Phase.RELEASE:
            return 1.0 - _eased(share)
        case Phase.REST:
            return 0.0
        case Phase.TENSE:
            return _eased(min(1.0, spot.into / TENSE_WITHIN_S))
    return RESTING


def moves(phase: Phase | None) -> bool:
    """True while the circle changes its size."""
    return phase not in (None, Phase.HOLD, Phase.REST)


def _eased(share: float) -> float:
    """Slow at both ends, as breath is."""
    return 0.5 - 0.5 * math.cos(math.pi * share)
