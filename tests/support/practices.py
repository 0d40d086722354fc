"""Practices and sessions for tests, with everything that does not matter filled in."""

import itertools

from companion.domain.concept import NoteProblem
from companion.domain.practice import Pace, Phase, Practice, Step, Way
from companion.domain.practice_session import Felt, PracticeSession
from companion.domain.zone import Zone
from tests.support.builders import a_moment

_numbers = itertools.count(1)
IN_AND_OUT = (Step("Breathe in", "gently", 4, Phase.IN), Step("Breathe out", "slowly", 6, Phase.OUT))


class NoPractices:
    """A library with nothing in it."""

    def read(self, language: str) -> tuple[list[Practice], list[NoteProblem]]:
        return [], []


class Practices(NoPractices):
    """A library of these."""

    def __init__(self, *practices: Practice) -> None:
        self.practices = practices

    def read(self, language: str) -> tuple[list[Practice], list[NoteProblem]]:
        return list(self.practices), []


def a_practice(
    name: str = "orienting",
    *zones: Zone,
    order: int = 10,
    steps: tuple[Step, ...] = (Step("Look around", seconds=20), Step("Feel your feet", seconds=10)),
) -> Practice:
    """One of ours, of two steps."""
    return Practice(f"ours/{name}", name.title(), steps, zones=zones, order=order, invitation=f"Try {name}")


def a_breath(seconds: int = 60, steps: tuple[Step, ...] = IN_AND_OUT) -> Practice:
    """Slow breathing, for so many seconds."""
    return Practice(
        "ours/slow-breathing",
        "Slow breathing",
        steps,
        Way.BREATH,
        lengths=(60, 180),
        usual=seconds,
        pace=Pace(4.5, 6.5),
        zones=(Zone.ABOVE,),
    )


def a_session(
    practice: str = "ours/orienting",
    hours_ago: float = 0,
    *,
    felt: Felt | None = None,
    before: int | None = None,
    after: int | None = None,
    stopped_early: bool = False,
    check_in_id: str | None = None,
    title: str = "Orienting",
) -> PracticeSession:
    """A session of two minutes."""
    started, ended = a_moment(hours_ago + 2 / 60), a_moment(hours_ago)
    session_id = f"01930000-0000-7000-8000-{next(_numbers):012x}"
    return PracticeSession(
        session_id, practice, title, started, ended, before, after, felt, check_in_id, stopped_early
    )
