"""What a desktop asks of every program's look, as far as it says so."""

from typing import NamedTuple


class DesktopWishes(NamedTuple):
    """`is_dark` is None where the desktop has no preference; contrast and stillness only where it asks for them."""

    is_dark: bool | None = None
    high_contrast: bool = False
    stillness: bool = False
