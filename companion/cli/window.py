"""Opening the window: the only commands that load Qt."""

from companion.cli.grammar import Command, Request, UsageError
from companion.cli.options import PASSPHRASE_FD, note_folders_of, window_options
from companion.presentation.translation import _


def command() -> Command:
    """`companion` without a command."""
    return Command(
        "",
        _("A private notebook for noticing how activated your nervous system is, and what helps you come back."),
        _open,
        window_options(),
        notes=_("Without a command the window opens; a second start brings it to the front."),
        makes_folders=False,
    )


def open_check_in(request: Request) -> int:
    """Opens the quick check-in, in the running program if there is one."""
    return _run_desktop(request, check_in=True)


def _open(request: Request) -> int:
    if request.typed.has("--version"):
        return _show_version(request)
    return _run_desktop(request, check_in=False)


def _show_version(request: Request) -> int:
    from companion import __version__
    from companion.cli.output import say, say_json

    if request.wants_json:
        say_json("version", version=__version__)
    else:
        say(f"Companion {__version__}")
    return 0


def _run_desktop(request: Request, *, check_in: bool) -> int:
    from companion.bootstrap import run_desktop

    typed = request.typed
    if typed.has(PASSPHRASE_FD):
        raise UsageError(_("{option} does not belong here: the window asks by itself.").format(option=PASSPHRASE_FD))
    if not typed.has("--demo"):
        request.core.folders.prepare()
    return run_desktop(
        request.core.folders,
        hidden=typed.has("--hidden"),
        demo=typed.has("--demo"),
        check_in=check_in,
        asked_by_desktop=typed.has("--service"),
        note_folders=note_folders_of(typed),
    )
