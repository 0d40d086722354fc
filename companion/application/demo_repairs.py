"""Two believable made-up repairs beside made-up check-ins, the same for the same seed."""

from collections.abc import Sequence
from random import Random
from uuid import UUID

from companion.domain.checkin import CheckIn
from companion.domain.moment import Moment
from companion.domain.repair import Repair
from companion.domain.zone import Zone

_TOLD = (
    (
        "I came late again, and she had waited with the food. I made a joke, and it landed wrong.",
        "Tired, and not sure that she counted for me.",
        "I went back into the kitchen and said that it was rude. We ate, and it was warm again.",
    ),
    (
        "My brother called while I was busy, and I cut him off.",
        "Maybe he had waited all day to tell me.",
        "Calling back tomorrow, and asking how it went.",
    ),
)
_APART = 25


def demo_repairs(check_ins: Sequence[CheckIn], seed: int = 1) -> list[Repair]:
    """They grow from check-ins above the window, the newest of which are lately; none where there are none."""
    draw = Random(seed)  # noqa: S311 - made-up data, no secret
    lived = sorted((c for c in check_ins if c.zone is Zone.ABOVE), key=lambda c: c.experienced_at.utc)
    return [_repair(draw, check_in, told) for check_in, told in zip(lived[:-1:][::-_APART], _TOLD, strict=False)]


def _repair(draw: Random, check_in: CheckIn, told: tuple[str, str, str]) -> Repair:
    happened, them, helped = told
    repair_id = str(UUID(int=draw.getrandbits(128), version=4))
    at: Moment = check_in.experienced_at
    return Repair(repair_id, at, at, happened, check_in.arousal, check_in.zone, them, helped, check_in.id)
