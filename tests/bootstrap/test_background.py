"""What waits in the tray holds nothing that only a window needs."""

import subprocess
import sys

ONLY_IN_WINDOWS = (
    "companion.ui.shell.main_window",
    "companion.ui.shell.lock_screen",
    "companion.ui.screens",
    "companion.ui.widgets.check_in_panel",
    "companion.presentation.checkin_presenter",
    "companion.ui.shell.lock_curtain",
    "companion.ui.widgets.toast",
    "companion.presentation.locking",
    "companion.adapters.library",
    "companion.adapters.storage.older_copies",
    "companion.adapters.storage.rekeying",
    "companion.adapters.storage.restoring",
    "companion.application.parts",
    "_hashlib",
    "calendar",
    "logging.handlers",
    "pickle",
    "sysconfig",
    "unicodedata",
    "yaml",
    "PySide6.QtNetwork",
    "PySide6.QtSvg",
)


def test_the_program_without_a_window_loads_nothing_of_one() -> None:
    """Each of them would stay in memory for as long as the program waits, which is nearly always."""
    program = "import sys, companion.bootstrap.desktop, companion.bootstrap.background, companion.bootstrap.locking\n"
    program += (
        "import companion.adapters.storage.key_keeper, companion.bootstrap.worker_backups, companion.domain.draws\n"
    )
    program += "import companion.adapters.system.logs, companion.ui.platform.local_socket\n"
    program += "companion.bootstrap.background.load_library()\n"
    program += f"print(*(name for name in {ONLY_IN_WINDOWS} if name in sys.modules))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
