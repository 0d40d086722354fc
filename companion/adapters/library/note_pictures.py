"""Pictures that lie beside a note, in its own folder or below: nothing else is ever read for a note."""

import os
import re
from importlib.resources.abc import Traversable
from pathlib import Path, PurePosixPath

from companion.adapters.library.note_files import content_of

LARGEST_PICTURE_BYTES = 8 * 1024 * 1024
# A drawing of strangers (.svg) may name other files, so only ours are drawn.
_PHOTOGRAPHS = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp"})
_DRAWING = ".svg"
_ESCAPED = re.compile(rb"%([0-9A-Fa-f]{2})")


def picture_of_theirs(folder: Path, address: str) -> bytes | None:
    """The bytes of the picture that a note in `folder` names; None for any other file, a link, or one over 8 MB."""
    way = _way(address)
    if way is None or way.suffix.lower() not in _PHOTOGRAPHS:
        return None
    try:
        path = _place_below(folder, way)
        content = b"" if path is None else content_of(path, LARGEST_PICTURE_BYTES + 1)
    except (OSError, ValueError, RuntimeError):
        return None
    return content if path is not None and len(content) <= LARGEST_PICTURE_BYTES else None


def picture_of_ours(folder: Traversable, address: str) -> bytes | None:
    """The bytes of a drawing in the folder of our notes; None if there is none of that name."""
    way = _way(address)
    if way is None or way.suffix != _DRAWING:
        return None
    place = folder.joinpath(*way.parts)
    return place.read_bytes() if place.is_file() else None


def is_missing(folder: "Path | Traversable", address: str) -> bool:
    """True if the address is that of a picture in `folder` or below, and there is none. No file is opened."""
    way = _way(address)
    if way is None or way.suffix.lower() not in {*_PHOTOGRAPHS, _DRAWING}:
        return False
    if not isinstance(folder, Path):
        return not folder.joinpath(*way.parts).is_file()
    try:
        path = _place_below(folder, way)
        return path is None or not path.is_file()
    except (OSError, ValueError, RuntimeError):
        return True


def _place_below(folder: Path, way: PurePosixPath) -> Path | None:
    """Where that is; None if a link is on the way, or it is spelled otherwise. Raises OSError if it is not there."""
    path = folder.resolve(strict=True) / way
    return path if path.resolve(strict=True) == path else None


def _way(address: str) -> PurePosixPath | None:
    """From a folder down to a file; None for every address that is or may be another kind of way."""
    name = _ESCAPED.sub(lambda byte: bytes.fromhex(byte[1].decode()), os.fsencode(address)).decode(errors="replace")
    if not name or any(c in name for c in "\\:\0?"):
        return None
    way = PurePosixPath(name)
    is_hidden = any(part.startswith(".") for part in way.parts)
    return None if way.is_absolute() or is_hidden or not way.parts else way
