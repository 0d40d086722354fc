"""What a crash leaves of the program's memory: nothing."""

from contextlib import suppress


def leave_no_core_dumps() -> None:
    """From now on a crash of this process writes no copy of its memory, which holds keys and words in clear.

    Where the system has such limits; a system that hands crashes to a service of its own may still keep them.
    """
    with suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
