"""Deleting the settings."""

import re
from pathlib import Path

from companion.adapters.removing import remove_ours
from companion.adapters.settings.toml_store import FILE_NAME

_NAME = re.escape(FILE_NAME)
_OURS = re.compile(rf"{_NAME}(\.bad)?|\.{_NAME}\.\d+\.part")


def remove_settings(folder: Path) -> list[str]:
    """The settings go, also those that were set aside. Returns the paths that could not be deleted."""
    return remove_ours(folder, _OURS)
