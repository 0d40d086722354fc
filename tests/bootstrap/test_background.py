"""What waits in the tray holds nothing that only a window needs."""

import subprocess
import sys

ONLY_IN_WINDOWS = (
    "companion.ui.shell.main_window",
    "companion.ui.shell.lock_screen",
    "companion.ui.screens",
    "companion.ui.widgets.check_in_panel",
    "companion.presentation.checkin_presenter",
    "companion.adapters.library",
    "yaml",
)


def test_the_program_without_a_window_loads_nothing_of_one() -> None:
    """Each of them would stay in memory for as long as the program waits, which is nearly always."""
    program = "import sys, companion.bootstrap.desktop, companion.bootstrap.background, companion.bootstrap.locking\n"
    program += f"print(*(name for name in {ONLY_IN_WINDOWS} if name in sys.modules))"
    said = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert said.stdout.split() == []
