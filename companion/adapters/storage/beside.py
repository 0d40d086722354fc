"""What lies beside a locked store: where the sealed pieces are, and whether any wait. Cheap to ask at every start."""

import os
from pathlib import Path

SPOOL = "spool"
SEALED = ".sealed"


def pieces_wait(folder: Path) -> bool:
    """True if something was noted while the store in `folder` was locked, and is not in it yet."""
    try:
        return any(name.endswith(SEALED) for name in os.listdir(folder / SPOOL))
    except OSError:
        return False
