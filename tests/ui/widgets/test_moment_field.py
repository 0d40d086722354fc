"""When something was; where the clocks showed a time twice, which of the two."""

from collections.abc import Callable
from datetime import datetime

import pytest
from PySide6.QtCore import QDateTime
from pytestqt.qtbot import QtBot

from companion.presentation.journal_edit import When
from companion.presentation.twice import TwiceState, twice_state
from companion.ui.widgets.moment_field import MomentField
from tests.support.clock import FakeClock
from tests.support.date_words import PlainDateWords

TWICE = datetime(2026, 10, 25, 2, 30)
ONCE = datetime(2026, 10, 25, 4, 30)


@pytest.fixture
def field(qtbot: QtBot) -> MomentField:
    def twice(wall: datetime) -> TwiceState | None:
        return twice_state(wall, FakeClock().zone(), PlainDateWords())

    made = MomentField(twice)
    qtbot.addWidget(made)
    made.show()
    return made


def choose(field: MomentField, wall: datetime) -> None:
    """As somebody types it."""
    shown = field.edit.dateTime()
    shown.setTime(type(shown.time())(wall.hour, wall.minute))
    field.edit.setDateTime(QDateTime(shown))


def test_it_asks_only_where_a_time_came_twice(field: MomentField) -> None:
    field.put(When(ONCE))
    assert not field.which.isVisible()
    choose(field, TWICE)
    assert field.which.isVisible()
    assert field.when == When(TWICE)


def test_the_second_can_be_meant(field: MomentField) -> None:
    field.put(When(TWICE))
    field.which.second.click()
    assert field.when == When(TWICE, is_second=True)


def test_what_was_given_earlier_is_shown_without_a_word(field: MomentField, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(field.changed):
        field.put(When(TWICE, is_second=True))
    assert field.when == When(TWICE, is_second=True)


@pytest.mark.parametrize(
    "act", [lambda field: choose(field, TWICE), lambda field: field.which.second.click()], ids=["time", "which"]
)
def test_it_says_that_the_person_changed_it(
    field: MomentField, qtbot: QtBot, act: Callable[[MomentField], None]
) -> None:
    field.put(When(TWICE if act.__code__.co_names[-1] == "click" else ONCE))
    with qtbot.waitSignal(field.changed):
        act(field)
