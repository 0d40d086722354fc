"""Python's collector of unreachable cycles, which rests while the program starts or reads very much."""

import gc
from collections.abc import Callable

MUCH = 50_000


def rest() -> None:
    """No collecting from now on.

    Starting makes tens of thousands of things that all stay. The collector would go through them again and again
    and find nothing, for a fifth of the time until the first picture.
    """
    gc.disable()


def resume() -> None:
    """Collecting as usual. What the start made will stay, so it is not gone through any more."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()


def resting(work: Callable[[], object]) -> Callable[[], object]:
    """`work` for a worker, with the collector at rest meanwhile; for what leaves no cycles behind.

    Collecting stops every thread, the window's too, for as long as everything that was ever made takes. If `work`
    made more than 50,000 things, they are not gone through any more: reading that many is rare, and they stay.
    """

    def rested() -> object:
        if not gc.isenabled():  # somebody else rests it, and resumes
            return work()
        gc.disable()
        try:
            return work()
        finally:
            if gc.get_count()[0] > MUCH:
                gc.freeze()
            gc.enable()

    return rested
