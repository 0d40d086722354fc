"""A small disk of its own for a folder, which can fill up, be for reading only, or refuse every write."""

import os
import resource
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

SIZE = "4m"
FILLER = "filler"


class BadDisk:
    """Mounted at a folder; each of its troubles lasts for a block."""

    def __init__(self, place: Path) -> None:
        self.place = place

    @contextmanager
    def full(self) -> Iterator[None]:
        """Not one byte more fits on it."""
        filler = self.place / FILLER
        with open(filler, "wb", buffering=0) as file:
            for size in (4096, 1):
                while _fits(file.fileno(), size):
                    pass
        try:
            yield
        finally:
            filler.unlink()

    @contextmanager
    def read_only(self) -> Iterator[None]:
        """Nothing can be written; nobody may have a file of it open."""
        _mount("-o", "remount,ro", str(self.place))
        try:
            yield
        finally:
            _mount("-o", "remount,rw", str(self.place))

    @contextmanager
    def failing(self) -> Iterator[None]:
        """Every write comes back as an error; the limit on the size of files is that of this process."""
        soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
        try:
            yield
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@contextmanager
def bad_disk(place: Path) -> Iterator[BadDisk]:
    """Mounts it; a test is skipped where nothing can be mounted."""
    place.mkdir(parents=True, exist_ok=True)
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    if not is_root or _mount("-t", "tmpfs", "-o", f"size={SIZE}", "tmpfs", str(place)):
        pytest.skip("nothing can be mounted here")
    try:
        yield BadDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", str(place)], check=True)


def _mount(*words: str) -> int:
    return subprocess.run(["mount", *words], capture_output=True, check=False).returncode


def _fits(descriptor: int, size: int) -> bool:
    try:
        return os.write(descriptor, bytes(size)) == size
    except OSError:
        return False
