"""One sentence instead of a traceback when the window cannot open."""

import subprocess
import sys
from pathlib import Path

import pytest

from companion.adapters.system.system_libraries import missing_packages, require_a_display, trouble_of
from companion.application.errors import Trouble, UserError

HERE = {"libc.so.6": "libc6"}


def trouble(environment: dict[str, str]) -> Trouble | None:
    try:
        require_a_display(environment)
    except UserError as error:
        return error.trouble
    return None


def test_what_is_installed_is_not_missing(tmp_path: Path) -> None:
    assert missing_packages(HERE) == []
    assert missing_packages(HERE, cache=tmp_path / "no-cache") == []


def test_what_is_missing_is_named_by_its_package(tmp_path: Path) -> None:
    needed = {"libnot-there.so.9": "libnot-there9", "libneither.so.1": "libneither1"} | HERE
    assert missing_packages(needed) == ["libneither1", "libnot-there9"]


def test_a_library_the_linkers_list_holds_is_not_loaded_to_look(tmp_path: Path) -> None:
    cache = tmp_path / "ld.so.cache"
    cache.write_bytes(b"glibc-ld.so.cache\0/lib/x86_64-linux-gnu/libinvented.so.3\0")
    assert missing_packages({"libinvented.so.3": "libinvented3"}, cache) == []


def test_no_screen_is_said() -> None:
    assert trouble({}) is Trouble.NO_DISPLAY
    assert trouble({"DISPLAY": ":4711"}) is Trouble.NO_DISPLAY
    assert trouble({"QT_QPA_PLATFORM": "xcb"}) is Trouble.NO_DISPLAY
    assert trouble({"WAYLAND_DISPLAY": "wayland-9", "XDG_RUNTIME_DIR": "/nowhere"}) is Trouble.NO_DISPLAY


def test_a_platform_without_screen_needs_none() -> None:
    assert trouble({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_a_screen_on_another_machine_is_believed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("companion.adapters.system.system_libraries.missing_packages", lambda needed: [])
    assert trouble({"DISPLAY": "localhost:10.0"}) is None


def test_a_missing_library_of_the_screens_kind_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        "companion.adapters.system.system_libraries.missing_packages",
        lambda needed: ["libxcb-cursor0"] if "libxcb-cursor.so.0" in needed else [],
    )
    with pytest.raises(UserError) as raised:
        require_a_display({"DISPLAY": "far:0"})
    assert raised.value.trouble is Trouble.SYSTEM_LIBRARY_MISSING
    assert raised.value.facts == {"packages": "libxcb-cursor0"}
    assert trouble({"QT_QPA_PLATFORM": "offscreen"}) is None


def test_qts_own_complaint_is_understood() -> None:
    said = trouble_of(ImportError("libEGL.so.1: cannot open shared object file: No such file or directory"))
    assert said is not None
    assert said.facts == {"packages": "libegl1"}
    assert trouble_of(ImportError("No module named 'PySide6'")) is None


def test_looking_loads_neither_qt_nor_ctypes_when_all_is_well() -> None:
    code = (
        "import sys\n"
        "from companion.adapters.system.system_libraries import require_a_display\n"
        "require_a_display({'DISPLAY': 'far:0'})\n"
        "print(*(m for m in sys.modules if m.startswith(('PySide6', 'ctypes'))))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    if ran.returncode:
        pytest.skip("this machine lacks a library of Qt")
    assert ran.stdout.strip() == ""
