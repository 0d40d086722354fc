"""Keys that are made from a passphrase by Argon2id, and at what price for whoever guesses.

Argon2id (RFC 9106) with its second recommended parameters, 64 MiB, 3 passes, 4 lanes; whatever is locked says its
own, so that they can be raised.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

NONCE_BYTES = 12
SALT_BYTES = 16
KEY_BYTES = 32
TAG_BYTES = 16


@dataclass(frozen=True, slots=True, order=True)
class Cost:
    """What a guess costs: memory in KiB, passes over it, lanes side by side."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    @property
    def is_sane(self) -> bool:
        """False for what nothing of ours says and what would take the machine down: over 1 GiB or 16 passes."""
        return 8 * self.lanes <= self.memory_kib <= 1024 * 1024 and 1 <= self.passes <= 16 and 1 <= self.lanes <= 16

    def is_weaker_than(self, other: "Cost") -> bool:
        """True if a guess at this cost takes less memory or less time."""
        return self.memory_kib < other.memory_kib or self.passes < other.passes


COST_TODAY = Cost()


def cipher_for(secret: bytes, salt: bytes, cost: Cost) -> "AESGCM":
    """AES-256-GCM under the key of that secret. About 0.25 s at the cost of today."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    derivation = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return AESGCM(derivation.derive(secret))
