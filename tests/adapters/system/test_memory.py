"""No copy of the program's memory stays behind."""

import subprocess
import sys
from pathlib import Path

import pytest

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
