"""When the person last noted something, as far as reminders have to know."""

from dataclasses import dataclass, replace
from datetime import datetime

from companion.domain.reminder import Purpose


@dataclass(frozen=True, slots=True)
class LastNoted:
    """Instants in UTC, each None if it never happened.

    `unasked` is when a check-in was last made unasked about that very moment, `check_in` the moment that the newest
    check-in is about, however it came; `reflection` and `triangle` those of the newest of each.
    """

    unasked: datetime | None = None
    check_in: datetime | None = None
    reflection: datetime | None = None
    triangle: datetime | None = None

    def for_purpose(self, purpose: Purpose) -> datetime | None:
        """When what a prompt of that purpose asks for was last noted."""
        return {
            Purpose.CHECK_IN: self.check_in,
            Purpose.REFLECTION: self.reflection,
            Purpose.TRIANGLE: self.triangle,
        }[purpose]

    def with_check_in(self, at: datetime, *, is_unasked: bool) -> "LastNoted":
        """The same with a check-in made at `at`."""
        newest = replace(self, check_in=_later(self.check_in, at))
        return replace(newest, unasked=_later(self.unasked, at)) if is_unasked else newest

    def or_later(self, other: "LastNoted") -> "LastNoted":
        """The later one of each."""
        return LastNoted(
            _later(self.unasked, other.unasked),
            _later(self.check_in, other.check_in),
            _later(self.reflection, other.reflection),
            _later(self.triangle, other.triangle),
        )


NOTHING_NOTED = LastNoted()


def _later(one: datetime | None, other: datetime | None) -> datetime | None:
    return max((each for each in (one, other) if each is not None), default=None)
