"""Everything by which the journal can be narrowed."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.domain.journal import JournalFilter, JournalKind
from companion.domain.tag import Tag, TagKind
from companion.domain.zone import Zone
from companion.presentation.journal_filter import EVERYTHING
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_filter_panel import JournalFilterPanel
from tests.support.assistive import turn_by_assistive_technology

ANNA = Tag(TagKind.PERSON, "Anna")


@pytest.fixture
def panel(theme: Theme, qtbot: QtBot) -> JournalFilterPanel:
    made = JournalFilterPanel(theme, lambda letters: [("Anna (People)", ANNA)] if letters.startswith("A") else [])
    qtbot.addWidget(made)
    made.show_filter(EVERYTHING)
    made.show()
    return made


@pytest.fixture
def wanted(panel: JournalFilterPanel) -> list[JournalFilter]:
    said: list[JournalFilter] = []
    panel.changed.connect(said.append)
    return said


def test_every_wish_is_one_click(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    panel.kinds[JournalKind.CHECK_IN].click()
    panel.zones[Zone.ABOVE].click()
    panel.zones[None].click()
    panel.asked[True].click()
    panel.with_note.click()
    assert wanted[-1] == JournalFilter(
        frozenset({JournalKind.CHECK_IN}), frozenset({Zone.ABOVE, None}), asked=True, with_note=True
    )


def test_the_same_click_again_takes_it_back(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    for _turn in range(2):
        panel.kinds[JournalKind.PROMPT].click()
        panel.asked[False].click()
    assert wanted[-1] == EVERYTHING


def test_asked_and_by_myself_take_turns(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    panel.asked[True].click()
    panel.asked[False].click()
    assert wanted[-1].asked is False
    assert not panel.asked[True].isChecked()


def test_a_tag_is_found_while_typing(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    QTest.keyClicks(panel.tag, "An")
    QTest.keyClick(panel.tag, Qt.Key.Key_Return)
    assert wanted[-1].tag == ANNA
    assert panel.tag.text() == "Anna"


def test_an_emptied_field_wants_no_tag(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    panel.show_filter(JournalFilter(tag=ANNA))
    panel.tag.setFocus()
    for _letter in "Anna":
        QTest.keyClick(panel.tag, Qt.Key.Key_Backspace)
    assert wanted[-1] == EVERYTHING


def test_a_name_that_is_not_there_changes_nothing(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    QTest.keyClicks(panel.tag, "zzz")
    QTest.keyClick(panel.tag, Qt.Key.Key_Return)
    assert wanted == []


def test_one_click_shows_everything_again(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    panel.with_note.click()
    assert panel.clear.isVisible()
    panel.clear.click()
    assert wanted[-1] == EVERYTHING
    assert not panel.clear.isVisible()


def test_assistive_technology_chooses_too(panel: JournalFilterPanel, wanted: list[JournalFilter]) -> None:
    turn_by_assistive_technology(panel.asked[True])
    turn_by_assistive_technology(panel.asked[False])
    assert [each.asked for each in wanted] == [True, False]
