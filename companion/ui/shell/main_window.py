"""The main window: the side bar, the open screen, and a line at the bottom for what just happened."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from companion.ui.shell.screens import IN_SIDE_BAR, LEAD_BACK, OPEN_WHILE_LOCKED, ScreenName
from companion.ui.shell.side_bar import SideBar
from companion.ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from companion.ui.shell.cover import Cover
    from companion.ui.widgets.banner import Banner
    from companion.ui.widgets.toast import Toast

NARROW_BELOW = 760
FRAME = 40  # what a desktop's own frame may add to a window

ScreenMaker = Callable[[], QWidget]


class MainWindow(QWidget):
    """Shows one screen at a time; each is made when it is first gone to."""

    closed_by_person = Signal()
    quit_wanted = Signal()
    check_in_wanted = Signal()
    undo_wanted = Signal()
    keys_wanted = Signal()
    activated = Signal()
    painted = Signal()
    screen_opened = Signal(ScreenName)

    def __init__(self, theme: Theme, makers: dict[ScreenName, ScreenMaker]) -> None:
        super().__init__()
        self.setWindowTitle("Companion")
        self.setObjectName("window")
        self.setProperty("hasSupportKey", True)
        self._theme = theme
        self._makers = makers
        self._screens: dict[ScreenName, QWidget] = {}
        self._open = ScreenName.TODAY
        self._before_aside: ScreenName | None = ScreenName.TODAY
        self._before_lock = ScreenName.TODAY
        self._make_lock_screen: ScreenMaker | None = None
        self._lock_screen: QWidget | None = None
        self._is_locked = False
        self._is_asked_elsewhere = False
        self._closing_for_good = False
        self._was_painted = False
        self.side_bar = SideBar(theme)
        self.side_bar.chosen.connect(self.open_screen)
        self._stack = QStackedWidget()
        self._lay_out()
        self._bind_keys()
        theme.changed.connect(self._arrange)
        room = self.screen().availableSize()
        self.resize(min(1200, room.width() - FRAME), min(800, room.height() - FRAME))
        self.setMinimumSize(480, 400)

    def open_screen(self, name: ScreenName) -> None:
        """Goes to a screen, with the keyboard; stays where it is if that one is closed while locked."""
        if self._is_locked and name not in OPEN_WHILE_LOCKED:
            return
        from_lock_screen = self._is_locked and self.shows_lock_screen
        if name in LEAD_BACK and (self._open not in LEAD_BACK or from_lock_screen):
            self._before_aside = None if from_lock_screen else self._open
        self._open = name
        screen = self.screen_of(name)
        self._stack.setCurrentWidget(screen)
        self.side_bar.show_open(name)
        screen.setFocus(Qt.FocusReason.OtherFocusReason)
        self._show_cover()
        self.screen_opened.emit(name)

    def leave_support(self) -> None:
        """Back to where the person was before Support or Help."""
        if self._before_aside is None and self._is_locked:
            self.show_lock_screen()
        else:
            before = self._before_aside or self._before_lock
            self.open_screen(ScreenName.TODAY if before in LEAD_BACK else before)

    def screen_of(self, name: ScreenName) -> QWidget:
        """The screen of that name, made if it is not there yet."""
        if name not in self._screens:
            self._screens[name] = self._makers[name]()
            self._stack.addWidget(self._screens[name])
        return self._screens[name]

    def made(self, name: ScreenName) -> QWidget | None:
        """The screen of that name if it was made."""
        return self._screens.get(name)

    def begin_anew(self, makers: dict[ScreenName, ScreenMaker]) -> list[QWidget]:
        """Another language is spoken: everything in the window is made again; the open screen stays open.

        Returns what stood there before, out of sight; others say when nothing waits for it any more.
        """
        old, side_bar = [*self._screens.values()], self.side_bar
        if self._lock_screen is not None:
            old.append(self._lock_screen)
        self._makers, self._screens, self._lock_screen = makers, {}, None
        self.side_bar = SideBar(self._theme)
        self.side_bar.chosen.connect(self.open_screen)
        self.side_bar.show_locked(self._is_locked)
        self._below.replaceWidget(side_bar, self.side_bar)
        self._arrange()
        self.open_screen(self._open)
        if "toast" in self.__dict__:
            old.append(self.toast)
            del self.toast
        old.append(side_bar)
        for part in old:
            self._stack.removeWidget(part)
            part.hide()
        return old

    @property
    def open_name(self) -> ScreenName:
        """Which screen is open."""
        return self._open

    @cached_property
    def toast(self) -> Toast:
        """The line about what just happened; made when there is something to say."""
        from companion.ui.widgets.toast import Toast

        return Toast(self, self._theme)

    def show_banner(
        self,
        text: str,
        offer: str = "",
        taken: Callable[[], object] | None = None,
        later: str = "",
        put_off: Callable[[], object] | None = None,
    ) -> None:
        """A lasting line above everything, such as the one that marks made-up data; empty takes it away.

        With an `offer` there is a link beside it, which calls `taken`; another one, `later`, calls `put_off`.
        """
        if text or "_banner" in self.__dict__:
            self._banner.show_text(text, offer, taken, later, put_off)

    @property
    def banner_text(self) -> str:
        """What that line says; empty where there is none."""
        return self._banner.text if "_banner" in self.__dict__ else ""

    def offer_unlocking(self, make: ScreenMaker) -> None:
        """While locked that screen comes first; it is made when it is first needed."""
        self._make_lock_screen = make

    @property
    def shows_lock_screen(self) -> bool:
        """True while the lock screen is what is shown."""
        return self._lock_screen is not None and self._stack.currentWidget() is self._lock_screen

    def show_locked(self, is_locked: bool) -> None:
        """While locked only what needs nothing of the store can be gone to. Unlocked, it is where it was before."""
        was_locked, self._is_locked = self._is_locked, is_locked
        self.side_bar.show_locked(is_locked)
        if is_locked and not was_locked:
            self._before_lock = self._open
            self.show_lock_screen()
        elif self.shows_lock_screen and not is_locked:
            self._open = self._before_lock
            self.open_screen(self._open)

    def show_lock_screen(self) -> None:
        """The lock screen, with the keyboard; where there is none, a screen that is open while locked."""
        if self._make_lock_screen is None:
            if self._open not in OPEN_WHILE_LOCKED:
                self.open_screen(ScreenName.TODAY)
            return
        if self._lock_screen is None:
            self._lock_screen = self._make_lock_screen()
            self._stack.addWidget(self._lock_screen)
        self._open = ScreenName.TODAY
        self._stack.setCurrentWidget(self._lock_screen)
        self.side_bar.show_open(None)
        self._lock_screen.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_asked_elsewhere(self, is_asked: bool) -> None:
        """While a check-in stands open in another window, what was noted earlier is covered here.

        Somebody who comes back to this window sees it all the same.
        """
        self._is_asked_elsewhere = is_asked
        self._show_cover()

    def bring_up(self) -> None:
        """Shows the window in front."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def close_for_good(self) -> None:
        """Closes without asking anyone: the program ends."""
        self._closing_for_good = True
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The person closed the window: others decide whether the program ends."""
        event.accept()
        if not self._closing_for_good:
            self.closed_by_person.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The side bar gives way in a small window."""
        self._arrange()
        super().resizeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Says once that the first paint has begun."""
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            self.painted.emit()

    def changeEvent(self, event: QEvent) -> None:
        """Says when the window becomes active."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            self._show_cover()
            if self.isActiveWindow():
                self.activated.emit()

    def _show_cover(self) -> None:
        is_wanted = self._is_asked_elsewhere and not self.isActiveWindow()
        if is_wanted or "_cover" in self.__dict__:
            from companion.ui.shell.cover import SHOW_EARLIER_ANSWERS

            self._cover.lie(is_wanted and not self.shows_lock_screen and self._open in SHOW_EARLIER_ANSWERS)

    @cached_property
    def _cover(self) -> Cover:
        from companion.ui.shell.cover import Cover

        return Cover(self._stack)

    @cached_property
    def _banner(self) -> Banner:
        from companion.ui.widgets.banner import Banner

        banner = Banner()
        self._rows.insertWidget(0, banner)
        return banner

    def _arrange(self) -> None:
        self.side_bar.show_narrow(self.width() < self._theme.px(NARROW_BELOW))

    def _lay_out(self) -> None:
        self._below = below = QHBoxLayout()
        below.setSpacing(0)
        below.addWidget(self.side_bar)
        below.addWidget(self._stack, 1)
        self._rows = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(below, 1)

    def _bind_keys(self) -> None:
        for number, name in enumerate(IN_SIDE_BAR, start=1):
            self._key(f"Ctrl+{number}", partial(self.open_screen, name))
        self._key("Ctrl+Shift+S", lambda: self.open_screen(ScreenName.SUPPORT))
        self._key("Ctrl+,", lambda: self.open_screen(ScreenName.SETTINGS))
        self._key("Ctrl+N", self.check_in_wanted.emit)
        self._key("Ctrl+Z", self.undo_wanted.emit)
        self._key("Ctrl+Q", self.quit_wanted.emit)
        self._key("F1", lambda: self.open_screen(ScreenName.HELP))
        self._key("?", self.keys_wanted.emit)

    def _key(self, keys: str, act: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WindowShortcut)
        shortcut.activated.connect(act)
