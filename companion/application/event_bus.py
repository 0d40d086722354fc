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

    def stop_listening(self, kind: type[E], listener: Callable[[E], None]) -> None:
        """From now on that `listener`, the very one that was given, hears no event of that kind."""
        self._listeners[kind].remove(listener)

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


class BusBranch(EventBus):
    """The same bus for a part of the program that ends before the others: after `end` nobody of it is told."""

    def __init__(self, trunk: EventBus) -> None:
        self._trunk = trunk
        self._heard: list[tuple[type, Callable[..., None]]] = []

    def listen(self, kind: type[E], listener: Callable[[E], None]) -> None:
        """Until `end`."""
        self._trunk.listen(kind, listener)
        self._heard.append((kind, listener))

    def stop_listening(self, kind: type[E], listener: Callable[[E], None]) -> None:
        """As on the bus itself."""
        self._trunk.stop_listening(kind, listener)
        self._heard.remove((kind, listener))

    def publish(self, event: Event) -> None:
        """Tells everyone who listens, on this branch or elsewhere."""
        self._trunk.publish(event)

    def end(self) -> None:
        """Whoever listened here listens no more."""
        for kind, listener in self._heard:
            self._trunk.stop_listening(kind, listener)
        self._heard.clear()


def _log_failure(event: str) -> None:
    import logging  # costs a check-in from the command line some milliseconds, and is almost never needed

    logging.getLogger(__name__).exception("a listener of %s failed", event)
