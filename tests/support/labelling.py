"""A person whose window is known: labels drawn from it the way the model says people label."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from math import exp
from random import Random

from companion.domain.checkin import CheckIn
from companion.domain.label import Label
from companion.domain.moment import Moment
from companion.domain.zone import Zone
from tests.support.builders import NOW, a_check_in

ANSWERS = (Zone.BELOW, Zone.INSIDE, Zone.ABOVE)


@dataclass(frozen=True)
class Person:
    """Bounds in points, how gradually answers change around them, and the energy on an average day."""

    lower: float = 30
    upper: float = 70
    slope: float = 8
    middle: float = 50
    spread: float = 22

    def answer(self, arousal: int, draw: Random) -> Zone:
        """Where the person says that is."""
        below = 1 / (1 + exp((arousal - self.lower) / self.slope))
        above = 1 / (1 + exp((self.upper - arousal) / self.slope))
        return draw.choices(ANSWERS, (below, (1 - below) * (1 - above), above))[0]

    def answers(self, count: int, draw: Random) -> Iterator[tuple[int, Zone]]:
        """Energies and answers, one after the other."""
        for _number in range(count):
            arousal = min(100, max(0, round(draw.gauss(self.middle, self.spread))))
            yield arousal, self.answer(arousal, draw)


def labels_of(
    person: Person, count: int, *, until: datetime = NOW, per_day: float = 4, seed: object = 1
) -> list[Label]:
    """That many labels, evenly spread over the days before `until`, oldest first."""
    step = timedelta(days=1 / per_day)
    answers = enumerate(person.answers(count, Random(repr(seed))))
    return [Label(arousal, zone, (until - step * (count - k)).timestamp()) for k, (arousal, zone) in answers]


def check_ins_of(
    person: Person, count: int, *, until: datetime = NOW, per_day: float = 4, seed: object = 1
) -> list[CheckIn]:
    """The same as check-ins, noted where the clock is on UTC."""
    labels = labels_of(person, count, until=until, per_day=per_day, seed=seed)
    return [a_check_in(arousal, zone, at=_moment(at, until)) for arousal, zone, at, _offset in labels]


def _moment(at: float, like: datetime) -> Moment:
    return Moment(datetime.fromtimestamp(at, like.tzinfo), timedelta(0))
