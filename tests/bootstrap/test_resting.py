"""Memory is given back once nothing is on the screen, and not before."""

import pytest
from pytestqt.qtbot import QtBot

from companion.bootstrap import resting
from companion.bootstrap.resting import Resting


@pytest.fixture
def given_back(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What was given back so far; a rest comes at once."""
    given: list[str] = []
    monkeypatch.setattr(resting, "SETTLED_MS", 0)
    monkeypatch.setattr("companion.adapters.system.memory.give_back", lambda: given.append("memory"))
    return given


def test_with_nothing_on_the_screen_memory_is_given_back_once(qtbot: QtBot, given_back: list[str]) -> None:
    rests = Resting(lambda: False)
    rests.begin()
    rests.begin()
    qtbot.waitUntil(lambda: given_back == ["memory"])
    assert not rests.is_waiting


def test_nothing_is_given_back_while_a_window_is_there(qtbot: QtBot, given_back: list[str]) -> None:
    rests = Resting(lambda: True)
    rests.begin()
    qtbot.waitUntil(lambda: not rests.is_waiting)
    assert given_back == []


def test_once_the_program_ends_it_asks_nothing_any_more(qtbot: QtBot) -> None:
    made = Resting(lambda: pytest.fail("the window is gone by then"))
    made.begin()
    made.stop()
    assert not made.is_waiting
