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
from companion.bootstrap import collector
from companion.bootstrap.front import Front
from companion.bootstrap.late import Late
from companion.bootstrap.screens import Screens
from companion.presentation.translation import language_in_force
from companion.ui.platform.main_thread import MainThread
from companion.ui.theme.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.application.erasing import Erased, Erasure
    from companion.application.events import SettingsChanged
    from companion.application.ports import Alarm, DesktopState
    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.background import Background
    from companion.bootstrap.core import Core
    from companion.bootstrap.locking import Locking
    from companion.bootstrap.looking_over import Looking
    from companion.bootstrap.notes_beside import NotesBeside
    from companion.bootstrap.popups import Popups
    from companion.bootstrap.replaced import Replaced
    from companion.bootstrap.resting import Resting
    from companion.bootstrap.speaking import Speaking
    from companion.domain.checkin import CheckIn
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
        self._is_awake = False
        self._language = "system"
        self._erasure: Erasure | None = None
        self.erased: Erased | None = None
        self.is_restart_wanted = False
        self.is_restart_unseen = False
        self.main_thread = MainThread(self)
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
                self._is_mended(error)
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
        if self.erased is not None:
            self._tell_what_went(self.erased)
        return code

    def _is_started(self, message: Message, hidden: bool) -> bool:
        """False if the store cannot be opened, and no copy took its place."""
        while True:
            try:
                self.start(message, hidden=hidden)
            except UserError as error:
                if not self._is_mended(error):
                    return False
            else:
                return True

    def start(self, message: Message, *, hidden: bool) -> None:
        """Shows what was asked for. Raises UserError if the store cannot be opened and no window is there yet."""
        self._dress()
        if message is Message.CHECK_IN:
            self._open_store()
            self.popups.open()
            self._show_icon()
            QTimer.singleShot(0, self, self._wake_up)
        elif hidden:
            self._open_store()
            self._wake_up()
            if not self.background.is_in_tray:
                self.show_window()
        else:
            self.front.painted.connect(self._on_front_painted)
            self.show_window()

    def stop(self) -> None:
        """Ends everything."""
        if "screens" in self.__dict__ and self.screens.practices_so_far is not None:
            self.screens.practices.close()
        if "_notes" in self.__dict__:
            self._notes.stop()
        self.front.close_for_good()
        if self.front.is_made:
            self.window.deleteLater()
        if "locking" in self.__dict__:
            self.locking.stop()
        if "looking" in self.__dict__:
            self.looking.stop()
        if "resting" in self.__dict__:
            self.resting.stop()
        if "replaced" in self.__dict__:
            self.replaced.stop()
        if "background" in self.__dict__:
            self.background.stop()
        # While Python still runs: what a screen reader asked for is made in Python, and Qt lets go of it here.
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        self.main_thread.stop()
        if self._erasure is not None:
            self._erase(self._erasure)
        self.instance.stop()

    def show_window(self) -> None:
        """The main window, in front, with what stood open before it."""
        self.front.bring_up()
        if self._is_awake:
            self.locking.came_back()
        if self.screens.practices_so_far is not None:
            self.screens.practices.show_again()

    def note_told(self, failure: BaseException) -> None:
        """The person read of that failure: what can be done about it is offered in the window."""
        self.replaced.note_trouble()
        if isinstance(failure, UserError) and failure.trouble is Trouble.STORE_DAMAGED:
            from companion.application.events import StoreFoundDamaged

            self._core.bus.publish(StoreFoundDamaged())

    def quit(self) -> None:
        """Ends the program."""
        self._application.quit()

    @property
    def is_at_work(self) -> bool:
        """True once everything runs."""
        return self._is_awake and self.background.is_at_work

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
        screens.practice_window_closed.connect(self._quit_if_nothing_is_left)
        return screens

    @property
    def window(self) -> MainWindow:
        """The main window; made now if it is not there yet."""
        return self.front.window

    @cached_property
    def front(self) -> Front:
        """The main window and what it knows."""
        front = Front(self._core, self.theme, self.screens, lambda: self.locking.make_screen(), is_demo=self._is_demo)
        front.activated.connect(self._on_front_activated)
        front.closed_by_person.connect(self._on_front_closed)
        front.quit_wanted.connect(self.quit)
        return front

    @cached_property
    def locking(self) -> Locking:
        """Locks and hides."""
        from companion.bootstrap.locking import Locking

        locking = Locking(self._core, self.theme, lambda: self.background.tasks)
        locking.check_in_wanted.connect(self._on_check_in_wanted)
        locking.left_alone.connect(self._on_left_alone)
        locking.restore_wanted.connect(self._on_restore_wanted)
        return locking

    @cached_property
    def looking(self) -> Looking:
        """Looks the notebook over."""
        from companion.bootstrap.looking_over import Looking

        looking = Looking(self._core, self.front, self.main_thread)
        looking.copies_wanted.connect(self._on_copies_wanted)
        return looking

    @cached_property
    def replaced(self) -> Replaced:
        """Notices that another version was installed."""
        from companion.bootstrap.replaced import Replaced

        replaced = Replaced(self.front, lambda: self._is_free)
        replaced.restart_wanted.connect(self._on_restart_wanted)
        replaced.unseen_end_wanted.connect(self.quit)
        replaced.unseen_restart_wanted.connect(lambda: self.background.once_quiet(self._restart_unseen))
        return replaced

    @cached_property
    def resting(self) -> Resting:
        """Gives memory back while no window is there."""
        from companion.bootstrap.resting import Resting

        return Resting(lambda: self.front.is_visible, self)

    @cached_property
    def _notes(self) -> NotesBeside:
        from companion.bootstrap.notes_beside import NotesBeside

        return NotesBeside(self._core, self.front, self.background.tasks)

    @cached_property
    def instance(self) -> SingleInstance:
        """Hears what later starts want."""
        from companion.ui.platform.single_instance import SingleInstance

        return SingleInstance(self._core.folders.data, self._address, self)

    @cached_property
    def background(self) -> Background:
        """What runs beside the window."""
        from companion.bootstrap.background import Background

        background = Background(
            self._core,
            self.theme,
            self.words,
            self.main_thread,
            self.instance,
            alarm=self._given_alarm,
            display=self._given_display,
            desktop=self._given_desktop,
        )
        background.window_wanted.connect(self.show_window)
        background.support_wanted.connect(self.front.show_support)
        background.concept_wanted.connect(self.front.show_concept)
        background.practice_wanted.connect(self._on_practice_wanted)
        background.reflection_wanted.connect(self.front.show_reflection)
        background.triangle_wanted.connect(self.front.show_triangle)
        background.is_practising = lambda: self.screens.is_practising
        background.quit_wanted.connect(self.quit)
        background.popup_asks.connect(self.front.cover)
        background.popup_closed.connect(self._quit_if_nothing_is_left)
        background.began_work.connect(self._on_background_began_work)
        return background

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
            if not self._is_mended(error):
                self.front.close_for_good()
                self._application.exit(1)
                return
            self.show_window()
            self._on_first_picture_shown()
            return
        self._wake_up()
        if not (self._core.preferences.settings.was_welcomed or self._is_demo):
            self._welcome()

    def _welcome(self) -> None:
        """Only where somebody opens the window for the first time: never by itself, and never over what is there."""
        from companion.application.first_start import is_first_start

        if is_first_start(self._core.preferences, self._core.vault):
            self.screens.ways.welcome()

    def _open_store(self) -> None:
        from companion.bootstrap.own_words import follow_own_words

        self._core.upgrading = self._say_that_it_takes_time
        self._core.open()
        follow_own_words(self._core)
        if self._is_demo:
            from companion.bootstrap.made_up import fill_with_made_up_data

            fill_with_made_up_data(self._core)

    def _say_that_it_takes_time(self) -> None:
        """Seen at once, although nothing else is done before the notebook is open."""
        from companion.presentation.translation import _

        if self.front.is_visible:
            self.front.say(_("Your notebook is being brought up to date. This can take a moment, and happens once."))
            self.woke_up.connect(lambda: self.front.say(""))

    def _wake_up(self) -> None:
        """The first picture is there: now comes what may take its time."""
        from companion.application.events import SettingsChanged

        if self._is_awake:
            return
        self._is_awake = True
        self.front.fill()
        collector.resume()
        self.front.once_wanted(self._show_icon)
        self._core.bus.listen(SettingsChanged, self._on_settings_changed)
        self._application.commitDataRequest.connect(self._on_session_ending)
        self.woke_up.emit()
        self.locking.start(self.front)
        self.background.start(self.locking)
        self.popups.made.connect(self._show_icon)

    def _show_icon(self) -> None:
        """Every window has the program's icon; while there is none, nobody draws its sizes."""
        from companion.ui.theme.icons import app_icon

        if self._application.windowIcon().isNull():
            self._application.setWindowIcon(app_icon(self.theme))

    def _is_mended(self, error: UserError) -> bool:
        from companion.bootstrap.mending import tell_and_mend

        return tell_and_mend(self._core, self.theme, self.words, self.main_thread, error)

    def _on_background_began_work(self) -> None:
        self.front.begin()
        self.front.once_wanted(self._read_notes)
        self.looking.start()
        self.resting.begin()
        if not self._is_demo:
            self._watch_for_another_version()

    def _watch_for_another_version(self) -> None:
        from companion.application.events import PromptsChanged

        self.replaced.watch()
        self._core.bus.listen(PromptsChanged, lambda _news: self.replaced.note_something_ended())
        self.popups.closed.connect(self.replaced.note_something_ended)
        self.front.closed_by_person.connect(self.replaced.note_something_ended)
        self.screens.practice_window_closed.connect(self.replaced.note_something_ended)

    def _read_notes(self) -> None:
        self._notes.begin()
        self.background.tasks.run(self._core.practices.ours)  # so that a check-in need not wait for them

    def _start_log(self) -> None:
        from companion.adapters.system.logs import start_logging

        start_logging(self._core.folders.logs)

    def _on_settings_changed(self, news: SettingsChanged) -> None:
        self.theme.apply(news.settings.look, news.settings.text_percent, news.settings.reduce_motion)
        if news.settings.language != self._language:
            self._language = news.settings.language
            QTimer.singleShot(0, self, self._speak)  # what it was chosen with is made again

    def _speak(self) -> None:
        """Another language was chosen: whatever shows words is made again in it, once no dialog lies over it."""
        from PySide6.QtWidgets import QDialog

        dialog = self._application.activeModalWidget()
        if isinstance(dialog, QDialog):  # as where it came with the settings of an import
            dialog.finished.connect(lambda _result: QTimer.singleShot(0, self, self._speak))
            return
        before = self.screens
        before.keep_half_written()
        if not self.speaking.speak(self._language):
            return
        self._dates.forget()
        before.end()
        del self.screens
        self.locking.begin_anew()
        old = self.front.begin_anew(self.screens)
        self.screens.take_over(before)
        self.screens.stay_with_the_language()
        self.background.begin_anew()
        self.background.once_quiet(lambda: _drop(old))

    def _on_check_in_wanted(self) -> None:
        self.screens.ways.begin_check_in()

    def _on_session_ending(self) -> None:
        """The desktop's session ends, and may not wait until this program has: what was touched is kept now."""
        if self.screens.panel is not None:
            self.screens.panel.keep()
        self.popups.keep()

    def _on_front_activated(self) -> None:
        if self._is_awake:
            self.background.look_for_changes()
            if not self._is_demo:
                self.replaced.look()

    def _on_restart_wanted(self) -> None:
        """It ends as by Quit; who called `run` starts it again."""
        self.is_restart_wanted = True
        self.quit()

    def _restart_unseen(self) -> None:
        """Nobody was there when the worker was asked to finish; somebody may be by now."""
        if self._is_free and not self.front.is_visible:
            self.is_restart_unseen = True
            self._on_restart_wanted()

    def _on_front_closed(self) -> None:
        keeps_running = self._core.preferences.settings.keep_in_tray and self._is_in_tray
        if not keeps_running:
            self.quit()
            return
        if self.screens.practices_so_far is not None:
            self.screens.practices.move_out()
        self.resting.begin()

    def _on_practice_wanted(self, key: str, check_in: CheckIn) -> None:
        from companion.presentation.after_check_in import NEAR

        if key == NEAR:
            self.front.show_support()
        else:
            self.screens.practices.begin_after(key, check_in)

    def _quit_if_nothing_is_left(self) -> None:
        practices = self.screens.practices_so_far
        if practices is not None and practices.is_window_open:
            return
        if not self.front.is_visible and not self._is_in_tray and not self.locking.is_put_away:
            self.quit()
        self.resting.begin()

    def _on_restore_wanted(self) -> None:
        from companion.bootstrap.mending import restore_over

        tasks, begin_anew = self.background.tasks, self.locking.presenter.begin_anew
        restore_over(self.window, self._core, self.theme, self.words, tasks, begin_anew)

    def _on_copies_wanted(self) -> None:
        """The store is not whole: it is closed, and a copy can take its place as where it cannot be opened."""
        from companion.application.events import StoreChangedElsewhere
        from companion.bootstrap.mending import restore_over

        core = self._core
        if core.key_keeper.is_protected():
            self.locking.security.lock()
            self._on_restore_wanted()
        else:
            changed = StoreChangedElsewhere()
            tasks = self.background.tasks
            restore_over(self.window, core, self.theme, self.words, tasks, lambda: core.bus.publish(changed))

    def _on_left_alone(self) -> None:
        """It is locked, and what was half-filled since is not to be seen for ever."""
        if self.screens.panel is not None:
            self.screens.panel.put_away()
        self.popups.put_away()
        if self.front.is_made:
            self.front.window.show_lock_screen()

    def _on_erase_wanted(self, erasure: Erasure) -> None:
        """The program ends as by Quit, and then everything is deleted: nothing of it can write any more."""
        self._erasure = erasure
        QTimer.singleShot(0, self, self.quit)

    def _erase(self, erasure: Erasure) -> None:
        from companion.bootstrap.erasing import erase, remove_folders

        self.erased, self._erasure = erase(self._core, erasure), None
        self.instance.stop()
        remove_folders(self._core.folders)

    def _tell_what_went(self, erased: Erased) -> None:
        from companion.presentation.erasing import end_words
        from companion.ui.shell.trouble_window import show_trouble

        show_trouble(self.theme, end_words(erased))

    @property
    def _is_free(self) -> bool:
        """True while the program waits in the tray, and asks nothing and is asked nothing beside its window."""
        is_in_the_way = self.locking.is_put_away or self.popups.is_open or self.screens.is_practising
        practices = self.screens.practices_so_far
        is_in_the_way = is_in_the_way or (practices is not None and practices.is_window_open)
        is_at_rest = not is_in_the_way and self._application.activeWindow() is None
        return is_at_rest and self.is_at_work and self._is_in_tray and self.rounds.open_prompt() is None

    @property
    def _is_in_tray(self) -> bool:
        return self._is_awake and self.background.is_in_tray


def _drop(widgets: list[QWidget]) -> None:
    for widget in widgets:
        widget.deleteLater()


def _locale_dates() -> DateWords:
    from companion.ui.platform.locale_dates import LocaleDates

    return LocaleDates()
