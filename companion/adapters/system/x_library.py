"""The few functions of the X library that we call, with their types; None where the library is not installed."""

import ctypes
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint, c_uint8, c_uint16, c_uint32, c_void_p
from functools import cache


class Cookie(Structure):
    """A question that was sent and not answered yet."""

    _fields_ = (("sequence", c_uint),)


class Roots(Structure):
    """Where the screens are described."""

    _fields_ = (("data", c_void_p), ("left", c_int), ("index", c_int))


_CORE: dict[str, tuple[object, list[object]]] = {
    "xcb_connect": (c_void_p, [c_char_p, POINTER(c_int)]),
    "xcb_connection_has_error": (c_int, [c_void_p]),
    "xcb_disconnect": (None, [c_void_p]),
    "xcb_get_setup": (c_void_p, [c_void_p]),
    "xcb_setup_roots_iterator": (Roots, [c_void_p]),
    "xcb_screen_next": (None, [POINTER(Roots)]),
    "xcb_intern_atom": (Cookie, [c_void_p, c_uint8, c_uint16, c_char_p]),
    "xcb_intern_atom_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
    "xcb_get_property": (Cookie, [c_void_p, c_uint8, c_uint32, c_uint32, c_uint32, c_uint32, c_uint32]),
    "xcb_get_property_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
    "xcb_get_selection_owner": (Cookie, [c_void_p, c_uint32]),
    "xcb_get_selection_owner_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
}
_SYNC: dict[str, tuple[object, list[object]]] = {
    "xcb_sync_initialize": (Cookie, [c_void_p, c_uint8, c_uint8]),
    "xcb_sync_initialize_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
    "xcb_sync_list_system_counters": (Cookie, [c_void_p]),
    "xcb_sync_list_system_counters_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
    "xcb_sync_query_counter": (Cookie, [c_void_p, c_uint32]),
    "xcb_sync_query_counter_reply": (c_void_p, [c_void_p, Cookie, c_void_p]),
}


@cache
def core() -> ctypes.CDLL | None:
    """libxcb, which Qt needs too wherever it draws on X11."""
    return _loaded("libxcb.so.1", _CORE)


@cache
def sync() -> ctypes.CDLL | None:
    """libxcb-sync: counters of the server, such as the time since the last key."""
    return _loaded("libxcb-sync.so.1", _SYNC)


@cache
def free() -> "ctypes._FuncPointer":
    """Gives the memory of an answer back."""
    function = ctypes.CDLL(None).free
    function.argtypes, function.restype = [c_void_p], None
    return function


def _loaded(name: str, functions: dict[str, tuple[object, list[object]]]) -> ctypes.CDLL | None:
    try:
        library = ctypes.CDLL(name)
        for function, (result, arguments) in functions.items():
            getattr(library, function).restype = result
            getattr(library, function).argtypes = arguments
    except (OSError, AttributeError):
        return None
    return library
