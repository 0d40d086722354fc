"""Asking something that may hang, on a thread of its own, and going on without it."""

import logging
from collections.abc import Callable
from threading import Event, Thread
from typing import Generic, TypeVar

log = logging.getLogger(__name__)

T = TypeVar("T")


class Asked(Generic[T]):
    """One that can be asked again and again. While an answer is outstanding it is not asked anew."""

    def __init__(self) -> None:
        self._is_answered = Event()
        self._is_answered.set()
        self._found: T | None = None
        self._is_late = False

    def begin(self, work: Callable[[], T]) -> None:
        """Asks, unless the last question still hangs."""
        self._is_late = not self._is_answered.is_set()
        if not self._is_late:
            self._is_answered.clear()
            self._found = None
            Thread(target=self._run, args=(work,), name="companion-asks", daemon=True).start()

    def answer(self, patience: float) -> T | None:
        """What was answered within so many seconds; None if that was too short, failed, or hung before."""
        is_there = not self._is_late and self._is_answered.wait(patience)
        return self._found if is_there else None

    def _run(self, work: Callable[[], T]) -> None:
        try:
            self._found = work()
        except Exception as failure:  # an answer of an unheard-of shape: what it says stays unknown
            log.info("the desktop's answer was not understood: %s", type(failure).__name__)
        finally:
            self._is_answered.set()
