"""The first start: whole or not at all, whenever it is broken off, and never twice."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from companion.adapters.storage.vault import SqliteVault
from companion.application.errors import Trouble, UserError
from tests.support.builders import a_check_in
from tests.support.store import a_vault

ROOT = Path(__file__).parents[3]

# Ends the process at the n-th call that changes the folder, as a power cut would.
BREAKS_OFF = """
import os, sys
from pathlib import Path

left = int(sys.argv[2])

def breaking(function):
    def broken(*values, **named):
        global left
        left -= 1
        if left < 0:
            os._exit(9)
        return function(*values, **named)
    return broken

for name in ("open", "replace", "rename", "unlink", "fsync"):
    setattr(os, name, breaking(getattr(os, name)))

from companion.adapters.storage.vault import SqliteVault
SqliteVault(Path(sys.argv[1])).close()
"""


def start_and_break_off(folder: Path, after: int) -> int:
    return subprocess.run(
        [sys.executable, "-c", BREAKS_OFF, str(folder), str(after)], cwd=ROOT, check=False
    ).returncode


def test_a_first_start_that_is_broken_off_anywhere_is_taken_up_by_the_next(tmp_path: Path) -> None:
    after = 0
    while start_and_break_off(tmp_path / str(after) / "store", after) == 9:
        vault = a_vault(tmp_path / str(after))
        with vault.writing() as store:
            store.check_ins.add(a_check_in())
        vault.close()
        with a_vault(tmp_path / str(after)).reading() as store:
            assert store.days.total() == 1
        assert not (tmp_path / str(after) / "store" / "companion.db.new").exists()
        after += 1
    assert after > 8


def test_two_first_starts_at_once_make_one_store(tmp_path: Path) -> None:
    script = (
        "import sys\nfrom pathlib import Path\nfrom companion.adapters.storage.vault import SqliteVault\n"
        "with SqliteVault(Path(sys.argv[1])).reading() as store: print(store.secret.hex())\n"
    )
    starts = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path / "store")], stdout=subprocess.PIPE, cwd=ROOT)
        for _ in range(3)
    ]
    secrets = {start.communicate(timeout=60)[0] for start in starts}
    assert [start.returncode for start in starts] == [0, 0, 0]
    assert len(secrets) == 1


def test_a_store_that_went_missing_is_not_started_anew(tmp_path: Path) -> None:
    a_vault(tmp_path).close()
    (tmp_path / "store" / "companion.db").unlink()
    with pytest.raises(UserError) as raised:
        a_vault(tmp_path)
    assert raised.value.trouble is Trouble.FILE_MISSING
    assert not (tmp_path / "store" / "companion.db").exists()


def test_two_stores_have_different_secrets_and_salts(tmp_path: Path) -> None:
    one, other = SqliteVault(tmp_path / "one"), SqliteVault(tmp_path / "other")
    with one.reading() as first, other.reading() as second:
        assert first.secret != second.secret
        assert len(first.secret) == 32
    heads = {(tmp_path / name / "companion.db").read_bytes()[:16] for name in ("one", "other")}
    assert len(heads) == 2


@pytest.mark.skipif(sys.platform == "win32" or not hasattr(os, "getuid"), reason="modes are those of Unix")
def test_an_existing_folder_becomes_private_when_a_store_moves_in(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir(mode=0o755)
    a_vault(tmp_path)
    assert (tmp_path / "store").stat().st_mode & 0o077 == 0
