"""Tags, people and places: another name, two that become one, taking away; what touches many is asked once."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from companion.domain.context import Context
from companion.domain.tag import Tag, TagKind
from companion.ui.theme.theme import Theme
from companion.ui.widgets.journal_pane import JournalPane
from companion.ui.widgets.tag_list import TagList
from tests.support.builders import a_check_in
from tests.support.journal_desk import JournalDesk


@pytest.fixture
def tags(tmp_path: Path, theme: Theme, qtbot: QtBot) -> TagList:
    made = filled(tmp_path, theme)
    qtbot.addWidget(made)
    made.show()
    return made


def filled(tmp_path: Path, theme: Theme) -> TagList:
    desk = JournalDesk(tmp_path)
    desk.note([a_check_in(tags=("work", "phone")), replace(a_check_in(tags=("work",)), context=Context(("Anna",)))])
    made = TagList(desk.tags(), theme)
    made.refresh()
    return made


def look_at(tags: TagList, number: int) -> None:
    tags.list.setCurrentIndex(tags.rows.index(number))


def shown(tags: TagList) -> list[str]:
    return [str(tags.rows.index(number).data()) for number in range(tags.rows.rowCount())]


def test_nothing_can_be_done_before_one_is_looked_at(tags: TagList) -> None:
    assert shown(tags) == ["phone · 1 check-in", "work · 2 check-ins"]
    assert not tags.rename.isVisible()
    look_at(tags, 0)
    assert tags.name.text() == "phone"
    assert tags.rename.isVisible()


def test_another_name_needs_no_question(tags: TagList) -> None:
    look_at(tags, 0)
    tags.name.selectAll()
    QTest.keyClicks(tags.name, "call")
    QTest.keyClick(tags.name, Qt.Key.Key_Return)
    assert shown(tags) == ["call · 1 check-in", "work · 2 check-ins"]


def test_two_become_one_after_one_question(tags: TagList) -> None:
    look_at(tags, 0)
    tags.name.setText("work")
    tags.rename.click()
    assert "both are one" in tags.question.text()
    assert len(shown(tags)) == 2
    tags.rename.click()
    assert shown(tags) == ["work · 2 check-ins"]


def test_another_letter_takes_the_question_back(tags: TagList) -> None:
    look_at(tags, 0)
    tags.name.setText("work")
    tags.rename.click()
    QTest.keyClicks(tags.name, "s")
    assert not tags.question.isVisible()
    assert tags.rename.text() == "Rename"


def test_taking_away_is_asked_once(tags: TagList) -> None:
    look_at(tags, 1)
    tags.remove.click()
    assert tags.question.text() == "Remove “work” from 2 check-ins? The check-ins themselves stay."
    tags.remove.click()
    assert shown(tags) == ["phone · 1 check-in"]


def test_looking_at_another_one_takes_the_question_back(tags: TagList) -> None:
    look_at(tags, 1)
    tags.remove.click()
    look_at(tags, 0)
    assert not tags.question.isVisible()
    assert tags.remove.text() == "Remove"


def test_what_cannot_be_is_said_and_the_name_stays_in_the_field(tags: TagList) -> None:
    look_at(tags, 0)
    tags.name.setText("x" * 200)
    tags.rename.click()
    assert "100" in tags.question.text()
    assert tags.name.text() == "x" * 200


def test_each_kind_has_its_list(tags: TagList) -> None:
    tags.kinds[TagKind.PERSON].click()
    assert shown(tags) == ["Anna · 1 check-in"]
    tags.kinds[TagKind.PLACE].click()
    assert tags.empty.isVisible()
    assert not tags.list.isVisible()


def test_its_check_ins_can_be_shown(tags: TagList, qtbot: QtBot) -> None:
    look_at(tags, 1)
    with qtbot.waitSignal(tags.show_wanted) as wanted:
        tags.show_lines.click()
    assert wanted.args == [Tag(TagKind.TAG, "work")]


def test_the_button_that_answers_the_question_is_in_sight_in_a_low_window(
    tmp_path: Path, theme: Theme, qtbot: QtBot
) -> None:
    pane, tags = JournalPane(theme), filled(tmp_path, theme)
    qtbot.addWidget(pane)
    pane.resize(420, 330)
    pane.show_part(tags)
    pane.show()
    look_at(tags, 1)
    tags.remove.click()
    qtbot.waitUntil(lambda: tags.remove.visibleRegion().boundingRect() == tags.remove.rect())
