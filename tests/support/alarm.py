"""An alarm clock that tests own: it rings when the test says so."""

from datetime import datetime


class FakeAlarm:
    """Remembers what is set."""

    def __init__(self) -> None:
        self.times: dict[str, datetime] = {}
        self.was_woken = False

    def set(self, key: str, at: datetime) -> None:
        self.times[key] = at

    def cancel(self, key: str) -> None:
        self.times.pop(key, None)

    def wake(self) -> None:
        self.was_woken = True

    def stop(self) -> None:
        self.times.clear()

    @property
    def next(self) -> datetime | None:
        """The instant of the earliest alarm."""
        return min(self.times.values(), default=None)
