"""What the person noted of one practice, counted: how often, lighter or heavier, and the change of arousal.

A description of what was written down. Nothing here says that a practice did anything.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from statistics import median, quantiles

from companion.domain.metrics.gates import LEVEL, Shortfall
from companion.domain.practice_session import Felt, PracticeSession


@dataclass(frozen=True, slots=True)
class PracticeNoted:
    """`times` it was practised. `answered` of them have lighter, the same or heavier; `pairs` both ratings.

    `middle` is the median of after minus before in points, `low` and `high` hold the middle half between them; all
    None while something is `missing` for them: the gate of levels (metrics, 3.2), pairs in place of check-ins.
    """

    times: int
    lighter: int
    same: int
    heavier: int
    pairs: int
    days: int
    middle: float | None
    low: float | None
    high: float | None
    missing: tuple[Shortfall, ...]

    @property
    def answered(self) -> int:
        """How many of them say what it left the person with."""
        return self.lighter + self.same + self.heavier


def noted_of(sessions: Sequence[PracticeSession], day_start: time) -> PracticeNoted:
    """Everything that was noted in these sessions of one practice."""
    felt = [session.felt for session in sessions]
    paired = [(session, session.change) for session in sessions]
    changes = [float(change) for _session, change in paired if change is not None]
    days = {session.started_at.day(day_start) for session, change in paired if change is not None}
    missing = LEVEL.shortfalls(len(changes), len(days))
    low, high = (None, None) if missing else _middle_half(changes)
    return PracticeNoted(
        len(sessions),
        felt.count(Felt.LIGHTER),
        felt.count(Felt.SAME),
        felt.count(Felt.HEAVIER),
        len(changes),
        len(days),
        None if missing else median(changes),
        low,
        high,
        missing,
    )


def _middle_half(values: Sequence[float]) -> tuple[float, float]:
    low, _middle, high = quantiles(values, n=4, method="inclusive")
    return low, high
