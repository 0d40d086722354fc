"""Where our own files are: notes, icons, languages; from a wheel, a zipped wheel or a checkout."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


def resources_root() -> Traversable:
    """The `resources` folder. Go down from it with `/`, one name at a time."""
    package = Path(__file__).resolve().parents[2]
    for folder in (package / "resources", package.parent / "resources"):
        if folder.is_dir():
            return folder
    # Inside a zipped wheel there is no folder; the library that reads those takes its time to load.
    from importlib.resources import files

    return files("companion") / "resources"


def locale_folder() -> Path | None:
    """The folder of language catalogues, or None where it is not on disk."""
    folder = resources_root() / "locale"
    return folder if isinstance(folder, Path) and folder.is_dir() else None
