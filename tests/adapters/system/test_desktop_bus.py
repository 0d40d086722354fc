"""Questions to services: all at once, in time, and nothing is started for them."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from companion.adapters.system.desktop_bus import Bus, Question, all_properties, ask, property_in
from tests.support.desktop_services import Call, FakeServices, Reply, properties

LAMP = Question("org.example.Lamp", "/lamp", "org.example.Lamp", "IsOn")
DOOR = Question("org.example.Door", "/door", "org.example.Door", "IsOpen", "s", ("front",))
LAMP_CALL: Call = ("/lamp", "org.example.Lamp", "IsOn", ())
DOOR_CALL: Call = ("/door", "org.example.Door", "IsOpen", ("front",))
ON: Reply = ("b", (True,))

Services = Callable[..., FakeServices]


@pytest.fixture
def services(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Services]:
    """Makes the session bus of a desktop with these services."""
    made: list[FakeServices] = []

    def make(replies: dict[Call, Reply], **options: frozenset[Call]) -> FakeServices:
        made.append(FakeServices(tmp_path, replies, **options))
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", made[-1].address)
        return made[-1]

    yield make
    for bus in made:
        bus.stop()


def test_everything_that_is_answered_comes_back_and_the_rest_is_left_out(services: Services) -> None:
    services({LAMP_CALL: ON})
    assert ask(Bus.SESSION, (LAMP, DOOR), 5) == {LAMP: (True,)}


def test_arguments_are_carried(services: Services) -> None:
    services({DOOR_CALL: ("b", (False,))})
    assert ask(Bus.SESSION, (LAMP, DOOR), 5) == {DOOR: (False,)}


def test_no_service_is_started_for_a_question(services: Services) -> None:
    bus = services({LAMP_CALL: ON})
    ask(Bus.SESSION, (LAMP, DOOR), 5)
    assert LAMP_CALL in bus.asked
    assert bus.wanted_to_start == []


def test_a_service_that_never_answers_takes_nothing_from_the_others(services: Services) -> None:
    services({DOOR_CALL: ON}, silent=frozenset({LAMP_CALL}))
    assert ask(Bus.SESSION, (LAMP, DOOR), 0.3) == {DOOR: (True,)}


@pytest.mark.parametrize("address", ["unix:path=/nowhere/bus", "nonsense", "unix:path=", "tcp:host=here"])
def test_without_a_bus_there_is_no_answer_at_all(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    monkeypatch.setenv("DBUS_SYSTEM_BUS_ADDRESS", address)
    assert ask(Bus.SESSION, (LAMP,), 1) is None
    assert ask(Bus.SYSTEM, (LAMP,), 1) is None


def test_a_bus_that_is_not_named_is_looked_for_where_it_usually_is(
    services: Services, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services({LAMP_CALL: ON})
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS")
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    assert ask(Bus.SESSION, (LAMP,), 5) == {LAMP: (True,)}


def test_a_property_is_found_in_the_answer_for_all_of_them(services: Services) -> None:
    question = all_properties("org.example.Lamp", "/lamp", "org.example.Lamp")
    services({properties("/lamp", "org.example.Lamp"): ("a{sv}", ({"Colour": ("s", "warm")},))})
    answers = ask(Bus.SESSION, (question,), 5)
    assert answers is not None
    assert property_in(answers, question, "Colour") == "warm"
    assert property_in(answers, question, "Shape") is None
    assert property_in({}, question, "Colour") is None
