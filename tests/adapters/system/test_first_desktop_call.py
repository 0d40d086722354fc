"""What the desktop started the program for, against a session bus on a real socket."""

from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from companion.adapters.system.first_desktop_call import first_call
from companion.application.desktop_calls import CHECK_IN_ACTION, INTERFACE, INTROSPECTABLE, PATH, Wish
from companion.application.instance_address import PROGRAM_ID, Message
from tests.support.session_bus import FakeSessionBus

LONG = 20.0


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeSessionBus]:
    """A session bus that is the one of this process."""
    made = FakeSessionBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    yield made
    made.stop()


def asking(bus: FakeSessionBus) -> Thread:
    """As soon as the program has its name: what a careful one asks first, and then for a check-in."""

    def ask() -> None:
        assert bus.was_named.wait(LONG)
        bus.call(PATH, INTROSPECTABLE, "Introspect", "", ())
        bus.call(PATH, INTERFACE, "ActivateAction", "sava{sv}", (CHECK_IN_ACTION, [], {}))

    thread = Thread(target=ask)
    thread.start()
    return thread


def test_the_first_wish_is_taken_also_of_one_who_asks_first_what_there_is(bus: FakeSessionBus) -> None:
    asker = asking(bus)
    assert first_call(LONG) == Wish(Message.CHECK_IN, "")
    asker.join()
    assert bus.names == [PROGRAM_ID]


def test_nobody_asks_and_it_does_not_wait_for_ever(bus: FakeSessionBus) -> None:
    assert first_call(0.05) is None


def test_where_another_one_has_the_name_it_does_not_wait(bus: FakeSessionBus) -> None:
    bus.name_is_taken = True
    assert first_call(LONG) is None


def test_without_a_bus_nobody_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", f"unix:path={tmp_path / 'none'}")
    assert first_call(LONG) is None
