"""Text size and printing of the note that is read."""

import pytest
from pytestqt.qtbot import QtBot

from companion.ui.theme.theme import Theme
from companion.ui.widgets.reading_menu import LARGEST, SMALLEST, ReadingMenu


@pytest.fixture
def menu(qtbot: QtBot, theme: Theme) -> ReadingMenu:
    made = ReadingMenu(theme)
    qtbot.addWidget(made)
    made.show_size(SMALLEST)
    return made


def test_a_step_larger_and_back_to_the_usual(menu: ReadingMenu) -> None:
    wanted: list[int] = []
    menu.size_wanted.connect(wanted.append)
    menu.larger.trigger()
    menu.show_size(wanted[-1])
    menu.larger.trigger()
    menu.usual.trigger()
    assert wanted == [125, 150, 100]


@pytest.mark.parametrize(
    ("percent", "can"), [(SMALLEST, (True, False, False)), (150, (True, True, True)), (LARGEST, (False, True, True))]
)
def test_what_leads_nowhere_is_switched_off(menu: ReadingMenu, percent: int, can: tuple[bool, ...]) -> None:
    menu.show_size(percent)
    assert (menu.larger.isEnabled(), menu.smaller.isEnabled(), menu.usual.isEnabled()) == can


def test_paper_and_file_are_said(menu: ReadingMenu) -> None:
    said: list[str] = []
    menu.print_wanted.connect(lambda: said.append("paper"))
    menu.pdf_wanted.connect(lambda: said.append("file"))
    menu.paper.trigger()
    menu.file.trigger()
    assert said == ["paper", "file"]
