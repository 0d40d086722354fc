"""The program as its real bootstrap builds it; ours are the clock, the alarm, the notifications and the desktop."""

import gc
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from companion.adapters.system.folders import Folders, folders_under
from companion.application.instance_address import Message
from companion.bootstrap.core import Core
from companion.bootstrap.desktop import Desktop
from companion.bootstrap.start import address_of
from companion.domain.prompt import PromptRecord
from companion.ui.platform.notifier import Notifier
from companion.ui.platform.prompt_display import DesktopPromptDisplay
from companion.ui.screens.checkin_popup import CheckInPopup
from tests.support.alarm import FakeAlarm
from tests.support.clock import FakeClock
from tests.support.desktop_state import FakeDesktopState
from tests.support.first_start import welcome_was_seen
from tests.support.notifier import FakeNotifier


class Program:
    """One run of the program, and what a person can do with it."""

    def __init__(self, application: QApplication, qtbot: QtBot, folders: Folders, clock: FakeClock) -> None:
        self._qtbot = qtbot
        self.clock = clock
        self.alarm = FakeAlarm()
        self.notifier = FakeNotifier()
        self.says = FakeDesktopState()
        self.folders = folders
        self._application = application
        self._is_running = False

    def start(
        self,
        *,
        locked: bool = False,
        message: Message = Message.SHOW,
        hidden: bool = False,
        is_newcomer: bool = False,
    ) -> None:
        """Starts, and waits until it is wholly awake; a newcomer is welcomed first."""
        if not is_newcomer:
            welcome_was_seen(self.folders.config)
        self.core = Core(self.folders, clock=self.clock, start_locked=locked)
        display = DesktopPromptDisplay(cast(Notifier, self.notifier))
        self.desktop = Desktop(
            self._application, self.core, address_of(self.folders), alarm=self.alarm, display=display, says=self.says
        )
        self._is_running = True
        self.desktop.start(message, hidden=hidden)
        self._qtbot.waitUntil(lambda: self.desktop.is_at_work, timeout=10_000)

    def stop(self) -> None:
        """Ends as by Quit."""
        if not self._is_running:
            return
        self._is_running = False
        self.desktop.stop()
        self.core.close()
        self.desktop.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def pass_time(self, **by: float) -> None:
        """Time passes, and each alarm on the way rings."""
        end = self.clock.now().utc + timedelta(**by)
        while (ring := self.alarm.next) is not None and ring <= end:
            ahead = max(timedelta(0), ring - self.clock.now().utc)
            self.clock.pass_time(seconds=ahead.total_seconds())
            self.alarm.times.clear()
            self.desktop.background.ring()
        self.clock.pass_time(seconds=(end - self.clock.now().utc).total_seconds())

    def settle(self) -> None:
        """What is on its way in the event loop arrives."""
        QApplication.processEvents()

    @property
    def popup(self) -> CheckInPopup:
        return self.desktop.popups.popup

    def ledger(self) -> list[PromptRecord]:
        """Every prompt of the store."""
        with self.core.vault.reading() as store:
            return store.ledger.between(None, None)

    def ledger_while_locked(self) -> list[PromptRecord]:
        """What can be known of prompts while locked."""
        with self.core.vault.taking_in() as intake:
            return intake.ledger.between(None, None)


def _forget_what_is_left() -> None:
    """What lay aside while the program ended, such as screens behind the lock, ends with the process; here by us."""
    gc.collect()  # while PySide lists widgets, one that goes brings the process down
    for widget in QApplication.topLevelWidgets():
        if widget.parent() is None and not isinstance(widget, QMenu):
            widget.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    still_ringing = [
        (timer.parent(), timer.interval())
        for timer in gc.get_objects()
        if isinstance(timer, QTimer) and isValid(timer) and timer.isActive()
    ]
    assert not still_ringing, f"rings after the end: {still_ringing}"


@pytest.fixture
def new_program(qapp: QApplication, qtbot: QtBot, tmp_path: Path) -> Iterator[Callable[[], Program]]:
    """Makes runs of the program on one data folder; each one that runs at the end is stopped."""
    folders = folders_under(str(tmp_path / "data"))
    folders.prepare()
    clock, made = FakeClock("2026-11-23T08:00:00"), list[Program]()

    def make() -> Program:
        made.append(Program(qapp, qtbot, folders, clock))
        return made[-1]

    yield make
    for program in reversed(made):
        program.stop()
    _forget_what_is_left()


@pytest.fixture
def program(new_program: Callable[[], Program]) -> Program:
    """The program, running."""
    made = new_program()
    made.start()
    return made
