"""Starting the program with a window: hands over to the one that runs already, or becomes it. No Qt before that."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from companion.application.instance_address import Message, instance_address, line_of
from companion.bootstrap import collector

if TYPE_CHECKING:
    from companion.adapters.system.folders import Folders


def run_desktop(
    folders: Folders,
    *,
    hidden: bool = False,
    demo: bool = False,
    check_in: bool = False,
    asked_by_desktop: bool = False,
    note_folders: tuple[str, ...] = (),
) -> int:
    """Runs the program until it is quit and returns the exit code; at once if another one runs already.

    `asked_by_desktop` waits for what the desktop started it for, and ends if that is nothing. Raises UserError if Qt
    or a display is missing.
    """
    if demo:
        return _run_demo(note_folders)
    if asked_by_desktop:
        from companion.adapters.system.first_desktop_call import first_call

        wish = first_call()
        if wish is None:
            return 0
        check_in = wish.message is Message.CHECK_IN
        _keep_token(wish.token)
    message = Message.CHECK_IN if check_in else Message.SHOW
    address = address_of(folders)
    if _was_handed_over(address, message):
        return 0
    return _run(folders, address, message, hidden=hidden, note_folders=note_folders, is_demo=False)


def address_of(folders: Folders) -> str:
    """Where the running program of these folders listens."""
    return instance_address(str(folders.data.resolve()), str(folders.runtime))


def _keep_token(token: str) -> None:
    """Where Qt looks for it too."""
    if token:
        os.environ["XDG_ACTIVATION_TOKEN"] = os.environ["DESKTOP_STARTUP_ID"] = token


def _was_handed_over(address: str, message: Message) -> bool:
    from companion.adapters.system.running_program import tell

    line = line_of(message, os.environ.get("XDG_ACTIVATION_TOKEN", ""))
    return tell(address, line.decode().strip())


def _run_demo(note_folders: tuple[str, ...]) -> int:
    from tempfile import TemporaryDirectory

    from companion.adapters.system.folders import folders_under

    with TemporaryDirectory(prefix="companion-demo-") as place:
        folders = folders_under(place)
        folders.prepare()
        return _run(folders, address_of(folders), Message.SHOW, hidden=False, note_folders=note_folders, is_demo=True)


def _run(
    folders: Folders,
    address: str,
    message: Message,
    *,
    hidden: bool,
    note_folders: tuple[str, ...],
    is_demo: bool,
) -> int:
    from companion.adapters.system.system_libraries import require_a_display, trouble_of
    from companion.bootstrap.late_signatures import load_signatures_late

    require_a_display()
    collector.rest()
    _bind_late()
    load_signatures_late()
    try:
        from companion.bootstrap.desktop import Desktop, new_application
    except ImportError as failure:
        trouble = trouble_of(failure)
        if trouble is None:
            raise
        raise trouble from failure
    from companion.bootstrap.core import Core

    core = Core(folders, note_folders=note_folders)
    if note_folders:
        core.library.concepts()  # a folder that was named and cannot be read is said before a window opens
    application = new_application()
    desktop = Desktop(application, core, address, is_demo=is_demo)
    try:
        code = desktop.run(message, hidden=hidden)
    finally:
        collector.resume()
        core.close()
    if desktop.is_restart_wanted:
        _restart(folders, note_folders, hidden=desktop.is_restart_unseen)
    return code


def _restart(folders: Folders, note_folders: tuple[str, ...], *, hidden: bool) -> None:
    """The version that is installed now takes over, with its window or in the tray."""
    from companion.adapters.system.autostart import own_command, own_program
    from companion.adapters.system.replaced import start_again

    program = own_command(folders.named) if hidden else own_program(folders.named)
    start_again((*program, *(word for folder in note_folders for word in ("--notes", folder))))


def _bind_late() -> None:
    """Libraries that are loaded from now on look a function up when it is first called.

    Those of Qt for Python would look up fourteen thousand while they load, and a start calls a few hundred.
    """
    if sys.platform != "win32":
        sys.setdlopenflags(os.RTLD_LAZY)
