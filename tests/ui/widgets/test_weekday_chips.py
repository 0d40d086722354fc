"""Any days of the week, in this locale's order."""

from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.weekday_chips import WeekdayChips
from tests.support.date_words import PlainDateWords


class SundayFirst(PlainDateWords):
    def first_weekday(self) -> int:
        return 6


def test_the_week_begins_where_it_begins_here(theme: Theme, qtbot: QtBot) -> None:
    chips = WeekdayChips(frozenset({0}), SundayFirst())
    qtbot.addWidget(chips)
    assert [chip.text() for chip in chips.chips.values()] == ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    assert chips.chosen == frozenset({0})


def test_several_and_none_can_be_chosen(theme: Theme, qtbot: QtBot) -> None:
    chips = WeekdayChips(frozenset({0}), PlainDateWords())
    qtbot.addWidget(chips)
    chips.chips[6].click()
    assert chips.chosen == frozenset({0, 6})
    for day in (0, 6):
        chips.chips[day].click()
    assert chips.chosen == frozenset()
