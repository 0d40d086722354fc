"""Bootstrap: which object is given to which. It builds the program, connects it, starts it and stops it.

`core` is the program without a window, each part made when it is first asked for; `desktop` builds the window,
the tray and the reminders on top of it, and `running` is what its parts may know of it: none of them knows `desktop`.
`awake` is what it does once its first picture is there; `start` decides whether this process becomes the program.
May import every room; only the command line and `__main__` import it.
"""

from companion.bootstrap.core import Core
from companion.bootstrap.start import run_desktop

__all__ = ["Core", "run_desktop"]
