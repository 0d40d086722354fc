"""Our icons: line icons in any colour, the program's own icon, and the tray's."""

from typing import Literal

from PySide6.QtGui import QIcon, QPixmap

from companion.ui.theme.theme import Theme

TrayLook = Literal["quiet", "paused", "due"]
ICON_SIZE = 20
_APP_SIZES = (16, 32, 48, 128, 256)
_TRAY_SIZES = (16, 22, 24, 32, 48, 64)


def icon(theme: Theme, name: str, color: str, size: int = ICON_SIZE) -> QIcon:
    """The icon of that name in "#rrggbb".

    `size` is that at 100 %; it grows with the text. Ask again when the theme has changed.
    """
    return QIcon(theme.icons.pixmap(name, color, theme.px(size)))


def logo(theme: Theme, size: int) -> QPixmap:
    """The three bars, the middle one in the accent."""
    return theme.icons.pixmap("logo", theme.tokens.accent, size)


def app_icon(theme: Theme) -> QIcon:
    """The program's own icon, in the sizes desktops ask for."""
    return _in_sizes(theme, "companion", _APP_SIZES)


def tray_icon(theme: Theme, state: TrayLook) -> QIcon:
    """The tray's icon, legible on light and dark panels; the states differ by shape, not only by colour."""
    return _in_sizes(theme, f"tray-{state}", _TRAY_SIZES)


def _in_sizes(theme: Theme, name: str, sizes: tuple[int, ...]) -> QIcon:
    picture = QIcon()
    for size in sizes:
        picture.addPixmap(theme.icons.pixmap(name, "", size, 1.0))
    return picture
