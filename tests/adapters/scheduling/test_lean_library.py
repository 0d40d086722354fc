"""The alarm's library is loaded without what an alarm clock never calls, and works all the same."""

import subprocess
import sys

RINGS = """
import sys, threading
from datetime import UTC, datetime
from companion.adapters.scheduling import lean_library
from companion.adapters.scheduling.apscheduler_alarm import APSchedulerAlarm
{before}
rang = threading.Event()
alarm = APSchedulerAlarm(lambda key: rang.set())
alarm.set("prompts", datetime.now(UTC))
assert rang.wait(10)
alarm.stop()
{after}
"""
HEAVY = (
    "asyncio",
    "ssl",
    "multiprocessing",
    "email",
    "concurrent.futures.process",
    "tzlocal",
    "uuid",
    "calendar",
    "sysconfig",
)


def runs(before: str = "", after: str = "") -> str:
    """What a program that lets the alarm ring says of its troubles; nothing if there are none."""
    program = RINGS.format(before=before, after=after)
    return subprocess.run([sys.executable, "-W", "error", "-c", program], capture_output=True, text=True).stderr


def test_it_rings_and_nothing_heavy_is_loaded() -> None:
    assert runs(after=f"assert not set(sys.modules).intersection({HEAVY}), sys.modules.keys()") == ""


def test_whoever_wants_one_of_them_later_has_the_true_one() -> None:
    later = "import asyncio, multiprocessing, importlib.metadata, concurrent.futures\n"
    later += "asyncio.run(asyncio.sleep(0)); multiprocessing.get_context('spawn')\n"
    later += "import calendar, sysconfig, tzlocal, uuid; uuid.uuid4(); assert tzlocal.get_localzone_name\n"
    later += "calendar.month_name[1]; sysconfig.get_config_var('TZPATH')\n"
    later += "importlib.metadata.version('apscheduler'); concurrent.futures.ProcessPoolExecutor"
    assert runs(after=later) == ""


def test_one_that_is_loaded_already_stays() -> None:
    assert runs(before="import asyncio", after="assert sys.modules['asyncio'] is asyncio") == ""


def test_a_library_that_wants_more_is_loaded_whole() -> None:
    poor = "lean_library._made = lambda: {'asyncio': lean_library._module('asyncio')}"
    assert runs(before=poor, after="assert 'ssl' in sys.modules") == ""
