"""What can be typed: commands, their options and arguments; the words around them come from each command."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from companion.presentation.translation import _

if TYPE_CHECKING:
    from companion.bootstrap import Core


class UsageError(Exception):
    """What was typed is no command of ours. Its text is one whole line."""


class CouldNotError(Exception):
    """A command cannot do what it was asked. Its text is one whole line."""


class Option(NamedTuple):
    """`value` names what follows it in the help; an option without one is a switch."""

    name: str
    value: str = ""
    help: str = ""
    repeats: bool = False


class Command(NamedTuple):
    """`name` is one or two words; `arguments` are required words after it, by the name the help gives them, and
    `optional` ones may follow.

    `parts` are the commands that its help lists; with `makes_folders` the person's folders are there when it runs.
    One that `may_stay_locked` has something to do also where nobody can be asked for the passphrase.
    """

    name: str
    summary: str
    run: Callable[[Request], int]
    options: tuple[Option, ...] = ()
    arguments: tuple[str, ...] = ()
    notes: str = ""
    makes_folders: bool = True
    may_stay_locked: bool = False
    parts: tuple[Command, ...] = ()
    optional: tuple[str, ...] = ()


class Typed(NamedTuple):
    """Options with their values in the order typed, and the words that are no options."""

    options: Mapping[str, list[str]]
    words: tuple[str, ...] = ()

    def has(self, name: str) -> bool:
        """True if the option was typed."""
        return name in self.options

    def value(self, name: str) -> str | None:
        """Its value, or None if it was not typed."""
        values = self.options.get(name)
        return values[0] if values else None

    def values(self, name: str) -> tuple[str, ...]:
        """All its values."""
        return tuple(self.options.get(name, ()))


class Request(NamedTuple):
    """One command as it was typed, and the program it is for."""

    typed: Typed
    core: Core

    @property
    def wants_json(self) -> bool:
        """True if the answer is for another program."""
        return self.typed.has("--json")


def parse(tokens: Sequence[str], options: Sequence[Option], *, only_leading: bool = False) -> tuple[Typed, list[str]]:
    """Sorts what was typed into options and words; with `only_leading` the list is what is left from a word on.

    Accepts `--name value` and `--name=value`; after `--` everything is a word. Raises UsageError.
    """
    known = {option.name: option for option in options}
    found: dict[str, list[str]] = {}
    words: list[str] = []
    left = list(tokens)
    while left:
        piece = left.pop(0)
        if piece == "--":
            words += left
            break
        if not piece.startswith("-") or piece == "-":
            if only_leading:
                return Typed(found), [piece, *left]
            words.append(piece)
            continue
        name, equals, value = piece.partition("=")
        option = known.get("--help" if name == "-h" else name)
        if option is None:
            raise UsageError(_("There is no option {option} here.").format(option=name))
        if option.name in found and not option.repeats:
            raise UsageError(_("{option} can be given once.").format(option=name))
        found.setdefault(option.name, []).append(_value(option, value if equals else None, left))
    return Typed(found, tuple(words)), []


def _value(option: Option, given: str | None, left: list[str]) -> str:
    if not option.value:
        if given is not None:
            raise UsageError(_("{option} takes no value.").format(option=option.name))
        return ""
    if given is not None:
        return given
    if not left or left[0].startswith("--"):
        raise UsageError(_("{option} needs a value: {value}.").format(option=option.name, value=option.value))
    return left.pop(0)
