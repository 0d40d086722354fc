"""The Qt binding does not lose references to None, as 6.12.0 did on Python 3.11 until the process died."""

import subprocess
import sys

PROBE = """
import sys
from PySide6.QtCore import QObject
thing = QObject()
thing.setObjectName("warm")
before = sys.getrefcount(None)
for _ in range(1000):
    thing.setObjectName("x")
print(sys.getrefcount(None) - before)
"""


def test_a_thousand_void_calls_leave_the_count_of_none_as_it_was() -> None:
    run = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True)
    assert abs(int(run.stdout)) < 50
