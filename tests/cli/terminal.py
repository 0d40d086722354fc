"""Typing commands: in this process, and as a process of its own."""

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from companion.__main__ import main

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True, slots=True)
class Reply:
    """What came back."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """What was printed, read as JSON."""
        return json.loads(self.out)

    @property
    def complaint(self) -> str:
        """The one line of a refusal; fails if there is more than that."""
        assert self.out == ""
        assert self.err.endswith("\n")
        assert self.err.count("\n") == 1
        return self.err[:-1]


class Terminal:
    """Types commands for the program of one folder."""

    def __init__(self, data: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.data = data
        self._capsys = capsys

    def type(self, *words: str) -> Reply:
        """Types a command with its --data-dir and gives back what came."""
        return self.type_bare("--data-dir", str(self.data), *words)

    def type_bare(self, *words: str) -> Reply:
        """Types exactly these words."""
        self._capsys.readouterr()
        code = main(words)
        shown = self._capsys.readouterr()
        return Reply(code, shown.out, shown.err)

    def check_in(self, *words: str) -> str:
        """Saves a check-in and gives back its id."""
        reply = self.type("check-in", *(words or ("--arousal", "50")))
        assert reply.code == 0, reply.err
        return reply.out.strip()

    def check_ins(self, *words: str) -> list[dict[str, Any]]:
        """What is there."""
        found: list[dict[str, Any]] = self.type("checkins", "--json", *words).json["checkins"]
        return found


def in_own_process(data: Path, *words: str, python: tuple[str, ...] = ("-m", "companion")) -> Reply:
    """The same as a process of its own."""
    environment = {**os.environ, "TZ": "Europe/Berlin", "XDG_RUNTIME_DIR": "", "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *python, "--data-dir", str(data), *words]
    done = subprocess.run(command, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    return Reply(done.returncode, done.stdout, done.stderr)
