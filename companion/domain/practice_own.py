"""What the person made of practices: their own ones, and which are starred, hidden, and in which order."""

from dataclasses import dataclass, replace

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.practice import Practice, Step, Way, checked_breath, seconds_of_round
from companion.domain.text import clean_note, clean_text
from companion.domain.zone import Zone

LONGEST_TITLE = 100
MOST_STEPS = 60
LONGEST_S = 3600
LONGEST_SAID = 200
LONGEST_MORE = 1000
OWN = "own/"


@dataclass(frozen=True, slots=True)
class OwnPractice:
    """A practice of the person's. `seconds` is how long a breath is repeated; steps are played once.

    Raises DomainError: NOTHING_WRITTEN without a title, TITLE_TOO_LONG over 100 characters, PRACTICE_WITHOUT_STEPS,
    TOO_MANY_STEPS over 60, STEP_OUT_OF_RANGE, BREATH_OUT_OF_RANGE, and NOTE_TOO_LONG.
    """

    id: str
    created_at: Moment
    title: str
    steps: tuple[Step, ...]
    way: Way = Way.STEPS
    zones: tuple[Zone, ...] = ()
    seconds: int | None = None
    note: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "title", " ".join(clean_text(self.title).split()))
        object.__setattr__(self, "note", clean_note(self.note))
        object.__setattr__(self, "steps", tuple(map(_cleaned, self.steps)))
        object.__setattr__(self, "zones", tuple(zone for zone in Zone if zone in self.zones))
        if not self.title:
            raise DomainError(Rule.NOTHING_WRITTEN)
        if len(self.title) > LONGEST_TITLE:
            raise DomainError(Rule.TITLE_TOO_LONG, characters=LONGEST_TITLE)
        if not self.steps:
            raise DomainError(Rule.PRACTICE_WITHOUT_STEPS)
        if len(self.steps) > MOST_STEPS:
            raise DomainError(Rule.TOO_MANY_STEPS, steps=MOST_STEPS)
        if self.seconds is not None and not 0 < self.seconds <= LONGEST_S:
            raise DomainError(Rule.STEP_OUT_OF_RANGE)
        if self.way is Way.BREATH:
            checked_breath(self.steps)

    @property
    def key(self) -> str:
        """By what it is known among the others."""
        return f"{OWN}{self.id}"

    @property
    def practice(self) -> Practice:
        """As it is listed, suggested and played."""
        return Practice(
            self.key,
            self.title,
            self.steps,
            self.way,
            zones=self.zones,
            usual=self._usual,
            text=self.note,
            order=0,
            is_ours=False,
        )

    @property
    def _usual(self) -> int | None:
        if self.way is not Way.BREATH:
            return None
        return self.seconds if self.seconds is not None else round(seconds_of_round(self.steps))


def _cleaned(step: Step) -> Step:
    say, more = (" ".join(clean_text(words).split()) for words in (step.say, step.more))
    if len(say) > LONGEST_SAID or len(more) > LONGEST_MORE:
        raise DomainError(Rule.STEP_OUT_OF_RANGE)
    return step if (say, more) == (step.say, step.more) else replace(step, say=say, more=more)


@dataclass(frozen=True, slots=True)
class PracticePlace:
    """Where the person put a practice. `place` counts from 0 among the starred ones; None if it was never moved."""

    key: str
    is_starred: bool = False
    is_hidden: bool = False
    place: int | None = None
