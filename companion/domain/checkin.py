"""A check-in: how activated the person is, and where that lies for them."""

from dataclasses import dataclass
from datetime import timedelta
from enum import Enum

from companion.domain.arousal import checked_arousal, checked_pleasantness, checked_points
from companion.domain.context import NO_CONTEXT, Context
from companion.domain.errors import DomainError, Rule
from companion.domain.input_method import InputMethod as InputMethod
from companion.domain.moment import Moment
from companion.domain.text import clean_note, clean_tags
from companion.domain.zone import Zone


class Origin(Enum):
    """What brought the check-in about: the kind of the prompt it answers, or the person alone."""

    FIXED = "fixed"
    RANDOM = "random"
    INTERVAL = "interval"
    ONCE = "once"
    EVENT = "event"
    SELF = "self"

    @property
    def is_scheduled(self) -> bool:
        """True for answers to prompts whose time does not depend on how the person is."""
        return self in (Origin.FIXED, Origin.RANDOM, Origin.INTERVAL)


@dataclass(frozen=True, slots=True)
class Answering:
    """How the answer came about: how long it took, the first value touched, and with what.

    `took` is the time to answer (measure.md 1.3: "ms to answer"): how long the person was at the form. It begins when
    the form first has their attention and ends when it is saved. A form that stands there all day, as on Today, has
    it from the first thing they put into it, or from when their keyboard came to its line; one that comes up to be
    answered, the popup, from when it is shown. A check-in that was left half-filled and continued took as long as its
    sittings together, without the time between them. None where that is not known, as in an import.
    """

    took: timedelta | None = None
    first_touch: int | None = None
    method: InputMethod | None = None


LIFE_OF_A_PROMPT = timedelta(minutes=60)
LONGEST_SLEEP = timedelta(hours=24)
_NO_ANSWERS = (None,) * 7


@dataclass(frozen=True, slots=True)
class CheckIn:
    """One check-in. `arousal` and the other ratings are points 0..100 or None; at least one answer is given.

    `safe` and `connected` run from not at all to fully, `sleep` (of the night before) from poorly to well; `slept`
    is how long that was. `experienced_at` is the moment it is about, `created_at` the moment it was noted.
    `window_id` names the window version in force when it was noted. Raises DomainError for values outside their
    rules.
    """

    id: str
    experienced_at: Moment
    created_at: Moment
    arousal: int | None = None
    zone: Zone | None = None
    pleasantness: int | None = None
    safe: int | None = None
    connected: int | None = None
    sleep: int | None = None
    slept: timedelta | None = None
    origin: Origin = Origin.SELF
    prompt_id: str | None = None
    note: str = ""
    tags: tuple[str, ...] = ()
    context: Context = NO_CONTEXT
    window_id: str | None = None
    answering: Answering = Answering()
    app_version: str = ""

    def __post_init__(self) -> None:
        if self.arousal is not None:
            checked_arousal(self.arousal)
        if self.pleasantness is not None:
            checked_pleasantness(self.pleasantness)
        for points in (self.safe, self.connected, self.sleep):
            if points is not None:
                checked_points(points)
        if self.slept is not None and not timedelta(0) <= self.slept <= LONGEST_SLEEP:
            raise DomainError(Rule.SLEEP_OUT_OF_RANGE, hours=24)
        if self.note:
            object.__setattr__(self, "note", clean_note(self.note))
        if self.tags:
            object.__setattr__(self, "tags", clean_tags(self.tags))
        if self.is_empty:
            raise DomainError(Rule.NOTHING_ANSWERED)

    @property
    def is_empty(self) -> bool:
        """True if nothing was answered; such a check-in cannot be built."""
        answers = (self.arousal, self.zone, self.pleasantness, self.safe, self.connected, self.sleep, self.slept)
        return not self.note and answers == _NO_ANSWERS

    @property
    def is_scheduled(self) -> bool:
        """True if it answers an open prompt of kind fixed, random or interval and was not backdated.

        One whose time was corrected since, by more than a prompt lives, counts as made by oneself; its origin stays.
        An answer that came without its prompt, from a file, is taken at its word: its time of noting says nothing.
        """
        is_moved = (
            self.prompt_id is not None and abs(self.experienced_at.utc - self.created_at.utc) > LIFE_OF_A_PROMPT
        )
        return self.origin.is_scheduled and not is_moved

    @property
    def is_unasked(self) -> bool:
        """True if the person made it by themselves, about that very moment."""
        return self.origin is Origin.SELF and not self.is_backdated

    @property
    def is_backdated(self) -> bool:
        """True if it is about another moment than the one it was noted at."""
        return self.experienced_at.utc != self.created_at.utc
