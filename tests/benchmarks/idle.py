"""What the program costs while it waits in the tray, beside a bare tray program: wake-ups, processor time, memory."""

import os
import tempfile
import time
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from tests.desktop.running import RunningCompanion
from tests.desktop.session import DesktopSession, python_program, wait_until

SETTLING = 20  # seconds until everything that begins late has begun
WATCHED = 60
BARE = """
from PySide6.QtWidgets import QApplication, QMenu, QStyle, QSystemTrayIcon, QWidget
app = QApplication([])
app.setQuitOnLastWindowClosed(False)
window = QWidget()
menu = QMenu()
menu.addAction("Quit", app.quit)
icon = QSystemTrayIcon(app.style().standardIcon(QStyle.StandardPixmap.SP_ComputerIcon))
icon.setContextMenu(menu)
icon.show()
app.exec()
"""


class Cost(NamedTuple):
    """Counted since the start of a process: wake-ups of all threads, seconds of the processor; MB of its own now.

    `written` are those of them that nobody could share: the others are libraries that no other process has open.
    """

    wake_ups: int
    seconds: float
    megabytes: float
    written: float


def idle() -> None:
    """Three reminders that are hours away, a tray, notifications, and a minute of waiting.

    Of the bare program there are two: Qt's libraries are shared then, whatever ours lets go of.
    """
    with tempfile.TemporaryDirectory(prefix="idle-", ignore_cleanup_errors=True) as place:
        session = DesktopSession(Path(place) / "d")
        try:
            session.start()
            session.start_notifications()
            session.start_panel()
            _watch(session)
        finally:
            session.stop()


def _watch(session: DesktopSession) -> None:
    companion = RunningCompanion(session)
    now = datetime.now().astimezone()
    for hours in (2, 3, 4):
        at = now + timedelta(hours=hours)
        companion.ask("reminders", "add", "--at", f"{at:%H:%M}")
    bare = session.start_program("bare", python_program("-c", BARE))
    session.start_program("another", python_program("-c", BARE))
    wait_until("the bare icons", lambda: session.tray_items() == 2)
    ours = companion.start("--hidden")
    wait_until("all icons", lambda: session.tray_items() == 3 and companion.is_ready())
    time.sleep(SETTLING)
    before = {name: cost_of(process.pid) for name, process in (("bare", bare), ("ours", ours))}
    time.sleep(WATCHED)
    after = {name: cost_of(process.pid) for name, process in (("bare", bare), ("ours", ours))}
    print(f"\nidle in the tray for {WATCHED} s, three reminders")
    print(f"{'':<28} {'wake-ups':>9} {'processor':>11} {'own memory':>11} {'written':>11}")
    for name, title in (("bare", "bare PySide6 tray program"), ("ours", "Companion")):
        spent = after[name].seconds - before[name].seconds
        woken = after[name].wake_ups - before[name].wake_ups
        memory = f"{after[name].megabytes:>8.1f} MB {after[name].written:>8.1f} MB"
        print(f"{title:<28} {woken:>9} {spent * 1000:>8.0f} ms {memory}")
    own = after["ours"].megabytes / after["bare"].megabytes
    written = after["ours"].written / after["bare"].written
    print(f"  Companion : bare, own memory {own:.2f}, of it written {written:.2f}")


def cost_of(process: int) -> Cost:
    """What a process has cost so far; Linux only."""
    threads = Path(f"/proc/{process}/task").iterdir()
    wake_ups = sum(_number(thread / "status", "voluntary_ctxt_switches") for thread in threads)
    times = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    seconds = (int(times[11]) + int(times[12])) / os.sysconf("SC_CLK_TCK")
    memory = Path(f"/proc/{process}/smaps_rollup")
    clean, dirty = _number(memory, "Private_Clean"), _number(memory, "Private_Dirty")
    return Cost(wake_ups, seconds, (clean + dirty) / 1000, dirty / 1000)


def _number(file: Path, name: str) -> int:
    lines = (line.split() for line in file.read_text().splitlines())
    return next(int(words[1]) for words in lines if words and words[0] == f"{name}:")
