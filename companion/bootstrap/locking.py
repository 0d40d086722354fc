"""Locking and hiding: who asks for it, what is put away then, and what comes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import cached_property
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, QTimer, Signal

from companion.application.events import SettingsChanged, VaultLocked, VaultLocking, VaultUnlocked
from companion.application.security import SecurityService
from companion.bootstrap.late import late
from companion.presentation.translation import _
from companion.ui.shell.lock_keys import LockKeys
from companion.ui.shell.screens import ScreenName

if TYPE_CHECKING:
    from companion.application.ports import TaskRunner
    from companion.bootstrap.core import Core
    from companion.bootstrap.front import Front
    from companion.presentation.locking import LockPresenter
    from companion.ui.platform.idle_watch import IdleWatch
    from companion.ui.platform.session_bus import SessionBus
    from companion.ui.platform.sleep_delay import SleepDelay
    from companion.ui.platform.wake_watcher import WakeWatcher
    from companion.ui.shell.lock_curtain import LockCurtain
    from companion.ui.shell.lock_screen import LockScreen
    from companion.ui.theme.theme import Theme


class Locking(QObject):
    """From `start` on it locks when it is asked to, and by itself as the settings say; both only with a passphrase.

    `changed` says that there is a passphrase now, or none any more, or that it was locked or unlocked. `left_alone`
    says that nobody touched our windows for as long as it takes to lock, and it was locked already.
    """

    changed = Signal()
    left_alone = Signal()
    check_in_wanted = Signal()
    restore_wanted = Signal()

    def __init__(self, core: Core, theme: Theme, tasks: Callable[[], TaskRunner]) -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._tasks = tasks
        self._front: Front | None = None
        self._delay: SleepDelay | None = None
        self._hears_sleep = False
        self.is_put_away = False

    @cached_property
    def security(self) -> SecurityService:
        """The passphrase, locking and unlocking. Opens nothing before it is asked for something."""
        core = self._core
        parts = late(lambda: core.vault), late(lambda: core.key_keeper), late(lambda: core.clock), late(self._tasks)
        return SecurityService(*parts, core.bus)

    @cached_property
    def presenter(self) -> LockPresenter:
        """What the lock screen says."""
        from companion.presentation.locking import LockPresenter

        return LockPresenter(self.security)

    @cached_property
    def _curtain(self) -> LockCurtain:
        from companion.ui.shell.lock_curtain import LockCurtain

        return LockCurtain()

    @property
    def may_lock(self) -> bool:
        """True while there is something to lock, and something to lock it with."""
        return self.security.is_protected and not self.security.is_locked

    def make_screen(self) -> LockScreen:
        """The lock screen."""
        from companion.ui.shell.lock_screen import LockScreen

        screen = LockScreen(self.presenter, self._theme)
        screen.check_in_wanted.connect(self.check_in_wanted)
        screen.restore_wanted.connect(self.restore_wanted)
        return screen

    def begin_anew(self) -> None:
        """The window is made again: the lock screen it had hears nothing any more."""
        self.__dict__.pop("presenter", None)

    def start(self, front: Front) -> None:
        """The window is painted: from now on keys and time count."""
        self._front = front
        self._keys = LockKeys(self)
        self._keys.lock_wanted.connect(self.lock)
        self._keys.hide_wanted.connect(self.hide)
        self._keys.support_wanted.connect(self.show_support)
        self._keys.start()
        bus = self._core.bus
        bus.listen(VaultLocking, lambda _news: self._curtain.finish_typing())
        bus.listen(VaultLocked, self._on_vault_locked)
        bus.listen(VaultUnlocked, lambda _news: self._on_vault_unlocked())
        bus.listen(SettingsChanged, lambda _news: self._arrange())
        self._arrange()

    def watch(self, wake_watcher: WakeWatcher, session: SessionBus | None) -> None:
        """Hears the system: sleep, and the screen's own lock."""
        from companion.ui.platform.screen_lock import ScreenLock

        wake_watcher.falls_asleep.connect(self._on_falls_asleep)
        wake_watcher.woke.connect(self._arrange)
        self._hears_sleep = True
        self._screen_lock = ScreenLock(self)
        self._screen_lock.locked.connect(self._on_screen_locked)
        self._screen_lock.start(session)
        self._arrange()

    def stop(self) -> None:
        """The program ends: nothing of ours stays on the clipboard."""
        from companion.ui.widgets.privacy_clipboard import clear_own_clipboard

        clear_own_clipboard()
        if "_keys" in self.__dict__:
            self._keys.stop()
        if "_idle" in self.__dict__:
            self._idle.stop()
        self._let_sleep()

    def lock(self) -> None:
        """The person asked for it. Locked already, the keyboard goes to the passphrase."""
        front = self._front
        if front is None or self.security.lock():
            return
        if self.security.is_locked:
            self.came_back()
            front.show_unlocking()
        elif front.is_visible:
            from companion.presentation.locking import no_passphrase_words

            toast = front.window.toast
            toast.say(no_passphrase_words(), _("Settings"), lambda: front.window.open_screen(ScreenName.SETTINGS))

    def show_support(self) -> None:
        """Asked for in a dialog or a small window: the dialog waits out of sight until the page is left."""
        front = self._front
        if front is None:
            return
        if self._curtain.hide_dialogs():
            front.window.screen_opened.connect(self._on_screen_opened)
        front.show_support()

    def hide(self) -> None:
        """Everything off the screen, at once; locking comes after that, since it may take a moment."""
        self.is_put_away = True
        self._curtain.hide_every_window()
        QTimer.singleShot(0, self, self.security.lock)

    def came_back(self) -> None:
        """The window is on the screen again."""
        if self.is_put_away:
            self.is_put_away = False
            self._curtain.show_dialogs_again()

    def _on_screen_opened(self, name: ScreenName) -> None:
        """Hidden with everything else meanwhile, dialogs come back with that."""
        if name is ScreenName.SUPPORT or self._front is None:
            return
        self._front.window.screen_opened.disconnect(self._on_screen_opened)
        if not self.is_put_away:
            self._curtain.show_dialogs_again()

    @cached_property
    def _idle(self) -> IdleWatch:
        from companion.ui.platform.idle_watch import IdleWatch

        watch = IdleWatch(self._core.clock, self)
        watch.went_idle.connect(self._on_went_idle)
        return watch

    def _on_went_idle(self) -> None:
        if not self.security.lock():
            self.left_alone.emit()

    def _on_falls_asleep(self) -> None:
        if self._core.preferences.settings.lock_on_sleep:
            self.security.lock()
        self._let_sleep()

    def _on_screen_locked(self) -> None:
        if self._core.preferences.settings.lock_with_screen:
            self.security.lock()

    def _on_vault_locked(self, _news: VaultLocked) -> None:
        self._curtain.put_away()
        self.presenter.begin_anew()
        if self._front is not None and self._front.is_made:
            self._front.window.show_locked(True)
        self._arrange()

    def _on_vault_unlocked(self) -> None:
        if self._front is not None and self._front.is_made:
            self._front.window.show_locked(False)
        self._arrange()

    def _arrange(self) -> None:
        """Time and sleep are only watched where there is a passphrase, and sleep while there is something to lock."""
        settings, is_protected = self._core.preferences.settings, self.security.is_protected
        if is_protected and settings.lock_after_minutes:
            self._idle.start(timedelta(minutes=settings.lock_after_minutes))
        elif "_idle" in self.__dict__:
            self._idle.stop()
        if self.may_lock and settings.lock_on_sleep:
            self._delay_sleep()
        else:
            self._let_sleep()
        self.changed.emit()

    def _delay_sleep(self) -> None:
        from companion.ui.platform.sleep_delay import take_sleep_delay

        if self._delay is None and self._hears_sleep:
            self._tasks().run(take_sleep_delay, lambda taken: self._hold(cast("SleepDelay | None", taken)))

    def _hold(self, delay: SleepDelay | None) -> None:
        self._let_sleep()
        self._delay = delay
        if not self.may_lock:  # it was locked while this was on its way
            self._let_sleep()

    def _let_sleep(self) -> None:
        delay, self._delay = self._delay, None
        if delay is not None:
            delay.release()
