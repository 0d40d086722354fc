"""The colours, spaces and radii every screen is made of, in four looks: light, dark, and high contrast of both."""

from typing import NamedTuple

SPACES = (4, 8, 12, 16, 24, 32)
HAIR, TIGHT, SNUG, ROOM, WIDE, AMPLE = SPACES
CARD_RADIUS = 12
BUTTON_RADIUS = 9
CHIP_RADIUS = 15

DISPLAY_SIZE = 24.0
TITLE_SIZE = 16.0
BODY_SIZE = 14.0
SMALL_SIZE = 12.5


class Tokens(NamedTuple):
    """One look. Every colour is "#rrggbb".

    `line` parts things quietly; `outline` is the edge of a control (3:1); `faded` is what is switched off.
    `…_soft` are fills behind text of the same name; `accent_deep` is the accent under the pointer; `focus` rings
    what the keyboard is on.
    """

    background: str
    surface: str
    line: str
    ink: str
    muted: str
    outline: str
    faded: str
    on_accent: str
    accent: str
    accent_deep: str
    accent_soft: str
    inside: str
    inside_soft: str
    above: str
    above_soft: str
    below: str
    below_soft: str
    focus: str
    is_dark: bool
    is_contrast: bool


LIGHT = Tokens(
    background="#f6f4ef",
    surface="#ffffff",
    line="#e3ded4",
    ink="#21302f",
    muted="#5c6a68",
    outline="#7f8986",
    faded="#8d9794",
    on_accent="#ffffff",
    accent="#1c6f68",
    accent_deep="#155851",
    accent_soft="#e7f1ef",
    inside="#1c6f68",
    inside_soft="#dcefea",
    above="#8a5a00",
    above_soft="#fbf0d9",
    below="#4656a0",
    below_soft="#e3e7f6",
    focus="#1c6f68",
    is_dark=False,
    is_contrast=False,
)

DARK = Tokens(
    background="#11181a",
    surface="#192225",
    line="#2b383b",
    ink="#e7eeec",
    muted="#9cafab",
    outline="#6b7c7f",
    faded="#65767a",
    on_accent="#11181a",
    accent="#5cc8b8",
    accent_deep="#7bd8ca",
    accent_soft="#1f302f",
    inside="#5cc8b8",
    inside_soft="#17332f",
    above="#e8b65a",
    above_soft="#3a2e14",
    below="#9aa9f2",
    below_soft="#232a45",
    focus="#5cc8b8",
    is_dark=True,
    is_contrast=False,
)

CONTRAST_LIGHT = Tokens(
    background="#ffffff",
    surface="#ffffff",
    line="#4d5957",
    ink="#000000",
    muted="#2b3735",
    outline="#1c2625",
    faded="#6b7775",
    on_accent="#ffffff",
    accent="#0b4f49",
    accent_deep="#063a35",
    accent_soft="#e3f1ee",
    inside="#0b4f49",
    inside_soft="#dcefea",
    above="#5c3a00",
    above_soft="#fbf0d9",
    below="#2b3880",
    below_soft="#e3e7f6",
    focus="#0038a8",
    is_dark=False,
    is_contrast=True,
)

CONTRAST_DARK = Tokens(
    background="#000000",
    surface="#000000",
    line="#93a5a2",
    ink="#ffffff",
    muted="#d3dedb",
    outline="#e7eeec",
    faded="#8b9996",
    on_accent="#000000",
    accent="#84e6d8",
    accent_deep="#b4f3ea",
    accent_soft="#10302c",
    inside="#84e6d8",
    inside_soft="#12302b",
    above="#ffd27f",
    above_soft="#33270c",
    below="#c6cfff",
    below_soft="#1d2440",
    focus="#ffe45c",
    is_dark=True,
    is_contrast=True,
)

LOOKS = (LIGHT, DARK, CONTRAST_LIGHT, CONTRAST_DARK)


def tokens_for(*, dark: bool, contrast: bool) -> Tokens:
    """The look of that lightness and contrast."""
    return next(look for look in LOOKS if look.is_dark == dark and look.is_contrast == contrast)
