"""Numbers drawn from a secret: the same for the same day and reminder, unforeseeable without the secret."""

from collections.abc import Iterator
from datetime import date
from itertools import count

from companion.domain.plain_hash import hmac_sha256, sha256

_BITS = 53  # what fits a float exactly


def draws(secret: bytes, reminder_id: str, day: date) -> Iterator[float]:
    """Endless numbers, uniform in [0, 1), seeded with HMAC-SHA256(secret, reminder id | date).

    Only hashes are used, so that neither a restart nor another version of Python draws anew.
    """
    seed = hmac_sha256(secret, f"{reminder_id}|{day.isoformat()}".encode())
    for number in count():
        drawn = sha256(seed + number.to_bytes(8, "big")).digest()
        yield (int.from_bytes(drawn[:8], "big") >> (64 - _BITS)) / (1 << _BITS)


def secret_of_seed(seed: int) -> bytes:
    """A secret for simulated draws; never that of a store."""
    return sha256(f"companion/simulated-draw/{seed}".encode()).digest()
