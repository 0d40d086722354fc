"""The Settings screen: plain words for each choice, and what choosing does."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from companion.application.errors import UserError
from companion.application.preferences import PreferenceService
from companion.application.settings import Look
from companion.presentation.sentences import line_of
from companion.presentation.translation import _


@dataclass(frozen=True, slots=True)
class SettingsState:
    """What is chosen now, and what this computer can do. `tray_note` is empty where there is a tray.

    While locked no folder is named: what a person reads is theirs too.
    """

    look: Look
    text_percent: int
    reduce_motion: bool
    without_numbers: bool
    keep_in_tray: bool
    note_folders: tuple[str, ...]
    deeper_questions: bool
    tray_note: str
    is_locked: bool = False


def look_name(look: Look) -> str:
    """The name of a choice of colours."""
    return {
        Look.SYSTEM: _("Like the system"),
        Look.LIGHT: _("Light"),
        Look.DARK: _("Dark"),
        Look.CONTRAST: _("High contrast"),
    }[look]


def tray_sentence() -> str:
    """What closing the window means where no tray can keep the program at hand."""
    return _(
        "This desktop shows no tray icons, so closing the window ends Companion. "
        "Minimise the window instead, and reminders keep coming."
    )


class SettingsPresenter:
    """Each intent changes one choice, keeps it, and everyone who listens follows.

    It answers with an empty string, or with the one line that says why the choice could not be kept.
    """

    def __init__(self, preferences: PreferenceService, is_locked: Callable[[], bool] = lambda: False) -> None:
        self._preferences = preferences
        self._is_locked = is_locked

    def state(self, has_tray: bool) -> SettingsState:
        """The screen's content now."""
        settings = self._preferences.settings
        return SettingsState(
            look=settings.look,
            text_percent=settings.text_percent,
            reduce_motion=settings.reduce_motion,
            without_numbers=settings.without_numbers,
            keep_in_tray=settings.keep_in_tray,
            note_folders=() if self._is_locked() else settings.note_folders,
            deeper_questions=settings.deeper_questions,
            tray_note="" if has_tray else tray_sentence(),
            is_locked=self._is_locked(),
        )

    def choose_look(self, look: Look) -> str:
        """Other colours."""
        return self._change(look=look)

    def choose_text_percent(self, percent: int) -> str:
        """Larger or smaller text."""
        return self._change(text_percent=percent)

    def reduce_motion(self, wanted: bool) -> str:
        """Nothing moves by itself."""
        return self._change(reduce_motion=wanted)

    def without_numbers(self, wanted: bool) -> str:
        """Today shows no line of the day, and no number."""
        return self._change(without_numbers=wanted)

    def keep_in_tray(self, wanted: bool) -> str:
        """Whether closing the window keeps the program running."""
        return self._change(keep_in_tray=wanted)

    def add_note_folder(self, folder: str) -> str:
        """Notes of a folder of the person's own are shown beside ours."""
        folders = self._preferences.settings.note_folders
        return "" if folder in folders else self._change(note_folders=(*folders, folder))

    def remove_note_folder(self, folder: str) -> str:
        """Its notes are no longer shown; the folder itself is not touched."""
        kept = tuple(f for f in self._preferences.settings.note_folders if f != folder)
        return self._change(note_folders=kept)

    def ask_deeper(self, wanted: bool) -> str:
        """Whether questions about earlier years are among those to reflect on."""
        return self._change(deeper_questions=wanted)

    def _change(self, **changes: Any) -> str:
        try:
            self._preferences.change(**changes)
        except UserError as error:
            return line_of(error)
        return ""
