"""The real program on a private desktop, and its command line beside it."""

import json
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from tests.desktop.session import DesktopSession, Program, python_program, wait_until

TITLE = "Companion"
# Keys do not count for 400 ms after the check-in first becomes active.
KEYS_COUNT = ("sleep", "0.6")


class RunningCompanion:
    """`companion` with a data folder of its own.

    Reminders do not wait for a pause in typing unless `waits_while_typing`: the tests type, and a desktop that has
    just begun counts as typed at.
    """

    def __init__(self, session: DesktopSession, *, waits_while_typing: bool = False) -> None:
        self.session = session
        self.data: Path = session.folder / "data"
        self._starts = 0
        self.data.mkdir(mode=0o700, exist_ok=True)
        waits = f"waits_while_typing = {str(waits_while_typing).lower()}\n"
        (self.data / "settings.toml").write_text(f"{waits}was_welcomed = true\n")

    def start(self, *arguments: str) -> Program:
        """Starts it as a person would; its output is in log/companion-N.log."""
        self._starts += 1
        return self.session.start_program(f"companion-{self._starts}", self._command(*arguments))

    def ask(self, *arguments: str) -> Any:
        """What a command of the command line answers in JSON."""
        said = self.session.run(*self._command(*arguments, "--json"))
        assert said, f"no answer to {arguments}"
        return json.loads(said)

    def remind_in(self, seconds: int) -> str:
        """Adds a reminder for so many seconds from now, by the command line, and returns its id."""
        at = datetime.now().astimezone() + timedelta(seconds=seconds)
        added = self.ask("reminders", "add", "--once", at.isoformat(timespec="seconds"))
        assert isinstance(added["id"], str)
        return added["id"]

    def check_ins(self) -> list[dict[str, Any]]:
        """All check-ins, oldest first."""
        return list(self.ask("checkins")["checkins"])

    def states_of(self, reminder: str) -> list[str]:
        """What became of that reminder's prompts, in order."""
        rows = self.ask("reminders", "ledger")["prompts"]
        return [row["state"] for row in rows if row["reminder"] == reminder]

    def is_ready(self) -> bool:
        """True once it hears other processes, which is the last thing to begin."""
        return any((self.session.folder / "run").glob("companion-*.sock"))

    def start_in_tray(self) -> Program:
        """Starts it hidden and waits until its icon is there."""
        program = self.start("--hidden")
        wait_until("the icon is in the tray", lambda: self.session.tray_items() == 1 and self.is_ready())
        return program

    def type_a_check_in(self, *keys: str) -> None:
        """Types into the check-in that has the keyboard."""
        self.session.run("xdotool", *KEYS_COUNT)
        self.session.keys(*keys)

    def _command(self, *arguments: str) -> list[str]:
        return python_program("-m", "companion", "--data-dir", str(self.data), *arguments)
