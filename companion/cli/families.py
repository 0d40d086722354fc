"""Which file holds which command, and which command was meant."""

from collections.abc import Sequence
from importlib import import_module

from companion.cli.grammar import Command, Option, Typed, UsageError, parse
from companion.cli.options import HELP, global_options
from companion.presentation.translation import _

# A file is loaded when its command is asked for: a check-in from a key binding has no time for the rest.
FAMILIES = {
    "check-in": "check_in",
    "checkins": "check_ins",
    "metrics": "metrics",
    "report": "report",
    "status": "status",
    "concepts": "concepts",
    "reminders": "reminders",
    "export": "transfer",
    "import": "transfer",
    "backup": "backup",
    "restore": "backup",
    "doctor": "doctor",
}


def commands_of(family: str) -> tuple[Command, ...]:
    """The commands whose first word is `family`."""
    module = import_module(f"companion.cli.{FAMILIES[family]}")
    commands: tuple[Command, ...] = module.commands()
    return tuple(command for command in commands if command.name.split()[0] == family)


def all_commands() -> list[Command]:
    """Every command, in the order of the help."""
    return [command for family in FAMILIES for command in commands_of(family)]


def chosen(family: str, tokens: Sequence[str]) -> tuple[Command, Typed]:
    """The command that was meant, and what was typed for it. Raises UsageError."""
    if family not in FAMILIES:
        raise UsageError(_no_such(family))
    commands = commands_of(family)
    options = _distinct([*global_options(), *(option for command in commands for option in command.options)])
    try:
        typed, _rest = parse(tokens, options)
        command, typed = _named(commands, family, typed)
        _check_options(command, typed)
        _check_words(command, typed)
    except UsageError as wrong:
        raise UsageError(f"{wrong} {see(family)}") from None
    return command, typed


def see(family: str = "") -> str:
    """Where to read how it is typed."""
    return _("See “{command}”.").format(command=" ".join(filter(None, ("companion", family, HELP))))


def _named(commands: Sequence[Command], family: str, typed: Typed) -> tuple[Command, Typed]:
    if len(commands) == 1 and commands[0].name == family:
        return commands[0], typed
    names = {command.name.split()[1]: command for command in commands}
    if not typed.words:
        if typed.has(HELP):
            return _overview(family, commands), typed
        raise UsageError(_("Say which: {commands}.").format(commands=", ".join(names)))
    word, *words = typed.words
    if word not in names:
        raise UsageError(_("There is no command “{command}”.").format(command=f"{family} {word}"))
    return names[word], Typed(typed.options, tuple(words))


def _overview(family: str, commands: Sequence[Command]) -> Command:
    return Command(family, "", commands[0].run, parts=tuple(commands))


def _check_options(command: Command, typed: Typed) -> None:
    known = {option.name for option in (*global_options(), *command.options)}
    for name in typed.options:
        if name not in known:
            sentence = _("{option} does not belong to “{command}”.")
            raise UsageError(sentence.format(option=name, command=command.name))


def _check_words(command: Command, typed: Typed) -> None:
    if typed.has(HELP):
        return
    if len(typed.words) < len(command.arguments):
        missing = command.arguments[len(typed.words)]
        raise UsageError(_("{argument} is missing.").format(argument=missing))
    most = len(command.arguments) + len(command.optional)
    if len(typed.words) > most:
        extra = typed.words[most]
        raise UsageError(_("“{word}” is more than “{command}” takes.").format(word=extra, command=command.name))


def _no_such(word: str) -> str:
    from difflib import get_close_matches

    sentence = _("There is no command “{command}”.").format(command=word)
    close = get_close_matches(word, FAMILIES, n=1)
    if close:
        sentence += " " + _("Did you mean “{command}”?").format(command=close[0])
    return f"{sentence} {see()}"


def _distinct(options: Sequence[Option]) -> list[Option]:
    return list({option.name: option for option in options}.values())
