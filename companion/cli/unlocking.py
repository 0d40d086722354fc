"""A locked notebook asks for its passphrase on the terminal, or reads it from a file descriptor, and nowhere else."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

from companion.application.errors import Trouble, UserError
from companion.cli.grammar import CouldNotError, Typed
from companion.cli.options import PASSPHRASE_FD
from companion.cli.output import complain
from companion.domain.errors import DomainError
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.application.vault_ports import HeldKey, KeyKeeper

TRIES = 3
LONGEST = 64 * 1024


def unlocker(typed: Typed, *, may_stay_locked: bool) -> Callable[[KeyKeeper], None]:
    """What unlocks the notebook, or, where nobody can be asked, leaves it locked if the command works so too.

    Raises UserError, DomainError or CouldNotError if it cannot be unlocked.
    """

    def unlock(keeper: KeyKeeper) -> None:
        if typed.has(PASSPHRASE_FD):
            _key_for(keeper, _read_from(typed.value(PASSPHRASE_FD) or "")).unlock()
        elif _somebody_can_be_asked():
            _asked_for(keeper).unlock()
        elif not may_stay_locked:
            sentence = _("Your notebook is locked. Its passphrase can be typed in a terminal, or come with {option}.")
            raise CouldNotError(sentence.format(option=PASSPHRASE_FD))

    return unlock


def typed_for_copy(typed: Typed, option: str, words: str = "") -> str | None:
    """What opens a copy or a file, from that option's descriptor or the terminal; None if nobody can be asked."""
    if typed.has(option):
        return _read_from(typed.value(option) or "", option)
    return _ask(words) if _somebody_can_be_asked() else None


def chosen_for_file(typed: Typed, option: str) -> str | None:
    """A passphrase that a new file gets, from the descriptor of that option or typed twice in the terminal.

    None if nobody can be asked. Raises CouldNotError if the two are not the same.
    """
    if typed.has(option):
        return _read_from(typed.value(option) or "", option)
    if not _somebody_can_be_asked():
        return None
    chosen = _ask(_("Passphrase for the file: "))
    if _ask(_("The same once more: ")) != chosen:
        raise CouldNotError(_("These two are not the same. Nothing was written."))
    return chosen


def _asked_for(keeper: KeyKeeper) -> HeldKey:
    tries = 1
    while True:
        try:
            return _key_for(keeper, _ask())
        except UserError as error:
            if error.trouble is not Trouble.PASSPHRASE_WRONG or tries == TRIES:
                raise
            _say_why(error)
        tries += 1


def _key_for(keeper: KeyKeeper, text: str) -> HeldKey:
    """The key that a passphrase takes out, or a recovery code typed in its place."""
    from companion.domain.secrets import typed_passphrase, typed_recovery_code

    try:
        return keeper.take(typed_passphrase(text))
    except UserError as error:
        if error.trouble is not Trouble.PASSPHRASE_WRONG:
            raise
        try:
            code = typed_recovery_code(text)
        except DomainError:
            raise error from None
        return keeper.take(code)


def _say_why(error: UserError) -> None:
    from companion.presentation.sentences import words_for

    complain(words_for(error).placed)


def _somebody_can_be_asked() -> bool:
    return sys.stdin is not None and sys.stdin.isatty()


def _ask(words: str = "") -> str:
    from getpass import getpass

    try:
        return getpass(words or _("Passphrase: "))
    except EOFError:
        raise UserError(Trouble.LOCKED) from None


def _read_from(number: str, option: str = PASSPHRASE_FD) -> str:
    """Everything up to the end or the first line end; at most 64 KiB."""
    try:
        descriptor = int(number)
        with os.fdopen(descriptor, "rb", closefd=descriptor > 2) as file:
            line = file.readline(LONGEST + 1)
        text = line.removesuffix(b"\n").removesuffix(b"\r").decode("utf-8")
    except (ValueError, OSError, OverflowError, TypeError):  # the last for a number that is too large
        sentence = _("No passphrase could be read from {option}; it takes the number of an open file descriptor.")
        raise CouldNotError(sentence.format(option=option)) from None
    if len(line) > LONGEST:
        raise CouldNotError(_("A passphrase can have up to {bytes} bytes.").format(bytes=LONGEST))
    return text
