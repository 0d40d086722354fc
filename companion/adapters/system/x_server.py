"""What the X server says: how long nothing was touched, whether the window in front fills the screen, of trays."""

import os
import struct
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import byref, c_int, string_at
from datetime import timedelta

from companion.adapters.system import x_library

ANY_TYPE = 0
LONGEST_PROPERTY = 64  # in units of four bytes; a window has a handful of states
SINCE_ANY_INPUT = "IDLETIME"
SINCE_A_KEY = "DEVICEIDLETIME 3"  # 3 is the core keyboard on every server
_REPLY = 32  # bytes of every answer before what varies in length


class XServer:
    """One connection. Counters of the server are read, never what was typed or where the pointer is."""

    def __init__(self, connection: int, root: int) -> None:
        self._connection = connection
        self._root = root

    def idle_times(self) -> dict[str, timedelta]:
        """Time since the last input, by the name of the server's counter; empty if the server has none."""
        sync = x_library.sync()
        if sync is None:
            return {}
        self._answer(sync, "xcb_sync_initialize", 3, 1)
        wanted = (SINCE_ANY_INPUT, SINCE_A_KEY)
        found = _counters(self._answer(sync, "xcb_sync_list_system_counters"))
        read = {name: self._answer(sync, "xcb_sync_query_counter", found[name]) for name in wanted if name in found}
        return {name: _milliseconds(answer) for name, answer in read.items() if answer}

    def is_full_screen(self) -> bool | None:
        """True if the window in front fills the screen; None if the window manager does not say which it is."""
        active = self._numbers(self._root, "_NET_ACTIVE_WINDOW")
        if not active:
            return None
        return self._atom("_NET_WM_STATE_FULLSCREEN") in self._numbers(active[0], "_NET_WM_STATE")

    def has_tray(self) -> bool:
        """True if a tray of the older kind (XEmbed) is there."""
        answer = self._answer(x_library.core(), "xcb_get_selection_owner", self._atom("_NET_SYSTEM_TRAY_S0"))
        return bool(answer) and struct.unpack_from("=I", answer, 8)[0] != 0

    def _atom(self, name: str) -> int:
        answer = self._answer(x_library.core(), "xcb_intern_atom", 0, len(name), name.encode())
        return int(struct.unpack_from("=I", answer, 8)[0]) if answer else 0

    def _numbers(self, window: int, name: str) -> tuple[int, ...]:
        wanted = (0, window, self._atom(name), ANY_TYPE, 0, LONGEST_PROPERTY)
        answer = self._answer(x_library.core(), "xcb_get_property", *wanted)
        if not answer or answer[1] != 32:
            return ()
        return struct.unpack_from(f"={struct.unpack_from('=I', answer, 16)[0]}I", answer, _REPLY)

    def _answer(self, library: object, name: str, *arguments: object) -> bytes:
        """The whole answer, or nothing: the extension is not there, the window has just gone…"""
        cookie = getattr(library, name)(self._connection, *arguments)
        place = getattr(library, f"{name}_reply")(self._connection, cookie, None)
        if not place:
            return b""
        try:
            further = struct.unpack("=I", string_at(place + 4, 4))[0]
            return string_at(place, _REPLY + 4 * further)
        finally:
            x_library.free()(place)


@contextmanager
def x_server() -> Iterator[XServer | None]:
    """The server this session is drawn by; None on Wayland, whose X server knows only some of the windows.

    May hang as long as the server does: it belongs on a thread of its own.
    """
    library = x_library.core()
    if library is None or not _is_x_session():
        yield None
        return
    number = c_int()
    connection = library.xcb_connect(None, byref(number))
    try:
        works = not library.xcb_connection_has_error(connection)
        yield XServer(connection, _root(library, connection, number.value)) if works else None
    finally:
        library.xcb_disconnect(connection)


def _is_x_session() -> bool:
    is_wayland = os.environ.get("WAYLAND_DISPLAY") or os.environ.get("XDG_SESSION_TYPE") == "wayland"
    return bool(os.environ.get("DISPLAY")) and not is_wayland


def _root(library: object, connection: int, number: int) -> int:
    screens = library.xcb_setup_roots_iterator(library.xcb_get_setup(connection))  # type: ignore[attr-defined]
    for _screen in range(number):
        library.xcb_screen_next(byref(screens))  # type: ignore[attr-defined]
    return int(struct.unpack("=I", string_at(screens.data, 4))[0])


def _counters(answer: bytes) -> dict[str, int]:
    """Numbers of the server's counters by name."""
    found: dict[str, int] = {}
    place, count = _REPLY, struct.unpack_from("=I", answer, 8)[0] if answer else 0
    for _counter in range(count):
        number, length = struct.unpack_from("=I8xH", answer, place)
        found[answer[place + 14 : place + 14 + length].decode("ascii", "replace")] = number
        place += (14 + length + 3) // 4 * 4
    return found


def _milliseconds(answer: bytes) -> timedelta:
    high, low = struct.unpack_from("=iI", answer, 8)
    return timedelta(milliseconds=(high << 32) + low)
