"""The main window with its screens: made when it is first wanted, and filled as the program gets to know more."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Signal

from companion.presentation.translation import _
from companion.ui.shell.screens import ScreenName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.bootstrap.core import Core
    from companion.bootstrap.screens import Screens
    from companion.ui.shell.main_window import MainWindow, ScreenMaker
    from companion.ui.theme.theme import Theme


class Front(QObject):
    """What the program knows when (`fill`, `begin`, `offer_concept`), a window that is made later knows at once."""

    painted = Signal()
    activated = Signal()
    closed_by_person = Signal()
    quit_wanted = Signal()

    def __init__(
        self, core: Core, theme: Theme, screens: Screens, make_lock_screen: ScreenMaker, *, is_demo: bool
    ) -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._screens = screens
        self._make_lock_screen = make_lock_screen
        self._is_demo = is_demo
        self._known: list[Callable[[], None]] = []
        self._known_once: list[Callable[[], None]] = []

    @property
    def is_made(self) -> bool:
        """True once a window was wanted."""
        return "window" in self.__dict__

    @property
    def is_visible(self) -> bool:
        """True while the window is on the desktop."""
        return self.is_made and self.window.isVisible()

    @cached_property
    def window(self) -> MainWindow:
        """The main window, with Today open; asks nothing of the store, unless that is open already."""
        from companion.ui.shell.main_window import MainWindow

        window = MainWindow(self._theme, self._screens.makers())
        self._screens.connect_to(window)
        window.offer_unlocking(self._make_lock_screen)
        window.show_locked(self._core.is_locked)
        window.painted.connect(self.painted)
        window.activated.connect(self.activated)
        window.closed_by_person.connect(self.closed_by_person)
        window.quit_wanted.connect(self.quit_wanted)
        window.check_in_wanted.connect(self._on_check_in_wanted)
        self._say_that_it_is_a_demo(window)
        if not window.shows_lock_screen:
            window.open_screen(ScreenName.TODAY)
        for show in (*self._known, *self._known_once):
            show()
        return window

    def begin_anew(self, screens: Screens) -> list[QWidget]:
        """Another language is spoken: the window stays, and everything in it is made again. Returns what it had."""
        self._screens = screens
        if not self.is_made:
            return []
        screens.connect_to(self.window)
        self._say_that_it_is_a_demo(self.window)
        before = self.window.begin_anew(screens.makers())
        for show in self._known:
            show()
        return before

    def bring_up(self) -> None:
        """The window, in front of the others."""
        self.window.bring_up()

    def say(self, text: str) -> None:
        """A line above everything, painted before this returns; empty takes it away."""
        self.window.show_banner(text)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self.window.repaint()

    def cover(self, is_asked: bool) -> None:
        """While a check-in stands open in the popup, what was noted earlier is covered in the window."""
        if self.is_made:
            self.window.show_asked_elsewhere(is_asked)

    def show_support(self) -> None:
        """The Support page."""
        self.window.open_screen(ScreenName.SUPPORT)
        self.window.bring_up()

    def show_unlocking(self) -> None:
        """The lock screen."""
        self.window.show_lock_screen()
        self.window.bring_up()

    def show_concept(self, key: str) -> None:
        """The concept of that key."""
        self.window.bring_up()
        self._screens.ways.open_concept(key)

    def show_reflection(self) -> None:
        """Something to reflect on, with the keyboard where it is written."""
        self.window.bring_up()
        self._screens.ways.begin_reflection()

    def show_triangle(self) -> None:
        """The three lines of the triangle, with the keyboard on the first."""
        self.window.bring_up()
        self._screens.ways.begin_triangle()

    def fill(self) -> None:
        """The store is open."""
        self._show_from_now_on(lambda: self._screens.fill())

    def once_wanted(self, read: Callable[[], None]) -> None:
        """Does it now if there is a window, else when one is made: a program in the tray needs no notes."""
        self._known_once.append(read)
        if self.is_made:
            read()

    def begin(self) -> None:
        """The rounds have begun."""
        self._show_from_now_on(lambda: self._screens.begin())

    def offer_concept(self) -> None:
        """The notes are read."""
        self._show_from_now_on(lambda: self._screens.show_concept_for_today())

    def close_for_good(self) -> None:
        """Closes the window, if there is one, without asking anyone."""
        if self.is_made:
            self.window.close_for_good()

    def _on_check_in_wanted(self) -> None:
        self._screens.ways.begin_check_in()

    def _say_that_it_is_a_demo(self, window: MainWindow) -> None:
        if self._is_demo:
            window.show_banner(
                _("This is made-up data in a throwaway place. Nothing here is yours, and nothing is kept.")
            )

    def _show_from_now_on(self, show: Callable[[], None]) -> None:
        self._known.append(show)
        if self.is_made:
            show()
