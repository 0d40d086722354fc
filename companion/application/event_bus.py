"""The event bus: whoever wants to know is told, on the thread that publishes (the GUI's)."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from companion.application.events import Event

E = TypeVar("E", bound="Event")


class EventBus:
    """Delivers each event to its listeners in the order they came. One that fails does not silence the others."""

    def __init__(self) -> None:
        self._listeners: dict[type, list[Callable[..., None]]] = {}

    def listen(self, kind: type[E], listener: Callable[[E], None]) -> None:
        """From now on `listener` hears every event of that kind."""
        self._listeners.setdefault(kind, []).append(listener)

    def publish(self, event: Event) -> None:
        """Tells everyone who listens. A listener's failure is a bug: the others still hear, then it is raised."""
        failures: list[Exception] = []
        for listener in self._listeners.get(type(event), []):
            try:
                listener(event)
            except Exception as failure:
                _log_failure(type(event).__name__)
                failures.append(failure)
        if failures:
            raise failures[0]


def _log_failure(event: str) -> None:
    import logging  # costs a check-in from the command line some milliseconds, and is almost never needed

    logging.getLogger(__name__).exception("a listener of %s failed", event)
