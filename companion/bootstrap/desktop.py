"""The program with a window: the first picture and nothing else, then the store, then everything beside it."""

from __future__ import annotations

import os
import sys
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from companion.adapters.system.resources import resources_root
from companion.application.errors import Trouble, UserError
from companion.application.instance_address import PROGRAM_ID, Message
from companion.bootstrap.front import Front
from companion.bootstrap.late import Late
from companion.bootstrap.screens import Screens
from companion.presentation.translation import language_in_force
from companion.ui.platform.main_thread import MainThread
from companion.ui.theme.theme import Theme

if TYPE_CHECKING:
    from companion.application.erasing import Erasure
    from companion.application.ports import Alarm, DesktopState
    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.awake import Awake
    from companion.bootstrap.background import Background
    from companion.bootstrap.core import Core
    from companion.bootstrap.erasing import Erasing
    from companion.bootstrap.locking import Locking
    from companion.bootstrap.looking_over import Looking
    from companion.bootstrap.popups import Popups
    from companion.bootstrap.restoring import Restoring
    from companion.bootstrap.speaking import Speaking
    from companion.bootstrap.staying import Staying
    from companion.presentation.date_words import DateWords
    from companion.ui.platform.prompt_display import DesktopPromptDisplay
    from companion.ui.platform.single_instance import SingleInstance
    from companion.ui.shell.main_window import MainWindow


UNTIL_SENT_MS = 1  # what is painted goes out when Qt next waits; at 0 it would not wait before it calls us


def new_application() -> QApplication:
    """The application object; the program ends when it says so, not with its last window."""
    QApplication.setApplicationName("Companion")
    QApplication.setDesktopFileName(PROGRAM_ID)
    QApplication.setQuitOnLastWindowClosed(False)
    # Fusion is the style that our sheet is made for. Asked for here, nobody needs to load QStyle to set it.
    return QApplication([*sys.argv[:1], "-style", "Fusion"])


class Desktop(QObject):
    """The running program. `run` is `start`, the event loop, and `stop`.

    Where the window is wanted, it is painted before the store is opened. Tests bring their own alarm and display, and
    what the desktop says.
    """

    woke_up = Signal()
    practice_window_closed = Signal()

    def __init__(
        self,
        application: QApplication,
        core: Core,
        address: str,
        *,
        is_demo: bool = False,
        alarm: Alarm | None = None,
        display: DesktopPromptDisplay | None = None,
        says: DesktopState | None = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._core = core
        self._address = address
        self._is_demo = is_demo
        self._given_alarm = alarm
        self._given_display = display
        self._given_desktop = says
        self._language = "system"
        self.is_restart_wanted = False
        self.is_restart_unseen = False
        self.main_thread = MainThread(self)
        self.practice_window_closed.connect(self._on_small_window_closed)
        self._dates = Late(_locale_dates)
        self.words = cast("DateWords", self._dates)

    def run(self, message: Message, *, hidden: bool) -> int:
        """Starts, runs until it is quit, stops. 0, or 1 if the store cannot be opened."""
        from companion.ui.platform.crash_dialog import CrashDialog
        from companion.ui.platform.single_instance import Start

        try:
            begun = self.instance.begin(message, os.environ.get("XDG_ACTIVATION_TOKEN", ""))
        except UserError as error:
            # It is told in a window too: not everybody starts it in a terminal. Beside one that runs, nobody is
            # called for the sake of a start that was to stay hidden.
            if not (hidden and error.trouble is Trouble.STORE_BUSY):
                self._dress()
                self.restoring.is_mended(error)
            raise
        if begun is Start.HANDED_OVER:
            return 0
        crashes = CrashDialog(self.main_thread, self)
        crashes.install()
        crashes.closed.connect(self.note_told)
        self.woke_up.connect(self._start_log)
        try:
            code = self._application.exec() if self._is_started(message, hidden) else 1
        finally:
            self.stop()
            crashes.uninstall()
        if "_erasing" in self.__dict__:
            self._erasing.tell()
        return code

    def _is_started(self, message: Message, hidden: bool) -> bool:
        """False if the store cannot be opened, and no copy took its place."""
        while True:
            try:
                self.start(message, hidden=hidden)
            except UserError as error:
                if not self.restoring.is_mended(error):
                    return False
            else:
                return True

    def start(self, message: Message, *, hidden: bool) -> None:
        """Shows what was asked for. Raises UserError if the store cannot be opened and no window is there yet."""
        self._dress()
        if message is Message.CHECK_IN:
            self._open_store()
            self.popups.open()
            self.awake.show_icon()
            QTimer.singleShot(0, self, self.awake.begin)
        elif hidden:
            self._open_store()
            self.awake.begin()
            if not self.background.is_in_tray:
                self.show_window()
        else:
            self.front.painted.connect(self._on_front_painted)
            self.show_window()

    def stop(self) -> None:
        """Ends everything."""
        if "screens" in self.__dict__ and self.screens.practices_so_far is not None:
            self.screens.practices.close()
        self.front.close_for_good()
        if self.front.is_made:
            self.window.deleteLater()
        if "locking" in self.__dict__:
            self.locking.stop()
        if "awake" in self.__dict__:
            self.awake.stop()
        if "background" in self.__dict__:
            self.background.stop()
        # While Python still runs: what a screen reader asked for is made in Python, and Qt lets go of it here.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.main_thread.stop()
        if "_erasing" in self.__dict__:
            self._erasing.finish()
        self.instance.stop()

    def show_window(self) -> None:
        """The main window, in front, with what stood open before it."""
        self.front.bring_up()
        if self.is_awake:
            self.locking.came_back()
        if self.screens.practices_so_far is not None:
            self.screens.practices.show_again()

    def note_told(self, failure: BaseException) -> None:
        """The person read of that failure: what can be done about it is offered in the window."""
        self.awake.restarting.replaced.note_trouble()
        if isinstance(failure, UserError) and failure.trouble is Trouble.STORE_DAMAGED:
            from companion.application.events import StoreFoundDamaged

            self._core.bus.publish(StoreFoundDamaged())

    def quit(self) -> None:
        """Ends the program."""
        self._application.quit()

    def restart(self, *, unseen: bool = False) -> None:
        """It ends as by Quit; who called `run` starts it again, `unseen` in the tray."""
        self.is_restart_wanted, self.is_restart_unseen = True, unseen
        self.quit()

    def forget_words(self) -> None:
        """Another language is spoken: screens, and how dates are written, are made anew when they are asked for."""
        self._dates.forget()
        del self.screens

    @property
    def is_awake(self) -> bool:
        """True once its first picture is there, and the store is open or locked."""
        return "awake" in self.__dict__ and self.awake.has_begun

    @property
    def is_in_tray(self) -> bool:
        """True if the person can find it in a tray."""
        return self.is_awake and self.background.is_in_tray

    @property
    def is_at_work(self) -> bool:
        """True once everything runs."""
        return self.is_awake and self.background.is_at_work

    @property
    def rounds(self) -> PromptRounds:
        """Moves prompts on."""
        return self.background.rounds

    @property
    def popups(self) -> Popups:
        """The quick check-in."""
        return self.background.popups

    @cached_property
    def speaking(self) -> Speaking:
        """The language; not needed where everything is English from the beginning."""
        from companion.bootstrap.speaking import Speaking

        return Speaking(self._application)

    @cached_property
    def theme(self) -> Theme:
        """The look."""
        return Theme(self._application, Path(str(resources_root())))

    @cached_property
    def screens(self) -> Screens:
        """Makes the screens."""
        screens = Screens(
            self._core,
            self.theme,
            self.words,
            lambda: self.rounds,
            lambda: self.background.tasks,
            lambda: (self.background.backups, self.background.copies),
            lambda: self.locking.security,
            lambda: self.background.setup,
            lambda: self.background.passed,
        )
        screens.erase_wanted.connect(self._on_erase_wanted)
        screens.practice_window_closed.connect(self.practice_window_closed)
        return screens

    @property
    def window(self) -> MainWindow:
        """The main window; made now if it is not there yet."""
        return self.front.window

    @cached_property
    def front(self) -> Front:
        """The main window and what it knows."""
        front = Front(self._core, self.theme, self.screens, lambda: self.locking.make_screen(), is_demo=self._is_demo)
        front.closed_by_person.connect(self._on_front_closed)
        front.quit_wanted.connect(self.quit)
        return front

    @cached_property
    def locking(self) -> Locking:
        """Locks and hides."""
        from companion.bootstrap.connections import connected_locking

        locking = connected_locking(self, self._core)
        locking.restore_wanted.connect(self._on_restore_wanted)
        return locking

    @cached_property
    def background(self) -> Background:
        """What runs beside the window."""
        from companion.bootstrap.connections import connected_background

        given = self._given_alarm, self._given_display, self._given_desktop
        background = connected_background(self, self._core, *given)
        background.popup_closed.connect(self._on_small_window_closed)
        background.began_work.connect(self._on_background_began_work)
        return background

    @cached_property
    def awake(self) -> Awake:
        """What it does once its first picture is there."""
        from companion.bootstrap.awake import Awake

        awake = Awake(self, self._core, self._language, is_demo=self._is_demo)
        awake.setParent(self)  # and goes with it: a popup that closes at the end may still begin something
        self.front.activated.connect(awake.look_again)
        awake.copies_wanted.connect(self._on_copies_wanted)
        return awake

    @property
    def looking(self) -> Looking:
        """Looks the notebook over."""
        return self.awake.looking

    @cached_property
    def restoring(self) -> Restoring:
        """Puts a copy in the store's place."""
        from companion.bootstrap.restoring import Restoring

        return Restoring(self, self._core)

    @cached_property
    def staying(self) -> Staying:
        """Whether it goes on when a window is closed."""
        from companion.bootstrap.staying import Staying

        staying = Staying(self, self._core)
        staying.rest_wanted.connect(self._on_rest_wanted)
        return staying

    @cached_property
    def _erasing(self) -> Erasing:
        from companion.bootstrap.erasing import Erasing

        return Erasing(self, self._core)

    @cached_property
    def instance(self) -> SingleInstance:
        """Hears what later starts want."""
        from companion.ui.platform.single_instance import SingleInstance

        return SingleInstance(self._core.folders.data, self._address, self)

    def _dress(self) -> None:
        settings = self._core.preferences.settings
        if settings.language != self._language or language_in_force() != "en" or sys.platform != "linux":
            self.speaking.speak(settings.language)
        self._language = settings.language
        self.theme.apply(settings.look, settings.text_percent, settings.reduce_motion)

    def _on_front_painted(self) -> None:
        QTimer.singleShot(UNTIL_SENT_MS, self, self._on_first_picture_shown)

    def _on_first_picture_shown(self) -> None:
        try:
            self._open_store()
        except UserError as error:
            self.window.hide()
            if not self.restoring.is_mended(error):
                self.front.close_for_good()
                self._application.exit(1)
                return
            self.show_window()
            self._on_first_picture_shown()
            return
        self.awake.begin()
        if not self._is_demo:
            from companion.bootstrap.opening import welcome_newcomer

            welcome_newcomer(self, self._core)

    def _open_store(self) -> None:
        from companion.bootstrap.opening import open_store

        open_store(self, self._core, is_demo=self._is_demo)

    def _on_front_closed(self) -> None:
        self.staying.after_the_window()

    def _on_small_window_closed(self) -> None:
        self.staying.after_a_small_window()

    def _on_rest_wanted(self) -> None:
        self.awake.resting.begin()

    def _on_background_began_work(self) -> None:
        self.awake.begin_work()

    def _on_restore_wanted(self) -> None:
        self.restoring.offer_before_unlocking()

    def _on_copies_wanted(self) -> None:
        self.restoring.offer_in_place_of_what_is_open()

    def _on_erase_wanted(self, erasure: Erasure) -> None:
        self._erasing.begin(erasure)

    def _start_log(self) -> None:
        from companion.adapters.system.logs import start_logging

        start_logging(self._core.folders.logs)


def _locale_dates() -> DateWords:
    from companion.ui.platform.locale_dates import LocaleDates

    return LocaleDates()
