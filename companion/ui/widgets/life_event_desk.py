"""What is done with life events on a screen: the dialog, the menu, and one line afterwards with a way back."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from companion.presentation.translation import _
from companion.ui.widgets.toast import Toast

if TYPE_CHECKING:
    from companion.domain.journal import Noted
    from companion.presentation.journal_edit import JournalEdit, When
    from companion.presentation.life_events import LifeEventPresenter
    from companion.ui.theme.theme import Theme
    from companion.ui.widgets.journal_editor import HalfWritten
    from companion.ui.widgets.life_event_dialog import LifeEventDialog


class LifeEventDesk(QObject):
    """Works over `screen`, through the presenter. What is half written outlives a lock."""

    def __init__(self, presenter: LifeEventPresenter, theme: Theme, screen: QWidget) -> None:
        super().__init__(screen)
        self._presenter = presenter
        self._theme = theme
        self._screen = screen
        self._put_away: tuple[JournalEdit, HalfWritten] | None = None
        self.dialog: LifeEventDialog | None = None

    def add(self, wall: float | None = None) -> None:
        """The form of a new one, at a moment of the chart (wall seconds) or now."""
        self._open(self._presenter.adding(), None if wall is None else self._presenter.when(wall))

    def correct(self, event_id: str) -> None:
        """The form of one that is there."""
        edit = self._presenter.correcting(event_id)
        if edit is not None:
            self._open(edit, None)

    def move(self, event_id: str, wall: float) -> None:
        """Moves one."""
        self._tell(self._presenter.move(event_id, wall))

    def take_away(self, event_id: str) -> None:
        """Deletes one; it can be brought back."""
        self._tell(self._presenter.take_away(event_id))

    def offer(self, place: QPoint, event_id: str, wall: float) -> None:
        """The menu at a place on the screen: of a life event, or of a moment without one."""
        menu = QMenu(self._screen)
        if event_id:
            menu.addAction(_("Change this life event"), lambda: self.correct(event_id))
            menu.addAction(_("Delete this life event"), lambda: self.take_away(event_id))
        else:
            menu.addAction(_("Add a life event here"), lambda: self.add(wall))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    def undo(self) -> bool:
        """Takes back what was done last; False if there is nothing to take back."""
        if not self._presenter.may_undo:
            return False
        self.toast.dismiss()
        self.toast.say(self._presenter.undo())
        return True

    def keep_now(self) -> None:
        """The store is about to be locked: what was changed is kept as it is, or remembered if that cannot be."""
        dialog = self.dialog
        if dialog is None or not dialog.editor.is_changed:
            return
        dialog.editor.submit()
        if self.dialog is not None:
            self._put_away = dialog.edit, dialog.editor.stands

    def put_away(self) -> None:
        """Locked: nothing of any life event is shown or can be taken back."""
        self._presenter.forget_undo()
        if self.dialog is not None:
            self.dialog.reject()
        if "toast" in self.__dict__:
            self.toast.dismiss()

    def bring_back(self) -> None:
        """Unlocked: what was half written is there again."""
        if self._put_away is not None:
            (edit, half_written), self._put_away = self._put_away, None
            self._open(edit, None)
            if self.dialog is not None:
                self.dialog.go_on(half_written)

    @cached_property
    def toast(self) -> Toast:
        """The line at the bottom; made when there is something to say."""
        return Toast(self._screen, self._theme)

    def _open(self, edit: JournalEdit, when: When | None) -> None:
        from companion.ui.widgets.life_event_dialog import LifeEventDialog

        if self.dialog is not None:
            self.dialog.raise_()
            return
        self.dialog = dialog = LifeEventDialog(edit, when, self._theme, self._screen)
        dialog.kept.connect(self._on_kept)
        dialog.delete_wanted.connect(self.take_away)
        dialog.finished.connect(self._on_finished)
        dialog.open()

    def _on_kept(self, before: Noted | None, line: Noted) -> None:
        self._tell(self._presenter.was_kept(before, line))

    def _on_finished(self, _result: int) -> None:
        self.dialog = None

    def _tell(self, sentence: str) -> None:
        if not sentence:
            return
        if self._presenter.may_undo:
            self.toast.say(sentence, _("Undo"), self.undo)
        else:
            self.toast.say(sentence)
