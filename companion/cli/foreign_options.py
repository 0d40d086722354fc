"""What can be typed of a file that goes out or comes in, also of one of another program."""

import re
from enum import Enum
from typing import TypeVar

from companion.application.foreign import Column, DateOrder, FileKind, Meaning, Scale, Wishes
from companion.cli.grammar import Option, Typed, UsageError
from companion.presentation.translation import _

READABLE, ENCRYPTED, WITH_SETTINGS = "--what-can-be-read", "--encrypted", "--with-settings"
FILE_PASSPHRASE_FD = "--file-passphrase-fd"  # noqa: S105 - the name of an option
E = TypeVar("E", bound=Enum)
_SCALE = re.compile(r"(-?\d+(?:\.\d+)?)(?:-|\.\.|:)(-?\d+(?:\.\d+)?)")


def import_options() -> tuple[Option, ...]:
    """The options of `companion import`."""
    return (
        Option("--dry-run", help=_("change nothing, and say what would happen")),
        Option("--from", _words(FileKind), _("whose file it is, if its content does not say so")),
        Option("--rating", _words(Meaning), _("what a rating of another program is taken for")),
        Option("--points", _("WORD=POINTS"), _("what a word of theirs stands for, 0 to 100"), repeats=True),
        Option("--feature", _("NAME"), _("which series of Track & Graph comes in")),
        Option("--scale", _("FROM-TO"), _("the ends of the numbers in the file, like 1-5")),
        Option("--column", _("FIELD=NAME"), _("in which column a field is: {fields}").format(fields=_fields()), True),
        Option("--dates", _words(DateOrder), _("in which order the numbers of a date stand")),
        Option(WITH_SETTINGS, help=_("take over the settings that are in an export as well")),
        Option(FILE_PASSPHRASE_FD, "N", _("read the passphrase of an encrypted export from this descriptor")),
    )


def export_options() -> tuple[Option, ...]:
    """The options of `companion export`."""
    return (
        Option(ENCRYPTED, help=_("everything, behind a passphrase of its own, to .sealed")),
        Option(FILE_PASSPHRASE_FD, "N", _("read that passphrase from this file descriptor")),
        Option(WITH_SETTINGS, help=_("your settings as well; not to .csv")),
        Option(READABLE, help=_("of a damaged notebook, what can still be read; not to .csv")),
    )


def no_passphrase() -> str:
    """What is said where a file takes a passphrase and nobody can be asked."""
    sentence = _("The file takes a passphrase. It can be typed in a terminal, or come with {option}.")
    return sentence.format(option=FILE_PASSPHRASE_FD)


def chosen_kind(typed: Typed) -> FileKind | None:
    """Whose file it is, as typed; None if that was left to its content. Raises UsageError."""
    if typed.value("--from") is None:
        return FileKind.COLUMNS if typed.has("--column") else None
    return _one_of(typed, "--from", FileKind.COMPANION)


def wishes_typed(typed: Typed) -> Wishes:
    """What was typed of the file. Raises UsageError."""
    return Wishes(
        rating=_one_of(typed, "--rating", Meaning.PLEASANTNESS),
        points=dict(map(_points, typed.values("--points"))),
        feature=typed.value("--feature"),
        scale=_scale(typed.value("--scale")),
        columns=dict(map(_column, typed.values("--column"))),
        dates=_one_of(typed, "--dates", DateOrder.YEAR_FIRST),
    )


def _one_of(typed: Typed, name: str, unless_typed: E) -> E:
    word = typed.value(name)
    try:
        return unless_typed if word is None else type(unless_typed)(word)
    except ValueError:
        words = _words(type(unless_typed))
        raise UsageError(_("{option} is one of {words}.").format(option=name, words=words)) from None


def _words(words: type[Enum]) -> str:
    return "|".join(word.value for word in words)


def _fields() -> str:
    return ", ".join(column.value for column in Column)


def _points(pair: str) -> tuple[str, int]:
    word, equals, points = pair.rpartition("=")
    if not (equals and word.strip() and points.isascii() and points.isdigit() and int(points) <= 100):
        raise UsageError(_("--points is like “Tired=20”, with points from 0 to 100."))
    return word.strip().casefold(), int(points)


def _scale(text: str | None) -> Scale | None:
    found = _SCALE.fullmatch((text or "").strip())
    if text is None:
        return None
    if found is None or float(found[1]) == float(found[2]):
        raise UsageError(_("--scale is like 1-5: two different ends."))
    return Scale(float(found[1]), float(found[2]))


def _column(pair: str) -> tuple[Column, str]:
    field, _equals, name = (part.strip() for part in pair.partition("="))
    if field not in {column.value for column in Column} or not name:
        raise UsageError(_("--column is like “at=When”; what it can be: {fields}.").format(fields=_fields()))
    return Column(field), " ".join(name.split())
