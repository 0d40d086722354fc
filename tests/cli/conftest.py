"""A terminal in Berlin with a folder of its own."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.terminal import Terminal


@pytest.fixture
def in_berlin(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The computer stands in Berlin for one test."""
    with monkeypatch.context() as patch:
        patch.setenv("TZ", "Europe/Berlin")
        time.tzset()
        yield
    time.tzset()


@pytest.fixture
def terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], in_berlin: None
) -> Iterator[Terminal]:
    """Types commands in this process."""
    for name in ("XDG_RUNTIME_DIR", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG", "COMPANION_DATA_DIR"):
        monkeypatch.delenv(name, raising=False)
    mask = os.umask(0o022)
    yield Terminal(tmp_path / "data", capsys)
    os.umask(mask)
