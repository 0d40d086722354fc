"""No copy of the program's memory stays behind."""

import subprocess
import sys
from pathlib import Path

import pytest

from companion.adapters.system.memory import _unchanged_pieces

ROOT = Path(__file__).resolve().parents[3]
LIMITS = """
from companion.adapters.system.memory import leave_no_core_dumps
import resource

leave_no_core_dumps()
print(resource.getrlimit(resource.RLIMIT_CORE))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="limits are those of Unix")
def test_a_crash_writes_no_copy_of_the_memory() -> None:
    said = subprocess.run([sys.executable, "-c", LIMITS], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.split("\n")[0] == "(0, 0)"


GIVES_BACK = """
import re
from pathlib import Path
import sqlcipher3.dbapi2 as driver
from companion.adapters.system.memory import give_back

def in_memory():
    pieces = re.split(r"^(?=[0-9a-f]+-[0-9a-f]+ )", Path("/proc/self/smaps").read_text(), flags=re.MULTILINE)
    sizes = [re.search(r"^Rss: +(\\d+) kB", piece, re.MULTILINE) for piece in pieces if "_sqlite3" in piece]
    return sum(int(size[1]) for size in sizes)

def uses():
    connection = driver.connect(":memory:")
    connection.execute("PRAGMA key = 'x'")
    return connection.execute("SELECT 6 * 7").fetchone()[0]

uses()
before = in_memory()
give_back()
print(in_memory() < before / 2, uses(), uses())
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="gives nothing back elsewhere")
def test_a_library_that_was_given_back_works_on() -> None:
    said = subprocess.run([sys.executable, "-c", GIVES_BACK], cwd=ROOT, capture_output=True, text=True, check=True)
    assert said.stdout.split() == ["True", "42", "42"]


def test_only_what_nobody_changed_is_given_back() -> None:
    smaps = (
        "1000-2000 r-xp 00000000 08:01 7 /lib/libclean.so.1\nAnonymous:             0 kB\nVmFlags: rd ex\n"
        "2000-3000 r--p 00000000 08:01 7 /lib/librelocated.so.1\nAnonymous:             4 kB\nVmFlags: rd\n"
        "3000-4000 rw-p 00000000 08:01 7 /lib/libclean.so.1\nAnonymous:             0 kB\nVmFlags: rd wr\n"
        "4000-5000 r--p 00000000 00:00 0\nAnonymous:             0 kB\nVmFlags: rd\n"
        "5000-6000 r--s 00000000 08:01 7 /run/shared.so\nAnonymous:             0 kB\nVmFlags: rd\n"
        "a000-ff00 r--p 00000000 08:01 7 /lib/libclean.so\nAnonymous:             0 kB\nVmFlags: rd\n"
    )
    assert _unchanged_pieces(smaps) == [(0x1000, 0x2000), (0xA000, 0xFF00)]
