"""From what was typed to what is done: finds the command, runs it, and puts every refusal into one line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from companion.application.errors import UserError
from companion.cli.grammar import Command, CouldNotError, Request, Typed, UsageError, parse
from companion.cli.options import HELP, JSON, folders_of, global_options, note_folders_of, window_options
from companion.cli.output import be_printable, complain, finish, stop_answering
from companion.domain.errors import DomainError

if TYPE_CHECKING:
    from companion.adapters.system.folders import Folders
    from companion.application.vault_ports import KeyKeeper

DONE, COULD_NOT, WRONG_USAGE = 0, 1, 2


def run(arguments: Sequence[str]) -> int:
    """Does what was typed and returns the exit code: 0 done, 1 could not, 2 wrong usage."""
    be_printable()
    try:
        return _run(list(arguments))
    except UsageError as wrong:
        complain(str(wrong))
        return WRONG_USAGE
    except CouldNotError as refusal:
        complain(str(refusal))
    except (DomainError, UserError) as known:
        from companion.presentation.sentences import line_of

        complain(line_of(known))
    except KeyboardInterrupt:
        from companion.presentation.translation import _

        complain(_("Stopped."))
    except BrokenPipeError:
        stop_answering()  # whoever read our answer has seen enough
    except Exception:
        _apologise(None)
    return COULD_NOT


def _run(arguments: list[str]) -> int:
    from companion.cli.language import speak_as_the_terminal

    if JSON not in arguments:  # what programs read is the same in every language
        speak_as_the_terminal()
    try:
        leading, rest = parse(arguments, (*global_options(), *window_options()), only_leading=True)
    except UsageError as wrong:
        from companion.cli.families import see

        raise UsageError(f"{wrong} {see()}") from None
    if rest:
        from companion.cli.families import chosen

        leading_tokens = arguments[: len(arguments) - len(rest)]
        command, typed = chosen(rest[0], leading_tokens + rest[1:])
    else:
        from companion.cli.window import command as window

        command, typed = window(), leading
    if typed.has(HELP):
        from companion.cli.help import help_text
        from companion.cli.output import say

        say(help_text(command))
        finish()
        return DONE
    return _carried_out(command, typed)


def _carried_out(command: Command, typed: Typed) -> int:
    from companion.adapters.storage.beside import is_being_erased

    folders = folders_of(typed)
    try:
        if is_being_erased(folders.data):
            from companion.bootstrap.erasing import finish_erasing

            finish_erasing(folders)
        if command.makes_folders:
            folders.prepare()
        return _with_core(command, typed, folders)
    except UsageError as wrong:
        from companion.cli.families import see

        raise UsageError(f"{wrong} {see(command.name)}") from None
    except (DomainError, UserError, CouldNotError, BrokenPipeError):
        raise
    except Exception:
        _apologise(folders)
        return COULD_NOT


def _with_core(command: Command, typed: Typed, folders: Folders) -> int:
    from companion.bootstrap import Core

    def unlock(keeper: KeyKeeper) -> None:
        from companion.cli.unlocking import unlocker

        unlocker(typed, may_stay_locked=command.may_stay_locked)(keeper)

    core = Core(folders, note_folders=note_folders_of(typed), when_locked=unlock)
    try:
        code = command.run(Request(typed, core))
        finish()
        return code
    finally:
        core.close()


def _apologise(folders: Folders | None) -> None:
    """Says in one line that this is our fault, and writes where it happened to the log."""
    import logging

    from companion.adapters.system.logs import start_logging
    from companion.presentation.translation import _

    file = None if folders is None else start_logging(folders.logs)
    sentence = _("Something went wrong inside Companion, and it stopped here.")
    if file is not None:
        logging.getLogger("companion.cli").exception("a command failed")
        sentence += " " + _("Where it happened is in {file}; your words are not in it.").format(file=file)
    complain(sentence)
