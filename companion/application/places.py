"""Where everything of this person lies on this computer."""

from typing import NamedTuple


class Places(NamedTuple):
    """Folders as the system names them, and "" where there is none.

    `second_place` is where copies go as well; `log_in` is the file that starts the program with the log-in.
    """

    data: str
    settings: str
    logs: str
    second_place: str = ""
    log_in: str = ""
    is_protected: bool = False
