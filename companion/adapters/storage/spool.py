"""The spool: sealed files beside the locked store, one for each thing that was noted meanwhile."""

import os
from collections.abc import Iterable, Sequence
from contextlib import suppress
from pathlib import Path

from companion.adapters.storage.beside import SPOOL
from companion.adapters.storage.files import make_private_folder, sync_folder, write_durably
from companion.adapters.storage.spool_piece import Piece, PieceName, from_bytes, name_from, name_of, to_bytes
from companion.application.errors import Trouble, UserError

PUBLIC_KEY_NAME = "key.pub"
SET_ASIDE = ".unreadable"


class Spool:
    """The spool of one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder / SPOOL

    def make_ready(self, private_key: bytes) -> None:
        """Lays out the public key that pieces are sealed to, before the store is locked. Raises UserError."""
        from companion.adapters.storage.sealing import public_key_of

        public_key = public_key_of(private_key)
        if self._public_key() != public_key:
            make_private_folder(self._folder)
            write_durably(self._folder / PUBLIC_KEY_NAME, public_key)

    def names(self) -> list[PieceName]:
        """What lies in the spool, in the order it was noted."""
        return sorted(name for name in map(name_from, self._file_names()) if name is not None)

    def set_aside(self) -> int:
        """How many files could not be read and were kept aside."""
        return sum(name.endswith(SET_ASIDE) for name in self._file_names())

    def put(self, pieces: Sequence[Piece]) -> None:
        """Seals pieces in that order; all are on the disk when this returns, or none.

        Raises UserError(LOCKED) if nothing can be sealed before the store was unlocked once, and UserError for a
        full or failing disk.
        """
        from companion.adapters.storage.sealing import seal

        public_key = self._public_key()
        if public_key is None:
            raise UserError(Trouble.LOCKED)
        number = max((name.number for name in self.names()), default=0)
        written: list[str] = []
        try:
            for number, piece in enumerate(pieces, start=number + 1):  # noqa: B020 - counts on from what is there
                name = name_of(piece, number).file_name()
                written.append(name)
                write_durably(self._folder / name, seal(to_bytes(piece), name, public_key))
        except UserError:
            self._remove(written)
            raise

    def take(self, private_keys: Sequence[bytes]) -> list[tuple[PieceName, Piece]]:
        """Opens what lies there, in the order it was noted. What cannot be read is set aside, never removed."""
        taken = []
        for name in self.names():
            file_name = name.file_name()
            try:
                sealed = (self._folder / file_name).read_bytes()
                taken.append((name, from_bytes(name, _unsealed(sealed, file_name, private_keys))))
            except FileNotFoundError:  # another process was faster
                continue
            except (OSError, ValueError, KeyError, TypeError):
                self.keep_aside(name)
        return taken

    def keep_aside(self, name: PieceName) -> None:
        """Keeps a piece that cannot be used under another name."""
        path = self._folder / name.file_name()
        with suppress(OSError):
            os.replace(path, path.with_name(path.name + SET_ASIDE))

    def remove(self, names: Iterable[PieceName]) -> None:
        """Removes pieces that are in the store by now."""
        self._remove(name.file_name() for name in names)

    def _remove(self, file_names: Iterable[str]) -> None:
        with suppress(OSError):
            for file_name in file_names:
                (self._folder / file_name).unlink(missing_ok=True)
            sync_folder(self._folder)

    def _file_names(self) -> list[str]:
        try:
            return os.listdir(self._folder)
        except OSError:
            return []

    def _public_key(self) -> bytes | None:
        try:
            key = (self._folder / PUBLIC_KEY_NAME).read_bytes()
        except OSError:
            return None
        return key if len(key) == 32 else None


def _unsealed(sealed: bytes, file_name: str, private_keys: Sequence[bytes]) -> bytes:
    """Raises ValueError if none of the keys opens it."""
    from companion.adapters.storage.sealing import unseal

    for private_key in private_keys:
        with suppress(ValueError):
            return unseal(sealed, file_name, private_key)
    raise ValueError("sealed for another key or name, or changed")
