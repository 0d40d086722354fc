"""What passes between the security service and the keeper of the key."""

from dataclasses import dataclass, field
from enum import Enum


class OlderCopies(Enum):
    """What becomes of the copies made under the key before: written anew under the new one, or deleted."""

    REENCRYPT = "reencrypt"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Rewritten:
    """The store stands under a new key, or the key has a new recovery code.

    `recovery_code` is to be shown once and kept nowhere; "" where there is no passphrase. `copies_left` names the
    copies that still stand under the key before, because they could not be read or written.
    """

    recovery_code: str = field(default="", repr=False)
    copies_left: tuple[str, ...] = ()
