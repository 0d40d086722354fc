"""What lies in a store's file once its encryption is taken off, free pages and all."""

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher
from cryptography.hazmat.primitives.ciphers.algorithms import AES
from cryptography.hazmat.primitives.ciphers.modes import CBC

from companion.adapters.storage.database import PAGE_BYTES, STORE_NAME
from companion.adapters.storage.key_file import SALT_BYTES, read_key

IV_BYTES, RESERVED_BYTES = 16, 80


def decrypted(folder: Path) -> bytes:
    """Every page of the closed store in `folder`, as SQLCipher 4 wrote it: AES-256-CBC, each page with its own IV."""
    content = (folder / STORE_NAME).read_bytes()
    key = read_key(folder).key
    pages = []
    for start in range(0, len(content), PAGE_BYTES):
        page = content[start : start + PAGE_BYTES]
        iv = page[-RESERVED_BYTES : -RESERVED_BYTES + IV_BYTES]
        body = page[0 if start else SALT_BYTES : -RESERVED_BYTES]
        pages.append(Cipher(AES(key), CBC(iv)).decryptor().update(body))
    return b"".join(pages)
