"""The program with a window: builds its parts, connects them, starts them and stops them."""

import os
import sys
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from companion.adapters.system.resources import resources_root
from companion.application.errors import UserError
from companion.application.events import SettingsChanged, StoreChangedElsewhere
from companion.application.instance_address import Message
from companion.application.ports import Alarm
from companion.bootstrap.core import Core
from companion.bootstrap.screens import Screens
from companion.presentation.translation import _
from companion.ui.platform.locale_dates import LocaleDates
from companion.ui.platform.main_thread import MainThread
from companion.ui.platform.task_runner import ThreadTaskRunner
from companion.ui.shell.main_window import MainWindow
from companion.ui.shell.screens import ScreenName
from companion.ui.theme.icons import app_icon
from companion.ui.theme.theme import Theme

if TYPE_CHECKING:
    from companion.application.backups import BackupService
    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.popups import Popups
    from companion.presentation.tray import TrayPresenter
    from companion.ui.platform.prompt_display import DesktopPromptDisplay
    from companion.ui.platform.single_instance import SingleInstance
    from companion.ui.shell.tray_icon import TrayIcon


def new_application() -> QApplication:
    """The application object; the program ends when it says so, not with its last window."""
    QApplication.setApplicationName("Companion")
    QApplication.setDesktopFileName("companion")
    QApplication.setQuitOnLastWindowClosed(False)
    return QApplication(sys.argv[:1])


class Desktop(QObject):
    """The running program. `run` is `start`, the event loop, and `stop`.

    Tests bring their own alarm and display.
    """

    def __init__(
        self,
        application: QApplication,
        core: Core,
        address: str,
        *,
        is_demo: bool = False,
        alarm: Alarm | None = None,
        display: "DesktopPromptDisplay | None" = None,
    ) -> None:
        super().__init__()
        self._application = application
        self._core = core
        self._is_demo = is_demo
        self._given_alarm = alarm
        self._given_display = display
        self._address = address
        self._is_awake = False
        self.is_at_work = False
        self.words = LocaleDates()
        self.main_thread = MainThread(self)
        self.tasks = ThreadTaskRunner(self.main_thread)

    def run(self, message: Message, *, hidden: bool) -> int:
        """Starts, runs until it is quit, stops. 0, or 1 if the store cannot be opened."""
        from companion.ui.platform.crash_dialog import CrashDialog
        from companion.ui.platform.single_instance import Start

        if self.instance.begin(message, os.environ.get("XDG_ACTIVATION_TOKEN", "")) is Start.HANDED_OVER:
            return 0
        crashes = CrashDialog(self.main_thread, self)
        crashes.install()
        try:
            self.start(message, hidden=hidden)
            code = self._application.exec()
        except UserError as error:
            code = self._apologise(error)
        finally:
            self.stop()
            crashes.uninstall()
        return code

    def start(self, message: Message, *, hidden: bool) -> None:
        """Shows what was asked for; everything that can wait begins once that is painted."""
        self._dress()
        self._core.open()
        if self._is_demo:
            self._fill_with_made_up_data()
        if message is Message.CHECK_IN:
            self.popups.open()
            QTimer.singleShot(0, self, self._wake_up)
        elif hidden:
            self._wake_up()
            if not self.tray.is_there:
                self.show_window()
        else:
            self.window.painted.connect(lambda: QTimer.singleShot(0, self, self._wake_up))
            self.show_window()

    def stop(self) -> None:
        """Ends everything that runs beside, in an order in which nothing rings any more."""
        if self._is_awake:
            self.alarm.stop()
            self.tray.take_away()
            self.display.stop()
            self._termination.stop()
        if "popups" in self.__dict__:
            self.popups.close()
        if "window" in self.__dict__:
            self.window.close_for_good()
        self.tasks.stop()
        self.main_thread.stop()
        self.instance.stop()

    def show_window(self) -> None:
        """The main window, in front."""
        self.window.bring_up()

    def show_support(self) -> None:
        """The Support page, from anywhere."""
        self.window.open_screen(ScreenName.SUPPORT)
        self.window.bring_up()

    def quit(self) -> None:
        """Ends the program."""
        self._application.quit()

    @cached_property
    def theme(self) -> Theme:
        """The look."""
        return Theme(self._application, Path(str(resources_root())))

    @cached_property
    def alarm(self) -> Alarm:
        """Rings on the GUI thread when prompts have to be looked at."""
        if self._given_alarm is not None:
            return self._given_alarm
        from companion.adapters.scheduling.apscheduler_alarm import APSchedulerAlarm

        return APSchedulerAlarm(lambda _key: self.main_thread.post(self.rounds.advance))

    @cached_property
    def display(self) -> "DesktopPromptDisplay":
        """Puts prompts before the person."""
        if self._given_display is not None:
            return self._given_display
        from companion.ui.platform.notifier import Notifier
        from companion.ui.platform.prompt_display import DesktopPromptDisplay

        return DesktopPromptDisplay(Notifier(QApplication.desktopFileName(), parent=self), self)

    @cached_property
    def rounds(self) -> "PromptRounds":
        """Moves prompts on."""
        from companion.application.prompt_rounds import PromptRounds

        core = self._core
        return PromptRounds(core.vault, core.clock, self.alarm, self.display, core.bus, core.plan_file)

    @cached_property
    def screens(self) -> Screens:
        """Makes the screens."""
        return Screens(self._core, self.theme, self.words, lambda: self.rounds)

    @cached_property
    def window(self) -> MainWindow:
        """The main window, with Today open."""
        window = MainWindow(self.theme, self.screens.makers())
        self.screens.connect_to(window)
        window.show_locked(self._core.vault.is_locked)
        window.closed_by_person.connect(self._on_window_closed)
        window.quit_wanted.connect(self.quit)
        window.check_in_wanted.connect(self.screens.begin_check_in)
        window.activated.connect(self._look_for_changes)
        if self._is_demo:
            window.show_banner(
                _("This is made-up data in a throwaway place. Nothing here is yours, and nothing is kept.")
            )
        window.open_screen(ScreenName.TODAY)
        return window

    @cached_property
    def popups(self) -> "Popups":
        """The quick check-in."""
        from companion.bootstrap.popups import Popups

        popups = Popups(self._core, self.theme, self.words, self.rounds)
        popups.concept_wanted.connect(self._on_concept_wanted)
        popups.support_wanted.connect(self.show_support)
        popups.closed.connect(self._quit_if_nothing_is_left)
        return popups

    @cached_property
    def _tray_presenter(self) -> "TrayPresenter":
        from companion.presentation.tray import TrayPresenter

        return TrayPresenter(self.rounds, self._core.clock, self._core.bus, self.words)

    @cached_property
    def tray(self) -> "TrayIcon":
        """The icon in the tray."""
        from companion.ui.shell.tray_icon import TrayIcon
        from companion.ui.theme.icons import tray_icon

        presenter = self._tray_presenter
        tray = TrayIcon(presenter.state(), lambda look: tray_icon(self.theme, look), self)
        tray.check_in_requested.connect(self.popups.open)
        tray.open_requested.connect(self.show_window)
        tray.pause_requested.connect(presenter.pause)
        tray.end_pause_requested.connect(presenter.end_pause)
        tray.support_requested.connect(self.show_support)
        tray.quit_requested.connect(self.quit)
        return tray

    @cached_property
    def instance(self) -> "SingleInstance":
        """Hears what later starts want."""
        from companion.ui.platform.single_instance import SingleInstance

        return SingleInstance(self._core.folders.data, self._address, self)

    @cached_property
    def backups(self) -> "BackupService":
        """One copy for each day with changes, made on the worker over its own connection."""
        from companion.application.backups import BackupService
        from companion.bootstrap.worker_backups import WorkerBackups

        core = self._core
        keeper = WorkerBackups(core.folders.data, core.vault)
        return BackupService(core.vault, keeper, core.clock, self.tasks, core.bus)

    def _dress(self) -> None:
        settings = self._core.preferences.settings
        self.theme.apply(settings.look, settings.text_percent, settings.reduce_motion)
        self._application.setWindowIcon(app_icon(self.theme))
        self._core.bus.listen(SettingsChanged, self._on_settings_changed)

    def _wake_up(self) -> None:
        """The first picture is there: now comes what may take its time."""
        if self._is_awake:
            return
        self._is_awake = True
        self._listen_to_others()
        self._watch_the_system()
        self._follow_the_desktop()
        self._connect_display()
        self._put_into_tray()
        self.tasks.run(_load_alarm, lambda _nothing: self._begin_rounds())

    def _put_into_tray(self) -> None:
        self._tray_presenter.attach(self.tray.show_state)

    def _listen_to_others(self) -> None:
        self.instance.window_wanted.connect(lambda _token: self.show_window())
        self.instance.check_in_wanted.connect(self.popups.open_with_token)
        self.instance.changed_elsewhere.connect(self._look_for_changes)
        self.instance.listen()

    def _follow_the_desktop(self) -> None:
        from companion.ui.platform.desktop_look import DesktopLook
        from companion.ui.platform.session_bus import open_session_bus

        bus = open_session_bus(self)
        if bus is not None:
            self._desktop_look = DesktopLook(bus, self)
            self._desktop_look.wishes_changed.connect(self.theme.follow_desktop)
            self._desktop_look.start()

    def _watch_the_system(self) -> None:
        from companion.ui.platform.termination import Termination
        from companion.ui.platform.wake_watcher import WakeWatcher

        self._termination = Termination(self)
        self._termination.asked_to_end.connect(self.quit)
        self._wake_watcher = WakeWatcher(self._core.clock, parent=self)
        self._wake_watcher.woke.connect(self._on_woke)
        self._wake_watcher.start()

    def _connect_display(self) -> None:
        display = self.display
        display.check_in_wanted.connect(self.popups.open_for_prompt)
        display.popup_wanted.connect(self.popups.come_by_itself)
        display.popup_unwanted.connect(self.popups.take_away)
        display.snooze_wanted.connect(self.rounds.snooze)
        display.decline_wanted.connect(self.rounds.decline)

    def _begin_rounds(self) -> None:
        self.rounds.start()
        self.screens.begin()
        self._wake_watcher.set_watching(True)
        self.tasks.run(self._core.library.concepts, lambda _notes: self.screens.show_concept_for_today())
        if not self._core.vault.is_locked:
            self.tasks.run(self._remove_unfinished_imports)
            self.backups.catch_up(self._last_change())
        self.is_at_work = True

    def _remove_unfinished_imports(self) -> None:
        vault = self._core.vault.worker()
        try:
            vault.remove_unfinished_imports()
        finally:
            vault.close()

    def _last_change(self) -> date | None:
        with self._core.vault.reading() as store:
            newest = store.check_ins.newest_noted()
        return None if newest is None else newest.created_at.day()

    def _look_for_changes(self) -> None:
        vault = self._core.vault
        if not vault.is_locked and vault.changed_elsewhere():
            self._core.bus.publish(StoreChangedElsewhere())

    def _fill_with_made_up_data(self) -> None:
        from companion.application.demo import demo_year

        with self._core.vault.writing() as store:
            for check_in in demo_year(self._core.clock.now(), self._core.clock.zone()):
                store.check_ins.add(check_in)

    def _apologise(self, error: UserError) -> int:
        from companion.presentation.sentences import words_for
        from companion.ui.shell.trouble_window import show_trouble

        show_trouble(self.theme, words_for(error))
        return 1

    def _on_settings_changed(self, news: SettingsChanged) -> None:
        self.theme.apply(news.settings.look, news.settings.text_percent, news.settings.reduce_motion)

    def _on_woke(self) -> None:
        self.alarm.wake()
        self.rounds.advance()

    def _on_window_closed(self) -> None:
        keeps_running = self._core.preferences.settings.keep_in_tray and self._is_awake and self.tray.is_there
        if not keeps_running:
            self.quit()

    def _on_concept_wanted(self, key: str) -> None:
        self.window.bring_up()
        self.screens.open_concept(key)

    def _quit_if_nothing_is_left(self) -> None:
        window_is_there = "window" in self.__dict__ and self.window.isVisible()
        if not window_is_there and not (self._is_awake and self.tray.is_there):
            self.quit()


def _load_alarm() -> None:
    from companion.adapters.scheduling.apscheduler_alarm import load_library

    load_library()
