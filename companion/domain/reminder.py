"""A reminder: when the person wants to be asked, as one of a few plain rules, and in what manner."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from companion.domain.errors import DomainError, Rule
from companion.domain.moment import Moment
from companion.domain.reminder_rules import DEFAULT_DELAY as DEFAULT_DELAY
from companion.domain.reminder_rules import DEFAULT_GAP as DEFAULT_GAP
from companion.domain.reminder_rules import LONGEST_DELAY as LONGEST_DELAY
from companion.domain.reminder_rules import MOST_PROMPTS_A_DAY as MOST_PROMPTS_A_DAY
from companion.domain.reminder_rules import AfterCheckIn as AfterCheckIn
from companion.domain.reminder_rules import AtInterval as AtInterval
from companion.domain.reminder_rules import FixedTimes as FixedTimes
from companion.domain.reminder_rules import Once as Once
from companion.domain.reminder_rules import Outside as Outside
from companion.domain.reminder_rules import RandomInBlocks as RandomInBlocks
from companion.domain.reminder_rules import RandomMoments as RandomMoments
from companion.domain.reminder_rules import RandomWithGap as RandomWithGap
from companion.domain.reminder_rules import ReminderKind as ReminderKind
from companion.domain.reminder_rules import ReminderRule as ReminderRule
from companion.domain.time_range import EVERY_DAY as EVERY_DAY
from companion.domain.time_range import MINUTES_A_DAY as MINUTES_A_DAY
from companion.domain.time_range import DayRange as DayRange
from companion.domain.time_range import RandomRange as RandomRange
from companion.domain.time_range import TimeRange as TimeRange

DEFAULT_EXPIRY = timedelta(minutes=30)
SHORTEST_EXPIRY = timedelta(minutes=10)
LONGEST_EXPIRY = timedelta(minutes=60)
LONGEST_SILENCE = timedelta(days=7)


class Purpose(Enum):
    """What a prompt asks for."""

    CHECK_IN = "check_in"
    REFLECTION = "reflection"
    TRIANGLE = "triangle"


@dataclass(frozen=True, slots=True)
class Manner:
    """What a reminder asks for, how long it waits for an answer, and whether it asks at all.

    With an `only_after_silence` it asks only if nothing was noted for that long. Raises DomainError for an expiry
    outside 10 to 60 min, or a silence outside a minute to 7 days; both are whole minutes.
    """

    purpose: Purpose = Purpose.CHECK_IN
    expiry: timedelta = DEFAULT_EXPIRY
    only_after_silence: timedelta | None = None

    def __post_init__(self) -> None:
        if not SHORTEST_EXPIRY <= self.expiry <= LONGEST_EXPIRY:
            raise DomainError(Rule.EXPIRY_OUT_OF_RANGE, shortest=10, longest=60)
        silence = self.only_after_silence
        if silence is not None and not timedelta(minutes=1) <= silence <= LONGEST_SILENCE:
            raise DomainError(Rule.SILENCE_OUT_OF_RANGE, days=7)


USUAL_MANNER = Manner()


@dataclass(frozen=True, slots=True)
class Reminder:
    """A rule with its switch. `changed_at` is when either last changed: nothing is planned before it."""

    id: str
    rule: ReminderRule
    is_on: bool
    created_at: Moment
    changed_at: Moment
    purpose: Purpose = Purpose.CHECK_IN
    expiry: timedelta = DEFAULT_EXPIRY
    only_after_silence: timedelta | None = None

    @property
    def kind(self) -> ReminderKind:
        """The kind of its rule."""
        return self.rule.kind

    @property
    def manner(self) -> Manner:
        """How it asks."""
        return Manner(self.purpose, self.expiry, self.only_after_silence)
