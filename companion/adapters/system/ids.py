"""New ids: UUIDv7 as text, so that later ids sort after earlier ones."""

import os
import time

_MILLISECOND = 1_000_000
_COUNTER_BITS = 12


class SystemIds:
    """Makes UUIDv7 (RFC 9562): milliseconds since 1970, a counter within them, and 62 random bits.

    Within a process ids always grow, also when the clock is set back.
    """

    def __init__(self) -> None:
        self._last = 0

    def new_id(self) -> str:
        """A new id, greater than all before."""
        self._last = max(self._last + 1, self._from_clock())
        return _as_text(self._last, os.urandom(8))

    def _from_clock(self) -> int:
        # 12 bits below the millisecond, as RFC 9562 6.2 method 3 has it.
        nanoseconds = time.time_ns()
        fraction = (nanoseconds % _MILLISECOND << _COUNTER_BITS) // _MILLISECOND
        return nanoseconds // _MILLISECOND << _COUNTER_BITS | fraction


def _as_text(ticks: int, noise: bytes) -> str:
    time_part, counter = ticks >> _COUNTER_BITS, ticks & (1 << _COUNTER_BITS) - 1
    tail = int.from_bytes(noise, "big") & (1 << 62) - 1 | 0b10 << 62
    digits = f"{time_part:012x}7{counter:03x}{tail:016x}"
    return "-".join((digits[:8], digits[8:12], digits[12:16], digits[16:20], digits[20:]))
