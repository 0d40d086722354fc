"""Slots that wrap the store's key: a passphrase's or the recovery code's, by Argon2id and AES-256-GCM.

Each slot says its own cost. A slot is bound to its store and its kind: none can be put in another's place.
"""

import binascii
import os
from dataclasses import dataclass, field
from enum import Enum
from typing import TYPE_CHECKING, Any

from companion.adapters.passphrase_key import COST_TODAY as COST_TODAY
from companion.adapters.passphrase_key import KEY_BYTES, NONCE_BYTES, SALT_BYTES, TAG_BYTES, cipher_for
from companion.adapters.passphrase_key import Cost as Cost
from companion.domain.secrets import SecretKind

if TYPE_CHECKING:
    from collections.abc import Iterable

    from companion.domain.secrets import Secret

_BOUND_TO = b"companion/key-slot/1"


class SlotKind(Enum):
    """Whose secret opens the slot."""

    PASSPHRASE = "passphrase"  # noqa: S105 - a name, no secret
    RECOVERY = "recovery"


SLOTS_OF = {SecretKind.PASSPHRASE: SlotKind.PASSPHRASE, SecretKind.RECOVERY_CODE: SlotKind.RECOVERY}


@dataclass(frozen=True, slots=True)
class Slot:
    """One wrapped key."""

    kind: SlotKind
    cost: Cost
    salt: bytes
    nonce: bytes
    wrapped: bytes = field(repr=False)

    def to_json(self) -> dict[str, object]:
        """As it stands in the key file."""
        return {
            "kind": self.kind.value,
            "kdf": "argon2id",
            "memory_kib": self.cost.memory_kib,
            "passes": self.cost.passes,
            "lanes": self.cost.lanes,
            "salt": _text(self.salt),
            "nonce": _text(self.nonce),
            "wrapped": _text(self.wrapped),
        }


def slot_from_json(content: dict[str, Any]) -> Slot:
    """The slot of `Slot.to_json`. Raises ValueError, KeyError or TypeError for anything else."""
    numbers = [content[name] for name in ("memory_kib", "passes", "lanes")]
    if content["kdf"] != "argon2id" or any(type(number) is not int for number in numbers):
        raise ValueError("not a slot of ours")
    slot = Slot(
        SlotKind(content["kind"]),
        Cost(*numbers),
        _bytes(content["salt"], SALT_BYTES),
        _bytes(content["nonce"], NONCE_BYTES),
        _bytes(content["wrapped"], KEY_BYTES + TAG_BYTES),
    )
    if not slot.cost.is_sane:
        raise ValueError("a slot that asks for too much")
    return slot


def wrap(key: bytes, secret: bytes, kind: SlotKind, store_salt: bytes, cost: Cost = COST_TODAY) -> Slot:
    """Wraps the 32 bytes of `key`, of the store that begins with `store_salt`, by `secret`. About 0.25 s."""
    salt, nonce = os.urandom(SALT_BYTES), os.urandom(NONCE_BYTES)
    return Slot(kind, cost, salt, nonce, cipher_for(secret, salt, cost).encrypt(nonce, key, _bound(kind, store_salt)))


def unwrap(slot: Slot, secret: bytes, store_salt: bytes) -> bytes | None:
    """The key in `slot`; None if the secret is another one, or the slot another store's. About 0.25 s."""
    from cryptography.exceptions import InvalidTag

    cipher = cipher_for(secret, slot.salt, slot.cost)
    try:
        key: bytes = cipher.decrypt(slot.nonce, slot.wrapped, _bound(slot.kind, store_salt))
    except InvalidTag:
        return None
    return key


def key_behind(slots: "Iterable[Slot]", secret: "Secret", store_salt: bytes) -> bytes | None:
    """The key in those of the slots that are of the secret's kind; None if it opens none. About 0.25 s for each."""
    for slot in slots:
        if slot.kind is SLOTS_OF[secret.kind]:
            key = unwrap(slot, secret.content, store_salt)
            if key is not None:
                return key
    return None


def _bound(kind: SlotKind, store_salt: bytes) -> bytes:
    return b"/".join((_BOUND_TO, kind.value.encode(), store_salt))


def _text(value: bytes) -> str:
    return binascii.b2a_base64(value, newline=False).decode()


def _bytes(text: str, length: int) -> bytes:
    value = binascii.a2b_base64(text, strict_mode=True)
    if len(value) != length:
        raise ValueError("a part of the slot is not whole")
    return value
