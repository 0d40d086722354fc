"""Whoever replaces the store is alone with it; whoever only opens it is not in anybody's way."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.adapters.storage.presence import alone, come_in
from companion.application.errors import Trouble, UserError
from tests.support.store import a_vault

ROOT = Path(__file__).parents[3]
STAYS = """
import sys
from pathlib import Path
from companion.adapters.storage.vault import SqliteVault

vault = SqliteVault(Path(sys.argv[1]))
print("in", flush=True)
sys.stdin.read()
"""
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows refuses to replace an open file by itself")


def test_many_can_be_in_at_once(tmp_path: Path) -> None:
    first, second = come_in(tmp_path), come_in(tmp_path, patience=0)
    second.close()
    first.close()


def test_nobody_is_alone_while_somebody_is_in(tmp_path: Path) -> None:
    presence = come_in(tmp_path)
    with pytest.raises(UserError) as raised, alone(tmp_path, patience=0):
        pass
    assert raised.value.trouble is Trouble.OPEN_ELSEWHERE
    presence.close()
    with alone(tmp_path, patience=0):
        pass


def test_nobody_comes_in_while_somebody_is_alone(tmp_path: Path) -> None:
    with alone(tmp_path), pytest.raises(UserError) as raised:
        come_in(tmp_path, patience=0)
    assert raised.value.trouble is Trouble.STORE_BUSY
    come_in(tmp_path, patience=0).close()


def test_who_was_forgotten_has_left(tmp_path: Path) -> None:
    come_in(tmp_path)
    with alone(tmp_path, patience=0):
        pass


def test_an_open_vault_is_in_until_it_is_closed_or_locked(tmp_path: Path) -> None:
    vault = a_vault(tmp_path)
    for leave in (vault.close, vault.lock):
        with vault.reading():
            pass
        with pytest.raises(UserError), alone(tmp_path / "store", patience=0):
            pass
        leave()
        with alone(tmp_path / "store", patience=0):
            pass


def test_a_vault_in_another_process_is_in_until_that_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", STAYS, str(tmp_path / "store")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "in\n"
        with pytest.raises(UserError), alone(tmp_path / "store", patience=0):
            pass
        other.kill()
        other.wait()
    with alone(tmp_path / "store", patience=0):
        pass


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="nothing is read-only for root")
def test_a_folder_that_cannot_be_written_keeps_nobody_out(tmp_path: Path) -> None:
    folder = tmp_path / "store"
    folder.mkdir(mode=0o500)
    come_in(folder, patience=0).close()
