"""Starting with the log-in: a file in the autostart folder, as the freedesktop specification of that name says."""

import os
import shlex
import shutil
import sys
from pathlib import Path

from companion.adapters.whole_file import whole_file
from companion.application.errors import Trouble, UserError
from companion.application.instance_address import PROGRAM_ID

FILE_NAME = "companion.desktop"
_SWITCHED_OFF = {"hidden=true", "x-gnome-autostart-enabled=false"}
_QUOTED = str.maketrans({"\\": "\\\\\\\\", '"': '\\\\"', "`": "\\\\`", "$": "\\\\$", "%": "%%"})


class XdgAutostart:
    """Fills the Autostart port on Linux. Elsewhere, and in a sandbox that has its own folders, there is none.

    `command` starts the program as it runs now. What the desktop's own settings wrote into the file is respected.
    """

    def __init__(self, command: tuple[str, ...], folder: Path | None = None, platform: str = sys.platform) -> None:
        self._command = command
        self._folder = _folder_in(_entry(command))
        self._file = (folder if folder is not None else _autostart_folder()) / FILE_NAME
        self._is_known = platform.startswith("linux") and "FLATPAK_ID" not in os.environ

    @property
    def file(self) -> Path:
        """Where it is, or would be."""
        return self._file

    def is_on(self) -> bool | None:
        """True if the file is there and not switched off; None where there is no such folder that we know of."""
        if not self._is_known:
            return None
        try:
            lines = self._file.read_text("utf-8", "replace").lower().splitlines()
        except OSError:
            return False
        return not any(line.replace(" ", "") in _SWITCHED_OFF for line in lines)

    def missing_program(self) -> str:
        """The program that the file starts, if it is not there any more; "" otherwise, or if there is no file."""
        try:
            lines = self._file.read_text("utf-8", "replace").splitlines()
            words = next((shlex.split(line.partition("=")[2]) for line in lines if line.startswith("Exec=")), [])
        except (OSError, ValueError):
            return ""
        return words[0] if words and shutil.which(words[0]) is None else ""

    def put(self, wanted: bool) -> None:
        """Writes the file, or takes it away. Raises UserError(FILE_UNWRITABLE)."""
        try:
            if wanted:
                self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
                with whole_file(self._file) as file:
                    file.write(_entry(self._command).encode())
            else:
                self._file.unlink(missing_ok=True)
        except OSError:
            raise UserError(Trouble.FILE_UNWRITABLE, path=str(self._file)) from None

    def forget(self) -> list[str]:
        """Takes the file away if it starts the program on the folder that `command` names, and on no other.

        Returns the path if it could not be deleted.
        """
        try:
            if self._is_known and _folder_in(self._file.read_text("utf-8", "replace")) == self._folder:
                self._file.unlink()
        except FileNotFoundError:
            return []
        except OSError:
            return [str(self._file)]
        return []


def own_command(data_folder: str | None = None) -> tuple[str, ...]:
    """How this program was started, hidden, and with the folder that the person named, if they did."""
    return (*own_program(data_folder), "--hidden")


def own_program(data_folder: str | None = None) -> tuple[str, ...]:
    """The same with its window."""
    image = os.environ.get("APPIMAGE")
    started = Path(sys.argv[0]).absolute()
    if image:
        program: tuple[str, ...] = (image,)
    elif hasattr(sys, "frozen"):  # packed into a folder: the program itself is what Python calls its executable
        program = (sys.executable,)
    elif started.name == "companion" and os.access(started, os.X_OK):
        program = (str(started),)
    else:
        program = (sys.executable, "-m", "companion")
    return (*program, *(("--data-dir", data_folder) if data_folder else ()))


def _autostart_folder() -> Path:
    chosen = os.environ.get("XDG_CONFIG_HOME", "").strip()
    return Path(os.path.expanduser(chosen or "~/.config")) / "autostart"


def _entry(command: tuple[str, ...]) -> str:
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=Companion",
        f"Icon={PROGRAM_ID}",
        f"Exec={' '.join(map(_quoted, command))}",
        "Terminal=false",
        "X-GNOME-Autostart-enabled=true",
    )
    return "\n".join(lines) + "\n"


def _folder_in(entry: str) -> str:
    """The rest of the line that names a folder, or ""."""
    _program, _option, folder = entry.partition('"--data-dir" ')
    return folder.partition("\n")[0]


def _quoted(word: str) -> str:
    """A word as Exec wants it: in quotes, four signs behind a backslash, which a file of this kind doubles."""
    return f'"{word.translate(_QUOTED)}"'
