"""Help: each page is there, scrolls by keyboard, and says what is true of this computer."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from companion.application.places import Places
from companion.presentation.help import Topic, help_page
from companion.presentation.keys import key_groups
from companion.ui.screens.help import HelpScreen
from companion.ui.theme.theme import Theme
from tests.support.screen_checks import show_for_checks

PLACES = Places("/home/robin/notes", "/home/robin/settings", "/home/robin/logs", "/media/stick")


@pytest.fixture
def screen(theme: Theme, qtbot: QtBot) -> HelpScreen:
    made = HelpScreen(theme, lambda: PLACES, lambda: True)
    qtbot.addWidget(made)
    show_for_checks(made, 900, 500)
    return made


def said(screen: HelpScreen) -> set[str]:
    return {words.text() for words in screen.findChildren(QLabel) if words.isVisible()}


@pytest.mark.parametrize("topic", Topic)
def test_a_page_shows_its_parts_and_their_sources(screen: HelpScreen, topic: Topic) -> None:
    screen.chips[topic].click()
    QApplication.processEvents()
    page = help_page(topic)
    told = {words for part in page.parts for words in (part.title, *part.text.split("\n\n")) if words}
    assert {page.title, *page.sources, *told} <= said(screen)


def test_every_key_stands_there_with_what_it_does(screen: HelpScreen) -> None:
    screen.show_topic(Topic.KEYS)
    QApplication.processEvents()
    for group in key_groups():
        assert {group.title, *(text for line in group.lines for text in line)} <= said(screen)


def test_what_is_out_of_sight_is_scrolled_to_by_keyboard(screen: HelpScreen) -> None:
    screen.show_topic(Topic.KEYS)
    screen.setFocus()
    QApplication.processEvents()
    focused = screen.focusWidget()
    assert focused is not None
    QTest.keyClick(focused, Qt.Key.Key_PageDown)
    assert screen.page.verticalScrollBar().value() > 0


@pytest.mark.parametrize("width", [900, 420])
def test_the_table_says_the_same_in_any_width(screen: HelpScreen, width: int) -> None:
    screen.show_topic(Topic.PRIVACY)
    show_for_checks(screen, width, 500)
    everything = "\n".join(said(screen))
    for place in ("/home/robin/notes/companion.db", "/home/robin/settings/settings.toml", "/media/stick"):
        assert place in everything


def test_arrow_keys_go_from_page_to_page(screen: HelpScreen) -> None:
    screen.activateWindow()
    screen.setFocus()
    QTest.keyClick(screen.chips[Topic.ABOUT], Qt.Key.Key_Right)
    QApplication.processEvents()
    assert screen.topic is Topic.WINDOW


def test_while_locked_the_first_steps_are_not_offered(theme: Theme, qtbot: QtBot) -> None:
    locked = HelpScreen(theme, lambda: PLACES, lambda: False)
    qtbot.addWidget(locked)
    show_for_checks(locked, 900, 500)
    assert not locked.welcome.isVisible()
