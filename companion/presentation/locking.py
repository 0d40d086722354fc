"""The lock screen: what it says, and what comes of trying to unlock."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from companion.application.errors import Trouble, UserError
from companion.application.replacing import CANNOT_BE_OPENED
from companion.application.security import SecurityService
from companion.domain.errors import DomainError
from companion.presentation.sentences import line_of
from companion.presentation.translation import _


class LockState(NamedTuple):
    """What the lock screen says. `news` is a calm line about the last try, or "".

    Where `asks` is "" there is nothing to type: the store is being written anew. `may_try` is False while a secret
    is tried, and in the short wait after several that did not open it. `check_in` says what can be done meanwhile.
    `can_restore`: the store itself cannot be opened, and a copy may take its place.
    """

    title: str
    words: str
    check_in: str
    asks: str = ""
    act: str = ""
    other_way: str = ""
    news: str = ""
    may_try: bool = True
    can_restore: bool = False


def build_state(
    *, is_rewriting: bool, with_code: bool, news: str = "", may_try: bool = True, can_restore: bool = False
) -> LockState:
    """The lock screen now; `with_code` asks for the recovery code instead of the passphrase."""
    if is_rewriting:
        return LockState(
            _("Your notebook is being written anew"),
            _("This can take a moment. Nothing is lost if it is interrupted."),
            _("You can check in meanwhile. It joins the others when this is done."),
        )
    check_in = _("You can check in all the same. It is kept sealed until you unlock.")
    unopened = _("Your notebook cannot be opened just now.") if can_restore else ""
    if with_code:
        return LockState(
            _("Companion is locked"),
            unopened or _("Seven groups of four letters and digits. Capitals and spaces do not matter."),
            check_in,
            _("Recovery code"),
            _("Unlock"),
            _("Use the passphrase"),
            news,
            may_try,
            can_restore,
        )
    return LockState(
        _("Companion is locked"),
        unopened or _("What you noted is safe. Your passphrase opens it."),
        check_in,
        _("Passphrase"),
        _("Unlock"),
        _("Use the recovery code"),
        news,
        may_try,
        can_restore,
    )


def no_passphrase_words() -> str:
    """What is said where there is nothing to lock with."""
    return _("There is no passphrase yet, so there is nothing to lock with. You can set one in Settings, Privacy.")


class LockPresenter:
    """Tries what is typed. `changed` hears whenever the screen says something else; it never hears what was typed."""

    def __init__(self, security: SecurityService) -> None:
        self._security = security
        self._with_code = False
        self._is_trying = False
        self._news = ""
        self._can_restore = False
        self._changed: list[Callable[[], None]] = []

    def attach(self, changed: Callable[[], None]) -> None:
        """From now on calls `changed` whenever what was shown may no longer be so."""
        self._changed.append(changed)

    def state(self) -> LockState:
        """What the screen says now."""
        return build_state(
            is_rewriting=self._security.is_rewriting,
            with_code=self._with_code,
            news=_("One moment, please.") if self._is_trying else f"{self._news} {self._wait_words()}".strip(),
            may_try=not self._is_trying and not self._security.wait(),
            can_restore=self._can_restore,
        )

    @property
    def wait_ms(self) -> int:
        """How long until another try is taken, in milliseconds, rounded up; 0 if it is taken now."""
        wait = self._security.wait()
        return -(-wait.microseconds // 1000) + wait.seconds * 1000

    def use_other_way(self) -> None:
        """Asks for the other secret from now on."""
        self._with_code = not self._with_code
        self._news = ""
        self.say_anew()

    def begin_anew(self) -> None:
        """It is locked: the passphrase is asked for, and nothing is said of earlier tries."""
        self._with_code, self._news, self._can_restore = False, "", False
        self.say_anew()

    def submit(self, typed: str) -> None:
        """Tries to unlock with it. What comes of it is told by the event, or stands in `state`."""
        if self._is_trying:
            return
        unlock = self._security.unlock_with_code if self._with_code else self._security.unlock
        self._is_trying, self._news = True, ""
        self.say_anew()
        try:
            unlock(typed, self._on_done)
        except DomainError as error:
            self._settle(line_of(error))

    def say_anew(self) -> None:
        """Something else may be so now."""
        for changed in self._changed:
            changed()

    def _on_done(self, trouble: UserError | None) -> None:
        is_early = trouble is not None and trouble.trouble is Trouble.WAIT_BEFORE_TRYING
        self._can_restore = trouble is not None and trouble.trouble in CANNOT_BE_OPENED
        self._settle("" if trouble is None or is_early else line_of(trouble))

    def _settle(self, news: str) -> None:
        self._is_trying, self._news = False, news
        self.say_anew()

    def _wait_words(self) -> str:
        return _("The next try is possible in a moment.") if self._security.wait() else ""
