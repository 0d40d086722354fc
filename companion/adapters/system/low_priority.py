"""Work that gives way to everything else on the computer."""

import os
import threading
from contextlib import suppress

LOWEST = 19


def give_way() -> None:
    """From now on this thread gets the processor only where nobody else wants it; where systems know no such thing,
    nothing happens."""
    with suppress(OSError, AttributeError):
        os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), LOWEST)
