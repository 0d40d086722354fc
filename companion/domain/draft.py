"""A half-filled check-in that survives closing."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from companion.domain.context import NO_CONTEXT, Context
from companion.domain.input_method import InputMethod
from companion.domain.moment import Moment
from companion.domain.zone import Zone

KEPT_FOR = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Draft:
    """What was touched but not saved, with the moment it was begun.

    `first_touch` and `method` are those of the line of energy; `took` is how long it was answered until it was kept,
    as `Answering` counts it, or None if that is not known.
    """

    begun_at: Moment
    arousal: int | None = None
    zone: Zone | None = None
    note: str = ""
    experienced_at: Moment | None = None
    pleasantness: int | None = None
    safe: int | None = None
    connected: int | None = None
    sleep: int | None = None
    slept: timedelta | None = None
    tags: tuple[str, ...] = ()
    context: Context = NO_CONTEXT
    first_touch: int | None = None
    method: InputMethod | None = None
    took: timedelta | None = None

    @property
    def is_empty(self) -> bool:
        """True if there is nothing to keep."""
        ratings = (self.arousal, self.zone, self.pleasantness, self.safe, self.connected, self.sleep, self.slept)
        has_words = bool(self.note.strip() or self.tags) or not self.context.is_empty
        return all(rating is None for rating in ratings) and not has_words

    def is_stale(self, now: datetime) -> bool:
        """True once it is older than 24 hours."""
        return now - self.begun_at.utc > KEPT_FOR
