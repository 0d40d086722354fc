"""The colours can be read and told apart in every look."""

import re

import pytest

from companion.ui.theme.tokens import CONTRAST_DARK, CONTRAST_LIGHT, DARK, LIGHT, LOOKS, Tokens, tokens_for
from tests.support.contrast import contrast

TEXT_ON = [
    *((ink, ground) for ink in ("ink", "muted", "accent") for ground in ("background", "surface", "accent_soft")),
    *((zone, ground) for zone in ("above", "inside", "below") for ground in ("background", "surface")),
    ("above", "above_soft"),
    ("inside", "inside_soft"),
    ("below", "below_soft"),
    ("ink", "inside_soft"),
    ("ink", "above_soft"),
    ("ink", "below_soft"),
    ("accent", "inside_soft"),
    ("accent_deep", "surface"),
    ("accent_deep", "background"),
    ("on_accent", "accent"),
    ("on_accent", "accent_deep"),
    ("background", "ink"),
]
MARK_ON = [
    *((mark, ground) for mark in ("outline", "focus", "accent") for ground in ("background", "surface")),
    *((mark, "inside_soft") for mark in ("above", "inside", "below", "muted", "focus")),
    ("focus", "accent_soft"),
]


def named(look: Tokens) -> str:
    return f"{'contrast-' if look.is_contrast else ''}{'dark' if look.is_dark else 'light'}"


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize(("ink", "ground"), TEXT_ON)
def test_text_can_be_read(look: Tokens, ink: str, ground: str) -> None:
    enough = 7.0 if look.is_contrast else 4.5
    assert contrast(getattr(look, ink), getattr(look, ground)) >= enough


@pytest.mark.parametrize("look", LOOKS, ids=named)
@pytest.mark.parametrize(("mark", "ground"), MARK_ON)
def test_marks_and_edges_can_be_seen(look: Tokens, mark: str, ground: str) -> None:
    assert contrast(getattr(look, mark), getattr(look, ground)) >= 3.0


@pytest.mark.parametrize("look", [CONTRAST_LIGHT, CONTRAST_DARK], ids=named)
def test_high_contrast_parts_cards_with_lines_that_can_be_seen(look: Tokens) -> None:
    assert contrast(look.line, look.surface) >= 3.0
    assert contrast(look.outline, look.surface) >= 7.0


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_every_colour_is_written_in_full(look: Tokens) -> None:
    colours = [value for value in look if isinstance(value, str)]
    assert colours
    assert all(re.fullmatch(r"#[0-9a-f]{6}", colour) for colour in colours)


@pytest.mark.parametrize("look", LOOKS, ids=named)
def test_the_three_zones_have_three_colours(look: Tokens) -> None:
    assert len({look.above, look.inside, look.below}) == 3


@pytest.mark.parametrize(
    ("dark", "contrasting", "look"),
    [(False, False, LIGHT), (True, False, DARK), (False, True, CONTRAST_LIGHT), (True, True, CONTRAST_DARK)],
)
def test_a_look_is_found_by_lightness_and_contrast(dark: bool, contrasting: bool, look: Tokens) -> None:
    assert tokens_for(dark=dark, contrast=contrasting) is look
