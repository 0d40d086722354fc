"""Loads Python's time zones without what it knows of its own building, which only says where they lie."""

import os
import sys
from types import ModuleType

_USUAL = "/usr/share/zoneinfo:/usr/lib/zoneinfo:/usr/share/lib/zoneinfo:/etc/zoneinfo"  # Python's own default
_ASKED = "sysconfig"


def load_zones() -> None:
    """Loads `zoneinfo`, if nobody has yet; afterwards it is imported as usual.

    It asks `sysconfig` for one path, and that reads a thousand settings of the compiler: 1 MB of a program that waits
    in the tray. Where zones do not lie in the usual place, it is loaded whole.
    """
    if "zoneinfo" in sys.modules or _ASKED in sys.modules or not os.path.isdir(_USUAL.partition(":")[0]):
        return
    stand_in = ModuleType(_ASKED)
    stand_in.__dict__["get_config_var"] = {"TZPATH": _USUAL}.get
    sys.modules[_ASKED] = stand_in
    try:
        import zoneinfo  # noqa: F401
    finally:
        if sys.modules.get(_ASKED) is stand_in:
            del sys.modules[_ASKED]
