"""The first start, and Help, as a person meets them."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from companion.presentation.help import Topic
from companion.presentation.welcome import Step
from companion.ui.screens.help import HelpScreen
from companion.ui.screens.welcome import WelcomeScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.theme import Theme
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene
from tests.ui.gallery.scenes_shell import HEIGHT, SMALL, WIDTH, WORDS, new_folder


@scene("welcome-1-about", WIDTH, HEIGHT)
def about(theme: Theme) -> QWidget:
    """What it is and is not, and for whom."""
    return _welcome(theme, Step.ABOUT)


@scene("welcome-2-window", WIDTH, HEIGHT)
def window(theme: Theme) -> QWidget:
    """The window in one picture, to try."""
    return _welcome(theme, Step.WINDOW)


@scene("welcome-2-window-above-rtl", WIDTH, HEIGHT)
def window_mirrored(theme: Theme) -> QWidget:
    """From right to left, with the dot above."""
    made = _welcome(theme, Step.WINDOW)
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown = made.screen_of(ScreenName.WELCOME)
    assert isinstance(shown, WelcomeScreen)
    shown.picture.setValue(88)
    return made


@scene("welcome-2-window-small", *SMALL)
def window_small(theme: Theme) -> QWidget:
    """The picture in a small window."""
    return _welcome(theme, Step.WINDOW)


@scene("welcome-3-reminders", WIDTH, HEIGHT)
def reminders(theme: Theme) -> QWidget:
    """Whether to be reminded."""
    return _welcome(theme, Step.REMINDERS)


@scene("welcome-4-privacy", WIDTH, HEIGHT)
def privacy(theme: Theme) -> QWidget:
    """A passphrase or not."""
    return _welcome(theme, Step.PRIVACY)


@scene("welcome-4-privacy-small", *SMALL)
def privacy_small(theme: Theme) -> QWidget:
    """The same in a small window."""
    return _welcome(theme, Step.PRIVACY)


@scene("help-window", WIDTH, HEIGHT)
def help_words(theme: Theme) -> QWidget:
    """A page of words with its sources."""
    return _help(theme, Topic.WINDOW)


@scene("help-privacy", WIDTH, HEIGHT)
def help_table(theme: Theme) -> QWidget:
    """What is stored, as a table."""
    return _help(theme, Topic.PRIVACY)


@scene("help-privacy-small", *SMALL)
def help_table_small(theme: Theme) -> QWidget:
    """What is stored, in lines."""
    return _help(theme, Topic.PRIVACY)


@scene("help-keys", WIDTH, HEIGHT)
def help_keys(theme: Theme) -> QWidget:
    """All keys."""
    return _help(theme, Topic.KEYS)


def _window(theme: Theme) -> tuple[MainWindow, ShellDesk]:
    desk = ShellDesk(new_folder(), theme, WORDS)
    return desk.window(), desk


def _welcome(theme: Theme, step: Step) -> MainWindow:
    window, _desk = _window(theme)
    window.open_screen(ScreenName.WELCOME)
    shown = window.screen_of(ScreenName.WELCOME)
    assert isinstance(shown, WelcomeScreen)
    shown.show_step(step)
    shown.setFocus()
    return window


def _help(theme: Theme, topic: Topic) -> MainWindow:
    window, _desk = _window(theme)
    window.open_screen(ScreenName.HELP)
    shown = window.screen_of(ScreenName.HELP)
    assert isinstance(shown, HelpScreen)
    shown.show_topic(topic)
    shown.setFocus()
    return window
