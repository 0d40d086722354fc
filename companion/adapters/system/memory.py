"""The program's memory: nothing of it is left by a crash, and little of it is held while the program waits."""

import re
import sys
from contextlib import suppress
from pathlib import Path

_NOT_NEEDED = 4  # MADV_DONTNEED
_BETWEEN_PIECES = re.compile(r"^(?=[0-9a-f]+-[0-9a-f]+ )", re.MULTILINE)
_PIECE = re.compile(r"([0-9a-f]+)-([0-9a-f]+) r-[x-]p .*\.so\b.*\n")
_NOTHING_CHANGED = re.compile(r"^Anonymous: +0 kB$", re.MULTILINE)


def leave_no_core_dumps() -> None:
    """From now on a crash of this process writes no copy of its memory, which holds keys and words in clear.

    Where the system has such limits; a system that hands crashes to a service of its own may still keep them.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def give_back() -> None:
    """Lets go of memory that a program with nothing on the screen does not need, on Linux; takes about 20 ms.

    Those are free parts of the heap, and libraries as far as they are in memory just as they are on the disk: most of
    that was only touched to load them. What is touched again comes back by itself, from the system's own cache.
    """
    if not sys.platform.startswith("linux"):
        return
    import ctypes

    libc = ctypes.CDLL(None)
    with suppress(OSError):
        for begin, end in _unchanged_pieces(Path("/proc/self/smaps").read_text()):
            libc.madvise(ctypes.c_void_p(begin), ctypes.c_size_t(end - begin), _NOT_NEEDED)
    with suppress(AttributeError):  # not every C library has it
        libc.malloc_trim(0)


def _unchanged_pieces(smaps: str) -> list[tuple[int, int]]:
    """Where libraries lie that nobody can write to, and of which no page was changed: that could not come back."""
    return [
        (int(piece[1], 16), int(piece[2], 16))
        for piece in map(_PIECE.match, _BETWEEN_PIECES.split(smaps))
        if piece is not None and _NOTHING_CHANGED.search(piece.string)
    ]
