"""What the parts of the running program may know of it; `desktop` fills this, and none of them knows that."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from PySide6.QtCore import SignalInstance

    from companion.application.prompt_rounds import PromptRounds
    from companion.bootstrap.background import Background
    from companion.bootstrap.front import Front
    from companion.bootstrap.locking import Locking
    from companion.bootstrap.popups import Popups
    from companion.bootstrap.screens import Screens
    from companion.bootstrap.speaking import Speaking
    from companion.presentation.date_words import DateWords
    from companion.ui.platform.main_thread import MainThread
    from companion.ui.platform.single_instance import SingleInstance
    from companion.ui.shell.main_window import MainWindow
    from companion.ui.theme.theme import Theme


class Running(Protocol):
    """Each part is made when it is first asked for. `words` are of the language that is spoken."""

    words: DateWords
    main_thread: MainThread

    @property
    def woke_up(self) -> SignalInstance:
        """The first picture is there, and the store is open or locked."""

    @property
    def practice_window_closed(self) -> SignalInstance:
        """The small window of a practice went."""

    @property
    def theme(self) -> Theme:
        """The look."""

    @property
    def speaking(self) -> Speaking:
        """The language."""

    @property
    def screens(self) -> Screens:
        """Makes the screens."""

    @property
    def front(self) -> Front:
        """The main window and what it knows."""

    @property
    def window(self) -> MainWindow:
        """The main window; made now if it is not there yet."""

    @property
    def locking(self) -> Locking:
        """Locks and hides."""

    @property
    def background(self) -> Background:
        """What runs beside the window."""

    @property
    def popups(self) -> Popups:
        """The quick check-in."""

    @property
    def rounds(self) -> PromptRounds:
        """Moves prompts on."""

    @property
    def instance(self) -> SingleInstance:
        """Hears what later starts want."""

    @property
    def is_in_tray(self) -> bool:
        """True if the person can find it in a tray."""

    @property
    def is_at_work(self) -> bool:
        """True once everything runs."""

    def show_window(self) -> None:
        """The main window, in front, with what stood open before it."""

    def forget_words(self) -> None:
        """Another language is spoken: screens, and how dates are written, are made anew when they are asked for."""

    def restart(self, *, unseen: bool = False) -> None:
        """It ends as by Quit; who called `run` starts it again, `unseen` in the tray."""

    def quit(self) -> None:
        """Ends the program."""
