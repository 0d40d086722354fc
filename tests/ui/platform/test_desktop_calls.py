"""The program under its name, against a session bus on a real socket."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import HeaderFields, Message, MessageType
from pytestqt.qtbot import QtBot

from companion.application.desktop_calls import INTERFACE, INTROSPECTABLE, PATH
from companion.application.instance_address import PROGRAM_ID
from companion.ui.platform.desktop_calls import DesktopCalls
from companion.ui.platform.session_bus import SessionBus, open_session_bus
from tests.support.session_bus import FakeSessionBus


@pytest.fixture
def bus(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[FakeSessionBus]:
    """A session bus that is the one of this process."""
    made = FakeSessionBus(tmp_path)
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made.address)
    yield made
    made.stop()


@pytest.fixture
def line(bus: FakeSessionBus, qtbot: QtBot) -> Iterator[SessionBus]:
    """The program's line to it."""
    opened = open_session_bus(longest_wait=5000)
    assert opened is not None
    yield opened
    opened.close()


@pytest.fixture
def wanted(bus: FakeSessionBus, line: SessionBus, qtbot: QtBot) -> list[str]:
    """What was wanted of the program since it has its name, with the token."""
    heard: list[str] = []
    calls = DesktopCalls(line, line)
    calls.window_wanted.connect(lambda token: heard.append(f"window {token}"))
    calls.check_in_wanted.connect(lambda token: heard.append(f"check-in {token}"))
    calls.start()
    qtbot.waitUntil(lambda: bus.names == [PROGRAM_ID])
    return heard


def answer_to(bus: FakeSessionBus, qtbot: QtBot, member: str, signature: str, *body: object) -> Message:
    """What the program says to a call of its interface, or to one that asks what it is."""
    bus.call(PATH, INTROSPECTABLE if member == "Introspect" else INTERFACE, member, signature, body)
    qtbot.waitUntil(lambda: bool(bus.answers))
    return bus.answers.pop()


def test_activating_is_answered_and_wants_the_window(bus: FakeSessionBus, wanted: list[str], qtbot: QtBot) -> None:
    answer = answer_to(bus, qtbot, "Activate", "a{sv}", {"activation-token": ("s", "t1")})
    assert answer.header.message_type is MessageType.method_return
    assert wanted == ["window t1"]


def test_the_action_of_the_menu_wants_a_check_in(bus: FakeSessionBus, wanted: list[str], qtbot: QtBot) -> None:
    answer_to(bus, qtbot, "ActivateAction", "sava{sv}", "check-in", [], {})
    assert wanted == ["check-in "]


def test_what_it_does_not_know_is_refused_and_nobody_waits(
    bus: FakeSessionBus, wanted: list[str], qtbot: QtBot
) -> None:
    answer = answer_to(bus, qtbot, "ActivateAction", "sava{sv}", "erase", [], {})
    assert answer.header.fields[HeaderFields.error_name] == "org.freedesktop.DBus.Error.UnknownMethod"
    assert wanted == []


def test_it_says_what_can_be_asked(bus: FakeSessionBus, wanted: list[str], qtbot: QtBot) -> None:
    (said,) = answer_to(bus, qtbot, "Introspect", "").body
    assert 'method name="ActivateAction"' in said
