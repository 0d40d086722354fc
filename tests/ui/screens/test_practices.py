"""The Practices screen: list and page, stars and hiding, with little room, and while locked."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.domain.practice import Step
from companion.presentation.practices import Shelf
from companion.ui.screens.practices import PracticesScreen
from companion.ui.theme.theme import Theme
from tests.support.everything_said import everything_said
from tests.support.practice_desk import PracticeDesk


@pytest.fixture
def desk() -> PracticeDesk:
    return PracticeDesk()


@pytest.fixture
def screen(desk: PracticeDesk, theme: Theme, qtbot: QtBot) -> Iterator[PracticesScreen]:
    made = PracticesScreen(desk.presenter(), theme)
    qtbot.addWidget(made)
    made.resize(1000, 800)
    made.show()
    yield made
    made.close()


def listed(screen: PracticesScreen) -> list[str]:
    model = screen._list.model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def test_when_it_is_first_seen_the_first_one_is_read(screen: PracticesScreen) -> None:
    assert len(listed(screen)) == 20
    assert screen.page is not None


def test_a_search_and_a_shelf_narrow_the_list(screen: PracticesScreen) -> None:
    screen._filter.setText("breath")
    assert "Slow breathing" in listed(screen)
    assert len(listed(screen)) < 20
    screen._filter.clear()
    screen._shelves[Shelf.MIXED].click()
    assert len(listed(screen)) == 5


def test_a_star_moves_it_to_the_front_and_keeps_what_was_put_in(screen: PracticesScreen) -> None:
    screen.open_practice("ours/walk")
    page = screen.page
    assert page is not None
    page.before.put(40)
    page.star.click()
    assert listed(screen)[0] == "A short walk"
    assert screen.page is page
    assert page.before.value == 40


def test_a_hidden_one_leaves_the_list_and_is_found_on_its_shelf(screen: PracticesScreen) -> None:
    screen.open_practice("ours/walk")
    assert screen.page is not None
    screen.page.hide_link.click()
    assert "A short walk" not in listed(screen)
    screen._shelves[Shelf.HIDDEN].click()
    assert listed(screen) == ["A short walk"]


def test_what_is_removed_can_be_brought_back(screen: PracticesScreen, desk: PracticeDesk) -> None:
    own = desk.practices.add("Tea", (Step("Warm the pot"),))
    screen.open_practice(own.key)
    assert screen.page is not None
    screen.page.remove.click()
    assert "Tea" not in listed(screen)
    assert screen.undo()
    assert "Tea" in listed(screen)
    undone_again = screen.undo()
    assert not undone_again


def test_with_little_room_list_and_page_take_turns(screen: PracticesScreen) -> None:
    screen.resize(480, 500)
    screen.open_practice("ours/walk")
    assert screen.page is not None
    assert screen.page.isVisible()
    assert not screen._list.isVisible()
    screen._to_list.click()
    assert screen._list.isVisible()
    assert not screen.page.isVisible()


def test_something_on_the_stage_stands_in_place_of_both(screen: PracticesScreen) -> None:
    part = QWidget()
    screen.put_on_stage(part)
    assert (screen.stage, part.isVisible()) == (part, True)
    screen.put_on_stage(None)
    assert (screen.stage, part.isVisible()) == (None, False)
    assert screen._list.isVisible()
    part.deleteLater()


def test_locked_nothing_of_theirs_is_left_in_it(screen: PracticesScreen, desk: PracticeDesk) -> None:
    own = desk.practices.add("Quetzalcoatlus", (Step("Call Quetzalcoatlus"),))
    screen.open_practice(own.key)
    desk.is_locked = True
    screen.put_away()
    assert "Quetzalcoatlus" not in everything_said()
    desk.is_locked = False
    screen.refresh()
    assert "Quetzalcoatlus" in listed(screen)


def test_taking_turns_the_keyboard_goes_along(screen: PracticesScreen, qtbot: QtBot) -> None:
    screen.resize(480, 500)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    screen._list.setFocus()
    QTest.keyClick(screen._list, Qt.Key.Key_Down)
    QTest.keyClick(screen._list, Qt.Key.Key_Return)
    assert screen.page is not None
    assert screen.page.start.hasFocus()
    screen._to_list.click()
    assert screen._list.hasFocus()


def test_in_a_small_window_with_large_letters_no_chip_lies_over_the_list(
    screen: PracticesScreen, theme: Theme, qtbot: QtBot
) -> None:
    assert screen.page is not None
    screen.page.hide_link.click()
    screen._shelves[Shelf.HIDDEN].click()
    theme.apply(Look.LIGHT, 200)
    screen.resize(450, 380)
    last = screen._shelves[Shelf.HIDDEN]
    qtbot.waitUntil(lambda: last.y() > screen._filter.geometry().bottom() and screen._list.width() > 400)
    assert last.geometry().bottom() < screen._list.geometry().top()
