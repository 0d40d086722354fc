"""Time zones are loaded without the settings of the compiler, and found all the same."""

import subprocess
import sys

FINDS = """
import sys
from companion.adapters import lean_zones
{before}
lean_zones.load_zones()
print("sysconfig" in sys.modules)
from zoneinfo import TZPATH, ZoneInfo, reset_tzpath
before = TZPATH
reset_tzpath()
import zoneinfo, sysconfig
assert zoneinfo.TZPATH == before
assert sysconfig.get_paths()
print(ZoneInfo("Europe/Berlin").key)
"""


def run(before: str = "") -> list[str]:
    """What a program says that loads zones in this way."""
    program = [sys.executable, "-W", "error", "-c", FINDS.format(before=before)]
    return subprocess.run(program, capture_output=True, text=True, check=True, timeout=30).stdout.split()


def test_zones_are_found_and_nothing_of_the_compiler_is_loaded() -> None:
    assert run() == ["False", "Europe/Berlin"]


def test_where_they_lie_elsewhere_python_says_where() -> None:
    assert run("lean_zones._USUAL = '/nowhere'") == ["False", "Europe/Berlin"]
