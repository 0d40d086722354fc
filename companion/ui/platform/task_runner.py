"""One worker beside the GUI thread."""

import logging
from collections.abc import Callable
from threading import Thread

from companion.application.failure_text import failure_text
from companion.ui.platform.main_thread import MainThread

log = logging.getLogger(__name__)

Work = Callable[[], object]
Done = Callable[[object], None]


class ThreadTaskRunner:
    """Fills the TaskRunner port with one thread that starts with the first task and takes them in order."""

    def __init__(self, main_thread: MainThread) -> None:
        from queue import SimpleQueue

        self._main_thread = main_thread
        self._tasks: SimpleQueue[tuple[Work, Done | None] | None] = SimpleQueue()
        self._thread: Thread | None = None
        self._is_stopping = False

    def run(self, work: Work, done: Done | None = None) -> None:
        """Runs `work` on the worker; `done` gets its result on the GUI thread.

        A failure is logged by kind and place, and raised on the GUI thread. After `stop` nothing runs.
        """
        if self._is_stopping:
            return
        if self._thread is None:
            self._thread = Thread(target=self._work, name="companion-worker", daemon=True)
            self._thread.start()
        self._tasks.put((work, done))

    def stop(self) -> None:
        """Waits for the task that runs now; those behind it are dropped, and no `done` is called any more."""
        self._is_stopping = True
        self._tasks.put(None)
        if self._thread is not None:
            self._thread.join()
            self._thread = None

    def _work(self) -> None:
        while (task := self._tasks.get()) is not None and not self._is_stopping:
            self._run_one(*task)

    def _run_one(self, work: Work, done: Done | None) -> None:
        try:
            result = work()
        except Exception as failure:
            log.error("a task did not finish\n%s", failure_text(failure))
            self._main_thread.post(_raising(failure))
            return
        if done is not None:
            self._main_thread.post(lambda: None if self._is_stopping else done(result))


def _raising(failure: Exception) -> Callable[[], None]:
    def raise_it() -> None:
        raise failure

    return raise_it
