"""The main window and its screens around the check-in, as a person meets them."""

import atexit
import shutil
from functools import cache
from pathlib import Path
from tempfile import mkdtemp
from typing import NoReturn

from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QWidget

from companion.application.errors import Trouble, UserError
from companion.application.settings import Settings
from companion.domain.checkin import Origin
from companion.domain.reminder import ReminderRule
from companion.domain.zone import Zone
from companion.presentation.replaced import replaced_words
from companion.presentation.sentences import words_for
from companion.presentation.translation import _
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.screens.today import TodayScreen
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.shell.trouble_window import TroubleWindow
from companion.ui.theme.theme import Theme
from tests.support.builders import a_check_in
from tests.support.reminding import at, at_random
from tests.support.shell_desk import ShellDesk
from tests.ui.gallery.scenes import scene

WIDTH, HEIGHT = 1200, 800
SMALL = (640, 480)
WEEKDAYS = frozenset(range(5))
WORDS = LocaleDates(QLocale("en_GB"))


@scene("shell-today", WIDTH, HEIGHT)
def today(theme: Theme) -> QWidget:
    """After start: nothing filled in, the keyboard on the line, a reminder to come."""
    return a_desk(theme).window()


@scene("shell-today-saved", WIDTH, HEIGHT)
def today_saved(theme: Theme) -> QWidget:
    """After saving: the form is one line and today's line is unfolded."""
    return _saved(a_desk(theme))


@scene("shell-today-without-numbers", WIDTH, HEIGHT)
def today_without_numbers(theme: Theme) -> QWidget:
    """After saving, where the person wants no numbers on Today."""
    window = _saved(a_desk(theme))
    today = window.screen_of(ScreenName.TODAY)
    assert isinstance(today, TodayScreen)
    today.show_numbers(False)
    return window


@scene("shell-today-folded-again", WIDTH, HEIGHT)
def today_folded_again(theme: Theme) -> QWidget:
    """Another one is begun: today's line is folded again."""
    window = _saved(desk := a_desk(theme))
    desk.panel.saved_line.another.click()
    return window


@scene("shell-today-rtl", WIDTH, HEIGHT)
def today_mirrored(theme: Theme) -> QWidget:
    """From right to left."""
    window = _saved(a_desk(theme))
    window.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return window


@scene("shell-today-small", *SMALL)
def today_small(theme: Theme) -> QWidget:
    """In a small window the side bar keeps its icons and the cards stand below one another."""
    return a_desk(theme).window()


@scene("shell-today-made-up", 900, 700)
def today_made_up(theme: Theme) -> QWidget:
    """With the line that marks made-up data."""
    window = _desk(theme).window()
    window.show_banner(_("This is made-up data in a throwaway place. Nothing here is yours, and nothing is kept."))
    return window


@scene("shell-today-replaced", 900, 700)
@scene("shell-today-replaced-small", *SMALL)
def today_replaced(theme: Theme) -> QWidget:
    """Another version was installed while it runs."""
    window = _desk(theme).window()
    said, now, later = replaced_words()
    window.show_banner(said, now, None, later)
    return window


@scene("shell-locked", WIDTH, HEIGHT)
def locked(theme: Theme) -> QWidget:
    """While locked a check-in is still possible."""
    return ShellDesk(new_folder(), theme, WORDS, is_locked=True).window()


@scene("shell-locked-small", *SMALL)
def locked_small(theme: Theme) -> QWidget:
    """While locked, in a small window."""
    return ShellDesk(new_folder(), theme, WORDS, is_locked=True).window()


@scene("shell-settings", WIDTH, HEIGHT)
def settings(theme: Theme) -> QWidget:
    """With a tray and without folders."""
    return _open(_desk(theme), ScreenName.SETTINGS)


@scene("shell-settings-no-tray", WIDTH, 1000)
def settings_without_tray(theme: Theme) -> QWidget:
    """Without a tray, with two folders of notes."""
    desk = _desk(theme)
    desk.has_tray = False
    folders = (
        "/home/robin/Documents/Obsidian/A vault with a rather long name/Psychology",
        "/home/robin/notes",
    )
    desk.settings_store.kept = Settings(note_folders=folders, text_percent=125)
    desk.preferences.settings = desk.settings_store.kept
    return _open(desk, ScreenName.SETTINGS)


@scene("shell-settings-small", *SMALL)
def settings_small(theme: Theme) -> QWidget:
    """In a small window."""
    return _open(_desk(theme), ScreenName.SETTINGS)


@scene("shell-support", WIDTH, HEIGHT)
def support(theme: Theme) -> QWidget:
    """Where to turn."""
    return _open(_desk(theme), ScreenName.SUPPORT)


@scene("shell-support-small", *SMALL)
def support_small(theme: Theme) -> QWidget:
    """Where to turn, in a small window."""
    return _open(_desk(theme), ScreenName.SUPPORT)


@scene("shell-trouble", 520, 420)
def trouble(theme: Theme) -> QWidget:
    """The store cannot be opened."""
    return TroubleWindow(theme, words_for(UserError(Trouble.KEY_MISSING)))


@scene("shell-trouble-path", 520, 420)
def trouble_with_a_path(theme: Theme) -> QWidget:
    """The store cannot be opened, and the sentence names a long path."""
    path = "/home/robin/.local/share/companion-with-a-long-name/companion.db"
    return TroubleWindow(theme, words_for(UserError(Trouble.STORE_DAMAGED, path=path)), _unasked, (), _unasked)


def _unasked() -> NoReturn:
    raise AssertionError("a picture presses nothing")


@cache
def _place() -> Path:
    made = Path(mkdtemp(prefix="companion-gallery-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def new_folder() -> Path:
    """A folder of its own for a scene."""
    return Path(mkdtemp(dir=_place()))


def _desk(theme: Theme) -> ShellDesk:
    return ShellDesk(new_folder(), theme, WORDS)


def a_desk(theme: Theme) -> ShellDesk:
    """One with reminders."""
    desk = _desk(theme)
    rules: list[tuple[ReminderRule, bool]] = [
        (at_random(4, "09:00", "21:00", 60), True),
        (at("08:30", "13:00", "21:15", weekdays=WEEKDAYS), True),
        (at("18:00", weekdays=frozenset({6})), False),
    ]
    for rule, is_on in rules:
        desk.reminders.add(rule, is_on)
    return desk


def _saved(desk: ShellDesk) -> MainWindow:
    with desk.vault.writing() as store:
        for check_in in (
            a_check_in(44, Zone.INSIDE, 6.1, origin=Origin.RANDOM),
            a_check_in(78, Zone.ABOVE, 4.2, origin=Origin.RANDOM),
            a_check_in(26, Zone.BELOW, 1.5),
        ):
            store.check_ins.add(check_in)
    window = desk.window()
    window.resize(WIDTH, HEIGHT)
    window.show()
    desk.panel.form.line.put(62)
    desk.panel.submit()
    return window


def _open(desk: ShellDesk, name: ScreenName) -> MainWindow:
    window = desk.window()
    window.open_screen(name)
    return window
