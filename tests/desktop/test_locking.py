"""Locking on a real desktop: what windows are called, what assistive technology finds, what lies on the clipboard."""

from collections.abc import Callable

import pytest

from companion.adapters.storage.key_keeper import FileKeyKeeper
from companion.adapters.storage.vault import SqliteVault
from companion.adapters.system.folders import folders_under
from tests.desktop.running import TITLE, RunningCompanion
from tests.desktop.session import DesktopSession, python_program, wait_until
from tests.support.builders import a_check_in
from tests.support.passphrases import CHEAP, protect

PASSPHRASE = "pebble"
CANARY = "quetzalcoatlus"
LOCKED = "Companion is locked"
CLIPBOARD = """
from PySide6.QtGui import QClipboard, QGuiApplication
app = QGuiApplication([])
for mode in (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection):
    print(repr(app.clipboard().text(mode)), flush=True)
"""


@pytest.fixture
def companion(desktop: DesktopSession) -> RunningCompanion:
    """The program, not started yet, with a passphrase and something noted."""
    made = RunningCompanion(desktop)
    folders = folders_under(str(made.data))
    folders.prepare()
    vault = SqliteVault(folders.data)
    with vault.writing() as store:
        store.check_ins.add(a_check_in(81, note=f"{CANARY} came by", tags=(CANARY,)))
    protect(FileKeyKeeper(folders.data, vault, cost=CHEAP), PASSPHRASE)
    vault.close()
    return made


def is_locked(desktop: DesktopSession) -> bool:
    return LOCKED in desktop.spoken(TITLE)


def unlock(desktop: DesktopSession) -> None:
    """Types the passphrase where the keyboard is."""
    wait_until("the window has the keyboard", lambda: desktop.active_title() == TITLE)
    wait_until("it is locked", lambda: is_locked(desktop))
    desktop.keys(*PASSPHRASE, "Return")
    wait_until("it is unlocked", lambda: not is_locked(desktop))


def titles(desktop: DesktopSession) -> str:
    """What every window of every program says of itself to the window manager, the hidden ones too."""
    found = desktop.run("xdotool", "search", "--name", ".*").split()
    return "\n".join(desktop.run("xprop", "-id", window) for window in found)


def clipboard(desktop: DesktopSession) -> str:
    """What another program would paste."""
    return desktop.run(*python_program("-c", CLIPBOARD))


def put_it_everywhere(desktop: DesktopSession) -> None:
    """Read in the journal, searched there, copied, and half typed on Today."""
    desktop.keys("ctrl+3")
    wait_until("the journal shows it", lambda: CANARY in desktop.spoken(TITLE))
    desktop.keys("ctrl+f", *CANARY, "ctrl+a", "ctrl+c")
    wait_until("it can be pasted", lambda: CANARY in clipboard(desktop))
    assert CANARY in desktop.everything_spoken(TITLE)


def test_started_it_is_locked_and_typing_the_passphrase_opens_it(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start()
    unlock(desktop)
    desktop.keys("ctrl+3")
    wait_until("everything is there", lambda: CANARY in desktop.spoken(TITLE))


def test_locked_nothing_of_theirs_is_in_a_title_on_the_accessibility_bus_or_on_the_clipboard(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start()
    unlock(desktop)
    put_it_everywhere(desktop)
    desktop.keys("ctrl+l")
    wait_until("it is locked", lambda: is_locked(desktop))
    assert CANARY not in desktop.everything_spoken(TITLE)
    assert CANARY not in titles(desktop).lower()
    assert CANARY not in clipboard(desktop)
    unlock(desktop)
    wait_until("it is where it was", lambda: CANARY in desktop.spoken(TITLE))


def test_quitting_leaves_nothing_on_the_clipboard(desktop: DesktopSession, companion: RunningCompanion) -> None:
    program = companion.start()
    unlock(desktop)
    put_it_everywhere(desktop)
    desktop.keys("ctrl+q")
    program.wait(20)
    assert CANARY not in clipboard(desktop)


def _falls_asleep(desktop: DesktopSession) -> None:
    desktop.send_from_logind(is_falling_asleep=True)


def _covers_the_screen(desktop: DesktopSession) -> None:
    signal = ("/org/freedesktop/ScreenSaver", "org.freedesktop.ScreenSaver.ActiveChanged", "boolean:true")
    desktop.run("dbus-send", "--session", "--type=signal", *signal)


def inhibitors(desktop: DesktopSession) -> str:
    asked = ("--dest=org.freedesktop.login1", "/org/freedesktop/login1", "org.freedesktop.login1.Manager")
    *place, interface = asked
    return desktop.run("dbus-send", "--system", "--print-reply=literal", *place, f"{interface}.ListInhibitors")


def test_sleep_waits_for_the_lock_and_no_longer(desktop: DesktopSession, companion: RunningCompanion) -> None:
    companion.start()
    unlock(desktop)
    wait_until("sleep waits for it", lambda: "Locks before the computer sleeps" in inhibitors(desktop))
    _falls_asleep(desktop)
    wait_until("sleep waits no longer", lambda: "Companion" not in inhibitors(desktop))
    assert is_locked(desktop)


@pytest.mark.parametrize("sign", [_falls_asleep, _covers_the_screen])
def test_it_locks_with_the_computer(
    desktop: DesktopSession, companion: RunningCompanion, sign: Callable[[DesktopSession], None]
) -> None:
    companion.start()
    unlock(desktop)
    sign(desktop)
    wait_until("it is locked", lambda: is_locked(desktop))


def test_one_key_hides_everything_and_a_second_start_brings_the_lock_screen(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start()
    unlock(desktop)
    desktop.keys("ctrl+h")
    wait_until("nothing is on the screen", lambda: desktop.windows("--name", f"^{TITLE}$") == [])
    companion.start()
    unlock(desktop)


def test_hidden_in_the_tray_and_locked_the_icon_still_opens_a_check_in(
    desktop: DesktopSession, companion: RunningCompanion
) -> None:
    companion.start_in_tray()
    desktop.click_tray_icon()
    wait_until("the check-in has the keyboard", lambda: desktop.active_title() == TITLE)
    companion.type_a_check_in("4", "0", "Return")
    wait_until("it is kept sealed", lambda: any((companion.data / "spool").iterdir()))
