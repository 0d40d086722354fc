"""The moment before sleep: asked for, given back once, and missed calmly where nobody can give it."""

import os

import pytest

from companion.ui.platform.sleep_delay import SleepDelay, take_sleep_delay


def test_it_is_given_back_once() -> None:
    ours, its = os.pipe()
    delay = SleepDelay(its)
    delay.release()
    assert os.read(ours, 1) == b""  # nobody holds the other end any more
    os.close(ours)
    delay.release()


def test_without_a_system_bus_there_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", "unix:path=/nowhere/at/all")
    assert take_sleep_delay() is None
