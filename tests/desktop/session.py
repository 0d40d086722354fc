"""A private desktop for a test: X server, window manager, buses, tray, notifications, all gone afterwards."""

import ctypes
import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import monotonic, sleep
from typing import TypeVar

from tests.desktop import configuration

BINARIES = (
    "Xvfb",
    "xprop",
    "openbox",
    "xfce4-panel",
    "trayer",
    "dunst",
    "dunstctl",
    "dbus-daemon",
    "dbus-send",
    "xdotool",
    "import",
)
AT_SPI_LAUNCHER = Path("/usr/libexec/at-spi-bus-launcher")
ROOT = Path(__file__).parents[2]
SYSTEM_PYTHON = "/usr/bin/python3"
PATIENCE = 20.0
HEARD_WITHIN = 3.0
SMALLEST_ICON = 5
_KEPT = ("PATH", "LANG", "LC_ALL", "TZ", "LD_LIBRARY_PATH", "VIRTUAL_ENV", "PYENV_ROOT")
_KILL_WITH_PARENT = 1
_ACTIVATABLE = ("org.a11y.Bus", "ca.desrt.dconf", "org.xfce.Xfconf")

Program = subprocess.Popen[bytes]
T = TypeVar("T")


def missing_binaries() -> list[str]:
    """What of the desktop is not installed."""
    missing = [name for name in BINARIES if shutil.which(name) is None]
    missing += [] if AT_SPI_LAUNCHER.exists() else ["at-spi-bus-launcher"]
    mock = [SYSTEM_PYTHON, "-c", "import dbusmock, gi"]
    has_mock = Path(SYSTEM_PYTHON).exists() and subprocess.run(mock, capture_output=True).returncode == 0
    return missing if has_mock else [*missing, "python3-dbusmock"]


def wait_until(what: str, look: Callable[[], T | None]) -> T:
    """The first true answer of `look`, which is asked again and again for at most twenty seconds."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        found = look()
        if found:
            return found
        sleep(0.03)
    raise AssertionError(f"not within {PATIENCE:.0f} s: {what}")


class DesktopSession:
    """One desktop. `start_…` add its parts; `stop` ends exactly what was started here."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._started: list[tuple[str, Program]] = []
        for name in ("home/.config", "home/.local/share", "home/.cache", "run", "log", "services"):
            (folder / name).mkdir(parents=True)
        (folder / "run").chmod(0o700)
        home = folder / "home"
        self.environment = {name: os.environ[name] for name in _KEPT if name in os.environ} | {
            "HOME": str(home),
            "XDG_CONFIG_HOME": str(home / ".config"),
            "XDG_DATA_HOME": str(home / ".local/share"),
            "XDG_STATE_HOME": str(home / ".local/state"),
            "XDG_CACHE_HOME": str(home / ".cache"),
            "XDG_RUNTIME_DIR": str(folder / "run"),
            "XDG_SESSION_TYPE": "x11",
            "XDG_CURRENT_DESKTOP": "X-Generic",
            "GIO_USE_VFS": "local",
            "QT_QPA_PLATFORM": "xcb",
        }
        self.environment.setdefault("LANG", "C.UTF-8")

    def start(self) -> None:
        """X server, both buses, the accessibility bus, logind and the window manager."""
        self._start_x()
        self._start_buses()
        self.start_program("at-spi", [str(AT_SPI_LAUNCHER), "--launch-immediately"])
        self.start_program("logind", [SYSTEM_PYTHON, "-m", "dbusmock", "--system", "--template", "logind"])
        self.start_program("openbox", ["openbox", "--sm-disable"])
        wait_until(
            "the window manager", lambda: "window id" in self.run("xprop", "-root", "_NET_SUPPORTING_WM_CHECK")
        )
        wait_until("the accessibility bus", lambda: self.has_name("org.a11y.Bus"))
        wait_until("logind", lambda: self.has_name("org.freedesktop.login1", bus="--system"))

    def start_notifications(self) -> Program:
        """The notification service; what it shows stands in log/dunst.log."""
        configuration.write_dunst(self.folder)
        program = self.start_program("dunst", ["dunst", "-print"])
        wait_until("the notification service", lambda: self.has_name("org.freedesktop.Notifications"))
        return program

    def start_panel(self) -> Program:
        """A StatusNotifier tray."""
        configuration.write_panel(self.folder)
        program = self.start_program("panel", ["xfce4-panel", "--disable-wm-check"])
        wait_until("the StatusNotifier host", lambda: "true" in self.watcher("IsStatusNotifierHostRegistered"))
        return program

    def start_trayer(self) -> Program:
        """An XEmbed tray."""
        place = ["--edge", "bottom", "--align", "right", "--widthtype", "request", "--height", "28"]
        program = self.start_program("trayer", ["trayer", *place, "--SetDockType", "true"])
        wait_until("the XEmbed tray", lambda: self.windows("--class", "^trayer$"))
        return program

    def start_program(self, name: str, arguments: Sequence[str], stdin: int = subprocess.DEVNULL) -> Program:
        """Starts a program on this desktop; its output is in log/NAME.log, and it ends with the session."""
        with (self.folder / "log" / f"{name}.log").open("ab") as log:
            program = subprocess.Popen(
                arguments,
                cwd=ROOT,
                env=self.environment,
                stdin=stdin,
                stdout=log,
                stderr=log,
                start_new_session=True,
                preexec_fn=_end_with_parent,
            )
        self._started.append((name, program))
        return program

    def stop_program(self, program: Program) -> None:
        """Ends a program and what it started: politely, then not."""
        for number in (signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(program.pid, number)
                program.wait(5)
            except ProcessLookupError:
                break
            except subprocess.TimeoutExpired:
                continue
        program.wait(5)

    def stop(self) -> None:
        """Ends everything, the newest first, the X server last."""
        for _name, program in reversed(self._started):
            self.stop_program(program)

    def run(self, *arguments: str) -> str:
        """The output of a short program on this desktop, whatever it returns."""
        ran = subprocess.run(arguments, env=self.environment, capture_output=True, text=True, timeout=PATIENCE)
        return ran.stdout

    def log(self, name: str) -> str:
        """What a program has put out so far."""
        return (self.folder / "log" / f"{name}.log").read_text(errors="replace")

    def has_name(self, name: str, bus: str = "--session") -> bool:
        """True if somebody owns that name on the bus."""
        asked = ("--dest=org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus.NameHasOwner")
        return "true" in self.run("dbus-send", bus, "--print-reply=literal", *asked, f"string:{name}")

    def watcher(self, name: str) -> str:
        """A property of the StatusNotifier watcher, as text."""
        watcher = "org.kde.StatusNotifierWatcher"
        get = (f"--dest={watcher}", "/StatusNotifierWatcher", "org.freedesktop.DBus.Properties.Get")
        return self.run("dbus-send", "--print-reply=literal", *get, f"string:{watcher}", f"string:{name}")

    def tray_items(self) -> int:
        """How many StatusNotifier icons there are."""
        return self.watcher("RegisteredStatusNotifierItems").count("StatusNotifierItem")

    def send_from_logind(self, *, is_falling_asleep: bool) -> None:
        """The system says that it falls asleep, or that it woke."""
        code = (
            "import dbus; o = dbus.SystemBus().get_object('org.freedesktop.login1', '/org/freedesktop/login1'); "
            f"o.EmitSignal('org.freedesktop.login1.Manager', 'PrepareForSleep', 'b', [{is_falling_asleep}], "
            "dbus_interface='org.freedesktop.DBus.Mock')"
        )
        self.run(SYSTEM_PYTHON, "-c", code)

    def windows(self, *search: str) -> list[str]:
        """The visible windows that xdotool finds."""
        return self.run("xdotool", "search", "--onlyvisible", *search).split()

    def active_title(self) -> str:
        """The title of the window that has the keyboard; empty if none has."""
        return self.run("xdotool", "getactivewindow", "getwindowname").strip()

    def spoken(self, program: str) -> str:
        """What a screen reader finds in that program, a line for each control."""
        return self._accessible(program)

    def everything_spoken(self, program: str) -> str:
        """What assistive technology could find in that program, also where it is not shown."""
        return self._accessible(program, "everything")

    def unnamed(self, program: str) -> str:
        """The controls of a program that are shown and that a screen reader could not call by a name, a line each."""
        return self._accessible(program, "unnamed")

    def asked_beyond(self, program: str) -> int:
        """How many controls of a program were asked for a part they do not have (any more); 0 if it has ended."""
        return sum(map(int, self._accessible(program, "beyond").split()))

    def act(self, program: str, control: str, action: str) -> bool:
        """Does something to a control as assistive technology does, without pointer or keys; True if it could."""
        return "True" in self._accessible(program, control, action)

    def _accessible(self, *arguments: str) -> str:
        return self.run(SYSTEM_PYTHON, str(ROOT / "tests/desktop/accessible.py"), *arguments)

    def keys(self, *keys: str) -> None:
        """Presses keys, one after the other, wherever the keyboard is."""
        self.run("xdotool", "key", "--delay", "60", *keys)

    def close_window(self, title: str) -> None:
        """Alt+F4 in the window of that title; on a busy machine the window manager does not hear it each time."""

        def is_closed() -> bool:
            self.keys("alt+F4")
            end = monotonic() + HEARD_WITHIN
            while monotonic() < end and self.active_title() == title:
                sleep(0.03)
            return self.active_title() != title

        wait_until("the window is closed", is_closed)

    def click_tray_icon(self, button: int = 1) -> None:
        """The pointer clicks the one icon in the tray."""
        x, y = wait_until("an icon in the tray", self._place_of_icon)
        self.run("xdotool", "mousemove", str(x), str(y), "sleep", "0.2", "click", str(button))

    def picture(self, path: Path) -> None:
        """Saves what the screen shows."""
        self.run("import", "-window", "root", str(path))

    def notifications_shown(self) -> int:
        """How many notifications are on the screen."""
        return int(self.run("dunstctl", "count", "displayed").strip() or 0)

    def choose_action(self, label: str) -> None:
        """Chooses a button of the newest notification by its label, from outside."""
        (self.folder / "pick").write_text(label)
        self.run("dunstctl", "context")

    def _place_of_icon(self) -> tuple[int, int] | None:
        """The middle of the tray, which holds one icon; the icon's tooltip is a window of the same class above it."""
        trays = self.windows("--class", "^[Ww]rapper-2.0$") or self.windows("--class", "^trayer$")
        middles = [self._middle_of(window) for window in trays]
        return max((place for place in middles if place is not None), key=lambda place: place[1], default=None)

    def _middle_of(self, window: str) -> tuple[int, int] | None:
        lines = self.run("xdotool", "getwindowgeometry", "--shell", window).split()
        place = {name: int(value) for name, _, value in (line.partition("=") for line in lines)}
        if place.get("WIDTH", 0) < SMALLEST_ICON:
            return None
        return place["X"] + place["WIDTH"] // 2, place["Y"] + place["HEIGHT"] // 2

    def _start_x(self) -> None:
        ours, its = os.pipe()
        os.set_inheritable(its, True)
        log = (self.folder / "log" / "x.log").open("ab")
        options = ["-screen", "0", "1280x800x24", "-dpi", "96", "-nolisten", "tcp", "-noreset"]
        program = subprocess.Popen(
            ["Xvfb", "-displayfd", str(its), *options],
            pass_fds=[its],
            stdout=log,
            stderr=log,
            start_new_session=True,
            preexec_fn=_end_with_parent,
        )
        log.close()
        os.close(its)
        self._started.append(("x", program))
        with os.fdopen(ours) as number:
            self.environment["DISPLAY"] = f":{number.readline().strip()}"
        assert self.environment["DISPLAY"] != ":", "the X server did not start"

    def _start_buses(self) -> None:
        for name in _ACTIVATABLE:
            service = Path("/usr/share/dbus-1/services") / f"{name}.service"
            if service.exists():
                lines = service.read_text().splitlines()
                kept = "\n".join(line for line in lines if not line.startswith("SystemdService"))
                (self.folder / "services" / service.name).write_text(kept + "\n")
        for kind, variable in (("system", "DBUS_SYSTEM_BUS_ADDRESS"), ("session", "DBUS_SESSION_BUS_ADDRESS")):
            path = self.folder / "run" / f"{kind}-bus"
            self.environment[variable] = f"unix:path={path}"
            file = configuration.write_bus(self.folder, kind, path)
            self.start_program(f"{kind}-bus", ["dbus-daemon", "--nofork", "--config-file", str(file)])
            wait_until(f"the {kind} bus", path.exists)


def _end_with_parent() -> None:
    ctypes.CDLL(None).prctl(_KILL_WITH_PARENT, signal.SIGTERM, 0, 0, 0)


def python_program(*arguments: str) -> list[str]:
    """The command line of one of our Python programs."""
    return [sys.executable, *arguments]


def parsed(text: str) -> dict[str, object]:
    """JSON that is an object."""
    found = json.loads(text)
    assert isinstance(found, dict)
    return found
