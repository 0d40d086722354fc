"""Sealed pieces: anybody can put one into the box, only the store can open it.

X25519 (RFC 7748) with a key pair made for each piece, HKDF-SHA256 (RFC 5869), AES-256-GCM. A piece is bound to its
name, and padded so that its length says nothing.
"""

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

MARK = b"CSP1"
PADDED_TO = 1024
_INFO = b"companion/spool/1"
_KEY_BYTES = 32
_NONCE_BYTES = 12


def public_key_of(private_key: bytes) -> bytes:
    """The public key that belongs to a private one, 32 bytes each."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def seal(content: bytes, name: str, public_key: bytes) -> bytes:
    """Seals `content`, which must not end in blanks, under `name`."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    once = X25519PrivateKey.generate()
    shared = once.exchange(X25519PublicKey.from_public_bytes(public_key))
    sender = once.public_key().public_bytes_raw()
    nonce = os.urandom(_NONCE_BYTES)
    padded = content.ljust(-(-len(content) // PADDED_TO) * PADDED_TO)
    return MARK + sender + nonce + _cipher(shared, sender, public_key).encrypt(nonce, padded, name.encode())


def unseal(sealed: bytes, name: str, private_key: bytes) -> bytes:
    """What was sealed under `name`. Raises ValueError if it was not sealed for this key and name, or is not whole."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey

    start = len(MARK)
    sender, rest = sealed[start : start + _KEY_BYTES], sealed[start + _KEY_BYTES :]
    nonce, locked = rest[:_NONCE_BYTES], rest[_NONCE_BYTES:]
    if not sealed.startswith(MARK) or not locked:
        raise ValueError("not a sealed piece")
    own = X25519PrivateKey.from_private_bytes(private_key)
    shared = own.exchange(X25519PublicKey.from_public_bytes(sender))
    try:
        opened = _cipher(shared, sender, own.public_key().public_bytes_raw()).decrypt(nonce, locked, name.encode())
    except InvalidTag:
        raise ValueError("sealed for another key or name, or changed") from None
    return opened.rstrip(b" ")


def _cipher(shared: bytes, sender: bytes, receiver: bytes) -> "AESGCM":
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return AESGCM(HKDF(SHA256(), _KEY_BYTES, salt=sender + receiver, info=_INFO).derive(shared))
