"""With what an arousal line was set."""

from enum import Enum


class InputMethod(Enum):
    """What first set the arousal line."""

    POINTER = "pointer"
    DIGITS = "digits"
    ARROW_KEYS = "arrow_keys"
    ASSISTIVE = "assistive"
    COMMAND_LINE = "command_line"
    IMPORT = "import"
