"""A practice: something small to do, ours or the person's own, as steps that can be played."""

from dataclasses import dataclass
from enum import Enum

from companion.domain.concept import Evidence, Source
from companion.domain.errors import DomainError, Rule
from companion.domain.zone import Zone

LONGEST_STEP_S = 1800.0
LONGEST_HOLD_S = 4.0
QUICKEST_BREATHS = 10.0  # a minute; quicker breathing over and over is left out on purpose
SLOWEST_BREATHS = 3.75


class Direction(Enum):
    """Where a practice leads."""

    SETTLE = "settle"
    WAKE = "wake"
    EITHER = "either"


class Way(Enum):
    """How it is played: a breath over and over, or one step after another."""

    BREATH = "breath"
    STEPS = "steps"


class Phase(Enum):
    """What the body does in a step; a step of the other kinds has none."""

    IN = "in"
    TOP_UP = "top_up"
    HOLD = "hold"
    OUT = "out"
    REST = "rest"
    TENSE = "tense"
    RELEASE = "release"


@dataclass(frozen=True, slots=True)
class Step:
    """`seconds` None means that it lasts until the person goes on; `count` is how many things it asks for.

    Raises DomainError(STEP_OUT_OF_RANGE) for no words, or a time that is not above 0 and at most half an hour.
    """

    say: str
    more: str = ""
    seconds: float | None = None
    phase: Phase | None = None
    count: int | None = None

    def __post_init__(self) -> None:
        if not self.say or (self.seconds is not None and not 0 < self.seconds <= LONGEST_STEP_S):
            raise DomainError(Rule.STEP_OUT_OF_RANGE)


@dataclass(frozen=True, slots=True)
class Pace:
    """How slow and how quick it may be made, in rounds a minute."""

    slowest: float
    quickest: float


@dataclass(frozen=True, slots=True)
class Variant:
    """Other steps for the same practice, such as those without the breath."""

    name: str
    steps: tuple[Step, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """One practice. `key` is its folder and file name, or "own/" and its id; `text` is Markdown.

    `lengths` are the seconds it can be played for, `usual` the one that is chosen unless another is; without any it
    is played through `rounds` times. `care` says for whom it may not fit. `invitation` are the words on a button.
    `order` is its place among the others while the person has put none before them.
    """

    key: str
    title: str
    steps: tuple[Step, ...]
    way: Way = Way.STEPS
    summary: str = ""
    invitation: str = ""
    direction: Direction = Direction.EITHER
    zones: tuple[Zone, ...] = ()
    lengths: tuple[int, ...] = ()
    usual: int | None = None
    rounds: int = 1
    pace: Pace | None = None
    care: tuple[str, ...] = ()
    eyes_open: str = ""
    breath_free: str = ""
    variants: tuple[Variant, ...] = ()
    related: tuple[str, ...] = ()
    text: str = ""
    evidence: Evidence | None = None
    sources: tuple[Source, ...] = ()
    checked_on: str | None = None
    order: int = 1000
    is_ours: bool = True

    @property
    def name(self) -> str:
        """The file name, which is the same in every language; of an own one its id."""
        return self.key.rpartition("/")[2]

    @property
    def is_about_breath(self) -> bool:
        """True if its steps follow the breath."""
        return self.way is Way.BREATH

    @property
    def seconds(self) -> float | None:
        """How long it usually takes; None if that is up to the person."""
        if self.usual is not None:
            return self.usual
        lasting = [step.seconds for step in self.steps]
        return None if None in lasting else self.rounds * sum(s for s in lasting if s is not None)


def seconds_of_round(steps: tuple[Step, ...]) -> float:
    """How long these steps take once; those without a time count nothing."""
    return sum(step.seconds or 0.0 for step in steps)


def checked_breath(steps: tuple[Step, ...]) -> tuple[Step, ...]:
    """The steps of a breath that the person made, if they are gentle enough to be repeated.

    Raises DomainError(BREATH_OUT_OF_RANGE) above 10 or below 3.75 breaths a minute, for a hold over 4 seconds, and
    for steps without a time. The bounds are those of our own practices.
    """
    holds = [step.seconds or 0.0 for step in steps if step.phase in (Phase.HOLD, Phase.REST)]
    whole = seconds_of_round(steps)
    lasts = all(step.seconds for step in steps)
    if not lasts or not whole or not SLOWEST_BREATHS <= 60 / whole <= QUICKEST_BREATHS or max(holds, default=0) > 4:
        raise DomainError(Rule.BREATH_OUT_OF_RANGE, quickest=int(QUICKEST_BREATHS), hold=int(LONGEST_HOLD_S))
    return steps
