"""`companion backup` and `companion restore`."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from companion.application.errors import Trouble, UserError
from companion.cli.grammar import Command, CouldNotError, Option, Request
from companion.cli.news import tell_it_changed
from companion.cli.output import complain, finish, say, say_json
from companion.domain.errors import DomainError
from companion.presentation.translation import _

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from companion.application.copies import Comparison, CopyContents
    from companion.domain.secrets import Secret

R = TypeVar("R")

YES, REPLACE, COPY_PASSPHRASE_FD = "--yes", "--replace", "--copy-passphrase-fd"


def commands() -> tuple[Command, ...]:
    """The commands of this family."""
    return (
        Command(
            "backup",
            _("make a safety copy now, or save one to a file"),
            _backup,
            (Option(REPLACE, help=_("also over a copy that may hold more")),),
            optional=(_("FILE"),),
            notes=_("Without a passphrase a copy contains its key: anyone who has the file can read it."),
        ),
        Command(
            "restore",
            _("put a copy in the notebook's place, after saying what that changes"),
            _restore,
            (
                Option(YES, help=_("do not ask before")),
                Option(COPY_PASSPHRASE_FD, "N", _("read the passphrase of the copy from this file descriptor")),
            ),
            (_("FILE"),),
            _("What the notebook holds before is kept as a copy. Companion must not be running."),
        ),
    )


def _backup(request: Request) -> int:
    words = request.typed.words
    if words:
        return _save(request, Path(words[0]).expanduser().absolute())
    return _make(request)


def _save(request: Request, path: Path) -> int:
    from companion.adapters.storage.backups import StoreBackups

    core = request.core
    core.open()
    StoreBackups(core.folders.data, core.vault).save(path, replace=request.typed.has(REPLACE))
    is_protected = core.key_keeper.is_protected()
    if request.wants_json:
        say_json("backup", file=str(path), protected=is_protected)
    else:
        from companion.presentation.backups import saved_words

        say(saved_words(str(path), is_protected))
    return 0


def _make(request: Request) -> int:
    """The copy of the day, here and in the second place; where only that is impossible, the one here is there."""
    from companion.adapters.storage.backups import StoreBackups

    core = request.core
    core.open()
    backups, today = StoreBackups(core.folders.data, core.vault), core.days.today()
    made, place = backups.make(today), core.preferences.settings.backup_folder
    trouble: UserError | None = None
    if place:
        try:
            backups.lay_in(Path(place), today)
        except UserError as error:
            trouble = error
    if request.wants_json:
        say_json("backup", file=str(made), protected=core.key_keeper.is_protected())
    else:
        say(_("A copy is in {file} now.").format(file=made))
        if place and trouble is None:
            say(_("It was also put in {folder}.").format(folder=place))
    if trouble is None:
        return 0
    from companion.presentation.sentences import words_for

    complain(_("It could not be put in the second place. {why}").format(why=words_for(trouble).line))
    return 1


def _restore(request: Request) -> int:
    from companion.adapters.system.running_program import is_running
    from companion.application.replacing import CANNOT_BE_OPENED

    folder, copy = request.core.folders.data, Path(request.typed.words[0]).expanduser().absolute()
    if is_running(folder):
        raise CouldNotError(
            _("Companion is running. Please quit it first, or restore inside it: Settings, Copies, Restore.")
        )
    try:
        request.core.open()
    except UserError as error:
        if error.trouble not in CANNOT_BE_OPENED | {Trouble.FILE_MISSING}:
            raise
        return _replace(request, copy, error)
    return _pour(request, copy)


def _pour(request: Request, copy: Path) -> int:
    from companion.adapters.storage.restoring import Restoring

    core = request.core
    restoring = Restoring(core.folders.data, core.vault)
    found = _with_secret(request, lambda secret: restoring.look(copy, secret))
    try:
        is_wanted = request.typed.has(YES) or _is_wanted(request, _preview(found))
        kept = restoring.carry_out(core.days.today()) if is_wanted else None
    finally:
        restoring.drop()
    if kept is not None:
        restoring.tidy(kept)
        core.vault.remove_unfinished_imports()
        tell_it_changed(core.folders)
    return _tell(request, kept, found.here, found.there, found)


def _replace(request: Request, copy: Path, error: UserError) -> int:
    """The notebook cannot be opened: there is nothing to compare the copy with."""
    from companion.adapters.storage.replacing import contents_to_put, replace_store
    from companion.presentation.copy_words import contents_text
    from companion.presentation.sentences import words_for

    core = request.core
    there = _with_secret(request, lambda secret: (secret, contents_to_put(core.folders.data, copy, secret)))
    lines = [words_for(error).placed, _("In the copy: {contents}").format(contents=contents_text(there[1], _iso))]
    lines.append(_("Everything that is in its place now is kept beside the copies, as it is."))
    kept: Path | None = None
    if request.typed.has(YES) or _is_wanted(request, lines):
        kept = replace_store(core.folders.data, copy, there[0], core.clock.now().local.date())
    return _tell(request, kept, None, there[1], None)


def _with_secret(request: Request, look: Callable[[Secret | None], R]) -> R:
    """Looks, and if the copy takes a passphrase asks for it; a recovery code may be typed in its place."""
    from companion.cli.unlocking import typed_for_copy
    from companion.domain.secrets import typed_passphrase, typed_recovery_code

    try:
        return look(None)
    except UserError as protected:
        if protected.trouble is not Trouble.COPY_PROTECTED:
            raise
    typed = typed_for_copy(request.typed, COPY_PASSPHRASE_FD)
    if typed is None:
        sentence = _("This copy was made under a passphrase. It can be typed in a terminal, or come with {option}.")
        raise CouldNotError(sentence.format(option=COPY_PASSPHRASE_FD))
    try:
        return look(typed_passphrase(typed))
    except UserError as wrong:
        if wrong.trouble is not Trouble.COPY_SECRET_WRONG:
            raise
        try:
            code = typed_recovery_code(typed)
        except DomainError:
            raise wrong from None
        return look(code)


def _preview(found: Comparison) -> list[str]:
    from companion.presentation.copy_words import both_lines, change_groups, change_notes

    lines = list(both_lines(found, _iso))
    for title, counts in change_groups(found, _iso):
        lines += [title, *(f"  {count}" for count in counts)]
    return [*lines, *change_notes(found)]


def _is_wanted(request: Request, lines: list[str]) -> bool:
    """Shows what would change and asks; where nobody can be asked, only that is done."""
    if not request.wants_json:
        for line in lines:
            say(line)
        finish()
    if sys.stdin is None or not sys.stdin.isatty() or request.wants_json:
        return False
    answer = input(_("Restore it? Type yes, or anything else to leave everything as it is: "))
    return answer.strip().casefold() in ("yes", _("yes"))


def _tell(
    request: Request, kept: Path | None, here: CopyContents | None, there: CopyContents, found: Comparison | None
) -> int:
    if request.wants_json:
        say_json("restore", **_shape(kept, here, there, found))
    elif kept is not None:
        say(_("Your notebook is now as it was in the copy."))
        say(_("What it was before is kept: {file}").format(file=kept))
    if kept is not None:
        return 0
    complain(_("Nothing was changed. With {option} it is restored without a question.").format(option=YES))
    return 1


def _shape(
    kept: Path | None, here: CopyContents | None, there: CopyContents, found: Comparison | None
) -> dict[str, object]:
    differences = () if found is None else found.differences
    return {
        "restored": kept is not None,
        "kept": None if kept is None else str(kept),
        "notebook": None if here is None else _contents(here),
        "copy": _contents(there),
        "differences": [
            {
                "kind": each.kind.value,
                "only_in_notebook": each.only_here,
                "only_in_copy": each.only_there,
                "changed": each.changed,
            }
            for each in differences
        ],
    }


def _contents(contents: CopyContents) -> dict[str, object]:
    first, last = contents.first_day, contents.last_day
    return {
        "checkins": contents.check_ins,
        "first_day": None if first is None else first.isoformat(),
        "last_day": None if last is None else last.isoformat(),
        "version": contents.version,
    }


def _iso(day: date) -> str:
    return day.isoformat()
