"""Privacy, as Settings shows it: what protects the notebook and what does not, the passphrase, locking by itself."""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum
from typing import TYPE_CHECKING, Any, NamedTuple

from companion.application.errors import UserError
from companion.application.events import SettingsChanged, VaultLocked, VaultUnlocked
from companion.application.protection import OlderCopies, Rewritten
from companion.application.settings import Settings
from companion.domain.errors import DomainError
from companion.domain.passphrase import Strength
from companion.domain.secrets import Secret, typed_passphrase, typed_recovery_code
from companion.presentation.sentences import line_of
from companion.presentation.settings_search import default_words
from companion.presentation.translation import _, ngettext

if TYPE_CHECKING:
    from companion.application.event_bus import EventBus
    from companion.application.preferences import PreferenceService
    from companion.application.security import SecurityService

IDLE_MINUTES = (1, 2, 5, 10, 15, 30, 60)
NEVER = 0


class Task(Enum):
    """What can be done about the passphrase."""

    SET = "set"
    CHANGE = "change"
    REMOVE = "remove"
    NEW_CODE = "new_code"


class Typed(NamedTuple):
    """What stands in the dialog of a task. `current` is a recovery code where `with_code`."""

    current: str = ""
    with_code: bool = False
    new: str = ""
    again: str = ""
    older: OlderCopies = OlderCopies.REENCRYPT


class TaskWords(NamedTuple):
    """What the dialog of a task says and asks. `copies` are the two answers about copies made before, or none."""

    title: str
    lead: tuple[str, ...]
    act: str
    asks_current: bool
    asks_new: bool
    copies: tuple[str, str] | None = None


class TaskOutcome(NamedTuple):
    """What came of a task, in a line; `code` is a recovery code to show this once, or ""."""

    line: str
    is_done: bool = False
    code: str = ""


class PrivacyState(NamedTuple):
    """The card's content. `can_change` is False while it is locked or something is under way.

    `idle_choices` are minutes with their words; `lock_note` says why locking by itself has no meaning yet, or "".
    """

    is_protected: bool
    promises: tuple[str, ...]
    protection: tuple[str, ...]
    can_change: bool
    idle_minutes: int
    idle_choices: tuple[tuple[int, str], ...]
    lock_on_sleep: bool
    lock_with_screen: bool
    lock_note: str
    folder: str


def promises() -> tuple[str, ...]:
    """What holds with and without a passphrase."""
    return (
        _("Everything stays on this computer. Companion opens no network connection at all."),
        _("Reminders show neutral words, unless you wrote your own for one, and never what you noted."),
    )


def protection(*, is_protected: bool) -> tuple[str, ...]:
    """What protects the notebook now, and against what nothing here does."""
    if not is_protected:
        return (
            _(
                "What you note is kept encrypted. There is no passphrase, so the key lies in the same folder, "
                "and this protects against nobody who can read that folder."
            ),
        )
    return (
        _("Your notebook opens with your passphrase or the recovery code. The files alone tell nobody anything."),
        _(
            "This does not protect against someone who knows the passphrase, against spyware on this computer, "
            "or while Companion stands unlocked and you are away."
        ),
        _("If the passphrase is forgotten and the recovery code is lost, what you noted is lost too."),
    )


def hiding_words() -> str:
    """How to put everything out of sight, and how it comes back."""
    return _(
        "Ctrl+H hides every window of Companion at once, and locks if there is a passphrase. The icon in the tray, "
        "the button of a reminder, or starting Companion once more brings it back. Ctrl+L only locks."
    )


def task_words(task: Task) -> TaskWords:
    """The dialog of that task."""
    return {
        Task.SET: _set_words,
        Task.CHANGE: _change_words,
        Task.REMOVE: _remove_words,
        Task.NEW_CODE: _new_code_words,
    }[task]()


def done_words(task: Task) -> str:
    """What is said once it is done."""
    return {
        Task.SET: _("There is a passphrase now."),
        Task.CHANGE: _("The new passphrase holds from now on."),
        Task.REMOVE: _("There is no passphrase any more."),
        Task.NEW_CODE: _("There is a new recovery code."),
    }[task]


def not_kept_words() -> str:
    """What is said where the recovery code went away before the person said that they kept it."""
    return _("If you did not keep the recovery code, make a new one here; the one before then opens nothing.")


def strength_words(strength: Strength) -> str:
    """How long a passphrase would hold against somebody who has the files and strong computers; "" for none."""
    return {
        Strength.NOTHING: "",
        Strength.HOURS: _("Powerful computers could guess this within hours. More words make it hold longer."),
        Strength.DAYS: _("Powerful computers could guess this within days or months. One more word helps a lot."),
        Strength.YEARS: _("Powerful computers would need years to guess this."),
        Strength.LIFETIMES: _("Powerful computers would need longer than a lifetime to guess this."),
    }[strength]


class RecoveryWords(NamedTuple):
    """What stands around a recovery code."""

    title: str
    lead: tuple[str, ...]
    kept: str


def recovery_words() -> RecoveryWords:
    """What there is to know of a recovery code while it is shown."""
    return RecoveryWords(
        _("Your recovery code"),
        (
            _("If the passphrase is forgotten, this opens your notebook. It is shown only now, and kept nowhere."),
            _("Whoever has it can open your notebook. Paper in a place that is safe is a simple way to keep it."),
        ),
        _("I have kept it in a safe place"),
    )


def idle_default() -> str:
    """After how long without a touch it locks before anybody chose."""
    return default_words(_after(Settings().lock_after_minutes))


def spoken_code(code: str) -> str:
    """The code as readers say it: sign by sign, with a pause between the groups."""
    return ", ".join(" ".join(group) for group in code.split("-")) if code else ""


def recovery_paper(code: str) -> str:
    """What stands on a paper or in a file with the code: enough to know what it is for, and no more."""
    return "\n\n".join((_("Companion, recovery code"), code)) + "\n"


class PrivacyPresenter:
    """Carries tasks out beside everything else; whoever begins one is told what came of it, once."""

    def __init__(self, security: SecurityService, preferences: PreferenceService, bus: EventBus, folder: str) -> None:
        self._security = security
        self._preferences = preferences
        self._folder = folder
        self._changed: list[Callable[[], None]] = []
        for news in (SettingsChanged, VaultLocked, VaultUnlocked):
            bus.listen(news, lambda _news: self._say())

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        self._changed.append(changed)

    def state(self) -> PrivacyState:
        """The card's content now."""
        settings, is_protected = self._preferences.settings, self._security.is_protected
        return PrivacyState(
            is_protected=is_protected,
            promises=promises(),
            protection=protection(is_protected=is_protected),
            can_change=not (self._security.is_locked or self._security.is_busy),
            idle_minutes=settings.lock_after_minutes,
            idle_choices=_idle_choices(settings.lock_after_minutes),
            lock_on_sleep=settings.lock_on_sleep,
            lock_with_screen=settings.lock_with_screen,
            lock_note="" if is_protected else _("These matter once there is a passphrase."),
            folder=_("It is kept in {folder}").format(folder=self._folder),
        )

    def strength(self, typed: str) -> str:
        """How long that passphrase would hold, in words."""
        return strength_words(self._security.strength(typed))

    def lock(self) -> None:
        """Locks now."""
        self._security.lock()

    def lock_after(self, minutes: int) -> str:
        """Locks once our windows were not touched for so many minutes, or NEVER. "", or why it cannot be kept."""
        return self._change(lock_after_minutes=minutes)

    def lock_on_sleep(self, wanted: bool) -> str:
        """Locks when the computer falls asleep, or not."""
        return self._change(lock_on_sleep=wanted)

    def lock_with_screen(self, wanted: bool) -> str:
        """Locks when the screen is locked, or not."""
        return self._change(lock_with_screen=wanted)

    def begin(self, task: Task, typed: Typed, told: Callable[[TaskOutcome], None]) -> None:
        """Begins; `told` is called once: at once, or after the store was locked, written anew and opened again."""

        def done(outcome: Rewritten | UserError | None) -> None:
            self._say()
            if isinstance(outcome, UserError):
                told(TaskOutcome(line_of(outcome)))
            else:
                told(_done(task, outcome or Rewritten()))

        if task_words(task).asks_new and typed.new and typed.new != typed.again:
            told(TaskOutcome(_("These two are not the same yet.")))
            return
        try:
            self._begin(task, typed, done)
        except DomainError as error:
            told(TaskOutcome(line_of(error)))
        self._say()

    def _begin(self, task: Task, typed: Typed, done: Callable[[Rewritten | UserError | None], None]) -> None:
        if task is Task.SET:
            self._security.protect(typed.new, typed.older, done)
        elif task is Task.CHANGE:
            self._security.change_passphrase(_current(typed), typed.new, done)
        elif task is Task.REMOVE:
            self._security.unprotect(_current(typed), typed.older, done)
        else:
            self._security.new_recovery_code(_current(typed), done)

    def _change(self, **changes: Any) -> str:
        try:
            self._preferences.change(**changes)
        except UserError as error:
            return line_of(error)
        return ""

    def _say(self) -> None:
        for changed in self._changed:
            changed()


def _current(typed: Typed) -> Secret:
    return typed_recovery_code(typed.current) if typed.with_code else typed_passphrase(typed.current)


def _done(task: Task, outcome: Rewritten) -> TaskOutcome:
    line = done_words(task)
    if outcome.copies_left:
        left = ngettext(
            "One earlier copy could not be brought along and still opens as before: {names}",
            "These earlier copies could not be brought along and still open as before: {names}",
            len(outcome.copies_left),
        )
        line = f"{line} {left.format(names=', '.join(outcome.copies_left))}"
    return TaskOutcome(line, is_done=True, code=outcome.recovery_code)


def _idle_choices(chosen: int) -> tuple[tuple[int, str], ...]:
    minutes = sorted({*IDLE_MINUTES, chosen} - {NEVER})
    return (*((each, _after(each)) for each in minutes), (NEVER, _("not at all")))


def _after(minutes: int) -> str:
    return ngettext("after {count} minute", "after {count} minutes", minutes).format(count=minutes)


def _set_words() -> TaskWords:
    return TaskWords(
        _("Set a passphrase"),
        (
            _("It is asked for when Companion starts and when it was locked. A few words are easy to remember."),
            _("Nobody can look it up for you. A recovery code comes next: keep it in a safe place."),
        ),
        _("Set it"),
        asks_current=False,
        asks_new=True,
        copies=(_("Protect them by the passphrase too"), _("Delete them")),
    )


def _change_words() -> TaskWords:
    return TaskWords(
        _("Change the passphrase"),
        (_("The recovery code stays as it is. A copy that lies elsewhere still opens with the old passphrase."),),
        _("Change it"),
        asks_current=True,
        asks_new=True,
    )


def _remove_words() -> TaskWords:
    return TaskWords(
        _("Do without a passphrase"),
        (_("The key then lies in the same folder, and whoever can read that folder can open your notebook."),),
        _("Do without it"),
        asks_current=True,
        asks_new=False,
        copies=(_("Let them open without a passphrase too"), _("Delete them")),
    )


def _new_code_words() -> TaskWords:
    return TaskWords(
        _("A new recovery code"),
        (_("Once there is a new code, the one you have now opens nothing any more."),),
        _("Make one"),
        asks_current=True,
        asks_new=False,
    )
