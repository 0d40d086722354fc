"""A page scrolls what it has no room for, and keeps lines readable."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.theme import Theme
from companion.ui.widgets.labels import label
from companion.ui.widgets.page import NARROW_MARGIN, SIDE_MARGIN, Page


@pytest.fixture
def page(theme: Theme, qtbot: QtBot) -> Iterator[Page]:
    """Forty sentences and a button, at most 400 px wide."""
    made = Page(theme, 400, "Support now")
    for _place in range(40):
        made.add(label("A sentence that takes its place."))
    made.add(QPushButton("Back"), Qt.AlignmentFlag.AlignLeading)
    made.finish()
    qtbot.addWidget(made)
    made.resize(800, 300)
    made.show()
    QApplication.processEvents()
    yield made
    made.close()


def first(page: Page) -> int:
    """Where the first sentence begins, across."""
    sentence = page.findChildren(type(label()))[0]
    return sentence.mapTo(page, sentence.rect().topLeft()).x()


def width(page: Page) -> int:
    return page.findChildren(type(label()))[0].width()


def test_lines_are_no_longer_than_can_be_read(page: Page) -> None:
    assert width(page) == 400


def test_lines_grow_with_the_text_at_once(page: Page, theme: Theme) -> None:
    theme.apply(Look.LIGHT, 150)
    QApplication.processEvents()
    assert width(page) == 600


def test_in_a_small_window_the_margins_give_way(page: Page) -> None:
    assert first(page) == SIDE_MARGIN
    page.resize(400, 300)
    QApplication.processEvents()
    assert first(page) == NARROW_MARGIN


def test_given_the_keyboard_it_scrolls_and_tab_goes_on(page: Page, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_PageDown)
    assert page.verticalScrollBar().value() > 0
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is page.findChild(QPushButton)


def test_what_has_the_keyboard_is_in_sight(page: Page, qtbot: QtBot) -> None:
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    page.setFocus()
    QTest.keyClick(page, Qt.Key.Key_Tab)
    button = page.findChild(QPushButton)
    assert isinstance(button, QPushButton)
    assert page.viewport().rect().contains(button.mapTo(page.viewport(), button.rect().center()))


def test_tab_alone_does_not_stop_at_it(page: Page) -> None:
    assert page.focusPolicy() is Qt.FocusPolicy.NoFocus


def test_readers_call_it_by_its_name(page: Page) -> None:
    assert page.accessibleName() == "Support now"


def test_what_belongs_together_stands_closer_than_the_rest(theme: Theme, qtbot: QtBot) -> None:
    made, parts = Page(theme), [QPushButton(words) for words in ("One", "Its own", "Another")]
    made.add_together(parts[0], parts[1])
    made.add(parts[2])
    made.finish()
    qtbot.addWidget(made)
    made.resize(400, 300)
    made.show()
    QApplication.processEvents()
    gaps = [below.y() - above.geometry().bottom() for above, below in pairwise(parts)]
    assert 2 * gaps[0] < gaps[1]
