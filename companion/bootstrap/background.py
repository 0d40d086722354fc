"""What runs beside the window: reminders, the tray, later starts, and what the desktop says. Never before the first
picture, so this file may load what it needs."""

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication

from companion.adapters.scheduling.apscheduler_alarm import APSchedulerAlarm
from companion.adapters.scheduling.lean_library import load_library
from companion.adapters.system.desktop_state import SystemDesktopState
from companion.application.backups import BackupService
from companion.application.events import (
    PromptsChanged,
    RemindersChanged,
    StoreChangedElsewhere,
    VaultLocked,
    VaultUnlocked,
)
from companion.application.heeded_desktop import HeededDesktop
from companion.application.prompt_rounds import PromptRounds
from companion.application.window_rounds import WindowRounds
from companion.bootstrap.core import Core
from companion.bootstrap.desktop_answers import answer_calls, follow_look
from companion.bootstrap.locking import Locking
from companion.bootstrap.popups import Popups, use_activation_token
from companion.bootstrap.tidying_up import TidyingUp
from companion.bootstrap.worker_backups import WorkerBackups
from companion.domain.reminder import Purpose
from companion.presentation.date_words import DateWords
from companion.presentation.reminders_passed import PassedPresenter
from companion.presentation.tray import TrayPresenter
from companion.ui.platform.main_thread import MainThread
from companion.ui.platform.notifier import Notifier
from companion.ui.platform.prompt_display import DesktopPromptDisplay
from companion.ui.platform.session_bus import SessionBus, open_session_bus
from companion.ui.platform.single_instance import SingleInstance
from companion.ui.platform.task_runner import ThreadTaskRunner
from companion.ui.platform.termination import Termination
from companion.ui.platform.wake_watcher import WakeWatcher
from companion.ui.shell.tray_icon import TrayIcon
from companion.ui.theme.icons import tray_icon
from companion.ui.theme.theme import Theme

if TYPE_CHECKING:
    from companion.application.ports import Alarm, DesktopState
    from companion.bootstrap.desktop_setup import DesktopSetup

NEAR = timedelta(hours=24)


def _nothing() -> None:
    """Only waits for its turn."""


class Background(QObject):
    """From `start` to `stop` it says what the person wants of the window. `is_at_work` once the rounds have begun.

    `is_practising` is asked when a prompt is due.

    Tests bring their own alarm and display, and a desktop that says what they want.
    """

    window_wanted = Signal()
    support_wanted = Signal()
    concept_wanted = Signal(str)
    practice_wanted = Signal(str, object)
    reflection_wanted = Signal()
    triangle_wanted = Signal()
    quit_wanted = Signal()
    popup_asks = Signal(bool)
    popup_closed = Signal()
    began_work = Signal()

    def __init__(
        self,
        core: Core,
        theme: Theme,
        words: DateWords,
        main_thread: MainThread,
        instance: SingleInstance,
        *,
        alarm: "Alarm | None" = None,
        display: DesktopPromptDisplay | None = None,
        desktop: "DesktopState | None" = None,
    ) -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._words = words
        self._main_thread = main_thread
        self._instance = instance
        self._given_alarm = alarm
        self._given_display = display
        self._given_desktop = desktop
        self._is_started = False
        self.is_at_work = False
        self.is_practising: Callable[[], bool] = lambda: False
        self.tasks = ThreadTaskRunner(main_thread)

    def start(self, locking: Locking) -> None:
        """Begins; the rounds a little later, when the alarm's library is loaded beside."""
        self._is_started = True
        self.passed = PassedPresenter(self._core.bus)
        self._listen_to_others()
        self._watch_the_system()
        session = self._hear_the_desktop()
        self._connect_display()
        self._put_into_tray(locking)
        locking.watch(self._wake_watcher, session)
        self.tasks.run(load_library, lambda _nothing: self._begin_rounds())

    def stop(self) -> None:
        """Ends everything, in an order in which nothing rings any more."""
        self.is_at_work = False
        if self._is_started:
            self.alarm.stop()
            self.tray.take_away()
            self.display.stop()
            self._termination.stop()
            self._wake_watcher.stop()
        if "setup" in self.__dict__:
            self.setup.trials.stop()
        if "popups" in self.__dict__:
            self.popups.close()
        self.tasks.stop()

    @property
    def is_in_tray(self) -> bool:
        """True if the person can find the program in a tray."""
        return self._is_started and self.tray.is_there

    @cached_property
    def alarm(self) -> "Alarm":
        """Rings on the GUI thread when prompts have to be looked at, or a day has ended."""
        if self._given_alarm is not None:
            return self._given_alarm
        return APSchedulerAlarm(lambda _key: self._main_thread.post(self.ring))

    @cached_property
    def display(self) -> DesktopPromptDisplay:
        """Puts prompts before the person."""
        if self._given_display is not None:
            return self._given_display
        return DesktopPromptDisplay(Notifier(QApplication.desktopFileName(), parent=self), self)

    @cached_property
    def rounds(self) -> PromptRounds:
        """Moves prompts on."""
        core = self._core
        heeded = HeededDesktop(self.desktop, lambda: core.preferences.settings, lambda: self.is_practising())
        return PromptRounds(core.vault, core.clock, self.alarm, self.display, core.bus, core.plan_file, heeded)

    @cached_property
    def desktop(self) -> "DesktopState":
        """What the desktop says of the moment."""
        return self._given_desktop if self._given_desktop is not None else self._system_desktop

    @cached_property
    def _system_desktop(self) -> SystemDesktopState:
        return SystemDesktopState(self._core.clock)

    @cached_property
    def setup(self) -> "DesktopSetup":
        """How this computer is set up, for Settings; most of the time nobody asks."""
        from companion.bootstrap.desktop_setup import DesktopSetup
        from companion.ui.shell.tray_blink import TrayBlink

        presenter = self._tray_presenter
        blink = TrayBlink(self.tray.show_state, presenter.state, self)
        setup = DesktopSetup(self._core, self.desktop, self.tasks, blink.begin, self)
        self._wake_watcher.resumed.connect(setup.trials.note_woken)
        return setup

    @cached_property
    def window_rounds(self) -> WindowRounds:
        """Learns the person's window day by day."""
        return WindowRounds(self._core.windows, self.alarm, self._core.bus)

    @cached_property
    def popups(self) -> Popups:
        """The quick check-in."""
        popups = Popups(self._core, self._theme, self._words, self.rounds)
        popups.concept_wanted.connect(self.concept_wanted)
        popups.practice_wanted.connect(self.practice_wanted)
        popups.support_wanted.connect(self.support_wanted)
        popups.asks.connect(self.popup_asks)
        popups.closed.connect(self.popup_closed)
        popups.made.connect(lambda: self.tasks.run(self._core.library.concepts))
        popups.made.connect(lambda: self.tasks.run(self._core.practices.ours))
        return popups

    @cached_property
    def _tray_presenter(self) -> TrayPresenter:
        return TrayPresenter(self.rounds, self._core.clock, self._core.bus, self._words)

    @cached_property
    def tray(self) -> TrayIcon:
        """The icon in the tray."""
        presenter = self._tray_presenter
        tray = TrayIcon(presenter.state(), lambda look: tray_icon(self._theme, look), self)
        tray.check_in_requested.connect(self._on_tray_asked)
        tray.open_requested.connect(self.window_wanted)
        tray.pause_requested.connect(presenter.pause)
        tray.end_pause_requested.connect(presenter.end_pause)
        tray.support_requested.connect(self.support_wanted)
        tray.quit_requested.connect(self.quit_wanted)
        return tray

    @cached_property
    def backups(self) -> BackupService:
        """One copy for each day with changes, made on the worker over its own connection."""
        core = self._core
        return BackupService(core.vault, self.copies, core.days, core.preferences, core.clock, self.tasks, core.bus)

    @cached_property
    def copies(self) -> WorkerBackups:
        """The keeper of the copies."""
        return WorkerBackups(self._core.folders.data, self._core.vault)

    def ring(self) -> None:
        """The alarm rang: whatever is due is done. After sleep that can be the first sign of it."""
        if not (self._is_started and self._wake_watcher.notice()):
            self._go_on()

    def _go_on(self) -> None:
        self.rounds.advance()
        self.window_rounds.advance()
        self.backups.look_back()

    def begin_anew(self) -> None:
        """Another language is spoken: the tray says so at once, and the next popup."""
        if self._is_started:
            self.tray.show_state(self._tray_presenter.state())
        if "popups" in self.__dict__:
            self.popups.begin_anew()

    def once_quiet(self, act: Callable[[], None]) -> None:
        """Does it when what was begun on the worker until now has come back, and what that began."""
        self.tasks.run(_nothing, lambda _none: self.tasks.run(_nothing, lambda _none: act()))

    def look_for_changes(self) -> None:
        """Another process may have written to the store."""
        vault = self._core.vault
        if not vault.is_locked and vault.changed_elsewhere():
            self._core.bus.publish(StoreChangedElsewhere())

    def _put_into_tray(self, locking: Locking) -> None:
        self._tray_presenter.attach(self.tray.show_state)
        self.tray.lock_requested.connect(locking.lock)
        self.tray.offer_lock(locking.may_lock)
        locking.changed.connect(lambda: self.tray.offer_lock(locking.may_lock))

    def _listen_to_others(self) -> None:
        self._instance.window_wanted.connect(lambda _token: self.window_wanted.emit())
        self._instance.check_in_wanted.connect(self.popups.open_with_token)
        self._instance.changed_elsewhere.connect(self.look_for_changes)
        self._instance.listen()

    def _hear_the_desktop(self) -> SessionBus | None:
        """What is asked under the program's name is meant for the notebook in the usual place."""
        session = open_session_bus(self)
        if session is not None:
            follow_look(session, self._theme, self)
            if self._core.folders.named is None:
                answer_calls(session, self.window_wanted.emit, self.popups.open_with_token, self)
        return session

    def _watch_the_system(self) -> None:
        self._termination = Termination(self)
        self._termination.asked_to_end.connect(self.quit_wanted)
        self._wake_watcher = WakeWatcher(self._core.clock, parent=self)
        self._wake_watcher.resumed.connect(self._on_resumed)
        self._wake_watcher.woke.connect(self._on_woke)
        self._wake_watcher.start()

    def _connect_display(self) -> None:
        display = self.display
        display.check_in_wanted.connect(self.popups.open_for_prompt)
        display.popup_wanted.connect(self.popups.come_by_itself)
        display.popup_unwanted.connect(self.popups.take_away)
        display.snooze_wanted.connect(self.rounds.snooze)
        display.decline_wanted.connect(self.rounds.decline)
        display.reflection_wanted.connect(self._on_reflection_wanted)
        display.triangle_wanted.connect(self._on_triangle_wanted)
        self._core.bus.listen(VaultLocked, lambda _news: display.put_away_own_text())
        settings = self._core.preferences
        display.be_discreet_while(lambda: settings.settings.discreet_reminders, lambda: self.tray.is_there)

    def _on_reflection_wanted(self, token: str) -> None:
        use_activation_token(token)
        self.reflection_wanted.emit()

    def _on_tray_asked(self) -> None:
        """While the triangle is asked for, the icon leads to it; else to the check-in."""
        waiting = self.rounds.open_prompt()
        if waiting is not None and waiting.prompt.purpose is Purpose.TRIANGLE:
            self.triangle_wanted.emit()
        else:
            self.popups.open()

    def _on_triangle_wanted(self, token: str) -> None:
        use_activation_token(token)
        self.triangle_wanted.emit()

    def _begin_rounds(self) -> None:
        self.rounds.start()
        self.window_rounds.start()
        self._watch_while_a_prompt_is_near()
        for news in (PromptsChanged, RemindersChanged, StoreChangedElsewhere, VaultUnlocked):
            self._core.bus.listen(news, lambda _news: self._watch_while_a_prompt_is_near())
        self.began_work.emit()
        TidyingUp(self._core, self.tasks).begin()
        self.backups.catch_up()
        self.is_at_work = True

    def _watch_while_a_prompt_is_near(self) -> None:
        """A program with nothing to ask has no reason to look at the clock every minute."""
        coming, now = self.rounds.next_prompt(), self._core.clock.now()
        is_near = coming is not None and coming.block_start.utc - now.utc < NEAR
        is_open = self.rounds.open_prompt() is not None
        self._wake_watcher.set_watching(is_near or is_open)
        if is_open:
            QTimer.singleShot(0, self, self._get_popup_ready)

    def _get_popup_ready(self) -> None:
        """Not after the end: nobody would take it away."""
        if self.is_at_work:
            self.popups.get_ready()

    def _on_resumed(self) -> None:
        self._system_desktop.note_resumed(self._core.clock.now().utc)

    def _on_woke(self) -> None:
        self.alarm.wake()
        self._go_on()
