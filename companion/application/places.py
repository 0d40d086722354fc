"""Where everything of this person lies on this computer."""

from typing import NamedTuple


class Places(NamedTuple):
    """Folders as the system names them. `second_place` is where copies go as well, or ""."""

    data: str
    settings: str
    logs: str
    second_place: str = ""
    is_protected: bool = False
