"""APScheduler as a plain alarm clock: one job per key, nothing stored, and a late ring is still a ring."""

import logging
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime
from typing import Any

from companion.adapters.scheduling.lean_library import load_library


class APSchedulerAlarm:
    """Fills the Alarm port. `ring` is called with the key, on a thread of the alarm: it has to hand over quickly.

    The library is loaded and its thread begins with the first alarm that is set.
    """

    def __init__(self, ring: Callable[[str], None]) -> None:
        self._ring = ring
        self._scheduler: Any = None
        self._is_stopped = False
        self._ringing = threading.RLock()

    def set(self, key: str, at: datetime) -> None:
        """Rings once at that aware instant, at once if it has passed; replaces the alarm of the same key."""
        if self._is_stopped:
            return
        scheduler = self._running()
        from apscheduler.triggers.date import DateTrigger

        trigger = DateTrigger(at.astimezone(UTC), timezone=UTC)
        scheduler.add_job(self._on_time, trigger, args=[key], id=key, name="alarm", replace_existing=True)

    def cancel(self, key: str) -> None:
        """Takes the alarm back if it is set."""
        if self._scheduler is None:
            return
        from apscheduler.jobstores.base import JobLookupError

        with suppress(JobLookupError):
            self._scheduler.remove_job(key)

    def wake(self) -> None:
        """Looks at the clock again: the computer slept, or the clock was moved."""
        if self._scheduler is not None and not self._is_stopped:
            self._scheduler.wakeup()

    def stop(self) -> None:
        """No ring comes after this returns; one that is under way is waited for."""
        with self._ringing:
            was_stopped, self._is_stopped = self._is_stopped, True
        if self._scheduler is None or was_stopped:
            return
        # Shut down during a ring, the library hands a job to a pool that is closed already. Paused it begins no
        # further one, and get_jobs() waits for the lock that a pass in progress holds.
        self._scheduler.pause()
        self._scheduler.get_jobs()
        self._scheduler.shutdown(wait=False)

    def _running(self) -> Any:
        if self._scheduler is None:
            self._scheduler = _a_scheduler()
        return self._scheduler

    def _on_time(self, key: str) -> None:
        with self._ringing:
            if not self._is_stopped:
                self._ring(key)


def _a_scheduler() -> Any:
    """Its default grace of one second would drop a ring that sleep delayed."""
    load_library()
    from apscheduler.executors.pool import ThreadPoolExecutor
    from apscheduler.schedulers.background import BackgroundScheduler

    logging.getLogger("apscheduler").setLevel(logging.WARNING)
    scheduler = BackgroundScheduler(
        timezone=UTC,
        executors={"default": ThreadPoolExecutor(1)},
        job_defaults={"misfire_grace_time": None, "coalesce": True},
    )
    scheduler.start()
    return scheduler
