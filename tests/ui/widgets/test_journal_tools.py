"""Above the journal's list: the search, and what is wanted as chips."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.journal import JournalFilter
from companion.domain.zone import Zone
from companion.presentation.journal_filter import Wish, wishes_of
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_tools import JournalTools


@pytest.fixture
def tools(theme: Theme, qtbot: QtBot) -> JournalTools:
    made = JournalTools(theme)
    qtbot.addWidget(made)
    made.show()
    return made


def test_enter_looks_at_once_and_goes_to_the_list(tools: JournalTools, qtbot: QtBot) -> None:
    QTest.keyClicks(tools.search, "anna")
    with qtbot.waitSignals([tools.looked_for, tools.list_wanted], timeout=0, raising=False) as both:
        QTest.keyClick(tools.search, Qt.Key.Key_Return)
    assert both.signal_triggered


def test_each_wish_is_a_chip_that_can_be_taken_away(tools: JournalTools, qtbot: QtBot) -> None:
    wishes = wishes_of(JournalFilter(zones=frozenset({Zone.ABOVE}), with_note=True))
    tools.show_wishes(wishes)
    dropped: list[Wish] = []
    tools.dropped.connect(dropped.append)
    tools.chips[1].click()
    assert dropped == [wishes[1]]


def test_a_chip_says_to_readers_what_it_does(tools: JournalTools) -> None:
    tools.show_wishes(wishes_of(JournalFilter(with_note=True)))
    assert tools.chips[0].accessibleName() == "Take away: With a note"


def test_the_keyboard_stays_among_the_chips_while_there_are_any(tools: JournalTools, qtbot: QtBot) -> None:
    wishes = wishes_of(JournalFilter(zones=frozenset({Zone.ABOVE}), with_note=True))
    tools.show_wishes(wishes)
    tools.activateWindow()
    tools.chips[1].setFocus()
    qtbot.waitUntil(tools.chips[1].hasFocus)
    tools.show_wishes(wishes[:1])
    assert tools.chips[0].hasFocus()
    tools.show_wishes(())
    assert tools.search.hasFocus()


def test_a_search_that_is_forgotten_is_not_looked_for_any_more(tools: JournalTools, qtbot: QtBot) -> None:
    QTest.keyClicks(tools.search, "anna")
    tools.forget_search()
    assert tools.search.text() == ""
    assert not tools._typing.isActive()


def test_the_search_can_be_emptied_with_the_mouse(tools: JournalTools, qtbot: QtBot) -> None:
    assert not tools.wipe.isVisible()
    QTest.keyClicks(tools.search, "anna")
    assert tools.wipe.isVisible()
    with qtbot.waitSignal(tools.looked_for) as looked:
        tools.wipe.trigger()
    assert looked.args == [""]
    assert not tools.wipe.isVisible()


@pytest.mark.parametrize("percent", [100, 200])
def test_what_empties_the_search_stands_in_the_middle_of_its_end(
    tools: JournalTools, theme: Theme, percent: int
) -> None:
    theme.apply(Look.LIGHT, percent)
    QTest.keyClicks(tools.search, "anna")
    place = next(found for found in tools.search.findChildren(QToolButton) if found.isVisible()).geometry()
    assert abs(place.center().y() - tools.search.rect().center().y()) <= 1
    assert place.right() < tools.search.width() - 2
