"""When a person's day begins: the hours before belong to the day before."""

from datetime import time

from companion.domain.errors import DomainError, Rule

START_OF_DAY = time(4, 0)
LATEST_START_OF_DAY = time(12, 0)


def checked_day_start(day_start: time) -> time:
    """That time of day, to the minute. Raises DomainError(DAY_START_TOO_LATE) after noon."""
    if day_start > LATEST_START_OF_DAY:
        raise DomainError(Rule.DAY_START_TOO_LATE)
    return day_start.replace(second=0, microsecond=0, tzinfo=None)
