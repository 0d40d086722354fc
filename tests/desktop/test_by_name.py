"""The program under its name on a real session bus: it is started by it, and killed, started again."""

import signal
from pathlib import Path

import pytest

from companion.application.desktop_calls import CHECK_IN_ACTION, INTERFACE, PATH
from companion.application.instance_address import PROGRAM_ID
from tests.desktop.running import TITLE
from tests.desktop.session import DesktopSession, python_program, wait_until

SERVICE = Path(__file__).parents[2] / f"packaging/linux/{PROGRAM_ID}.service"
OWNER = ("--dest=org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.GetConnectionUnixProcessID")


@pytest.fixture
def installed_desktop(bare_desktop: DesktopSession) -> DesktopSession:
    """A desktop without a tray, that knows how our packages say the program is started."""
    bus_service = SERVICE.read_text().replace("/usr/bin/companion", " ".join(python_program("-m", "companion")))
    (bare_desktop.folder / "services" / SERVICE.name).write_text(bus_service)
    here = Path(__file__).parents[2]
    bare_desktop.run(
        "dbus-send", "--print-reply", "--dest=org.freedesktop.DBus", "/", "org.freedesktop.DBus.ReloadConfig"
    )
    told = {name: bare_desktop.environment[name] for name in ("DISPLAY",)} | {"PYTHONPATH": str(here)}
    entries = ",".join(f"{name},{value}" for name, value in told.items())
    update = "org.freedesktop.DBus.UpdateActivationEnvironment"
    bare_desktop.run(
        "dbus-send", "--print-reply", "--dest=org.freedesktop.DBus", "/", update, f"dict:string:string:{entries}"
    )
    return bare_desktop


def ask(desktop: DesktopSession, member: str, *arguments: str) -> None:
    """What a desktop does when its menu entry is clicked, or an action of it."""
    told = (f"--dest={PROGRAM_ID}", "--object-path", PATH, "--method", f"{INTERFACE}.{member}", *arguments)
    said = desktop.run("gdbus", "call", "--session", *told)
    assert said.strip() == "()", desktop.log("session-bus")


def process(desktop: DesktopSession) -> int:
    """Who has the name."""
    said = desktop.run("dbus-send", "--print-reply=literal", *OWNER, f"string:{PROGRAM_ID}")
    return int(said.split()[-1]) if said else 0


def test_an_action_starts_it_even_after_it_was_killed_and_a_running_one_answers_itself(
    installed_desktop: DesktopSession,
) -> None:
    desktop = installed_desktop
    ask(desktop, "ActivateAction", CHECK_IN_ACTION, "[]", "{}")
    wait_until("the check-in is there", lambda: desktop.windows("--name", f"^{TITLE}$"))
    first = wait_until("it has its name", lambda: process(desktop))
    desktop.run("kill", f"-{signal.SIGKILL.value}", str(first))
    wait_until("it is gone", lambda: not desktop.windows("--name", f"^{TITLE}$"))

    ask(desktop, "Activate", "{}")
    wait_until("the window is there", lambda: len(desktop.windows("--name", f"^{TITLE}$")) == 1)
    second = wait_until("it has its name again", lambda: process(desktop))
    assert second != first
    ask(desktop, "ActivateAction", CHECK_IN_ACTION, "[]", "{}")
    wait_until("the check-in is there too", lambda: len(desktop.windows("--name", f"^{TITLE}$")) == 2)
    assert process(desktop) == second
    desktop.run("kill", str(second))
    wait_until("it ended", lambda: not desktop.has_name(PROGRAM_ID))
