"""The options that every command has, those of the window, and how values of options are read."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from companion.cli.grammar import CouldNotError, Option, Typed
from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.adapters.system.folders import Folders

HELP, JSON, DATA_DIR, NOTES = "--help", "--json", "--data-dir", "--notes"
PASSPHRASE_FD = "--passphrase-fd"  # noqa: S105 - the name of an option
DATA_DIR_VARIABLE = "COMPANION_DATA_DIR"


def global_options() -> tuple[Option, ...]:
    """What can be typed before and after every command."""
    return (
        Option(DATA_DIR, _("DIR"), _("keep everything in this folder (also COMPANION_DATA_DIR)")),
        Option(PASSPHRASE_FD, "N", _("read the passphrase of a locked notebook from this file descriptor")),
        Option(JSON, help=_("answer with JSON")),
        Option(HELP, help=_("show this help")),
    )


def window_options() -> tuple[Option, ...]:
    """What can be typed where no command is."""
    return (
        Option("--hidden", help=_("start in the tray")),
        Option("--service", help=_("do what the desktop asks for that started it")),
        Option("--demo", help=_("a year of made-up data in a throwaway place")),
        notes_option(),
        Option("--version", help=_("show the version")),
    )


def notes_option() -> Option:
    """Folders of one's own notes."""
    return Option(NOTES, _("DIR"), _("add a folder of your own notes"), repeats=True)


def folders_of(typed: Typed) -> Folders:
    """Where this command finds everything."""
    from companion.adapters.system.folders import folders_under, usual_folders

    chosen = typed.value(DATA_DIR)
    if chosen is None:
        chosen = os.environ.get(DATA_DIR_VARIABLE) or None
    if chosen is not None and not chosen.strip():
        raise CouldNotError(_("{option} needs the name of a folder.").format(option=DATA_DIR))
    return usual_folders() if chosen is None else folders_under(chosen)


def note_folders_of(typed: Typed) -> tuple[str, ...]:
    """The folders of one's own notes, as whole paths."""
    return tuple(os.path.abspath(os.path.expanduser(folder)) for folder in typed.values(NOTES))


def whole_number(typed: Typed, name: str, lowest: int, highest: int, otherwise: int | None = None) -> int:
    """The number of an option. Raises CouldNotError for anything else."""
    text = typed.value(name)
    if text is None and otherwise is not None:
        return otherwise
    digits = (text or "").strip()
    if digits.isascii() and digits.isdigit() and len(digits) <= 18 and lowest <= int(digits) <= highest:
        return int(digits)
    sentence = _("{option} takes a whole number from {lowest} to {highest}.")
    raise CouldNotError(sentence.format(option=name, lowest=lowest, highest=highest))


def nothing_in(typed: Typed) -> str:
    """What is said where no check-ins are: in the times typed, or at all."""
    if typed.has("--from") or typed.has("--to"):
        return _("There are no check-ins in this time.")
    return _("There are no check-ins here yet.")
