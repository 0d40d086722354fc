"""Practices in the running program: the screen, the one that is played, and what is offered after a check-in."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from companion.application.errors import UserError
from companion.application.events import VaultLocked, VaultLocking, VaultUnlocked
from companion.domain.errors import DomainError
from companion.presentation.practice_after import AfterPracticePresenter
from companion.presentation.practice_player import PlayerPresenter, Playing
from companion.presentation.practices import PracticesPresenter
from companion.ui.screens.practices import PracticesScreen
from companion.ui.widgets.practice_after import PracticeAfterView
from companion.ui.widgets.practice_player import PracticePlayerView
from companion.ui.widgets.practice_window import PracticeWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from companion.bootstrap.core import Core
    from companion.domain.checkin import CheckIn
    from companion.domain.concept import Concept
    from companion.domain.practice import Practice
    from companion.presentation.practice_editing import Written
    from companion.ui.theme.theme import Theme
    from companion.ui.widgets.practice_editor import PracticeEditor


class Practices(QObject):
    """One practice is played at a time, in the screen or in a window of its own, and goes on whichever is closed.

    `open_screen` goes to the Practices screen; `say` says one line in the main window.
    """

    concept_wanted = Signal(str)
    repair_wanted = Signal()
    window_closed = Signal()
    support_wanted = Signal()

    def __init__(self, core: Core, theme: Theme, open_screen: Callable[[], None], say: Callable[[str], None]) -> None:
        super().__init__()
        self._core = core
        self._theme = theme
        self._open_screen = open_screen
        self._say = say
        self._screen: PracticesScreen | None = None
        self._window: PracticeWindow | None = None
        self._playing: PracticePlayerView | None = None
        self._given_on: tuple[PracticePlayerView, PracticeWindow | None] | None = None
        self._after: PracticeAfterView | None = None
        self._editor: PracticeEditor | None = None
        self._writing = ("", False)
        self._held: Written | None = None
        core.bus.listen(VaultLocking, lambda _news: self._on_vault_locking())
        core.bus.listen(VaultLocked, lambda _news: self._on_vault_locked())
        core.bus.listen(VaultUnlocked, lambda _news: self._on_vault_unlocked())

    @property
    def is_window_open(self) -> bool:
        """True while a practice, or what is asked after it, has a window of its own."""
        return self._window is not None and self._window.part is not None

    @property
    def is_under_way(self) -> bool:
        """True while a practice is played, so that nothing else should ask for attention."""
        return self._playing is not None and self._playing.presenter.is_under_way

    @property
    def part(self) -> QWidget | None:
        """What is played, or asked afterwards."""
        return self._playing or self._after

    @property
    def screen(self) -> PracticesScreen:
        """The Practices screen."""
        if self._screen is None:
            core = self._core
            presenter = PracticesPresenter(core.practices, core.practice_sessions, self._concept, core.bus)
            self._screen = screen = PracticesScreen(presenter, self._theme)
            screen.start_wanted.connect(self._on_start_wanted)
            screen.concept_wanted.connect(self.concept_wanted)
            screen.repair_wanted.connect(self.repair_wanted)
            screen.new_wanted.connect(lambda: self._write(""))
            screen.copy_wanted.connect(lambda key: self._write(key, is_copy=True))
            screen.edit_wanted.connect(self._write)
        return self._screen

    def read(self, key: str) -> None:
        """The page of that practice."""
        self._open_screen()
        self.screen.open_practice(key)

    def begin_after(self, key: str, check_in: CheckIn | None, *, in_window: bool = True) -> None:
        """Plays a practice that was offered after a check-in; its energy counts as before."""
        arousal, check_in_id = (None, None) if check_in is None else (check_in.arousal, check_in.id)
        try:
            practice = self._core.practices.find(key)
        except (DomainError, UserError):
            return
        self._begin(Playing(practice, None, practice.usual, arousal, check_in_id), in_window=in_window)

    def begin_grounding(self) -> None:
        """Plays the one that looks outward, for somebody whom a question stirs up."""
        grounding = self._core.practices.grounding()
        if grounding is not None:
            self._begin(Playing(grounding), in_window=False)

    def move_out(self) -> None:
        """The main window goes away: what is played there goes on in a window of its own."""
        part = self.part
        if part is not None and not self.is_window_open:
            self._place(part, in_window=True)

    def show_again(self) -> None:
        """The program is on the screen again, and so is what is played."""
        if self._window is not None and self.is_window_open:
            self._window.show()

    def take_over(self, before: Practices) -> None:
        """Goes on with what was half written in the form of one that is made in its place."""
        if before._editor is not None:
            key, is_copy = before._writing
            self._write(key, is_copy=is_copy, written=before._editor.written)
        if before._given_on is not None:
            self._go_on_with(*before._given_on)

    def give_on(self) -> None:
        """Another will take over: what is played here goes on there, and is not ended by `close`."""
        playing, self._playing = self._playing, None
        if playing is None:
            return
        window = self._window if self.is_window_open else None
        if window is not None:
            window.disconnect(self)
            self._window = None
        elif self._screen is not None:
            self._screen.put_on_stage(None)
        playing.give_on()
        self._given_on = playing, window

    def close(self) -> None:
        """The program ends: what was practised is kept."""
        self._leave()
        if self._window is not None:
            self._window.close()
            self._window.deleteLater()

    def _on_start_wanted(self, key: str, variant: int | None, seconds: int | None, before: int | None) -> None:
        try:
            practice = self._core.practices.find(key)
        except (DomainError, UserError):
            return
        self._begin(Playing(practice, variant, seconds, before), in_window=False)

    def _begin(self, playing: Playing, *, in_window: bool) -> None:
        self._leave()
        self._drop_editor()
        presenter = PlayerPresenter(playing, self._core.practice_sessions, self._core.steady_clock)
        self._playing = view = self._view_of(presenter)
        self._place(view, in_window=in_window)
        view.begin()

    def _view_of(self, presenter: PlayerPresenter) -> PracticePlayerView:
        playing, grounding = presenter.playing, self._core.practices.grounding()
        may_ground = grounding is not None and grounding.key != playing.practice.key
        view = PracticePlayerView(presenter, self._theme, offers_grounding=may_ground)
        view.ended.connect(self._on_ended)
        view.own_window_wanted.connect(lambda wanted: self._place(view, in_window=wanted))
        view.on_top_wanted.connect(self._keep_on_top)
        if grounding is not None:
            view.grounding_wanted.connect(partial(self._ground, grounding, playing))
        return view

    def _go_on_with(self, before: PracticePlayerView, window: PracticeWindow | None) -> None:
        """A small window stays the one that it is, at its place and above what it is above."""
        if window is not None:
            self._take_window(window)
        self._playing = view = self._view_of(before.presenter)
        self._place(view, in_window=window is not None, in_front=False)
        view.go_on_with(before)
        before.deleteLater()

    def _ground(self, grounding: Practice, before: Playing) -> None:
        """Looking around instead; what was played until now is kept already."""
        was_in_window = self.is_window_open
        self._begin(Playing(grounding, check_in_id=before.check_in_id), in_window=was_in_window)

    def _on_ended(self) -> None:
        """It is kept by now, unless it was too short for that."""
        view = self._playing
        if view is None:
            return
        session, trouble, was_in_window = view.presenter.session, view.presenter.trouble, self.is_window_open
        self._leave()
        if session is None:
            if trouble:
                self._say(trouble)
            return
        sessions = self._core.practice_sessions
        self._after = after = PracticeAfterView(AfterPracticePresenter(session, sessions), self._theme)
        after.left.connect(self._leave)
        self._place(after, in_window=was_in_window, in_front=False)
        if after.isVisible():
            after.begin()

    def _place(self, part: QWidget, *, in_window: bool, in_front: bool = True) -> None:
        """Puts it into the window or on the screen's stage, and takes it away from the other."""
        if isinstance(part, PracticePlayerView):
            part.show_in_own_window(in_window)
        if in_window:
            window = self._window_made()
            window.put(part)
            if self._screen is not None:
                self._screen.put_on_stage(None)
            if in_front:
                window.bring_up()
            return
        if self.is_window_open and self._window is not None:
            self._window.put(None)
            self._window.hide()
        self.screen.put_on_stage(part)
        if in_front:
            self._open_screen()
            part.setFocus()

    def _leave(self) -> None:
        """Nothing is played and nothing is asked any more; what stands there is kept."""
        playing, after, self._playing, self._after = self._playing, self._after, None, None
        if after is not None:
            after.keep()
        if playing is not None:
            playing.end()
        was_in_window = self.is_window_open
        if self._window is not None:
            self._window.put(None)
            self._window.hide()
        if self._screen is not None:
            self._screen.put_on_stage(None)
        for part in (playing, after):
            if part is not None:
                part.hide()
                part.deleteLater()
        if was_in_window:
            self.window_closed.emit()

    def _window_made(self) -> PracticeWindow:
        if self._window is None:
            self._take_window(PracticeWindow(self._theme))
        assert self._window is not None
        return self._window

    def _take_window(self, window: PracticeWindow) -> None:
        self._window = window
        window.closed_by_person.connect(self._on_window_closed)
        window.support_wanted.connect(self.support_wanted)

    def _keep_on_top(self, wanted: bool) -> None:
        if self._window is not None:
            self._window.keep_on_top(wanted)

    def _on_window_closed(self) -> None:
        """Closed by its frame it is stopped, and nothing is asked."""
        self._leave()

    def _write(self, key: str, *, is_copy: bool = False, written: Written | None = None) -> None:
        """The form of a practice of one's own, on the screen's stage."""
        self._drop_editor()
        from companion.presentation.practice_editing import PracticeEditing
        from companion.ui.widgets.practice_editor import PracticeEditor

        editing = PracticeEditing(self._core.practices, key, is_copy=is_copy)
        self._writing = key, is_copy
        self._editor = editor = PracticeEditor(editing, self._theme, written)
        editor.kept.connect(self._on_written)
        editor.left.connect(self._drop_editor)
        self.screen.put_on_stage(editor)
        editor.begin()

    def _on_written(self, key: str) -> None:
        self._drop_editor()
        self.screen.open_practice(key)

    def _drop_editor(self) -> None:
        editor, self._editor = self._editor, None
        if editor is not None:
            self.screen.put_on_stage(None)
            editor.hide()
            editor.deleteLater()

    def _on_vault_locking(self) -> None:
        """What is noted is kept now. One of the person's own is not shown while locked; ours goes on.

        What was half written is remembered until it is unlocked.
        """
        self._held = None if self._editor is None else self._editor.written
        playing = self._playing
        if playing is None or not playing.presenter.playing.practice.is_ours:
            self._leave()
        elif playing.isVisible() and not self.is_window_open:
            self._place(playing, in_window=True, in_front=False)
            self._window_made().show()

    def _on_vault_locked(self) -> None:
        self._drop_editor()
        if self._screen is not None:
            if self._playing is None or self.is_window_open:
                self._screen.put_on_stage(None)
            self._screen.put_away()

    def _on_vault_unlocked(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            key, is_copy = self._writing
            self._write(key, is_copy=is_copy, written=held)

    def _concept(self, name: str) -> Concept | None:
        return self._core.library.resolve(name)
