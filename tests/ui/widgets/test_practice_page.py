"""The page of one practice: how it is begun, and what is done with it."""

from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.practice_page import PracticePage
from tests.support.practice_desk import PracticeDesk


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Iterator[PracticePage]:
    state = PracticeDesk().presenter().page("ours/slow-breathing")
    assert state is not None
    made = PracticePage(state, theme)
    qtbot.addWidget(made)
    yield made
    made.close()


def started(page: PracticePage) -> list[tuple[object, ...]]:
    said: list[tuple[object, ...]] = []
    page.start_wanted.connect(lambda *what: said.append(what))
    return said


def test_untouched_it_begins_as_usual_with_nothing_before(page: PracticePage) -> None:
    said = started(page)
    page.start.click()
    assert said == [(None, 180, None)]


def test_length_variant_and_zero_before_are_taken_along(page: PracticePage) -> None:
    said = started(page)
    page.lengths[60].click()
    page.variants[1].click()
    page.before.put(0)
    page.start.click()
    assert said == [(1, 60, 0)]


def test_a_variant_chosen_again_is_left_again_and_a_length_is_not(page: PracticePage) -> None:
    page.variants[0].click()
    page.variants[0].click()
    page.lengths[60].click()
    page.lengths[60].click()
    assert (page.variant, page.seconds) == (None, 60)


def test_ours_can_be_copied_and_neither_changed_nor_removed(page: PracticePage) -> None:
    page.show()
    assert page.copy.isVisibleTo(page)
    assert not page.edit.isVisibleTo(page)
    assert not page.remove.isVisibleTo(page)


def test_only_starred_ones_can_be_moved(page: PracticePage, qtbot: QtBot) -> None:
    assert page.up.isHidden()
    with qtbot.waitSignal(page.star_wanted) as wanted:
        page.star.click()
    assert wanted.args == [True]
    state = page._state._replace(is_starred=True)
    page.show_place(state)
    assert not page.up.isHidden()
    assert page.star.text() == "Take the star away"
