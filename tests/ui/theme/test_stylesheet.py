"""The style sheet is filled completely and grows with the text."""

import re

import pytest
from PySide6.QtWidgets import QApplication, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from companion.application.settings import Look
from companion.ui.theme.stylesheet import stylesheet
from companion.ui.theme.theme import Theme
from companion.ui.theme.tokens import CONTRAST_LIGHT, LIGHT, LOOKS, Tokens
from tests.conftest import RESOURCES


@pytest.mark.parametrize("look", LOOKS)
def test_no_place_is_left_unfilled(look: Tokens) -> None:
    made = stylesheet(look, round, "/icons/style")
    assert "@" not in made
    assert not re.search(r"\dsp\b", made)


def test_lengths_of_text_grow_and_hair_lines_do_not() -> None:
    doubled = stylesheet(LIGHT, lambda size: round(size * 2), "")
    assert "font-size: 48px" in doubled
    assert f"border: 1px solid {LIGHT.line}" in doubled


def test_no_edge_is_so_thick_that_its_round_corners_become_jagged() -> None:
    widths = [int(width) for width in re.findall(r"border(?:-width)?: ([0-9]+)px", stylesheet(LIGHT, round, ""))]
    assert widths
    assert max(widths) <= 3


@pytest.mark.parametrize("look", LOOKS)
def test_every_picture_it_names_is_there(look: Tokens) -> None:
    made = stylesheet(look, round, "style")
    pictures = re.findall(r'url\("style/([^"]+)"\)', made)
    assert pictures
    assert all((RESOURCES / "icons" / "style" / picture).is_file() for picture in pictures)


def test_in_high_contrast_an_edge_says_what_a_fill_says_otherwise() -> None:
    assert f"border: 2px solid {CONTRAST_LIGHT.accent}" in stylesheet(CONTRAST_LIGHT, round, "")


@pytest.mark.parametrize("percent", [100, 130, 200])
@pytest.mark.parametrize("role", ["", "primary", "chip", "nav", "support", "link"])
def test_buttons_keep_their_size_when_the_keyboard_comes(theme: Theme, qtbot: QtBot, role: str, percent: int) -> None:
    theme.apply(Look.LIGHT, percent)
    button = QPushButton("Edit")
    button.setProperty("role", role)
    qtbot.addWidget(button)
    button.show()
    button.clearFocus()
    resting = button.sizeHint()
    button.activateWindow()
    button.setFocus()
    QApplication.processEvents()
    assert button.hasFocus()
    assert button.sizeHint() == resting


@pytest.mark.parametrize("percent", [100, 115, 130, 150, 175, 200])
@pytest.mark.parametrize("role", ["chip", "support"])
def test_pills_stay_round_at_every_text_size(theme: Theme, qtbot: QtBot, role: str, percent: int) -> None:
    theme.apply(Look.DARK, percent)
    ground = QWidget()
    qtbot.addWidget(ground)
    button = QPushButton("Edit", ground)
    button.setProperty("role", role)
    ground.show()
    button.resize(button.sizeHint())
    corner = ground.grab().toImage().pixelColor(1, 1)
    assert corner == theme.color("background")
