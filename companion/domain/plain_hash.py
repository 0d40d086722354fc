"""SHA-1, SHA-256 and HMAC-SHA-256 of a few bytes by Python's own code: what it is built of, and no OpenSSL.

`hashlib` and `hmac` load OpenSSL, 3.5 MB that a program waiting in the tray would hold for a few short draws a day.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Protocol, cast

_BLOCK = 64  # bytes that SHA-256 takes at a time
_INNER = bytes(byte ^ 0x36 for byte in range(256))
_OUTER = bytes(byte ^ 0x5C for byte in range(256))


class Hash(Protocol):
    """What hashing gives."""

    def digest(self) -> bytes:
        """The hash of all that was put in."""


def _function(name: str, *homes: str) -> Callable[[bytes], Hash]:
    """Where Python keeps its own differs by version, and a build may leave it out: then it is OpenSSL's."""
    for home in (*homes, "hashlib"):
        try:
            return cast("Callable[[bytes], Hash]", getattr(import_module(home), name))
        except (ImportError, AttributeError):
            continue
    raise ImportError(name)


sha1 = _function("sha1", "_sha1")
sha256 = _function("sha256", "_sha2", "_sha256")


def hmac_sha256(key: bytes, text: bytes) -> bytes:
    """HMAC-SHA-256 (RFC 2104), 32 bytes; for draws, not for deciding whether somebody knows a secret."""
    block = (sha256(key).digest() if len(key) > _BLOCK else key).ljust(_BLOCK, b"\0")
    return sha256(block.translate(_OUTER) + sha256(block.translate(_INNER) + text).digest()).digest()
