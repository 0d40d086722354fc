"""Believable made-up practice sessions beside made-up check-ins, the same for the same seed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from random import Random
from uuid import UUID

from companion.domain.arousal import HIGHEST, LOWEST
from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.zone import Zone

PRACTISED_SHARE = 0.3
LASTS_WEEKS = 12
_WEEK = timedelta(weeks=1)
_OFFERED = {
    Zone.ABOVE: (("ours/orienting", "Orienting"), ("ours/slow-breathing", "Slow breathing")),
    Zone.BELOW: (("ours/wake-the-muscles", "Wake the muscles"), ("ours/walk", "A short walk")),
}
_MIDDLE = 52
_FELT = (Felt.LIGHTER, Felt.LIGHTER, Felt.SAME, Felt.SAME, Felt.HEAVIER, None)


def demo_sessions(check_ins: Sequence[CheckIn], seed: int = 1) -> list[PracticeSession]:
    """After some of the check-ins above and below, of the last twelve weeks before the newest of them."""
    if not check_ins:
        return []
    draw = Random(seed)  # noqa: S311 - made-up data, no secret
    newest = max(check_in.experienced_at.utc for check_in in check_ins)
    outside = (c for c in check_ins if c.zone in _OFFERED and newest - c.experienced_at.utc < LASTS_WEEKS * _WEEK)
    made = (_session(draw, check_in) for check_in in outside if draw.random() < PRACTISED_SHARE)
    return [session for session in made if session.ended_at.utc <= newest]


def _session(draw: Random, check_in: CheckIn) -> PracticeSession:
    assert check_in.zone is not None
    key, title = draw.choice(_OFFERED[check_in.zone])
    started = _later(check_in.experienced_at, draw.randint(20, 90))
    before = check_in.arousal
    # Towards the middle more often than not, and not always: nobody should learn from it that practices work.
    after = None if before is None else round(before + (_MIDDLE - before) * draw.uniform(-0.2, 0.6))
    return PracticeSession(
        str(UUID(int=draw.getrandbits(128), version=4)),
        key,
        title,
        started,
        _later(started, draw.randint(60, 300)),
        before,
        None if after is None or draw.random() < 0.3 else max(LOWEST, min(HIGHEST, after)),
        draw.choice(_FELT),
        check_in.id,
        draw.random() < 0.2,
    )


def _later(moment: Moment, seconds: int) -> Moment:
    return replace(moment, utc=moment.utc + timedelta(seconds=seconds))
