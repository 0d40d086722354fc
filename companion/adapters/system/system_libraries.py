"""Looks whether the window can open at all, before Qt is loaded: one sentence instead of a traceback or an abort."""

import os
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

from companion.application.errors import Trouble, UserError

CACHE = Path("/etc/ld.so.cache")

NEEDED = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libzstd.so.1": "libzstd1",
}
NEEDED_FOR_XCB = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
NEEDED_FOR_WAYLAND = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
}


def require_a_display(environment: Mapping[str, str] = os.environ) -> None:
    """Raises UserError(NO_DISPLAY), or UserError(SYSTEM_LIBRARY_MISSING, packages=…) with Debian's names.

    Takes about a millisecond when all is well. Elsewhere than on Linux nothing is looked at.
    """
    if not sys.platform.startswith("linux"):
        return
    platform = _platform(environment)
    needed = NEEDED | {"xcb": NEEDED_FOR_XCB, "wayland": NEEDED_FOR_WAYLAND}.get(platform, {})
    packages = missing_packages(needed)
    if packages:
        raise UserError(Trouble.SYSTEM_LIBRARY_MISSING, packages=" ".join(packages))


def missing_packages(needed: Mapping[str, str], cache: Path = CACHE) -> list[str]:
    """The packages of those libraries that cannot be loaded, sorted."""
    return sorted({needed[name] for name in _unlisted(needed, cache) if not _can_be_loaded(name)})


def trouble_of(failure: ImportError) -> UserError | None:
    """The sentence for a Qt that could not be loaded for want of a library; None if it was something else."""
    found = re.match(r"(lib[\w.+-]+\.so[\w.]*): cannot open shared object file", str(failure))
    if found is None:
        return None
    name = found.group(1)
    everything = NEEDED | NEEDED_FOR_XCB | NEEDED_FOR_WAYLAND
    return UserError(Trouble.SYSTEM_LIBRARY_MISSING, packages=everything.get(name, name))


def _platform(environment: Mapping[str, str]) -> str:
    """The kind of display Qt will use, as Qt chooses it."""
    chosen = environment.get("QT_QPA_PLATFORM", "")
    if chosen:
        platform = re.split("[:;]", chosen)[0]
        if platform in ("xcb", "wayland"):
            _require(_x_answers(environment) if platform == "xcb" else _wayland_answers(environment))
        return platform
    if _wayland_answers(environment) and environment.get("XDG_SESSION_TYPE") == "wayland":
        return "wayland"
    if _x_answers(environment):
        return "xcb"
    _require(_wayland_answers(environment))
    return "wayland"


def _require(is_there: bool) -> None:
    if not is_there:
        raise UserError(Trouble.NO_DISPLAY)


def _wayland_answers(environment: Mapping[str, str]) -> bool:
    name = environment.get("WAYLAND_DISPLAY", "")
    return bool(name) and os.path.exists(os.path.join(environment.get("XDG_RUNTIME_DIR", ""), name))


def _x_answers(environment: Mapping[str, str]) -> bool:
    """True if DISPLAY names a server that is there; one on another machine is believed."""
    display = environment.get("DISPLAY", "")
    local = re.fullmatch(r"(?:unix)?:(\d+)(?:\.\d+)?", display)
    if local is None:
        return bool(display)
    socket = f"/tmp/.X11-unix/X{local.group(1)}"  # noqa: S108 - where X servers listen
    return os.path.exists(socket) or _is_abstract(socket)


def _is_abstract(socket: str) -> bool:
    try:
        return f"@{socket}" in Path("/proc/net/unix").read_text().split()
    except OSError:
        return False


def _unlisted(names: Iterable[str], cache: Path) -> list[str]:
    """Names that the dynamic linker's own list does not hold; they may still lie where it also looks."""
    try:
        listed = cache.read_bytes()
    except OSError:
        listed = b""
    return [name for name in names if b"/%b\0" % name.encode() not in listed]


def _can_be_loaded(name: str) -> bool:
    import ctypes

    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True
