"""What lies in a store's file once its encryption is taken off, free pages and all."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from companion.adapters.storage.database import PAGE_BYTES, STORE_NAME
from companion.adapters.storage.key_file import SALT_BYTES, StoreKey, read_key

IV_BYTES, RESERVED_BYTES = 16, 80
WAL_HEAD_BYTES, FRAME_HEAD_BYTES = 32, 24


def decrypted(folder: Path) -> bytes:
    """Every page of the closed store in `folder`, as SQLCipher 4 wrote it: AES-256-CBC, each page with its own IV."""
    content = (folder / STORE_NAME).read_bytes()
    pages = [content[start : start + PAGE_BYTES] for start in range(0, len(content), PAGE_BYTES)]
    return _opened(pages, read_key(folder))


def decrypted_log(folder: Path) -> bytes:
    """Every page in the write-ahead log of the open store in `folder`, those of a time before as well."""
    content = (folder / f"{STORE_NAME}-wal").read_bytes()
    starts = range(WAL_HEAD_BYTES + FRAME_HEAD_BYTES, len(content), FRAME_HEAD_BYTES + PAGE_BYTES)
    return _opened([content[start : start + PAGE_BYTES] for start in starts], read_key(folder))


def _opened(pages: list[bytes], key: StoreKey) -> bytes:
    bodies = []
    for page in pages:
        iv = page[-RESERVED_BYTES : -RESERVED_BYTES + IV_BYTES]
        body = page[SALT_BYTES if page.startswith(key.salt) else 0 : -RESERVED_BYTES]
        bodies.append(Cipher(AES(key.key), CBC(iv)).decryptor().update(body))
    return b"".join(bodies)
