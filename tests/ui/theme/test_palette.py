"""Qt's own palette has our colours in every state."""

import pytest
from PySide6.QtGui import QPalette

from companion.ui.theme.palette import palette_of
from companion.ui.theme.tokens import LOOKS, Tokens
from tests.support.contrast import contrast

NOT_ROLES = ("NoRole", "NColorRoles")
GROUPS = (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive)


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("group", GROUPS)
def test_what_is_selected_can_be_read_also_in_a_window_behind(look: Tokens, group: QPalette.ColorGroup) -> None:
    palette = palette_of(look)
    text = palette.color(group, QPalette.ColorRole.HighlightedText).name()
    assert contrast(text, palette.color(group, QPalette.ColorRole.Highlight).name()) >= 4.5


@pytest.mark.parametrize("look", LOOKS)
def test_no_role_is_left_to_the_system(look: Tokens) -> None:
    palette = palette_of(look)
    roles = [role for role in QPalette.ColorRole if role.name not in NOT_ROLES]
    assert all(palette.isBrushSet(QPalette.ColorGroup.Active, role) for role in roles)


@pytest.mark.parametrize("look", LOOKS)
def test_what_is_switched_off_is_faded(look: Tokens) -> None:
    palette = palette_of(look)
    assert palette.color(QPalette.ColorGroup.Disabled, QPalette.ColorRole.Text).name() == look.faded
