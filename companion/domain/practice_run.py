"""A practice being played: where it is at a moment of a steady clock, to the fraction of a second.

Nothing is counted by ticks: every step begins where the one before ended, so that ten minutes are ten minutes.
"""

import math
from dataclasses import dataclass, replace
from typing import NamedTuple

from companion.domain.practice import Practice, Step, Way, seconds_of_round

_TEMPO_STEP = 1 / 12
_ROUNDING = 1e-9
_STEPS_SLOWEST, _STEPS_QUICKEST = 0.5, 1.5


@dataclass(frozen=True, slots=True)
class Course:
    """What is played: its steps, how often over, and how far its tempo may be changed (1 is as written)."""

    steps: tuple[Step, ...]
    rounds: int = 1
    slowest: float = 1.0
    quickest: float = 1.0

    @property
    def count(self) -> int:
        """How many steps there are over all rounds."""
        return len(self.steps) * self.rounds

    @property
    def seconds(self) -> float | None:
        """How long it lasts at its own tempo; None if a step lasts until the person goes on."""
        if any(step.seconds is None for step in self.steps):
            return None
        return self.rounds * seconds_of_round(self.steps)


class Spot(NamedTuple):
    """Where a run is. `number` counts the steps of all rounds from 0.

    `into` and `left` are seconds of the step at the present tempo, `left` None if it has no end. `done` is the share
    of the whole, 0 to 1; `left_in_all` its seconds, None where that is up to the person.
    """

    step: Step
    number: int
    round: int
    into: float
    left: float | None
    done: float
    left_in_all: float | None


@dataclass(frozen=True, slots=True)
class Run:
    """`reached` are seconds of the course at the clock's `since`, which is None while it is paused.

    `began` is when the step of `index` began, in seconds of the course. Clock times are seconds of any steady clock.
    """

    course: Course
    index: int = 0
    began: float = 0.0
    reached: float = 0.0
    since: float | None = None
    tempo: float = 1.0

    @property
    def is_paused(self) -> bool:
        """True while it stands still."""
        return self.since is None

    @property
    def is_over(self) -> bool:
        """True once its last step has ended."""
        return self.index >= self.course.count

    def at(self, now: float) -> "Run":
        """The same with every step passed that has ended by then."""
        index, began, time = self.index, self.began, self._time(now)
        while index < self.course.count:
            seconds = self.course.steps[index % len(self.course.steps)].seconds
            if seconds is None or time < began + seconds:
                break
            index, began = index + 1, began + seconds
        return replace(self, index=index, began=began)

    def going(self, now: float) -> "Run":
        """From now on it goes on."""
        return self if self.since is not None else replace(self, since=now)

    def paused(self, now: float) -> "Run":
        """From now on it stands still."""
        return replace(self.at(now), reached=self._time(now), since=None)

    def slower(self, now: float) -> "Run":
        """A little slower, as far as that is safe."""
        return self._at_tempo(max(self.course.slowest, self.tempo - _TEMPO_STEP), now)

    def quicker(self, now: float) -> "Run":
        """A little quicker, as far as that is safe."""
        return self._at_tempo(min(self.course.quickest, self.tempo + _TEMPO_STEP), now)

    def gone_on(self, now: float) -> "Run":
        """The step is left, and the next one begins now."""
        here = self.at(now)
        return here if here.is_over else replace(here, index=here.index + 1, began=self._time(now))

    def spot(self, now: float) -> Spot | None:
        """Where it is now; None once it is over."""
        here = self.at(now)
        if here.is_over:
            return None
        steps = self.course.steps
        step = steps[here.index % len(steps)]
        into = self._time(now) - here.began
        left = None if step.seconds is None else max(0.0, step.seconds - into)
        to_come = here._seconds_to_come(left)
        whole = self.course.seconds
        done = here.index / self.course.count if to_come is None or not whole else 1 - to_come / whole
        return Spot(
            step,
            here.index,
            here.index // len(steps),
            into / self.tempo,
            None if left is None else left / self.tempo,
            min(1.0, max(0.0, done)),
            None if to_come is None else to_come / self.tempo,
        )

    def _seconds_to_come(self, left: float | None) -> float | None:
        """Seconds of the course until its end; None if a step to come has no end."""
        if left is None or self.course.seconds is None:
            return None
        steps, after = self.course.steps, self.index + 1
        rounds, within = divmod(self.course.count - after, len(steps))
        return left + rounds * seconds_of_round(steps) + seconds_of_round(steps[len(steps) - within :])

    def _at_tempo(self, tempo: float, now: float) -> "Run":
        since = None if self.since is None else now
        return replace(self.at(now), reached=self._time(now), since=since, tempo=tempo)

    def _time(self, now: float) -> float:
        return self.reached if self.since is None else self.reached + (now - self.since) * self.tempo


def course_of(practice: Practice, variant: int | None = None, seconds: int | None = None) -> Course:
    """What is played of a practice, or of its variant of that number, for about so many seconds.

    A breath is always played to its end: the whole number of rounds that reaches the length. Its tempo stays in the
    range of the practice (content: safe range), in every variant; steps may take half to one and a half as fast.
    """
    steps = practice.steps if variant is None else practice.variants[variant].steps
    round_s = seconds_of_round(steps)
    if practice.way is Way.STEPS:
        return Course(steps, practice.rounds, _STEPS_SLOWEST, _STEPS_QUICKEST)
    wanted = seconds or practice.usual
    rounds = practice.rounds if wanted is None or not round_s else max(1, math.ceil(wanted / round_s - _ROUNDING))
    if practice.pace is None or not round_s:
        return Course(steps, rounds)
    slowest = min(1.0, practice.pace.slowest * round_s / 60)
    return Course(steps, rounds, slowest, max(1.0, practice.pace.quickest * round_s / 60))
