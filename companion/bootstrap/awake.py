"""What the program does once its first picture is there: all that may take its time, from then on until it ends."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from companion.application.events import SettingsChanged
from companion.bootstrap import collector

if TYPE_CHECKING:
    from companion.bootstrap.another_language import AnotherLanguage
    from companion.bootstrap.core import Core
    from companion.bootstrap.looking_over import Looking
    from companion.bootstrap.notes_beside import NotesBeside
    from companion.bootstrap.restarting import Restarting
    from companion.bootstrap.resting import Resting
    from companion.bootstrap.running import Running


class Awake(QObject):
    """`begin` once the store is open, or locked. `language` is the setting that was in force at the start."""

    copies_wanted = Signal()

    def __init__(self, running: Running, core: Core, language: str, *, is_demo: bool) -> None:
        super().__init__()
        self._running = running
        self._core = core
        self._language = language
        self._is_demo = is_demo
        self.has_begun = False

    def begin(self) -> None:
        """Once."""
        if self.has_begun:
            return
        self.has_begun = True
        running = self._running
        running.front.fill()
        collector.resume()
        running.front.once_wanted(self.show_icon)
        self._core.bus.listen(SettingsChanged, self._on_settings_changed)
        self._application.commitDataRequest.connect(self._on_session_ending)
        running.woke_up.emit()
        running.locking.start(running.front)
        running.background.start(running.locking)
        running.popups.made.connect(self.show_icon)

    def begin_work(self) -> None:
        """The rounds have begun."""
        self._running.front.begin()
        self._running.front.once_wanted(self._read_notes)
        self.looking.start()
        self.resting.begin()
        if not self._is_demo:
            self.restarting.watch()

    def stop(self) -> None:
        """The program ends."""
        if "_notes" in self.__dict__:
            self._notes.stop()
        if "looking" in self.__dict__:
            self.looking.stop()
        if "resting" in self.__dict__:
            self.resting.stop()
        if "restarting" in self.__dict__:
            self.restarting.replaced.stop()

    @cached_property
    def looking(self) -> Looking:
        """Looks the notebook over."""
        from companion.bootstrap.looking_over import Looking

        looking = Looking(self._core, self._running.front, self._running.main_thread)
        looking.copies_wanted.connect(self.copies_wanted)
        return looking

    @cached_property
    def restarting(self) -> Restarting:
        """Restarts it once another version was installed."""
        from companion.bootstrap.restarting import Restarting

        return Restarting(self._running, self._core)

    @cached_property
    def resting(self) -> Resting:
        """Gives memory back while no window is there."""
        from companion.bootstrap.resting import Resting

        return Resting(lambda: self._running.front.is_visible, self)

    @cached_property
    def _notes(self) -> NotesBeside:
        from companion.bootstrap.notes_beside import NotesBeside

        return NotesBeside(self._core, self._running.front, self._running.background.tasks)

    @cached_property
    def _another_language(self) -> AnotherLanguage:
        from companion.bootstrap.another_language import AnotherLanguage

        another = AnotherLanguage(self._running, self._language)
        another.spoken.connect(self._say_again)
        return another

    def show_icon(self) -> None:
        """Every window has the program's icon; while there is none, nobody draws its sizes."""
        from companion.ui.theme.icons import app_icon

        if self._application.windowIcon().isNull():
            self._application.setWindowIcon(app_icon(self._running.theme))

    def look_again(self) -> None:
        """Somebody came back to the window: other programs may have changed something meanwhile."""
        if self.has_begun:
            self._running.background.look_for_changes()
            if not self._is_demo:
                self.restarting.replaced.look()

    @property
    def _application(self) -> QGuiApplication:
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        return application

    def _read_notes(self) -> None:
        self._notes.begin()
        self._running.background.tasks.run(self._core.practices.ours)  # so that a check-in need not wait for them

    def _on_settings_changed(self, news: SettingsChanged) -> None:
        settings = news.settings
        self._running.theme.apply(settings.look, settings.text_percent, settings.reduce_motion)
        self._another_language.choose(settings.language)

    def _say_again(self) -> None:
        """Another language is spoken: what stands across the window is said in it."""
        self.looking.say_again()
        self.restarting.replaced.say_again()

    def _on_session_ending(self) -> None:
        """The desktop's session ends, and may not wait until this program has: what was touched is kept now."""
        if self._running.screens.panel is not None:
            self._running.screens.panel.keep()
        self._running.popups.keep()
