"""Files behind a passphrase of their own, `companion/sealed/1`: written and read piece by piece, never held whole.

A head of 79 bytes: the line `companion/sealed/1`; what a guess costs (KiB of memory, passes, lanes; 32 bits each,
the high byte first) and 16 random bytes of salt, for Argon2id; 16 bytes BLAKE2b of all that, which tell a damaged
head from a wrong passphrase; and a proof, 16 bytes. Then the content in pieces of 65,536 bytes, each followed by its
tag of 16 bytes; the last one is shorter, or whole, or, of an empty content alone, empty.

AES-256-GCM. The nonce of a piece is its number from 0 in 11 bytes and one byte that is 1 for the last piece, so that
none can be exchanged, left out or cut off at the end unnoticed; the proof is the tag of nothing under the nonce of
twelve bytes 255. With each goes what stands before the BLAKE2b. A salt, and so a key, is used for one file.
"""

import io
import os
import struct
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol

from companion.adapters.passphrase_key import COST_TODAY, NONCE_BYTES, SALT_BYTES, TAG_BYTES, Cost, cipher_for
from companion.adapters.transfer.incoming_file import LARGEST_MB, incoming_file
from companion.adapters.transfer.outgoing_file import outgoing_file
from companion.application.errors import Trouble, UserError

if TYPE_CHECKING:
    from _typeshed import ReadableBuffer, WriteableBuffer
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    from companion.domain.secrets import Secret

MARK = b"companion/sealed/1\n"
PIECE_BYTES = 65_536
LARGEST_SEALED_MB = 20_000  # nothing of it is held
_COST = struct.Struct(">III")
_CHECK_BYTES = 16
_BOUND_BYTES = len(MARK) + _COST.size + SALT_BYTES
_PROOF_NONCE = b"\xff" * NONCE_BYTES
HEAD_BYTES = _BOUND_BYTES + _CHECK_BYTES + TAG_BYTES

Outgoing = Callable[[Path], AbstractContextManager[BinaryIO]]


class Incoming(Protocol):
    """Opens a file that comes in; it may not be larger than that."""

    def __call__(self, path: Path, largest_mb: int = LARGEST_MB) -> AbstractContextManager[BinaryIO]: ...


def is_sealed(path: Path) -> bool:
    """True if the file says that it is one of these. Raises UserError as `incoming_file` does."""
    with incoming_file(path, LARGEST_SEALED_MB) as file:
        return file.read(len(MARK)) == MARK


def sealing(secret: "Secret", cost: Cost = COST_TODAY) -> Outgoing:
    """What opens a file to write to in place of `outgoing_file`, sealed by that passphrase."""

    @contextmanager
    def opened(path: Path) -> Iterator[BinaryIO]:
        with outgoing_file(path) as file:
            seal = _Seal(file, secret, cost)
            content = io.BufferedWriter(seal, PIECE_BYTES)
            yield content
            content.flush()
            seal.finish()

    return opened


def unsealing(secret: "Secret | None") -> Incoming:
    """What opens a file to read in place of `incoming_file`, whether it is sealed or not.

    Raises UserError: FILE_SEALED if it is and there is no passphrase, FILE_SECRET_WRONG for another passphrase,
    FILE_SEAL_BROKEN, also while it is read, for one that is damaged or cut off.
    """

    @contextmanager
    def opened(path: Path, largest_mb: int = LARGEST_MB) -> Iterator[BinaryIO]:
        with incoming_file(path, largest_mb) as file:
            if file.read(len(MARK)) != MARK:
                file.seek(0)
                yield file
            elif secret is None:
                raise UserError(Trouble.FILE_SEALED, path=str(path))
            else:
                yield io.BufferedReader(_Unsealed(file, secret, path), PIECE_BYTES)

    return opened


class _Seal(io.RawIOBase):
    """What is written goes on as sealed pieces; the last one only with `finish`."""

    def __init__(self, file: BinaryIO, secret: "Secret", cost: Cost) -> None:
        self._file = file
        self._number = 0
        self._waiting = bytearray()
        salt = os.urandom(SALT_BYTES)
        self._bound = MARK + _COST.pack(cost.memory_kib, cost.passes, cost.lanes) + salt
        self._cipher = cipher_for(secret.content, salt, cost)
        file.write(self._bound + _check(self._bound) + _proof(self._cipher, self._bound))

    def writable(self) -> bool:
        return True

    def write(self, content: "ReadableBuffer", /) -> int:
        before = len(self._waiting)
        self._waiting += content
        taken = len(self._waiting) - before
        while len(self._waiting) > PIECE_BYTES:
            self._put(bytes(self._waiting[:PIECE_BYTES]), is_last=False)
            del self._waiting[:PIECE_BYTES]
        return taken

    def finish(self) -> None:
        """What was written is all there is."""
        self._put(bytes(self._waiting), is_last=True)

    def _put(self, piece: bytes, *, is_last: bool) -> None:
        self._file.write(self._cipher.encrypt(_nonce(self._number, is_last=is_last), piece, self._bound))
        self._number += 1


class _Unsealed(io.RawIOBase):
    """Each piece is read, found genuine, and only then given on."""

    def __init__(self, file: BinaryIO, secret: "Secret", path: Path) -> None:
        self._file = file
        self._path = path
        self._number = 0
        self._content = memoryview(b"")
        self._bound, self._cipher = self._opened(secret)
        self._next: bytes | None = self._file.read(PIECE_BYTES + TAG_BYTES)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: "WriteableBuffer", /) -> int:
        if not self._content and self._next is not None:
            self._content = memoryview(self._piece(self._next))
        room = memoryview(buffer).cast("B")
        count = min(len(room), len(self._content))
        room[:count] = self._content[:count]
        self._content = self._content[count:]
        return count

    def _piece(self, sealed: bytes) -> bytes:
        """That piece, which is the last one if nothing comes after it."""
        from cryptography.exceptions import InvalidTag

        self._next = self._file.read(PIECE_BYTES + TAG_BYTES) or None
        nonce = _nonce(self._number, is_last=self._next is None)
        self._number += 1
        try:
            piece: bytes = self._cipher.decrypt(nonce, sealed, self._bound)
        except (InvalidTag, ValueError):
            raise self._broken() from None
        return piece

    def _opened(self, secret: "Secret") -> tuple[bytes, "AESGCM"]:
        """The file stands behind its mark."""
        rest = self._file.read(HEAD_BYTES - len(MARK))
        head = MARK + rest
        bound, check, proof = head[:_BOUND_BYTES], head[_BOUND_BYTES:-TAG_BYTES], head[-TAG_BYTES:]
        if len(head) < HEAD_BYTES or check != _check(bound):
            raise self._broken()
        cost = Cost(*_COST.unpack_from(bound, len(MARK)))
        if not cost.is_sane:
            raise self._broken()
        cipher = cipher_for(secret.content, bound[-SALT_BYTES:], cost)
        if _proof(cipher, bound) != proof:
            raise UserError(Trouble.FILE_SECRET_WRONG, path=str(self._path))
        return bound, cipher

    def _broken(self) -> UserError:
        return UserError(Trouble.FILE_SEAL_BROKEN, path=str(self._path))


def _nonce(number: int, *, is_last: bool) -> bytes:
    return number.to_bytes(NONCE_BYTES - 1, "big") + bytes([is_last])


def _check(bound: bytes) -> bytes:
    return blake2b(bound, digest_size=_CHECK_BYTES).digest()


def _proof(cipher: "AESGCM", bound: bytes) -> bytes:
    return bytes(cipher.encrypt(_PROOF_NONCE, b"", bound))
