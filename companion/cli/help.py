"""Help: how a command is typed, what it does, and what can be said with it."""

from collections.abc import Sequence

from companion.cli.families import all_commands
from companion.cli.grammar import Command, Option
from companion.cli.options import global_options
from companion.presentation.translation import _

WIDEST_TERM = 26


def help_text(command: Command) -> str:
    """The help of one command; that of the window lists all the others."""
    is_window = not command.name
    parts = all_commands() if is_window else command.parts
    return "\n\n".join(
        filter(
            None,
            (
                _usage(command),
                command.summary,
                _listed(_("Commands"), [(part.name + _arguments(part), part.summary) for part in parts]),
                command.notes,
                _listed(_("Options"), [_option(option) for option in (*command.options, *global_options())]),
                _("Exit code: 0 done, 1 could not, 2 wrong usage.") if is_window else "",
            ),
        )
    )


def _usage(command: Command) -> str:
    options = _("[options]")
    name = " ".join(filter(None, ("companion", command.name))) + _arguments(command)
    return _("Usage: {command}").format(command=f"{name} {options}")


def _arguments(command: Command) -> str:
    optional = (f"[{argument}]" for argument in command.optional)
    return "".join(f" {argument}" for argument in (*command.arguments, *optional))


def _option(option: Option) -> tuple[str, str]:
    repeated = "…" if option.repeats else ""
    return f"{option.name} {option.value}".rstrip() + repeated, option.help


def _listed(title: str, terms: Sequence[tuple[str, str]]) -> str:
    if not terms:
        return ""
    width = min(WIDEST_TERM, max((len(term) for term, _words in terms)))
    return "\n".join([f"{title}:", *(_line(term, words, width) for term, words in terms)])


def _line(term: str, words: str, width: int) -> str:
    if len(term) > width:
        return f"  {term}\n  {'':{width}}  {words}"
    return f"  {term:{width}}  {words}"
