"""Deleting everything: what goes and what stays, the word that confirms it, and what came of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from companion.application.erasing import Erased, Erasure
from companion.presentation.sentences import Words, words_for
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.preferences import PreferenceService

SHOWN_PATHS = 5


class ErasingWords(NamedTuple):
    """What stands before it: `lead` are paragraphs, `place` asks for the second place, "" if there is none."""

    lead: tuple[str, ...]
    place: str
    typing: str


class ErasingPresenter:
    """`wanted` is told what is to be deleted, once that was confirmed."""

    def __init__(self, preferences: PreferenceService, wanted: Callable[[Erasure], None]) -> None:
        self._preferences = preferences
        self._wanted = wanted

    def words(self) -> ErasingWords:
        """What the dialog says."""
        place = self._preferences.settings.backup_folder
        asked = _("Also the copies of this notebook in {folder}").format(folder=place) if place else ""
        typing = _("To go on, type the word “{word}”").format(word=_("delete"))
        return ErasingWords((what_goes(), what_stays(), no_way_back()), asked, typing)

    def is_confirmed(self, typed: str) -> bool:
        """True if the word was typed, however it is written."""
        return typed.strip().casefold() == _("delete").casefold()

    def erase(self, typed: str, *, with_place: bool) -> bool:
        """Wants it done. False, and nothing happens, without the word."""
        if not self.is_confirmed(typed):
            return False
        self._wanted(Erasure(self._preferences.settings.backup_folder if with_place else ""))
        return True


def what_goes() -> str:
    """Everything that is deleted."""
    return _(
        "This deletes everything you noted, the keys that open it, all copies in the data folder, your settings, "
        "the log, and the start when you log in. Then Companion ends."
    )


def what_stays() -> str:
    """What is not Companion's to delete."""
    return _("What you saved or exported yourself stays where you put it, and so do your own folders of notes.")


def no_way_back() -> str:
    """That there is none, and what can be done before."""
    return _("There is no way back. If you would like to keep something, save a copy or export it first.")


def end_words(erased: Erased) -> Words:
    """What is said at the very end."""
    if erased.trouble is not None:
        return Words(_("Nothing was deleted."), words_for(erased.trouble).line)
    if erased.left:
        files = "\n".join(erased.left[:SHOWN_PATHS])
        hint = _("Please delete by hand what is left:\n{files}").format(files=files)
        return Words(_("Not everything could be deleted."), hint)
    hint = _("Nothing of your notebook is left in the folders of Companion, and Companion has ended.")
    if erased.kept_place:
        hint += " " + _("The copies in {folder} are still there.").format(folder=erased.kept_place)
    return Words(_("Everything is deleted."), hint)
