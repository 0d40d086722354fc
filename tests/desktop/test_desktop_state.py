"""What a real desktop says of the moment: a real X server, dunst, a mock of logind and of a screen saver."""

import subprocess

import pytest

from companion.adapters.system.x_server import SINCE_A_KEY, SINCE_ANY_INPUT
from tests.desktop.running import RunningCompanion
from tests.desktop.session import SYSTEM_PYTHON, DesktopSession, parsed, python_program, wait_until

PRESENTATION = """
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
talk = QLabel("A talk")
talk.setWindowTitle("Talk")
talk.{show}()
app.exec()
"""
SAVER = "org.freedesktop.ScreenSaver"
SAVER_PATH = "/org/freedesktop/ScreenSaver"
LOGIND = "org.freedesktop.login1"
LOGIND_PATH = "/org/freedesktop/login1"


def says(session: DesktopSession) -> dict[str, object]:
    """What our part reads of it now."""
    return parsed(session.run(*python_program("-m", "tests.desktop.look")))


def counters(session: DesktopSession) -> dict[str, int]:
    """Milliseconds since any input and since a key, by the names of the server's counters."""
    found = parsed(session.run(*python_program("-m", "tests.desktop.look", "counters")))
    return {name: value for name, value in found.items() if isinstance(value, int)}


def idle_for(session: DesktopSession) -> float:
    """Seconds since anything was touched."""
    found = says(session)["idle_for"]
    assert isinstance(found, float)
    return found


def tell_mock(session: DesktopSession, name: str, path: str, method: str, arguments: str) -> None:
    """Calls a method of a mock; the arguments are source text of Python."""
    bus = "SystemBus" if name == LOGIND else "SessionBus"
    mock = f"dbus.{bus}().get_object('{name}', '{path}')"
    code = f"import dbus; {mock}.{method}({arguments}, dbus_interface='org.freedesktop.DBus.Mock')"
    subprocess.run([SYSTEM_PYTHON, "-c", code], env=session.environment, check=True, timeout=20)


def test_a_key_ends_the_idle_time_and_counts_as_typing(bare_desktop: DesktopSession) -> None:
    wait_until("nothing was touched for a while", lambda: idle_for(bare_desktop) > 2)
    bare_desktop.keys("a")
    assert idle_for(bare_desktop) < 2
    assert says(bare_desktop)["is_typing"] is True


def test_the_pointer_ends_the_idle_time_and_is_no_typing(bare_desktop: DesktopSession) -> None:
    bare_desktop.keys("a")
    wait_until("the key is a while ago", lambda: counters(bare_desktop)[SINCE_A_KEY] > 1000)
    bare_desktop.run("xdotool", "mousemove", "40", "50")
    since = counters(bare_desktop)
    assert since[SINCE_ANY_INPUT] < since[SINCE_A_KEY]


@pytest.mark.parametrize(("show", "is_full"), [("showFullScreen", True), ("showMaximized", False)])
def test_a_window_that_fills_the_screen_is_seen(bare_desktop: DesktopSession, show: str, is_full: bool) -> None:
    program = bare_desktop.start_program("talk", python_program("-c", PRESENTATION.format(show=show)))
    wait_until("it is in front", lambda: bare_desktop.active_title() == "Talk")
    wait_until("that is seen", lambda: says(bare_desktop)["is_full_screen"] is is_full)
    bare_desktop.stop_program(program)
    wait_until("that it is gone is seen", lambda: says(bare_desktop)["is_full_screen"] is not True)


def test_dunst_says_whether_it_is_paused(bare_desktop: DesktopSession) -> None:
    assert says(bare_desktop)["do_not_disturb"] is None
    bare_desktop.start_notifications()
    assert says(bare_desktop)["do_not_disturb"] is False
    bare_desktop.run("dunstctl", "set-paused", "true")
    assert says(bare_desktop)["do_not_disturb"] is True
    bare_desktop.run("dunstctl", "set-paused", "false")
    assert says(bare_desktop)["do_not_disturb"] is False


def test_a_service_that_hangs_is_not_waited_for(bare_desktop: DesktopSession) -> None:
    dunst = bare_desktop.start_notifications()
    dunst.send_signal(19)
    found = parsed(bare_desktop.run(*python_program("-m", "companion", "status", "--json")))
    assert isinstance(found["desktop"], dict)
    assert (found["desktop"]["do_not_disturb"], found["desktop"]["idle"]) == (False, True)
    dunst.send_signal(18)


def test_a_screen_saver_says_whether_the_screen_is_covered(bare_desktop: DesktopSession) -> None:
    mock = [SYSTEM_PYTHON, "-m", "dbusmock", "--session", SAVER, SAVER_PATH, SAVER]
    bare_desktop.start_program("saver", mock)
    wait_until("the screen saver", lambda: bare_desktop.has_name(SAVER))
    for answer in (True, False):
        method = f"'{SAVER}', 'GetActive', '', 'b', 'ret = {answer}'"
        tell_mock(bare_desktop, SAVER, SAVER_PATH, "AddMethod", method)
        assert says(bare_desktop)["screen_locked"] is answer


def test_logind_tells_the_log_in_and_a_locked_session(bare_desktop: DesktopSession) -> None:
    bare_desktop.environment["XDG_SESSION_ID"] = "c7"
    tell_mock(bare_desktop, LOGIND, LOGIND_PATH, "AddSession", "'c7', 'seat0', 1000, 'robin', True")
    assert says(bare_desktop)["screen_locked"] is None
    changed = f"'{LOGIND}.Session', {{'Timestamp': dbus.UInt64(1795000000000000), 'LockedHint': True}}"
    tell_mock(bare_desktop, LOGIND, f"{LOGIND_PATH}/session/c7", "UpdateProperties", changed)
    found = says(bare_desktop)
    assert found["screen_locked"] is True
    assert found["resumed_at"] == "2026-11-18T11:06:40+00:00"


@pytest.mark.parametrize("kind", ["StatusNotifier", "XEmbed"])
def test_status_knows_either_kind_of_tray_without_a_window(bare_desktop: DesktopSession, kind: str) -> None:
    companion = RunningCompanion(bare_desktop)
    assert companion.ask("status")["desktop"]["tray"] is False
    bare_desktop.start_panel() if kind == "StatusNotifier" else bare_desktop.start_trayer()
    assert companion.ask("status")["desktop"]["tray"] is True


def test_status_tells_what_a_whole_desktop_can_do(desktop: DesktopSession) -> None:
    found = RunningCompanion(desktop).ask("status")["desktop"]
    expected = {"screen", "session_bus", "notifications", "tray", "notification_buttons", "idle", "typing", "sleep"}
    assert {name for name, value in found.items() if value} >= expected | {"do_not_disturb"}
