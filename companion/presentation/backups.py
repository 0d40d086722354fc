"""Copies, as Settings shows them: the newest, the chosen place, what was not possible, saving one by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from companion.application.errors import Trouble, UserError
from companion.application.events import CopiesChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked
from companion.presentation.sentences import line_of, words_for
from companion.presentation.settings_search import default_words
from companion.presentation.time_axis import dated
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.backups import BackupService, CopyReport
    from companion.application.event_bus import EventBus
    from companion.application.vault_ports import Vault
    from companion.presentation.date_words import DateWords

ENDING = ".companion"
Ask = Callable[[Callable[[], None]], None]


class BackupState(NamedTuple):
    """`newest` and `protection` are sentences; `place` is the chosen folder or "", `trouble` what was not possible.

    `news` is what came of saving a copy, or "". While locked, or while one is saved, no copy can be saved.
    """

    newest: str
    protection: str
    place: str
    trouble: str
    news: str
    can_save: bool


class Question(NamedTuple):
    """Something to ask before: the question, what there is to know, and the two answers."""

    question: str
    detail: str
    yes: str
    no: str


def explanation() -> str:
    """What happens by itself."""
    return _(
        "On each day with changes, Companion copies your notebook by itself. "
        "Of the older copies, one a week is kept, and later one a month."
    )


def second_place_default() -> str:
    """Where copies go besides before anybody chose."""
    return _("A second place, another disk say, gets each copy as well.") + " " + default_words(_("none"))


def saving_question() -> Question:
    """What is said before a copy without a passphrase is saved."""
    return Question(
        _("This copy opens without a passphrase"),
        _("It contains its own key: anyone who has this file can read it. Please keep it where nobody else looks."),
        _("Choose where…"),
        _("Not now"),
    )


def replacing_question() -> Question:
    """What is asked where a copy lies already."""
    return Question(
        _("Replace the copy that is there?"),
        _("It may hold more than your notebook does now."),
        _("Replace it"),
        _("Leave it as it is"),
    )


def saved_words(file: str, is_protected: bool) -> str:
    """What is said once a copy is in a file."""
    if is_protected:
        return _("A copy is in {file} now. It opens with your passphrase or your recovery code.").format(file=file)
    return _("A copy is in {file} now. Anyone who has this file can read it.").format(file=file)


class BackupPresenter:
    """What can be done with copies; `changed` hears when there is news of them."""

    def __init__(
        self,
        service: BackupService,
        vault: Vault,
        is_protected: Callable[[], bool],
        words: DateWords,
        bus: EventBus,
    ) -> None:
        self._service = service
        self._vault = vault
        self._is_protected = is_protected
        self._words = words
        self._news = ""
        self._is_saving = False
        self._changed: list[Callable[[], None]] = []
        for news in (CopiesChanged, StoreChangedElsewhere, VaultLocked, VaultUnlocked):
            bus.listen(news, lambda _news: self._say())

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        self._changed.append(changed)

    @property
    def is_locked(self) -> bool:
        """True while nothing can be copied or restored."""
        return self._vault.is_locked

    @property
    def is_protected(self) -> bool:
        """True if copies open only with a passphrase."""
        return self._is_protected()

    def state(self) -> BackupState:
        """The card's content now."""
        report = self._service.report
        return BackupState(
            newest=self._newest(report),
            protection=_protection(self.is_protected),
            place=self._service.place,
            trouble=_trouble(report),
            news=self._news,
            can_save=not (self._vault.is_locked or self._is_saving),
        )

    def file_name(self) -> str:
        """What a saved copy is called if the person has no other wish."""
        return "companion" + ENDING

    def choose_place(self, folder: str) -> str:
        """Copies are laid there as well; "" for nowhere else. Answers with "", or why that could not be kept."""
        self._news = ""
        try:
            self._service.choose_place(folder)
        except UserError as error:
            return line_of(error)
        return ""

    def save(self, path: str, ask: Ask) -> None:
        """Writes a copy to that file. If one is there that may hold more, `ask` is given what replaces it.

        A name without an ending gets ours.
        """
        has_ending = "." in path.replace("\\", "/").rsplit("/", 1)[-1]
        self._begin(path if has_ending else path + ENDING, ask)

    def _begin(self, file: str, ask: Ask, *, replace_fuller: bool = False) -> None:
        self._is_saving, self._news = True, _("Writing the copy. You can go on meanwhile.")
        self._service.save(file, lambda trouble: self._on_saved(file, trouble, ask), replace_fuller=replace_fuller)
        self._say()

    def _on_saved(self, file: str, trouble: UserError | None, ask: Ask) -> None:
        self._is_saving = False
        if trouble is None:
            self._news = saved_words(file, self.is_protected)
        elif trouble.trouble is Trouble.COPY_FULLER:
            self._news = ""
            ask(lambda: self._begin(file, ask, replace_fuller=True))
        else:
            self._news = line_of(trouble)
        self._say()

    def _newest(self, report: CopyReport) -> str:
        if report.made_for is None:
            return _("There is no copy yet. The first one is made once you have noted something.")
        day = dated(report.made_for, self._words)
        if report.laid_for == report.made_for and self._service.place:
            return _("The newest copy is from {day}. It is in your data folder and in the second place.").format(
                day=day
            )
        return _("The newest copy is from {day}. It is in your data folder.").format(day=day)

    def _say(self) -> None:
        for changed in self._changed:
            changed()


def _protection(is_protected: bool) -> str:
    if is_protected:
        return _("Copies open with your passphrase or your recovery code, as your notebook does.")
    return _("Your notebook has no passphrase, so each copy contains its key: anyone who has the file can read it.")


def _trouble(report: CopyReport) -> str:
    """Said once and calmly, here: it is tried again by itself."""
    if report.trouble is not None:
        return _("The last copy could not be made. {why} It is tried again by itself.").format(
            why=words_for(report.trouble).placed
        )
    if report.place_trouble is not None and report.place_trouble.trouble is Trouble.FOLDER_UNREADABLE:
        return _(
            "The second place was not there for the last copy. "
            "It is tried again by itself; the copy in your data folder is there."
        )
    if report.place_trouble is not None:
        return _(
            "The last copy could not be put in the second place. {why} "
            "It is tried again by itself; the copy in your data folder is there."
        ).format(why=words_for(report.place_trouble).placed)
    return ""
