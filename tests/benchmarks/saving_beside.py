"""How long somebody who saves waits for another who writes much."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from queue import Queue
from threading import Event, Thread

from companion.adapters.storage.vault import SqliteVault
from tests.support.builders import a_check_in

SECONDS_BETWEEN_SAVES = 0.05
WINDOW, COMMAND_LINE = "in the window", "from the command line"


class Beside:
    """While it is entered, saves come from the window and from the command line; `vault` is the worker's.

    `held` are the milliseconds of each of the worker's write transactions, `waited` those of each save.
    """

    def __init__(self, folder: Path) -> None:
        self.held: list[float] = []
        self.waited: dict[str, list[float]] = {WINDOW: [], COMMAND_LINE: []}
        self._folder = folder
        self._opened = Queue[SqliteVault]()
        self._is_over = Event()
        self._saving = [Thread(target=self._save, args=(each,)) for each in self.waited.values()]

    def __enter__(self) -> SqliteVault:
        self._saving[0].start()
        self._vault = self._opened.get().worker()
        self._saving[1].start()
        self._vault.writing = _timed(self._vault, self.held)  # type: ignore[method-assign, assignment]
        return self._vault

    def __exit__(self, *_raised: object) -> None:
        self._is_over.set()
        for thread in self._saving:
            thread.join()
        self._vault.close()

    def report(self) -> None:
        """Prints how long the lock was held, and how long saves took."""
        print(f"{'':<22} write lock, {len(self.held):,} times: {_spread(self.held)}")
        for who, milliseconds in self.waited.items():
            print(f"{'':<22} saves meanwhile {who}, {len(milliseconds):,}: {_spread(milliseconds)}")

    def _save(self, waited: list[float]) -> None:
        """Durable when the block ends. The first is the window, beside whose store the worker's is; the other knows
        nothing of them, as another process.
        """
        vault = SqliteVault(self._folder)
        self._opened.put(vault)
        while not self._is_over.wait(SECONDS_BETWEEN_SAVES):
            start = time.perf_counter()
            with vault.writing() as store:
                store.check_ins.add(a_check_in())
            waited.append((time.perf_counter() - start) * 1000)
        vault.close()


def _timed(vault: SqliteVault, held: list[float]) -> Callable[[], object]:
    writing = vault.writing

    @contextmanager
    def timed() -> Iterator[object]:
        with writing() as store:
            start = time.perf_counter()
            yield store
        held.append((time.perf_counter() - start) * 1000)

    return timed


def _spread(milliseconds: list[float]) -> str:
    ordered = sorted(milliseconds)
    middle, most = ordered[len(ordered) // 2], ordered[len(ordered) * 99 // 100]
    return f"median {middle:.1f} ms, 99 of 100 within {most:.1f} ms, longest {ordered[-1]:.1f} ms"
