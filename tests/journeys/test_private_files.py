"""Whatever the person's umask is: every file is theirs alone (0600), and every folder (0700)."""

import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="modes are those of Unix")

# The program with its window, for as long as it takes to be wholly at work, and then for a check-in and a setting.
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from companion.adapters.storage.backups import StoreBackups
from companion.adapters.system.folders import usual_folders
from companion.application.instance_address import Message
from companion.bootstrap.core import Core
from companion.bootstrap.desktop import Desktop, new_application
from companion.bootstrap.start import address_of
from companion.application.checkins import Answer

folders = usual_folders()
folders.prepare()
core = Core(folders)
desktop = Desktop(new_application(), core, address_of(folders))

def look():
    if desktop.is_at_work:
        core.check_ins.record(Answer(arousal=40, note="a word"), answers_open_prompt=False)
        core.preferences.change(text_percent=125)
        StoreBackups(folders.data, core.vault).make(core.days.today())
        timer.stop()
        SEEN()
        desktop.quit()

def SEEN():
    import os
    for place in sys.argv[1:]:
        for folder, _folders, files in os.walk(place):
            for path in (folder, *(os.path.join(folder, name) for name in files)):
                print(oct(os.lstat(path).st_mode & 0o7777), path)

timer = QTimer(interval=20)
timer.timeout.connect(look)
timer.start()
code = desktop.run(Message.SHOW, hidden=False)
core.close()
SEEN()
sys.exit(code)
"""


def home(place: Path) -> dict[str, str]:
    """The environment of a person whose folders lie in `place`."""
    variables = {f"XDG_{name}_HOME": str(place / name.lower()) for name in ("DATA", "CONFIG", "STATE")}
    return {**os.environ, **variables, "XDG_RUNTIME_DIR": "", "QT_QPA_PLATFORM": "offscreen"}


def run(place: Path, *words: str) -> str:
    """Runs Python under a umask that would let everybody read everything."""
    done = subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=home(place), capture_output=True, text=True, umask=0, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def too_open(place: Path) -> list[str]:
    """What others may open, below the folders that are the system's own."""
    ours = [path for top in place.iterdir() for path in top.rglob("*") if "companion" in str(path.relative_to(place))]
    assert len(ours) > 5
    return [str(path) for path in ours if path.lstat().st_mode & (stat.S_IRWXG | stat.S_IRWXO)]


def test_commands_leave_nothing_that_others_may_open(tmp_path: Path) -> None:
    for words in (("check-in", "--arousal", "50"), ("backup",), ("reminders", "add", "--at", "09:00")):
        run(tmp_path, "-m", "companion", *words)
    assert too_open(tmp_path) == []


def test_what_is_exported_or_saved_is_for_the_person_alone_too(tmp_path: Path) -> None:
    run(tmp_path, "-m", "companion", "check-in", "--arousal", "50")
    files = [tmp_path / name for name in ("all.json", "table.csv", "copy.companion")]
    run(tmp_path, "-m", "companion", "export", str(files[0]))
    run(tmp_path, "-m", "companion", "export", str(files[1]))
    run(tmp_path, "-m", "companion", "backup", str(files[2]))
    assert [stat.S_IMODE(path.stat().st_mode) for path in files] == [0o600] * 3


def test_the_window_leaves_nothing_that_others_may_open_while_it_runs_and_after(tmp_path: Path) -> None:
    ours = [str(tmp_path / place / "companion") for place in ("data", "config", "state")]
    seen = run(tmp_path, "-c", WINDOW, *ours).splitlines()
    assert any(line.endswith("companion.db-wal") for line in seen)
    assert any(line.endswith("companion.log") for line in seen)
    assert any(line.endswith("settings.toml") for line in seen)
    assert [line for line in seen if line.split()[0] not in ("0o600", "0o700")] == []
    assert too_open(tmp_path) == []
