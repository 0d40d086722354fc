"""The Debian package, really installed: used, replaced by a newer one while it runs, and removed.

It changes the computer it runs on, so only in CI, or where it is asked for, as root:
`COMPANION_TRY_DEB=build/packages/companion_….deb .venv/bin/python -m pytest tests/desktop/test_debian_package.py`
"""

import os
import py_compile
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop.running import TITLE, RunningCompanion
from tests.desktop.session import DesktopSession, Program, wait_until

ASKED = os.environ.get("COMPANION_TRY_DEB", "")
PROGRAM = Path("/usr/bin/companion")
OLDER = "0.0.1"
RESTART = "Restart now"

pytestmark = pytest.mark.skipif(not ASKED, reason="installs a package for real; see the top of this file")


class InstalledCompanion(RunningCompanion):
    """The program as the package brought it."""

    def _command(self, *arguments: str) -> list[str]:
        return [PROGRAM.name, "--data-dir", str(self.data), *arguments]


def dpkg(*arguments: str | Path) -> str:
    done = subprocess.run(["dpkg", *map(str, arguments)], capture_output=True, text=True, timeout=180)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def an_older(package: Path, folder: Path) -> Path:
    """The same package under an older version, by which the program in it calls itself too."""
    tree, older = folder / "tree", folder / "older.deb"
    subprocess.run(["dpkg-deb", "-R", package, tree], check=True, timeout=120)
    source = folder / "__init__.py"
    source.write_text(f'__version__ = "{OLDER}"\n')
    py_compile.compile(str(source), str(tree / "usr/lib/companion/_internal/companion/__init__.pyc"), doraise=True)
    control = tree / "DEBIAN/control"
    lines = [
        f"Version: {OLDER}" if line.startswith("Version:") else line for line in control.read_text().splitlines()
    ]
    control.write_text("\n".join(lines) + "\n")
    subprocess.run(["dpkg-deb", "--root-owner-group", "-Znone", "-b", tree, older], check=True, timeout=120)
    return older


@pytest.fixture
def package() -> Path:
    """The package that was named."""
    return Path(ASKED).resolve()


@pytest.fixture
def package_to_install(package: Path) -> Iterator[Path]:
    """The same; whatever happens, it is not installed afterwards."""
    yield package
    subprocess.run(["dpkg", "--purge", "companion"], capture_output=True, timeout=120)


def command_of(program: Program) -> str:
    """How a process was last started."""
    return Path(f"/proc/{program.pid}/cmdline").read_text()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_it_is_installed_reminds_is_replaced_while_it_runs_and_removed_and_the_notebook_stays(
    package_to_install: Path, desktop: DesktopSession, tmp_path: Path
) -> None:
    package, older = package_to_install, an_older(package_to_install, tmp_path)
    dpkg("--install", older)
    companion = InstalledCompanion(desktop)
    running = companion.start_in_tray()
    companion.remind_in(2)
    wait_until("the notification is on the screen", lambda: desktop.notifications_shown() == 1)
    desktop.choose_action("Check in")
    wait_until("the check-in has the keyboard", lambda: desktop.active_title() == TITLE)
    companion.type_a_check_in("7", "2", "a", "Return")
    wait_until("the check-in is saved", companion.check_ins)

    companion.start()
    wait_until("its window is there", lambda: "Today" in desktop.spoken(TITLE))
    dpkg("--install", package)
    wait_until("it says that it was replaced", lambda: RESTART in desktop.spoken(TITLE))
    assert desktop.act(TITLE, RESTART, "Press")
    wait_until("it goes on as the newer one", lambda: "--hidden" not in command_of(running))
    wait_until("the newer one's window is there", lambda: "Today" in desktop.spoken(TITLE))
    assert RESTART not in desktop.spoken(TITLE)
    assert running.poll() is None
    running.send_signal(signal.SIGTERM)
    wait_until("it ended", lambda: running.poll() is not None)

    dpkg("--install", older)
    waiting = companion.start_in_tray()
    started_as = command_of(waiting)
    dpkg("--install", package)
    wait_until("in the tray it goes on as the newer one by itself", lambda: command_of(waiting) != started_as)
    wait_until("its icon is there again", lambda: desktop.tray_items() == 1 and companion.is_ready())
    assert "--hidden" in command_of(waiting)
    assert desktop.windows("--name", f"^{TITLE}$") == []
    assert [row["arousal"] for row in companion.check_ins()] == [72]
    waiting.send_signal(signal.SIGTERM)
    wait_until("the newer one ended", lambda: waiting.poll() is not None)

    before = contents(companion.data)
    for goes in ("--remove", "--purge"):
        dpkg(goes, "companion")
        assert contents(companion.data) == before
    assert not PROGRAM.exists()
    assert not Path("/usr/lib/companion").exists()


def test_it_starts_nothing_by_itself_and_brings_no_script(package: Path) -> None:
    listed = subprocess.run(
        ["dpkg-deb", "-c", package], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    outside = [line for line in listed.splitlines() if "./usr/lib/companion/" not in line]
    assert [line for line in outside if "./etc" in line or "autostart" in line or "systemd" in line] == []
    control = subprocess.run(
        ["dpkg-deb", "-I", package], capture_output=True, text=True, check=True, timeout=60
    ).stdout
    assert [script for script in ("preinst", "postinst", "prerm", "postrm") if script in control] == []
