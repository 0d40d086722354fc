"""A worker that works when the test says so."""

from collections.abc import Callable


class FakeWorker:
    """Fills TaskRunner; what it is given waits for `work`."""

    def __init__(self) -> None:
        self._given: list[tuple[Callable[[], object], Callable[[object], None] | None]] = []

    def run(self, work: Callable[[], object], done: Callable[[object], None] | None = None) -> None:
        self._given.append((work, done))

    def work(self) -> None:
        """Does what waits now."""
        given, self._given = self._given, []
        for work, done in given:
            result = work()
            if done is not None:
                done(result)
