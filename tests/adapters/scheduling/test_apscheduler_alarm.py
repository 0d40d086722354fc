"""APScheduler as an alarm clock: it rings once, late rather than never, and not after it was stopped."""

import subprocess
import sys
import threading
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from companion.adapters.scheduling.apscheduler_alarm import APSchedulerAlarm

PATIENCE = 10.0  # seconds a ring may take to come before the test gives up


def soon(milliseconds: int = 30) -> datetime:
    return datetime.now(UTC) + timedelta(milliseconds=milliseconds)


class Bell:
    """Remembers who rang, and can be waited for."""

    def __init__(self) -> None:
        self.rings: list[str] = []
        self.rang = threading.Condition()

    def ring(self, key: str) -> None:
        with self.rang:
            self.rings.append(key)
            self.rang.notify_all()

    def wait_for(self, *keys: str) -> None:
        with self.rang:
            assert self.rang.wait_for(lambda: set(keys) <= set(self.rings), PATIENCE), self.rings


@pytest.fixture
def bell() -> Bell:
    return Bell()


@pytest.fixture
def alarm(bell: Bell) -> Iterator[APSchedulerAlarm]:
    made = APSchedulerAlarm(bell.ring)
    yield made
    made.stop()


def test_it_rings_with_the_key(alarm: APSchedulerAlarm, bell: Bell) -> None:
    alarm.set("prompts", soon())
    bell.wait_for("prompts")


def test_it_does_not_ring_before_its_time(alarm: APSchedulerAlarm, bell: Bell) -> None:
    alarm.set("later", soon() + timedelta(hours=1))
    alarm.set("now", soon())
    bell.wait_for("now")
    assert bell.rings == ["now"]


@pytest.mark.parametrize("ago", [timedelta(seconds=5), timedelta(hours=6), timedelta(days=400)])
def test_a_time_that_has_passed_rings_at_once(alarm: APSchedulerAlarm, bell: Bell, ago: timedelta) -> None:
    alarm.set("late", soon() - ago)
    bell.wait_for("late")


def test_set_again_it_rings_once_at_the_new_time(alarm: APSchedulerAlarm, bell: Bell) -> None:
    alarm.set("prompts", soon() + timedelta(hours=1))
    alarm.set("prompts", soon())
    bell.wait_for("prompts")
    alarm.set("after", soon())
    bell.wait_for("after")
    assert bell.rings == ["prompts", "after"]


def test_taken_back_it_does_not_ring(alarm: APSchedulerAlarm, bell: Bell) -> None:
    alarm.set("gone", soon(60))
    alarm.cancel("gone")
    alarm.set("after", soon(120))
    bell.wait_for("after")
    assert bell.rings == ["after"]


def test_taking_back_what_is_not_set_is_fine(alarm: APSchedulerAlarm) -> None:
    alarm.cancel("nothing")
    alarm.set("later", soon() + timedelta(hours=1))
    alarm.cancel("nothing")


def test_it_can_be_set_from_within_a_ring(bell: Bell) -> None:
    def ring(key: str) -> None:
        bell.ring(key)
        if key == "first":
            clock.set("second", soon())

    clock = APSchedulerAlarm(ring)
    clock.set("first", soon())
    bell.wait_for("first", "second")
    clock.stop()


def test_woken_after_the_clock_leapt_it_rings(alarm: APSchedulerAlarm, bell: Bell) -> None:
    """Asleep, the waiting thread's own clock stands still; the wall clock does not."""
    import time_machine

    alarm.set("prompts", soon() + timedelta(hours=6))
    with time_machine.travel(datetime.now(UTC) + timedelta(hours=7)):
        alarm.wake()
        bell.wait_for("prompts")


def test_before_the_first_alarm_and_after_the_end_nothing_is_needed(bell: Bell) -> None:
    alarm = APSchedulerAlarm(bell.ring)
    alarm.wake()
    alarm.cancel("nothing")
    alarm.stop()
    alarm.stop()
    alarm.set("late", soon())
    alarm.wake()
    assert bell.rings == []


def test_stopped_twenty_times_in_the_middle_of_rings_it_rings_no_more(bell: Bell) -> None:
    """A failure in one of the library's threads would be a warning, and so fail this test."""
    for number in range(20):
        clock = APSchedulerAlarm(bell.ring)
        for key in range(20):
            clock.set(f"{number}/{key}", soon(key * 2))
        bell.wait_for(f"{number}/{number // 2}")
        clock.stop()
        rung = len(bell.rings)
        after = APSchedulerAlarm(bell.ring)
        after.set(f"{number}/after", soon(20))
        bell.wait_for(f"{number}/after")
        after.stop()
        assert bell.rings[rung:] == [f"{number}/after"]


def test_the_library_is_not_loaded_before_the_first_alarm() -> None:
    program = (
        "import sys\n"
        "from companion.adapters.scheduling.apscheduler_alarm import APSchedulerAlarm\n"
        "APSchedulerAlarm(print).wake()\n"
        "sys.exit('apscheduler' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
