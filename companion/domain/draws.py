"""Numbers drawn from a secret: the same for the same day and reminder, unforeseeable without the secret."""

from collections.abc import Iterator
from datetime import date

_BITS = 53  # what fits a float exactly


def draws(secret: bytes, reminder_id: str, day: date) -> Iterator[float]:
    """Endless numbers, uniform in [0, 1), seeded with HMAC-SHA256(secret, reminder id | date).

    Only hashes are used, so that neither a restart nor another version of Python draws anew.
    """
    import hashlib
    import hmac
    from itertools import count

    seed = hmac.digest(secret, f"{reminder_id}|{day.isoformat()}".encode(), "sha256")
    for number in count():
        drawn = hashlib.sha256(seed + number.to_bytes(8, "big")).digest()
        yield (int.from_bytes(drawn[:8], "big") >> (64 - _BITS)) / (1 << _BITS)


def secret_of_seed(seed: int) -> bytes:
    """A secret for simulated draws; never that of a store."""
    import hashlib

    return hashlib.sha256(f"companion/simulated-draw/{seed}".encode()).digest()
