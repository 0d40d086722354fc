"""Writing large files beside somebody who saves: bit by bit to the disk, with a rest after each."""

import os
import time
from pathlib import Path
from types import TracebackType
from typing import Self

PIECE_BYTES = 1024 * 1024
REST_SECONDS = 0.005


class Breathing:
    """Called after each megabyte that was written to `file`.

    Brings it to the disk, since all at once at the end would make a save that comes then wait for as long as that
    takes, and rests for as long as the disk was busy with it.
    """

    def __init__(self, file: Path) -> None:
        self._file = file
        self._descriptor: int | None = None

    def __enter__(self) -> Self:
        return self

    def __call__(self) -> None:
        """A megabyte was written."""
        time.sleep(max(REST_SECONDS, self._sync()))

    def _sync(self) -> float:
        """Returns the seconds it took."""
        start = time.perf_counter()
        if self._descriptor is None:
            self._descriptor = os.open(self._file, os.O_RDWR)
        os.fsync(self._descriptor)
        return time.perf_counter() - start

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._descriptor is not None:
            os.close(self._descriptor)


def copy_file(source: Path, target: Path) -> None:
    """Writes what is in `source` to `target`, which is there already. Raises OSError."""
    with open(source, "rb") as read, open(target, "wb") as written, Breathing(target) as breathe:
        while piece := read.read(PIECE_BYTES):
            written.write(piece)
            written.flush()
            breathe()
