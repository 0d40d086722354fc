"""Settings while somebody looks for words in it."""

from PySide6.QtWidgets import QWidget

from companion.ui.screens.settings import SettingsScreen
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_shell import HEIGHT, SMALL, WIDTH, WORDS, new_folder


@scene("settings-search", WIDTH, HEIGHT)
def found(theme: Theme) -> QWidget:
    """Some parts have the words."""
    return _settings(theme, "pass")


@scene("settings-search-nothing-small", *SMALL)
def nothing(theme: Theme) -> QWidget:
    """No part has them."""
    return _settings(theme, "zebra")


def _settings(theme: Theme, words: str) -> QWidget:
    window = ShellDesk(new_folder(), theme, WORDS).window()
    window.open_screen(ScreenName.SETTINGS)
    settings = window.screen_of(ScreenName.SETTINGS)
    assert isinstance(settings, SettingsScreen)
    settings.search.field.setProperty("personal", True)
    settings.search.field.setText(words)
    return window
